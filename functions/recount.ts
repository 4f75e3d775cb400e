import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { decodeAuditorsFile } from '#shared/opinion/auditors-file.ts';
import { recount } from '#shared/opinion/recount.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { namedFile } from './named-file.ts';

const USAGE = `npm run recount -- <auditor's file> [--published <hash>] [--print]

Makes a published result again from its auditor's file and prints the hash of its bytes. With the hash that stands on the
page of the result it says whether the two are the same. --print writes the whole snapshot instead.`;

const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const run = (): number => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { published: { type: 'string' }, print: { type: 'boolean' } },
  });
  const [path] = positionals;
  if (path === undefined) throw new RangeError(USAGE);
  const bytes = namedFile(path);
  const { ballots, items, previous, parameters, code } = decodeAuditorsFile(bytes);
  const text = snapshotText(recount(ballots, items, previous, parameters).snapshot);
  if (values.print) {
    process.stdout.write(`${text}\n`);
    return 0;
  }
  console.info(`Made by        ${code}`);
  console.info(`Ballots        ${ballots.rows} with ${ballots.item.length} votes on ${items.length} items`);
  console.info(`Input hash     ${hashOf(bytes)}`);
  console.info(`Snapshot hash  ${hashOf(text)}`);
  if (values.published === undefined) return 0;
  const isSame = values.published.trim().toLowerCase() === hashOf(text);
  console.info(isSame ? 'This is the published result, bit for bit.' : 'This is NOT the published result.');
  return isSame ? 0 : 1;
};

try {
  process.exitCode = run();
} catch (error) {
  // A wrong file or a missing argument is told in one sentence; anything else is a fault of ours.
  const isPlain = error instanceof RangeError || (error instanceof Error && 'code' in error);
  console.error(isPlain ? error.message : error);
  process.exitCode = 2;
}
