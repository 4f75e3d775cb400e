import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#shared/locales.ts';
import { FIELD_ERRORS, PROBLEM_CODES } from '#shared/problems.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import meta from '#web/messages/meta.json' with { type: 'json' };
import { differences, messagesOf } from '#web/messages/source.ts';

const root = new URL('../..', import.meta.url).pathname;
const sources = globSync('{web,functions,shared}/**/*.{ts,tsx}', { cwd: root, exclude: ['web/messages/compiled/**'] })
  .map((file) => readFileSync(root + file, 'utf8'))
  .join('\n');

/** A key with a gap, as code writes it, as an expression that the whole keys match. */
const withGaps = [...sources.matchAll(/`([a-z][a-z-]*\.[^`\s]*\$\{[^`]*)`/g)].map(
  ([, key = '']) =>
    new RegExp(
      `^${key
        .replaceAll(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '\u0000')
        .replaceAll('.', String.raw`\.`)
        .replaceAll('\u0000', String.raw`[\w-]+`)}$`,
    ),
);
const isUsed = (key: string): boolean =>
  sources.includes(`'${key}'`) || sources.includes(`"${key}"`) || withGaps.some((gap) => gap.test(key));

const town = aRunningTown('Solmira');

describe('Words of the interface', () => {
  test.each(LOCALES)(
    '%s has every message, none too many, each with the parameters that the code gives and the plural forms of its language',
    (locale) => {
      expect(differences(locale)).toEqual([]);
    },
  );

  test.each(LOCALES)('%s names and explains every problem, and every error of a field', (locale) => {
    const messages = messagesOf(locale);
    const wanted = [
      ...PROBLEM_CODES.flatMap((code) => [`problem.${code}`, `problems.explain.${code}`]),
      ...FIELD_ERRORS.map((code) => `field.${code}`),
    ];
    expect(wanted.filter((key) => !messages.get(key)?.trim())).toEqual([]);
  });

  test('publiccode.yml names the same languages', () => {
    const [, named] = /availableLanguages: \[(.+)\]/.exec(readFileSync(`${root}publiccode.yml`, 'utf8')) ?? [];
    expect(named?.split(', ')).toEqual(LOCALES);
  });

  test('French keeps its double signs with the word before them', () => {
    const loose = [...messagesOf('fr')].filter(([, message]) => /« | [:;?!»%](?!\S)/.test(message));
    expect(loose.map(([key]) => key)).toEqual([]);
  });

  /** What web/messages/README.md rules out, as far as a pattern can see it. */
  const STRAYS: Partial<Record<Locale, RegExp>> = {
    en: /'|\b(his|her|she|he)\b/,
    it: /'|\b(ricorso|ricorsi|ammonimento|regole della casa|collegamento)\b|\bsei (entrato|arrivato|solo)\b/i,
    fr: /'|\p{L}·\p{L}|\b(recours|dossier|courriel|vos mots|règles de la maison)\b/iu,
    es: /'|\b(usted|recurso|recurrir|normas de la casa)\b/i,
    ro: /'|[şţ]|(?<!\p{L})(tu|tău|tale|ta|tine|poți|ești|vrei|semnalare|atenționare)(?!\p{L})|regulile casei/iu,
    uk: /'|(?<!\p{L})(голосу\p{L}+|голосувати) за (ц|текст|нов|частин)|правила дому|внес[ок]/iu,
    ar: /[,;?]|تظلم|إنذار|قواعد المكان/,
  };

  test.each(LOCALES)('%s keeps to its form of address and to one word for each thing', (locale) => {
    const stray = STRAYS[locale];
    const said = [...messagesOf(locale)].map(([key, message]) => [key, message.replaceAll(/\{\w+, \w+,|=\d/g, '')]);
    expect(said.filter(([, message = '']) => stray?.test(message))).toEqual([]);
  });

  test('every message is said somewhere', () => {
    expect([...messagesOf('en').keys()].filter((key) => !isUsed(key))).toEqual([]);
  });

  test.each(LOCALES)('%s says in the footer who has checked its words, or that nobody has', async (locale) => {
    const messages = messagesOf(locale);
    const by = meta[locale].checkedBy as string | null;
    const said =
      by === null ? messages.get('ui.words-unchecked') : messages.get('ui.words-checked')?.replace('{by}', by);
    expect(await (await fetch(`${town().address}/${locale}`)).text()).toContain(said);
  });
});
