import { describe, expect, test } from 'vitest';
import { directionOf } from '#shared/locales.ts';
import { EDIT_TIME } from '#shared/contributions/rules.ts';
import { MINUTE } from '#shared/time.ts';
import { aBrowser } from '#test/support/browser.ts';
import { aRunningTown } from '#test/support/running-town.ts';
import type { TownName } from '#test/support/seeded-store.ts';
import { findStored } from '#test/support/stored.ts';
import type { Device, VisitorGiven } from '#test/support/visitor.ts';
import { stepsOf } from './steps.ts';

const MOST_TAPS = 8;

const WORDS = {
  en: { suggestion: 'Put the deposit into an account that both sides can see.', reply: 'That would have helped me.' },
  it: { suggestion: 'La caparra va su un conto che vedono tutti e due.', reply: 'A me sarebbe servito.' },
  ar: { suggestion: 'ضعوا مبلغ الضمان في حساب يراه الطرفان.', reply: 'كان هذا سيساعدني.' },
};

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';
const inArabicIndic = (digits: string): string =>
  digits.replaceAll(/\d/g, (digit) => ARABIC_INDIC[Number(digit)] ?? '');

type Way = 'typed' | 'typed in Arabic-Indic digits' | 'scanned';
export const VISITS: [Device, keyof typeof WORDS, Way][] = [
  ['phone', 'en', 'typed'],
  ['desktop', 'it', 'scanned'],
  ['phone', 'ar', 'typed in Arabic-Indic digits'],
  ['desktop', 'ar', 'scanned'],
];

/** The whole way of a resident, in one town: arriving, voting, keeping, losing, coming back, speaking, leaving. */
export const describeParticipation = (
  name: TownName,
  given: Pick<VisitorGiven, 'javaScript'> & { visits?: typeof VISITS } = {},
): void => {
  const town = aRunningTown(name);
  const browser = aBrowser();
  const withScript = given.javaScript ?? true;

  describe(`in ${name}${withScript ? '' : ', with JavaScript off'}`, () => {
    test.each((given.visits ?? VISITS).filter(([, , way]) => withScript || way !== 'scanned'))(
      'a resident votes, speaks, loses her cookie, comes back and leaves (%s, %s, card %s)',
      async (device, locale, way) => {
        const visitor = await browser.visitor(town().address, { device, locale, ...given });
        const steps = stepsOf(town(), visitor, town().in('suggesting'));
        // By signs that no id is made of, so that nothing else that is stored can be taken for it.
        const tag = `(${device}, ${locale}, ${way})`;
        const suggestion = `${WORDS[locale].suggestion} ${tag}`;
        const reply = `${WORDS[locale].reply} ${tag}`;

        await steps.firstVote();
        console.info(`${name}, ${device}, ${locale}: first vote after ${visitor.taps()} taps`);
        expect(visitor.taps()).toBeLessThanOrEqual(MOST_TAPS);
        await expect.poll(() => visitor.page.locator('html').getAttribute('dir')).toBe(directionOf(locale));

        await steps.voteInDeck('disagree');
        await steps.voteInDeck('pass');
        const { digits, code } = await steps.makeCard();
        const written = await steps.suggest(suggestion);
        await steps.reply(reply);
        const votes = await steps.votes();

        await steps.loseCookie();
        if (way === 'scanned') {
          await visitor.page.goto('about:blank');
          expect(code).toBe(`${town().address}/join#${digits.replaceAll(' ', '')}`);
          await visitor.go(code);
          await visitor.page.getByText(steps.words('participants.scanned')).waitFor();
          expect(visitor.page.url()).not.toContain(digits.replaceAll(' ', ''));
          await visitor.tap(steps.button('participants.continue'));
          await steps.note('came-back').waitFor();
        } else {
          await visitor.tap(steps.link('participants.return'));
          await steps.typeCard(way === 'typed' ? digits : inArabicIndic(digits));
        }
        await steps.findEverything(votes, [suggestion, reply]);

        town().pass(EDIT_TIME + MINUTE);
        const other = await browser.visitor(town().address, { device: 'desktop', locale, ...given });
        const others = stepsOf(town(), other, town().in('suggesting'));
        await others.meetInDeck(suggestion);

        await steps.leave();
        expect((await steps.me()).signedIn).toBe(false);
        visitor.expected.add(404);
        await visitor.page.goto(written);
        await expect.poll(() => visitor.page.content()).not.toContain(suggestion);
        expect(await findStored(town().world, [tag])).toEqual([]);
      },
    );
  });
};
