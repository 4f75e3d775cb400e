import { describe, expect, test } from 'vitest';
import type { Locale } from '#shared/locales.ts';
import { axeFindings } from '#test/support/axe.ts';
import { aBrowser } from '#test/support/browser.ts';
import { squeezed, tooWide, tooWideWithBigLetters } from '#test/support/layout.ts';
import { MEETINGS } from '#test/support/pages.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { STATES } from '#test/support/states.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { messagesOf } from '#web/messages/source.ts';

const NARROW = 320;
const PHONE = 360;

/** Words that are the name of a message: its chunk was not loaded, or it does not exist. */
const rawKeys = async ({ page, locale }: Visitor): Promise<string[]> => {
  const keys = new Set(messagesOf(locale).keys());
  const text = (await page.locator('html').textContent()) ?? '';
  return [...text.matchAll(/\b[a-z-]+(?:\.[\w-]+)+/g)].map(([word]) => word).filter((word) => keys.has(word));
};

const expectGoodLooks = async (visitor: Visitor): Promise<void> => {
  const { page, locale } = visitor;
  expect(await page.locator('html').getAttribute('lang')).toBe(locale);
  expect(await rawKeys(visitor)).toEqual([]);
  expect(await axeFindings(page)).toEqual([]);
  expect(await tooWide(page, NARROW)).toEqual([]);
  expect(await squeezed(page)).toEqual([]);
  expect(await tooWideWithBigLetters(page, PHONE)).toEqual([]);
};

type Looked = {
  locale: Locale;
  pages: typeof MEETINGS;
  states: typeof STATES;
  /** What of all there is, for the title. */
  what: string;
};

/** Pages, and states of pages, each in one locale. */
export const describeLooks = (all: readonly Looked[]): void => {
  const town = aRunningTown('Solmira');
  const browser = aBrowser();

  describe.each(all)(
    'in $locale, on a phone, light and dark, narrow, and with letters twice as big, axe finds nothing ($what)',
    ({ locale, pages, states }) => {
      test.each(pages)('on $file: $name', async ({ at }) => {
        const visitor = await browser.visitor(town().address, { locale });
        visitor.expected.add(404);
        await visitor.go(`/${locale}${await at(town())}`);
        await expectGoodLooks(visitor);
      });

      test.each(states)('in the state: $name', async ({ reach }) => {
        const visitor = await browser.visitor(town().address, { locale });
        await reach(visitor, town());
        await expectGoodLooks(visitor);
      });
    },
  );
};

export const describeAllLooks = (locale: Locale): void =>
  describeLooks([{ locale, pages: MEETINGS, states: STATES, what: 'every page, every state' }]);
