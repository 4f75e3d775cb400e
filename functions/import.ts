import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { TITLE_LENGTH } from '#shared/consultations/rules.ts';
import { isLanguage } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import { importPolis } from './imports/service.ts';
import { ExportFaulty } from './imports/polis/csv.ts';
import { readExport } from './imports/polis/export.ts';
import { progressBar } from './imports/progress.ts';
import { requireActor } from './participants/actor.ts';
import { openSession, signOut } from './participants/service.ts';
import { whoIs } from './participants/sessions.ts';
import { placeIdAt, placeOf } from './places/service.ts';
import { appointStaff, endAppointment } from './staff/service.ts';
import { startEngine, StoreInUse } from './storage/engine.ts';
import { createWorld } from './world.ts';

const USAGE = `npm run import -- polis <folder> --place <slug> --title <text> [--language <tag>] [--attribution <text>] [--data-dir <folder>]

Reads a Polis export (comments.csv, participants-votes.csv or votes.csv, summary.csv) into a new consultation.
Stop the platform first: one program at a time may use the store.`;

/** A person can put this right. */
class PlainError extends Error {
  override name = 'PlainError';
}

const FAULTS_SHOWN = 20;

const readArguments = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      place: { type: 'string' },
      title: { type: 'string' },
      language: { type: 'string', default: 'en' },
      attribution: { type: 'string' },
      'data-dir': { type: 'string', default: process.env.DATA_DIR ?? '.data' },
    },
  });
  const [kind, folder] = positionals;
  const { place, title, language } = values;
  if (kind !== 'polis' || !folder || !place || !title) throw new PlainError(USAGE);
  if (title.length > TITLE_LENGTH) throw new PlainError(`The title may have ${TITLE_LENGTH} characters at most.`);
  if (!isLanguage(language)) throw new PlainError(`${language} is not a language people can choose here.`);
  return { folder, place, title, language, attribution: values.attribution, dataDir: resolve(values['data-dir']) };
};

const run = async (): Promise<void> => {
  const { folder, dataDir, place: slug, ...given } = readArguments();
  const exported = readExport(folder);
  const engine = await startEngine(dataDir);
  try {
    // No card or deal is made here, so the platform's secret is not needed; the consultation's own key lies in the vault.
    const world = createWorld({ storage: engine.storage, secret: randomBytes(48) });
    const place = await placeOf(world, await placeIdAt(world, slug));
    const importer = await appointStaff(world, place.id, ['coordinator'], 'Import');
    const actor = requireActor(await whoIs(world, await openSession(world, importer)));
    for (const note of exported.notes) console.info(`- ${note}`);
    const bar = progressBar(process.stderr);
    const { consultation, outcome } = await importPolis(world, actor, exported, { ...given, place }, bar);
    await signOut(world, actor);
    await endAppointment(world, place.id, importer);
    const what = {
      imported: 'Imported',
      resumed: 'Finished an earlier import',
      'already-imported': 'Was imported before',
    };
    console.info(`${what[outcome]}: /en/c/${consultation}`);
  } finally {
    await engine.stop();
  }
};

const told = (error: unknown): unknown => {
  if (error instanceof PlainError || error instanceof StoreInUse) return error.message;
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
    return error.message;
  if (error instanceof Problem && error.code === 'not-found') return 'There is no such place in this store.';
  if (!(error instanceof ExportFaulty)) return error;
  const lines = error.faults
    .slice(0, FAULTS_SHOWN)
    .map(({ file, line, what }) => `  ${file}${line > 0 ? `, line ${line},` : ''} ${what}`);
  const more = error.faults.length - lines.length;
  return [`${error.message} Nothing was imported.`, ...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
};

try {
  await run();
} catch (error) {
  console.error(told(error));
  process.exitCode = 1;
}
