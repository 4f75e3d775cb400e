import { describe, expect, test } from 'vitest';
import type { Locale } from '#shared/locales.ts';
import { axeFindings, COLOURS_AND_LANGUAGE } from '#test/support/axe.ts';
import { aBrowser } from '#test/support/browser.ts';
import { squeezed, tooWide, tooWideWithBigLetters } from '#test/support/layout.ts';
import { MEETINGS } from '#test/support/pages.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import { STATES } from '#test/support/states.ts';
import { expectReachable } from '#test/support/tab.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { messagesOf } from '#web/messages/source.ts';

const NARROW = 320;
const PHONE = 360;
const DESK = { width: 1280, height: 800 };

type Rules = 'all' | 'colours and language';

/** Words that are the name of a message: its chunk was not loaded, or it does not exist. */
const rawKeys = async ({ page, locale }: Visitor): Promise<string[]> => {
  const keys = new Set(messagesOf(locale).keys());
  const text = (await page.locator('html').textContent()) ?? '';
  return [...text.matchAll(/\b[a-z-]+(?:\.[\w-]+)+/g)].map(([word]) => word).filter((word) => keys.has(word));
};

const expectGoodLooks = async (visitor: Visitor, rules: Rules): Promise<void> => {
  const { page, locale } = visitor;
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe(locale);
  expect(await rawKeys(visitor)).toEqual([]);
  expect(await (rules === 'all' ? axeFindings(page) : axeFindings(page, COLOURS_AND_LANGUAGE))).toEqual([]);
  expect(await tooWide(page, NARROW)).toEqual([]);
  expect(await squeezed(page)).toEqual([]);
  expect(await tooWideWithBigLetters(page, PHONE)).toEqual([]);
};

/** With everything still unfolded, as a person at a desk without a mouse. */
const expectKeys = async ({ page }: Visitor): Promise<void> => {
  await page.setViewportSize(DESK);
  await expectReachable(page);
};

type Looked = {
  locale: Locale;
  dark?: boolean;
  keys?: boolean;
  /** By which of axe's rules. */
  rules?: Rules;
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
    'in $locale, on a phone, narrow, and with letters twice as big, axe finds nothing ($what)',
    ({ locale, dark = false, keys = false, rules = 'all', pages, states }) => {
      const visitorHere = () => browser.nextVisitor(town().address, { locale, dark });
      const lookAt = async (visitor: Visitor): Promise<void> => {
        await expectGoodLooks(visitor, rules);
        if (keys) await expectKeys(visitor);
      };

      test.each(pages)('on $file: $name', async ({ at }) => {
        const visitor = await visitorHere();
        visitor.expected.add(404);
        await visitor.go(`/${locale}${await at(town())}`);
        await lookAt(visitor);
      });

      test.each(states)('in the state: $name', async ({ reach }) => {
        const visitor = await visitorHere();
        await reach(visitor, town());
        await lookAt(visitor);
      });
    },
  );
};

/** Everything there is. Only colours differ between light and dark, and no colour knows a language. */
export const describeAllLooks = (locale: Locale, how: Pick<Looked, 'dark' | 'keys' | 'rules'>): void =>
  describeLooks([
    {
      locale,
      ...how,
      pages: MEETINGS,
      states: STATES,
      what: `every page, every state, ${how.dark ? 'dark' : 'light'}${how.keys ? '; with Tab alone, everything is reached' : ''}${how.rules === 'colours and language' ? '; rules about colours and language only' : ''}`,
    },
  ]);
