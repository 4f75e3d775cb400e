import { caseNow, removing, tellNow } from './cases.ts';
import { asStaff } from './as-staff.ts';
import { inOffice } from './office.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import { aTownCase, type TownCase } from './town-cases.ts';
import type { Visitor } from './visitor.ts';

const queue = ({ slug }: RunningTown) => `/p/${slug}/desk/cases`;
const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);
const press = ({ page }: Visitor, act: string) => page.locator(`button[data-act="${act}"]`).first().click();

const ARABIC = { text: 'عودوا جميعًا من حيث أتيتم.', language: 'ar' } as const;

/** Somebody decided it, and everybody was told. */
const decided = async (town: RunningTown, made: TownCase): Promise<void> => {
  const other = await inOffice(town, ['moderator']);
  const { version } = await caseNow(town.world, made.id);
  const path = `/places/${town.slug}/cases/${made.id}`;
  await other.ask('POST', `${path}/decision`, removing(made.text, version, { manifest: true }));
  await tellNow(town.world, made);
};

/** A moderator before a case that she has just taken. */
const taken = async (visitor: Visitor, town: RunningTown, given: Parameters<typeof aTownCase>[1] = {}) => {
  const made = await aTownCase(town, given);
  await asStaff(visitor, town, ['moderator']);
  await open(visitor, `${queue(town)}/${made.id}`);
  await press(visitor, 'take');
  await visitor.page.locator('.decide-form').waitFor();
  return made;
};

/** The pages of the moderators' desk. */
export const CASE_STATES: State[] = [
  {
    name: 'the queue of reports, one of them about danger',
    reach: async (visitor, town) => {
      await aTownCase(town);
      await aTownCase(town, { ...ARABIC, notice: { kind: 'incitement', danger: true } });
      await aTownCase(town, { notice: { kind: 'spam' } });
      await asStaff(visitor, town, ['moderator']);
      await open(visitor, queue(town));
      await visitor.page.locator('.case-loud').first().waitFor();
    },
  },
  {
    name: 'a case before anybody has taken it',
    reach: async (visitor, town) => {
      const made = await aTownCase(town, ARABIC);
      await asStaff(visitor, town, ['moderator']);
      await open(visitor, `${queue(town)}/${made.id}`);
      await visitor.page.locator('.case-masked').waitFor();
    },
  },
  {
    name: 'a case of the first tier, its words shown',
    reach: async (visitor, town) => {
      await taken(visitor, town, { ...ARABIC, notice: { kind: 'incitement', danger: true }, notices: 2 });
      await press(visitor, 'reveal');
      await visitor.page.locator('.case-words').waitFor();
    },
  },
  {
    name: 'a decision, refused',
    reach: async (visitor, town) => {
      await taken(visitor, town);
      await press(visitor, 'decide');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a case that was just decided',
    reach: async (visitor, town) => {
      await taken(visitor, town);
      await visitor.page.locator('input[name=visibility][value=keep]').check();
      await press(visitor, 'decide');
      await visitor.page.locator('button[data-act="undo"]').waitFor();
    },
  },
  {
    name: 'an appeal to be answered',
    reach: async (visitor, town) => {
      const made = await aTownCase(town, ARABIC);
      await decided(town, made);
      const why = 'كنت أقصد أهلي.';
      await made.author.ask('POST', `/me/decisions/${made.id}/appeal`, { why, language: 'ar' });
      await asStaff(visitor, town, ['moderator']);
      await open(visitor, `${queue(town)}/${made.id}`);
      await press(visitor, 'take');
      await visitor.page.locator('.decide-form').waitFor();
    },
  },
  {
    name: 'the phrases of a desk, and a new one refused',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['moderator']);
      await open(visitor, `/p/${town.slug}/desk/phrases`);
      await visitor.page.locator('main summary').first().click();
      await visitor.page.locator('form:has(input[value=write]) button').click();
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a trusted flagger, named just now',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `/p/${town.slug}/desk/flaggers`);
      await visitor.page.locator('[name=organisation]').fill('Bridges');
      await visitor.page.locator('[name=from]').fill('2026-01-01');
      await visitor.page.locator('[name=until]').fill('2031-12-31');
      await visitor.page.locator('form:has(input[value=appoint]) button').click();
      await visitor.page.locator('.invite-link').waitFor();
    },
  },
  {
    name: 'the trusted flaggers of a place',
    reach: async (visitor, town) => {
      await asStaff(visitor, town, ['coordinator']);
      await open(visitor, `/p/${town.slug}/desk/flaggers`);
      await visitor.page.locator('main h1').waitFor();
    },
  },
];
