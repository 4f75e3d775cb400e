import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import MessageFormat from '@messageformat/core';
import compileModule from '@messageformat/core/lib/compile-module.js';
import { LOCALES } from '#shared/locales.ts';
import { allDifferences, messagesOf, parametersOf } from './source.ts';

/**
 * Compiles the messages to one module for each locale, and their keys and parameters to a type.
 * A message that a locale lacks is shown in English rather than as a hole; a test fails on each.
 */
const FOLDER = join(import.meta.dirname, 'compiled');
const english = messagesOf('en');

const typeOf = (message: string): string => {
  const parameters = [...parametersOf(message)].map(([name, kind]) => `${name}: ${kind}`);
  return parameters.length > 0 ? `{ ${parameters.join('; ')} }` : 'undefined';
};

mkdirSync(FOLDER, { recursive: true });
for (const locale of LOCALES) {
  const own = messagesOf(locale);
  const texts = Object.fromEntries([...english].map(([key, text]) => [key, own.get(key) ?? text]));
  const module = compileModule(new MessageFormat(locale, { strict: true, returnType: 'string' }), texts);
  // A message without parameters is a constant: a function around each would be a tenth of the chunk.
  writeFileSync(join(FOLDER, `${locale}.js`), module.replaceAll(/^( {2}"[\w.-]+": )\(\) => (?=")/gm, '$1'));
}
const lines = [...english].map(([key, message]) => `  '${key}': ${typeOf(message)};`);
writeFileSync(
  join(FOLDER, 'messages.ts'),
  `/** Written by \`npm run messages\`. */\nexport type Messages = {\n${lines.join('\n')}\n};\n`,
);
for (const difference of allDifferences()) process.stderr.write(`${difference}\n`);
