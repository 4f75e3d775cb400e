import { brotliCompressSync } from 'node:zlib';
import type { Response } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { LOCALES, type Locale } from '#shared/locales.ts';
import { messagesOf } from '#web/messages/source.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { stepsOf } from '#test/journeys/steps.ts';
import { signIn } from '#test/support/states.ts';
import type { Visitor } from '#test/support/visitor.ts';

const MOST_SCRIPT = 26_500;
/** Whoever comes for the first time also loads the page that comes before a vote. */
const MOST_SCRIPT_AT_FIRST = 33_000;

/** Only the words differ from one language to the next, and the chunks with them. */
const weightOfWords = (locale: Locale): number =>
  brotliCompressSync([...messagesOf(locale).values()].join('\n')).length;
const heaviest = LOCALES.toSorted((a, b) => weightOfWords(b) - weightOfWords(a))[0] ?? 'en';
const WEIGHED = process.env['FULL'] === undefined ? ['en' as const, heaviest] : LOCALES;
const TAKEN =
  process.env['FULL'] === undefined
    ? 'English, and the language with the most words; FULL=1 takes all'
    : 'all languages';

const town = aRunningTown('Solmira');
const browser = aBrowser();

/** Every script, style sheet and page that this browser loads, by kind, as brotli sends it. */
const weigh = ({ context }: Visitor) => {
  const loaded: Promise<{ kind: string; bytes: number }>[] = [];
  const weighOne = async (response: Response) => {
    const kind = response.request().resourceType();
    if (!['script', 'stylesheet', 'document'].includes(kind) || response.status() !== 200) return { kind, bytes: 0 };
    return { kind, bytes: brotliCompressSync(await response.body()).length };
  };
  context.on('response', (response) => loaded.push(weighOne(response)));
  return async (kind: string): Promise<number> =>
    (await Promise.all(loaded)).filter((one) => one.kind === kind).reduce((sum, { bytes }) => sum + bytes, 0);
};

const tell = async (what: string, weight: ReturnType<typeof weigh>): Promise<number> => {
  const script = await weight('script');
  console.info(
    `${what}: ${script} bytes of JavaScript, ${await weight('stylesheet')} of CSS, ${await weight('document')} of pages (brotli)`,
  );
  return script;
};

describe(`A cheap phone on a slow line loads little (${TAKEN})`, () => {
  test.each(WEIGHED)(
    'from opening the deck until a vote is acknowledged: 26.5 kB of JavaScript at most (%s)',
    async (locale) => {
      const visitor = await browser.visitor(town().address, { locale });
      const steps = stepsOf(town(), visitor, town().in('suggesting'));
      await signIn(visitor, town());
      const weight = weigh(visitor);
      await visitor.go(`${steps.home}/deck`);
      await steps.voteInDeck('agree');
      expect(await tell(`the deck, ${locale}`, weight)).toBeLessThanOrEqual(MOST_SCRIPT);
    },
  );

  test.each(WEIGHED)(
    '33 kB at most when the deck first sends her to the page before the first vote (%s)',
    async (locale) => {
      const visitor = await browser.visitor(town().address, { locale });
      const steps = stepsOf(town(), visitor, town().in('suggesting'));
      const weight = weigh(visitor);
      await visitor.go(`${steps.home}/deck`);
      await steps.sayYes();
      await visitor.page.locator('.deck-card').waitFor();
      await steps.voteInDeck('agree');
      expect(await tell(`before you vote and the deck, ${locale}`, weight)).toBeLessThanOrEqual(MOST_SCRIPT_AT_FIRST);
    },
  );
});
