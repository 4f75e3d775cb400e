import type { Decide } from '#shared/moderation/schema.ts';
import { decided, toldAll, type Decided } from './decided.ts';
import type { Resident } from './resident.ts';
import type { RunningTown } from './started-town.ts';
import { signIn, type State } from './states.ts';
import type { Visitor } from './visitor.ts';

const WORDS = 'They should all go back where they came from.';

const home = (town: RunningTown) => `/c/${town.in('suggesting').id}`;
const go = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);
const press = ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

/** Words of hers, decided and told. */
const decidedAbout = async (town: RunningTown, author: Resident, decision: Partial<Decide>): Promise<Decided> => {
  const { id: contribution } = await author.suggest(town.in('suggesting').id, WORDS);
  const made = await decided(town, { contribution, words: WORDS }, decision);
  await toldAll(town, made);
  return made;
};

const counter = { words: 'Everybody who lives here has the same rights.', language: 'en' } as const;
const LOOKS: [name: string, decision: Partial<Decide>][] = [
  [
    'under a label, answered by the place',
    { visibility: 'label', mark: 'generalises', tier: 3, counterStatement: counter },
  ],
  ['behind a click', { visibility: 'restrict', tier: 3 }],
];

export const MODERATION_STATES: State[] = [
  ...LOOKS.map(([name, decision]): State => ({
    name: `a contribution ${name}`,
    reach: async (visitor, town) => {
      const { contribution } = await decidedAbout(town, await signIn(visitor, town), decision);
      await go(visitor, `${home(town)}/contributions/${contribution}`);
    },
  })),
  {
    name: 'a report, refused',
    reach: async (visitor, town) => {
      const [first] = await town.contributions('suggesting');
      await go(visitor, `${home(town)}/report?ctr=${first?.id ?? ''}`);
      await visitor.page.locator('input[name=kind][value=hate-speech]').check();
      await press(visitor, 'report');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a report that has come in',
    reach: async (visitor, town) => {
      const [first] = await town.contributions('suggesting');
      await go(visitor, `${home(town)}/report?ctr=${first?.id ?? ''}`);
      await visitor.page.locator('input[name=kind][value=spam]').check();
      await visitor.page.locator('textarea[name=why]').fill('The same again and again.');
      await press(visitor, 'report');
      await visitor.page.locator('.person-card').waitFor();
    },
  },
  {
    name: 'a report that was decided, by its number',
    reach: async (visitor, town) => {
      const { code } = await decidedAbout(town, await signIn(visitor, town), {});
      await go(visitor, '/notices');
      await visitor.page.locator('input[name=code]').fill(code);
      await press(visitor, 'look');
      await visitor.page.locator('#redress').waitFor();
      await visitor.page.locator('main summary').first().click();
    },
  },
  {
    name: 'a decision about her words, and a suspension',
    reach: async (visitor, town) => {
      const author = await signIn(visitor, town);
      const { id } = await decidedAbout(town, author, { tier: 1, author: { measure: 'suspend', days: 14 } });
      await go(visitor, `/me/decisions/${id}`);
      await visitor.page.locator('#redress').waitFor();
    },
  },
  {
    name: 'the form to suggest something, for somebody who is suspended',
    reach: async (visitor, town) => {
      await decidedAbout(town, await signIn(visitor, town), { tier: 1, author: { measure: 'suspend', days: 14 } });
      await go(visitor, `${home(town)}/suggest`);
      await visitor.page.locator('.notice').waitFor();
    },
  },
  {
    name: 'advice before words are sent',
    reach: async (visitor, town) => {
      await signIn(visitor, town);
      await go(visitor, `${home(town)}/suggest`);
      await visitor.page.locator('textarea[name=text]').fill('Ask anna@example.org or call +39 06 1234 5678.');
      await press(visitor, 'suggest');
      await visitor.page.locator('input[name=advised]').waitFor({ state: 'attached' });
    },
  },
];
