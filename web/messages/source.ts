import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, type Token } from '@messageformat/parser';
import { LOCALES, type Locale } from '#shared/locales.ts';

const FOLDER = import.meta.dirname;

type Tree = { [key: string]: string | Tree };

const flatten = (tree: Tree, prefix: string): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${prefix}.${key}`, value]] : flatten(value, `${prefix}.${key}`),
  );

/** All messages of a locale by key: `consultations.json` holds the keys `consultations.…`. */
export const messagesOf = (locale: Locale): Map<string, string> =>
  new Map(
    globSync('*.json', { cwd: join(FOLDER, locale) })
      .sort()
      .flatMap((file) =>
        flatten(JSON.parse(readFileSync(join(FOLDER, locale, file), 'utf8')) as Tree, file.slice(0, -'.json'.length)),
      ),
  );

const parametersIn = (tokens: readonly Token[]): [string, 'number' | 'string'][] =>
  tokens.flatMap((token): [string, 'number' | 'string'][] => {
    if (token.type === 'content' || token.type === 'octothorpe') return [];
    if (token.type === 'argument' || token.type === 'function') return [[token.arg, 'string']];
    const kind = token.type === 'select' ? 'string' : 'number';
    return [[token.arg, kind], ...token.cases.flatMap((one) => parametersIn(one.tokens))];
  });

/** What a message needs to be told, by name. A name that counts anywhere is a number everywhere. */
export const parametersOf = (message: string): Map<string, 'number' | 'string'> => {
  const found = new Map<string, 'number' | 'string'>();
  for (const [name, kind] of parametersIn(parse(message, { strict: true }))) {
    if (found.get(name) !== 'number') found.set(name, kind);
  }
  return found;
};

type Plural = { name: string; cases: readonly string[] };
const pluralsIn = (tokens: readonly Token[]): Plural[] =>
  tokens.flatMap((token) => {
    if (token.type !== 'plural' && token.type !== 'select' && token.type !== 'selectordinal') return [];
    const own = token.type === 'plural' ? [{ name: token.arg, cases: token.cases.map(({ key }) => key) }] : [];
    return [...own, ...token.cases.flatMap((one) => pluralsIn(one.tokens))];
  });

/** The forms that counting people and texts needs in a language: nobody counts in halves here, nor to a million. */
const formsOf = (locale: Locale): string[] => {
  const rules = new Intl.PluralRules(locale);
  return [...new Set(Array.from({ length: 201 }, (_, count) => rules.select(count)))];
};

/** `ballots.left has no few of count`: the plural forms of the language that a message lacks. */
const formsMissing = (message: string, forms: readonly string[]): string[] =>
  pluralsIn(parse(message, { strict: true })).flatMap(({ name, cases }) =>
    forms
      .filter((form) => !cases.includes(form) && !(form === 'zero' && cases.includes('=0')))
      .map((form) => `${form} of ${name}`),
  );

const listed = (message: string): string => [...parametersOf(message).keys()].sort().join(', ');

/** Where a locale differs from the English source: keys missing or unknown, other parameters, too few plural forms. */
export const differences = (locale: Locale, source = messagesOf('en')): string[] => {
  const own = messagesOf(locale);
  const forms = formsOf(locale);
  const missing = [...source.keys()].filter((key) => !own.has(key)).map((key) => `${locale}: ${key} is missing`);
  const wrong = [...own].flatMap(([key, message]) => {
    const english = source.get(key);
    if (english === undefined) return [`${locale}: ${key} is not in the English source`];
    if (listed(message) !== listed(english)) return [`${locale}: ${key} has other parameters than the English source`];
    return formsMissing(message, forms).map((form) => `${locale}: ${key} has no ${form}`);
  });
  return [...missing, ...wrong];
};

export const allDifferences = (): string[] => LOCALES.flatMap((locale) => differences(locale));
