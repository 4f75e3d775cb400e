import { askAddressee } from '#functions/answers/asking.ts';
import { writeAnswer } from '#functions/answers/answering.ts';
import { planMeasure } from '#functions/measures/planning.ts';
import { nowIn } from '#functions/world.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { aConsultation, aStaffMember } from './builders.ts';
import { useCookie } from './use-cookie.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import type { Visitor } from './visitor.ts';

const YES = { outcome: 'taken-up' as const, why: { en: 'Lifts are needed.' }, who: 'Building office' };

/** A consultation that an office answers: one point is, one is late, a measure follows. */
const answeredIn = async ({ world }: RunningTown) => {
  const setting = { ...world, now: () => nowIn(world) };
  const made = await aConsultation(setting, { phase: 'answered' });
  const con = made.consultation.id;
  const [first, second] = made.passages;
  if (!first || !second) throw new Error('There is no text.');
  const asked = {
    name: 'Housing office',
    locale: 'en' as const,
    document: first.document,
    points: [first.id, second.id],
  };
  const due = dayOf(later(nowIn(world), 5 * DAY));
  const { link } = await askAddressee(world, made.coordinator, con, { ...asked, due });
  const token = link.split('/answer/')[1] ?? '';
  await writeAnswer(world, token, first.id, { ...YES, give: true, version: 0 });
  await writeAnswer(world, token, second.id, { ...YES, why: {}, outcome: undefined, give: false, version: 0 });
  await planMeasure(world, made.coordinator, con, {
    passage: first.id,
    title: { en: 'Ten lifts' },
    owner: 'Building office',
    deadline: dayOf(later(nowIn(world), -5 * DAY)),
    indicator: { en: 'Lifts that run' },
    target: { en: '10' },
  });
  return { made, con, token, staff: await aStaffMember(setting, made.place, 'drafter') };
};

const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

export const ANSWER_STATES: State[] = [
  {
    name: 'answering: an institution, which forgot to say why',
    reach: async (visitor, town) => {
      const { token } = await answeredIn(town);
      await open(visitor, `/answer/${token}`);
      await visitor.page.locator('button[value="yes"]').last().click();
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'answering: who is asked, and a new question refused',
    reach: async (visitor, town) => {
      const { con, staff } = await answeredIn(town);
      await useCookie(visitor, town, `__Host-session=${staff.token}`);
      await open(visitor, `/c/${con}/desk/answers`);
      await visitor.page.locator('form:has(input[name=document]) button').click();
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'answering: measures at the desk, one of them late',
    reach: async (visitor, town) => {
      const { con, staff } = await answeredIn(town);
      await useCookie(visitor, town, `__Host-session=${staff.token}`);
      await open(visitor, `/c/${con}/desk/measures`);
      await visitor.page.locator('.desk').waitFor();
    },
  },
  {
    name: 'answering: an answer beside the field for its translation',
    reach: async (visitor, town) => {
      const { con, staff } = await answeredIn(town);
      await useCookie(visitor, town, `__Host-session=${staff.token}`);
      await open(visitor, `/c/${con}/desk/translations`);
      await visitor.page.locator('main a[href*="/translations/answers/"]').first().click();
      await visitor.page.locator('[name=why]').waitFor();
    },
  },
  {
    name: 'answering: answers and measures, one late',
    reach: async (visitor, town) => open(visitor, `/c/${(await answeredIn(town)).con}/answers`),
  },
  {
    name: 'answering: measures, one late',
    reach: async (visitor, town) => open(visitor, `/c/${(await answeredIn(town)).con}/measures`),
  },
];
