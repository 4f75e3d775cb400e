import { findCase } from '#functions/moderation/cases.ts';
import { caseAbout } from '#functions/moderation/store.ts';
import { tell } from '#functions/moderation/telling.ts';
import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Decide, Receipt } from '#shared/moderation/schema.ts';
import { MINUTE } from '#shared/time.ts';
import { aNotice, removing } from './cases.ts';
import type { Resident } from './resident.ts';
import type { RunningTown } from './started-town.ts';
import { signIn, type State } from './states.ts';
import type { Visitor } from './visitor.ts';

const WORDS = 'They should all go back where they came from.';

const home = (town: RunningTown) => `/c/${town.in('suggesting').id}`;
const go = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);
const press = ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).last().click();

type Decided = { contribution: string; id: string; code: string };

/** Words of hers, reported by somebody and decided by a moderator, who has told everybody. */
const decided = async (town: RunningTown, author: Resident, decision: Partial<Decide>): Promise<Decided> => {
  const { world, slug } = town;
  const { id: con, place } = town.in('suggesting');
  const { id: contribution } = await author.suggest(con, WORDS);
  const notice = aNotice({ kind: 'contribution', id: contribution });
  const { code } = await town.resident().ask<Receipt>('POST', `/consultations/${con}/notices`, notice);
  const moderator = town.resident();
  const participant = await appointStaff(world, place, ['moderator'], 'Amal');
  moderator.useCookie(`__Host-session=${await openSession(world, participant)}`);
  const id = await caseAbout(world, contribution);
  const one = id && (await findCase(world, id));
  if (!one) throw new Error('No case was opened.');
  await moderator.ask('POST', `/places/${slug}/cases/${one.id}/decision`, removing(WORDS, one.version, decision));
  const now = await findCase(world, one.id);
  if (now) await tell(world, now);
  // Whoever was known before is asked about anew.
  town.pass(MINUTE);
  return { contribution, id: one.id, code };
};

const counter = { words: 'Everybody who lives here has the same rights.', language: 'en' } as const;
const LOOKS: [name: string, decision: Partial<Decide>][] = [
  [
    'under a label, answered by the place',
    { visibility: 'label', mark: 'generalises', tier: 3, counterStatement: counter },
  ],
  ['behind a click', { visibility: 'restrict', tier: 3 }],
  ['removed', {}],
];

export const MODERATION_STATES: State[] = [
  ...LOOKS.map(([name, decision]): State => ({
    name: `a contribution ${name}`,
    reach: async (visitor, town) => {
      const { contribution } = await decided(town, await signIn(visitor, town), decision);
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
      const { code } = await decided(town, await signIn(visitor, town), {});
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
      const { id } = await decided(town, author, { tier: 1, author: { measure: 'suspend', days: 14 } });
      await go(visitor, `/me/decisions/${id}`);
      await visitor.page.locator('#redress').waitFor();
    },
  },
  {
    name: 'my page of somebody who is suspended',
    reach: async (visitor, town) => {
      await decided(town, await signIn(visitor, town), { tier: 1, author: { measure: 'suspend', days: 14 } });
      await go(visitor, '/me');
    },
  },
  {
    name: 'the form to suggest something, for somebody who is suspended',
    reach: async (visitor, town) => {
      await decided(town, await signIn(visitor, town), { tier: 1, author: { measure: 'suspend', days: 14 } });
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
