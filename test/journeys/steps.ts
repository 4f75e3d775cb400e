import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { OwnBallot } from '#shared/ballots/schema.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { Me } from '#shared/participants/schema.ts';
import type { RunningTown } from '#test/support/started-town.ts';
import { scan } from '#test/support/qr.ts';
import type { Visitor } from '#test/support/visitor.ts';
import { wordsIn } from '#test/support/wording.ts';

/** More than any passage has. */
const MOST_CARDS = 60;
const ITEM = '.vote-form input[name=item]';

/** What a resident does, in the words that she reads. The same with and without JavaScript. */
export const stepsOf = (town: RunningTown, visitor: Visitor, consultation: ConsultationView) => {
  const { page, locale, tap } = visitor;
  const words = wordsIn(locale);
  const home = `/${locale}/c/${consultation.id}`;
  const button = (key: string): Locator => page.getByRole('button', { name: words(key), exact: true });
  const link = (key: string): Locator => page.locator('main').getByRole('link', { name: words(key), exact: true });
  const opener = (key: string): Locator => page.locator('summary', { hasText: words(key) });
  const note = (key: string): Locator => page.locator('.notice', { hasText: words(`site.done.${key}`) });
  const passages = consultation.documents.flatMap((document) => document.passages);

  /** Asks the API as this browser would, with its cookie. */
  const ask = async <Answer>(path: string): Promise<Answer> => {
    const cookies = await visitor.context.cookies(town.address);
    const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
    const response = await fetch(`${town.address}/api${path}`, { headers: { cookie } });
    return (await response.json()) as Answer;
  };
  const ballot = () => ask<OwnBallot>(`/consultations/${consultation.id}/ballot`);
  const votes = async (): Promise<number> => (await ballot()).votes.length;

  const sayYes = async (): Promise<void> => {
    // The cards are in the languages of the consultation, not in all of the interface.
    const [first = ''] = consultation.languages;
    if (!consultation.languages.includes(locale)) await tap(page.locator(`input[name=reads][value=${first}]`));
    await tap(page.locator('input[name=oldEnough]'));
    await tap(button('join.yes'));
  };

  const typeCard = async (digits: string): Promise<void> => {
    await page.locator('input[name=digits]').fill(digits);
    await tap(button('participants.continue'));
    await note('came-back').waitFor();
  };

  /** By keyboard where there is a script, which is how the deck can be used without looking. */
  const answerCard = async (choice: 'agree' | 'pass', key: string): Promise<void> => {
    if (!visitor.javaScript) return tap(button(`ui.choice.${choice}`));
    await page.locator('.deck-card').focus();
    await page.keyboard.press(key);
  };

  /** Answers by a tap, and waits for the card behind: until it comes, this one can still be tapped. */
  const tapCard = async (choice: 'agree' | 'pass' | 'disagree'): Promise<void> => {
    const item = await page.locator(ITEM).inputValue();
    await tap(button(`ui.choice.${choice}`));
    await anotherCard(item);
  };
  const anotherCard = (last: string) =>
    page.waitForFunction(([where, before]) => document.querySelector<HTMLInputElement>(where)?.value !== before, [
      ITEM,
      last,
    ] as const);

  /** Passes on cards until the wanted one is in front of her; says its number. */
  const searchDeck = async (isWanted: (said: string) => boolean): Promise<number> => {
    for (let seen = 0; seen < MOST_CARDS; seen++) {
      const item = await page.locator(ITEM).inputValue();
      if (isWanted(((await page.locator('.deck-card .words').textContent()) ?? '').trim())) return Number(item);
      await answerCard('pass', '2');
      await anotherCard(item);
    }
    throw new Error('The card was never dealt.');
  };

  return {
    words,
    button,
    link,
    opener,
    note,
    ask,
    ballot,
    votes,
    sayYes,
    typeCard,
    me: () => ask<Me>('/me'),
    passage: passages[0]?.id ?? '',
    home,

    /** From the city's page to the first vote. */
    firstVote: async (): Promise<void> => {
      await visitor.go(`/${locale}/p/${town.slug}`);
      await tap(page.locator(`main a[href="${home}"]`));
      await tap(link('consultations.do.vote'));
      await sayYes();
      await visitor.arrive(`**${home}/deck?*`);
      await tapCard('agree');
      await expect.poll(votes).toBe(1);
    },

    voteInDeck: async (key: 'agree' | 'pass' | 'disagree'): Promise<void> => {
      const before = await votes();
      await tapCard(key);
      await expect.poll(votes).toBe(before + 1);
    },

    /** The digits on her card, and the address in its picture code. */
    makeCard: async (): Promise<{ digits: string; code: string }> => {
      await tap(link('ballots.keep-do'));
      await tap(button('participants.card-show'));
      const digits = await page.locator('.person-card-digits').innerText();
      expect(digits).toMatch(/^\d{4} \d{4} \d{4} \d{4}$/);
      const code = visitor.javaScript ? await scan(page, visitor.context) : '';
      await tap(link('participants.card-written-down'));
      await visitor.arrive(`**/${locale}/me`);
      return { digits, code };
    },

    suggest: async (text: string): Promise<string> => {
      await visitor.go(`${home}/passages/${passages[0]?.id ?? ''}`);
      await tap(link('site.suggest').first());
      await page.locator('textarea[name=text]').fill(text);
      await tap(button('contributions.send'));
      await note('suggested').waitFor();
      await expect.poll(() => page.locator('main').innerText()).toContain(text);
      return new URL(page.url()).pathname;
    },

    /** Answers what somebody else has said about the first passage. */
    reply: async (text: string): Promise<void> => {
      await visitor.go(`${home}/passages/${passages[0]?.id ?? ''}`);
      await tap(page.locator('main .card a[href*="/contributions/"]').first());
      await page.locator('#contributions').waitFor({ state: 'detached' });
      await tap(opener('replies.write'));
      await page
        .locator('form', { has: button('replies.send') })
        .locator('textarea')
        .first()
        .fill(text);
      await tap(button('replies.send').first());
      await note('replied').waitFor();
      await expect.poll(() => page.locator('#thread ~ ol').innerText()).toContain(text);
    },

    searchDeck,

    /** Goes through the cards of the first passage until this one is dealt, and agrees with it. */
    meetInDeck: async (text: string): Promise<void> => {
      await visitor.go(`${home}/passages/${passages[0]?.id ?? ''}`);
      await tap(link('documents.vote-on-these'));
      await sayYes();
      await visitor.arrive(`**${home}/deck?*`);
      const item = await searchDeck((said) => said === text);
      await answerCard('agree', '1');
      await expect.poll(async () => (await ballot()).votes).toContainEqual({ item, choice: 'agree', counts: true });
    },

    loseCookie: async (): Promise<void> => {
      await visitor.context.clearCookies();
      await visitor.go(`/${locale}/me`);
      await expect.poll(() => page.locator('main').innerText()).toContain(words('participants.nobody'));
    },

    /** Everything she did is on her page. */
    findEverything: async (count: number, said: string[]): Promise<void> => {
      await visitor.go(`/${locale}/me?con=${consultation.id}`);
      const shown = await page.locator('main').innerText();
      for (const text of said) expect(shown).toContain(text);
      await expect.poll(() => page.locator('[id^=item-]:not([id$=-about])').count()).toBe(count);
    },

    leave: async (): Promise<void> => {
      await visitor.go(`/${locale}/me`);
      await tap(opener('participants.leave-all'));
      await tap(button('participants.leave-yes'));
      await note('left').waitFor();
    },
  };
};
export type Steps = ReturnType<typeof stepsOf>;
