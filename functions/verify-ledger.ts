import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstFault, type Finding } from '#shared/ledger/chain.ts';
import { LedgerFile, Seal } from '#shared/ledger/seals.ts';
import { keptInBucket } from './ledger/bucket-witness.ts';
import { sha256 } from './ledger/sealing.ts';
import { namedFile } from './named-file.ts';

const USAGE = `npm run verify-ledger -- <ledger file> [--witness <folder or s3://bucket>]

Checks the file of a place's ledger (the desk's page of the ledger gives it): that no line was changed, taken away or
added since it was sealed. With the copies of a witness it also finds lines that were changed together with their seals.`;

const SAYS: Record<Finding['what'], string> = {
  'line-changed': 'was changed after it was sealed',
  'line-missing': 'was taken away',
  'line-added': 'was added among sealed lines',
  'seal-changed': 'was changed, or does not follow the one before',
  'seal-missing': 'is missing',
};

const BUCKET = 's3://';

const keptBy = (witness: string, place: string): Promise<Seal[]> | Seal[] =>
  witness.startsWith(BUCKET)
    ? keptInBucket(witness.slice(BUCKET.length).replace(/\/$/, ''), place)
    : globSync(join(witness, place, '*.json')).map((file) => Seal.parse(JSON.parse(readFileSync(file, 'utf8'))));

const ledgerIn = (path: string): LedgerFile => {
  const text = namedFile(path).toString('utf8');
  try {
    return LedgerFile.parse(JSON.parse(text));
  } catch {
    throw new RangeError(`${path} is no file of a ledger. The desk's page of the ledger gives one.`);
  }
};

const run = async (): Promise<number> => {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { witness: { type: 'string' } } });
  const [path] = positionals;
  if (path === undefined) throw new RangeError(USAGE);
  const { lines, seals } = ledgerIn(path);
  const [first] = seals;
  const kept = values.witness === undefined || !first ? [] : await keptBy(values.witness, first.place);
  if (values.witness !== undefined && first && kept.length === 0) {
    throw new RangeError(`The witness ${values.witness} keeps no seal of this place (${first.place}).`);
  }
  const fault = firstFault({ lines, seals, kept }, sha256);
  console.info(`${lines.length} lines, ${seals.length} seals, ${kept.length} of them also kept by the witness.`);
  if (fault) {
    const subject = fault.line ? `The line ${fault.line}` : `The seal ${fault.seal}`;
    console.info(`${subject} ${SAYS[fault.what]}${fault.line && fault.seal ? ` (seal ${fault.seal})` : ''}.`);
    return 1;
  }
  console.info(`Every sealed line is as it was sealed.${kept.length === 0 ? ' No witness was asked.' : ''}`);
  const last = seals.at(-1);
  if (last) console.info(`Root   ${last.hash}  (seal ${last.number}, ${last.at})`);
  return 0;
};

try {
  process.exitCode = await run();
} catch (error) {
  // A wrong file or a missing argument is told in one sentence; anything else is a fault of ours.
  const isPlain = error instanceof RangeError || (error instanceof Error && ('code' in error || '$metadata' in error));
  console.error(isPlain ? error.message : error);
  process.exitCode = 2;
}
