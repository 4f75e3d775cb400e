import { nowIn } from '#functions/world.ts';
import { ANSWER_STATES } from './answer-states.ts';
import { AUDITING_STATES } from './auditing-states.ts';
import { aConsultation } from './builders.ts';
import { CONSULTING_STATES } from './consulting-states.ts';
import { DESK_STATES } from './desk-states.ts';
import { MODERATION_STATES } from './moderation-states.ts';
import { SET_UP_STATES } from './set-up-states.ts';
import type { RunningTown } from './started-town.ts';
import type { Resident } from './resident.ts';
import { useCookie } from './use-cookie.ts';
import type { Visitor } from './visitor.ts';

/** What a page can look like beyond its first sight, reached as a resident reaches it. */
export type State = { name: string; reach: (visitor: Visitor, town: RunningTown) => Promise<void> };

/** Somebody who has joined the open consultation, known in this browser. */
export const signIn = async (visitor: Visitor, town: RunningTown): Promise<Resident> => {
  const { locale } = visitor;
  const resident = town.resident();
  await resident.join(town.in('suggesting').id, { locale, reads: ['en', 'it', 'ar'], consent: town.consentVersion });
  await useCookie(visitor, town, resident.cookie());
  return resident;
};

const send = async ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** What she says, in a language that she has words for here. */
const SAID = { en: 'Lifts first, then lights.', it: 'Prima gli ascensori, poi le luci.', ar: 'المصاعد أولًا ثم الأضواء.' };
const isSpoken = (locale: string): locale is keyof typeof SAID => Object.hasOwn(SAID, locale);

const home = (town: RunningTown) => `/c/${town.in('suggesting').id}`;
const passageOf = (town: RunningTown) => town.in('suggesting').documents[0]?.passages[0];
const passage = (town: RunningTown) => `${home(town)}/passages/${passageOf(town)?.id ?? ''}`;
const go = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

/** Votes on two passages and some cards, writes a suggestion and a reply to it. */
const busy = async (visitor: Visitor, town: RunningTown): Promise<string> => {
  const { locale } = visitor;
  const language = isSpoken(locale) ? locale : 'en';
  const { id } = town.in('suggesting');
  const resident = await signIn(visitor, town);
  const { cards } = await resident.deck(id, 3);
  for (const { item, deal } of cards) await resident.vote(id, item, 'agree', deal);
  await resident.vote(id, passageOf(town)?.item ?? 0, 'disagree');
  const own = await resident.suggest(id, SAID[language], { language });
  await resident.ask('POST', `/consultations/${id}/threads/${own.id}`, {
    text: SAID[language],
    language,
    label: 'for',
  });
  return `${home(town)}/contributions/${own.id}`;
};

/** In a consultation that asks about affected groups, she stands before the question. */
const askedAboutBelonging = async (visitor: Visitor, town: RunningTown): Promise<void> => {
  const { world } = town;
  const { consultation } = await aConsultation({ ...world, now: () => nowIn(world) });
  const resident = await signIn(visitor, town);
  await resident.join(consultation.id, { locale: visitor.locale, reads: [visitor.locale], consent: 1 });
  await go(visitor, `/c/${consultation.id}/belonging`);
};

export const STATES: State[] = [
  ...DESK_STATES,
  ...CONSULTING_STATES,
  ...AUDITING_STATES,
  ...ANSWER_STATES,
  ...SET_UP_STATES,
  ...MODERATION_STATES,
  {
    name: 'the deck with a card',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, `${home(town)}/deck`);
      await visitor.page.locator('.deck-card').waitFor();
    },
  },
  {
    name: 'the deck after some votes, with the offer of a card',
    reach: async (visitor, town) => {
      await busy(visitor, town);
      await go(visitor, `${home(town)}/deck`);
      await visitor.page.keyboard.press('1');
      await visitor.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'a passage that she has voted on',
    reach: async (visitor, town) => {
      await busy(visitor, town);
      await go(visitor, passage(town));
    },
  },
  {
    name: 'an open consultation with her own progress',
    reach: async (visitor, town) => {
      await busy(visitor, town);
      await go(visitor, home(town));
    },
  },
  {
    name: 'her own contribution with a reply',
    reach: async (visitor, town) => go(visitor, await busy(visitor, town)),
  },
  {
    name: 'the form to suggest something',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, `${home(town)}/suggest?passage=${passageOf(town)?.id ?? ''}`);
    },
  },
  {
    name: 'the form to suggest something, refused',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, `${home(town)}/suggest`);
      await send(visitor, 'suggest');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'before you vote, refused',
    reach: async (visitor, town) => {
      await go(visitor, `${home(town)}/join`);
      await send(visitor, 'join');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'my page with votes and words',
    reach: async (visitor, town) => {
      await busy(visitor, town);
      await go(visitor, '/me');
    },
  },
  {
    name: 'my page of one consultation',
    reach: async (visitor, town) => {
      await busy(visitor, town);
      await go(visitor, `/me?con=${town.in('suggesting').id}`);
    },
  },
  {
    name: 'about to make a card',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, '/me/card');
    },
  },
  {
    name: 'a card, shown once',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, '/me/card');
      await send(visitor, 'card');
      await visitor.page.locator('.person-card').waitFor();
    },
  },
  {
    name: 'the way back by card, with something to lose and a wrong number',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, '/return');
      await visitor.page.locator('input[name=digits]').fill('12 34');
      await send(visitor, 'return');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'the form to be told by mail, refused',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, `${home(town)}/tell-me`);
      await visitor.page.locator('input[name=email]').fill('nobody');
      await send(visitor, 'tell-me');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'the question about affected groups, refused',
    reach: async (visitor, town) => {
      await askedAboutBelonging(visitor, town);
      await visitor.page.locator('input[name=answers]').first().check();
      await send(visitor, 'belonging');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'the question about affected groups, answered',
    reach: async (visitor, town) => {
      await askedAboutBelonging(visitor, town);
      await visitor.page.locator('input[name=answers]').first().check();
      await visitor.page.locator('input[name=consent]').check();
      await send(visitor, 'belonging');
      await visitor.page.locator('input[name=form][value="take-back"]').waitFor({ state: 'attached' });
    },
  },
];
