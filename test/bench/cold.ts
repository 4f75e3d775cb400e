import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle, bundling } from '#infra/bundle.ts';
import { folderOf } from '#infra/built.ts';
import { ENTRIES } from '#infra/entries.ts';
import { awsServices } from '#test/infra/support/aws-services.ts';
import { httpEvent, WAY_IN } from '#test/infra/support/events.ts';
import { readFileSync } from 'node:fs';

const PROCESSES = 15;
const MOST = 1.5;

/** In a fresh process: loads files, and if asked lets the handler answer one page that needs no table. */
const SAMPLE = `
const [files, event] = JSON.parse(process.argv[1]);
const begun = performance.now();
const idle = process.cpuUsage();
let handler;
for (const file of files) ({ handler } = { handler, ...(await import(file)) });
const loaded = performance.now();
const busy = process.cpuUsage(idle);
if (event) await handler(event, {});
const answered = performance.now();
console.log('\\n@' + JSON.stringify([loaded - begun, answered - begun, (busy.user + busy.system) / 1000]));
process.exit();
`;

type Candidate = { name: string; files: string[]; folder: string; answers: boolean };
type Sample = [loaded: number, answered: number, processor: number];

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

const sample = async ({ files, answers }: Candidate, environment: NodeJS.ProcessEnv): Promise<Sample> => {
  const event = answers && httpEvent('GET', '/en/problems/not-found');
  const child = spawn(process.execPath, ['--input-type=module', '-e', SAMPLE, JSON.stringify([files, event])], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [output] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return JSON.parse(output.slice(output.lastIndexOf('@') + 1)) as Sample;
};

const sizeOf = (folder: string): { raw: number; zipped: number } => {
  const files = readdirSync(folder).map((name) => join(folder, name));
  return {
    raw: files.reduce((sum, file) => sum + statSync(file).size, 0),
    zipped: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
  };
};

/** The same bundler, for things that are no functions of ours; `plain` without what we do beyond its settings. */
const bundled = async (source: URL, outdir: string, plain = false): Promise<void> => {
  await build({ ...bundling(fileURLToPath(source), outdir), ...(plain && { plugins: [] }) });
  writeFileSync(join(outdir, 'package.json'), '{"type":"module"}');
};

const candidatesIn = async (folder: string): Promise<Candidate[]> => {
  await Promise.all(ENTRIES.map(bundle));
  const bare = new URL('cold/bare.ts', import.meta.url);
  await bundled(bare, join(folder, 'bare'), true);
  await bundled(bare, join(folder, 'lean'));
  await bundled(new URL('cold/modules.ts', import.meta.url), join(folder, 'modules'));
  const pages = folderOf('dist/lambda/pages');
  cpSync(join(pages, 'entry-server.js'), join(folder, 'modules/entry-server.js'));
  const of = (name: string, where: string, more: Partial<Candidate> = {}): Candidate => ({
    name,
    folder: where,
    files: [join(where, 'index.mjs')],
    answers: false,
    ...more,
  });
  const modules = join(folder, 'modules');
  return [
    of('bare hono + zod + SDK', join(folder, 'bare'), { answers: true }),
    of('the same, made lean as ours', join(folder, 'lean'), { answers: true }),
    of('pages, modules only', modules, { files: [join(modules, 'entry-server.js'), join(modules, 'index.mjs')] }),
    ...ENTRIES.map((entry) =>
      of(entry, folderOf(`dist/lambda/${entry}`), { answers: entry === 'pages' || entry === 'doors' }),
    ),
  ];
};

/** Each bundle's size, and how long a fresh process takes to load it and to answer its first page. */
export const run = async (): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-cold-'));
  const services = await awsServices({ master: 'x'.repeat(64), way: WAY_IN });
  const environment = {
    PATH: process.env.PATH,
    TZ: ':UTC',
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_SECRETS_MANAGER: services.endpoint,
    TABLE_PREFIX: 'equal-say',
    ORIGIN: 'https://say.example.org',
    SECRET_ID: 'master',
    WAY_IN_ID: 'way',
    MAIL_FROM: 'x@example.org',
    MAIL_SET: 'x',
    WITNESS_BUCKET: 'x',
  };
  try {
    const candidates = await candidatesIn(folder);
    const samples = new Map<Candidate, Sample[]>(candidates.map((candidate) => [candidate, []]));
    for (let i = 0; i < PROCESSES; i++) {
      for (const candidate of candidates) samples.get(candidate)?.push(await sample(candidate, environment));
    }
    const loading = (candidate: Candidate): number => median((samples.get(candidate) ?? []).map(([loaded]) => loaded));
    const answering = (candidate: Candidate): number =>
      median((samples.get(candidate) ?? []).map(([, answered]) => answered));
    const working = (candidate: Candidate): number =>
      median((samples.get(candidate) ?? []).map(([, , processor]) => processor));
    const [bare, lean, modules] = candidates as [Candidate, Candidate, Candidate];
    console.info(
      `Median of ${PROCESSES} fresh processes each, in turns. A function is ready when its secrets are read and a page was rendered.`,
    );
    console.table(
      candidates.map((candidate) => {
        const { raw, zipped } = sizeOf(candidate.folder);
        return {
          bundle: candidate.name,
          size: kilobytes(raw),
          zipped: kilobytes(zipped),
          'ready after ms': loading(candidate).toFixed(1),
          'of bare': `${(loading(candidate) / loading(bare)).toFixed(2)} ×`,
          'processor ms': working(candidate).toFixed(1),
          'of bare, processor': `${(working(candidate) / working(bare)).toFixed(2)} ×`,
          'first page after ms': candidate.answers ? answering(candidate).toFixed(1) : '–',
          'of bare, first page': candidate.answers ? `${(answering(candidate) / answering(bare)).toFixed(2)} ×` : '–',
        };
      }),
    );
    const times = (other: Candidate): number => loading(modules) / loading(other);
    console.info(
      `Import of pages: ${times(bare).toFixed(2)} × bare (at most ${MOST} ×: ${times(bare) <= MOST ? 'held' : 'NOT held'}), ` +
        `${times(lean).toFixed(2)} × a bare one made lean by the same means.`,
    );
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};
