import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/lib/compile-module.js';
import { LOCALES, type Locale } from '#shared/locales.ts';
import { OFFICE_ROUTES } from '../office-routes.ts';
import { BY_THEMSELVES, ON_DEMAND } from './on-demand.ts';
import { allDifferences, messagesOf, parametersOf } from './source.ts';
import { slicesOfPages } from './uses.ts';

/**
 * Compiles the messages to one module for each locale and slice, their keys and parameters to a type, and says which
 * page needs which slice. A message that a locale lacks is shown in English rather than as a hole; a test fails on each.
 */
const FOLDER = join(import.meta.dirname, 'compiled');
const EVERYWHERE = 'everywhere';
/** Knows the way to the words of a desk, which residents never load. */
const OFFICE = 'office';
const english = messagesOf('en');
const slices = [...new Set([...english.keys()].map((key) => key.slice(0, key.indexOf('.'))))];
const { '': everywhere = [], ...pages } = slicesOfPages(slices);
const onPages = new Set([...everywhere, ...Object.values(pages).flat()]);
/** What `say` says without a page: the titles of problems, and what no page says. */
const onServer = ['problem', ...slices.filter((slice) => !onPages.has(slice) && !BY_THEMSELVES.includes(slice))];
const chunks = new Map([
  [EVERYWHERE, everywhere],
  ['server', onServer],
]);
const own = [...onPages].filter((slice) => !everywhere.includes(slice));
for (const slice of own) chunks.set(slice, [slice]);
for (const [chunk, prefix] of Object.entries(ON_DEMAND)) chunks.set(chunk, [prefix]);
for (const slice of BY_THEMSELVES) chunks.set(slice, [slice]);
const officeFiles = new Set(OFFICE_ROUTES.map(([, file]) => file));
const pagesWhere = (isOffice: boolean): Record<string, string[]> =>
  Object.fromEntries(Object.entries(pages).filter(([file]) => officeFiles.has(file) === isOffice));
const ofResidents = new Set([...Object.values(pagesWhere(false)).flat(), ...Object.keys(ON_DEMAND)]);
const ofOffice = own.filter((slice) => !ofResidents.has(slice));
/** A key belongs where most of its beginning is named. */
const prefixes = [...new Set([...chunks.values()].flat())].sort((a, b) => b.length - a.length);
const prefixOf = (key: string): string => prefixes.find((prefix) => key.startsWith(`${prefix}.`)) ?? '';

const loaders = (ways: Iterable<string>): string => `
export const chunks = {
${[...ways]
  .sort()
  .map((slice) => `  '${slice}': () => import('./${slice}.js'),`)
  .join('\n')}
};
`;

const typeOf = (message: string): string => {
  const parameters = [...parametersOf(message)].map(([name, kind]) => `${name}: ${kind}`);
  return parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'undefined';
};

const leaner = (module: string): string =>
  module
    // A message without parameters is a constant: a function around each would be a tenth of the chunk.
    .replaceAll(/^( {2}"[\w.-]+": )\(\) => (?=")/gm, '$1')
    // Browsers know the plurals of their languages: otherwise each would load those of all languages of the interface.
    .replace(
      /^import \{ (\w+) \} from "@messageformat\/runtime\/lib\/cardinals";$/m,
      'let rules;\nconst $1 = (count) => (rules ??= new Intl.PluralRules("$1")).select(count);',
    );

const compiled = (locale: Locale, words: Map<string, string>, held: readonly string[]): string => {
  const texts = [...english].filter(([key]) => held.includes(prefixOf(key)));
  const format = new MessageFormat(locale, { strict: true, returnType: 'string' });
  const module = compileModule(format, Object.fromEntries(texts.map(([key, text]) => [key, words.get(key) ?? text])));
  return leaner(module);
};

rmSync(FOLDER, { recursive: true, force: true });
for (const locale of LOCALES) {
  mkdirSync(join(FOLDER, locale), { recursive: true });
  const words = messagesOf(locale);
  for (const [chunk, held] of chunks) {
    const more = chunk === EVERYWHERE ? loaders([...ofResidents, OFFICE]) : '';
    writeFileSync(join(FOLDER, locale, `${chunk}.js`), compiled(locale, words, held) + more);
  }
  writeFileSync(join(FOLDER, locale, `${OFFICE}.js`), `export default {};\n${loaders(ofOffice)}`);
}
const inOffice = Object.entries(pagesWhere(true)).map(([file, used]) => [file, [OFFICE, ...used]]);
const types = [...english].map(([key, message]) => `  '${key}': ${typeOf(message)};`);
writeFileSync(
  join(FOLDER, 'messages.ts'),
  `/** Written by \`npm run messages\`. */
export type Messages = {
${types.join('\n')}
};

/** The chunks of messages that a page needs beside \`everywhere\`. */
export const CHUNKS_OF_PAGES: Record<string, readonly string[]> = ${JSON.stringify(pagesWhere(false), null, 2)};
`,
);
writeFileSync(
  join(FOLDER, 'office.ts'),
  `/** The same for the pages of \`office-routes.ts\`, which residents never load. */
export const CHUNKS_OF_OFFICE: Record<string, readonly string[]> = ${JSON.stringify(Object.fromEntries(inOffice), null, 2)};
`,
);
// A language that is being written lacks hundreds: each is named for the language that is asked about.
const [asked] = process.argv.slice(2);
for (const [locale, differences] of Map.groupBy(allDifferences(), (difference) =>
  difference.slice(0, difference.indexOf(':')),
)) {
  const [first = '', ...more] = differences;
  if (locale === asked) process.stderr.write(`${differences.join('\n')}\n`);
  else process.stderr.write(more.length > 0 ? `${first}, and ${more.length} more of ${locale}\n` : `${first}\n`);
}
