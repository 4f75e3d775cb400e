import { placeOf } from '#functions/places/service.ts';
import { nowIn } from '#functions/world.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { aConsultation } from './builders.ts';
import { asStaff } from './as-staff.ts';
import { room } from './desk-states.ts';
import type { RunningTown } from './started-town.ts';
import type { State } from './states.ts';
import type { Visitor } from './visitor.ts';

/** A draft in the running town, with words in English and dates. */
export const aDraftIn = async (town: RunningTown, given: { phase?: 'suggesting' } = {}): Promise<Consultation> => {
  const { world } = town;
  const place = await placeOf(world, town.in('suggesting').place);
  const setting = { ...world, now: () => nowIn(world) };
  return (await aConsultation(setting, { place, ...(given.phase ? given : { draft: true }) })).consultation;
};

const consultation = (town: RunningTown) => `/c/${town.in('suggesting').id}/desk`;

/** As a coordinator in a room of a new draft's desk. */
const atDraft = async (visitor: Visitor, town: RunningTown, name: string): Promise<void> => {
  const { id } = await aDraftIn(town);
  await asStaff(visitor, town, ['coordinator']);
  await visitor.go(`/${visitor.locale}/c/${id}/desk${name}`);
};

const send = ({ page }: Visitor, form: string): Promise<void> =>
  page.locator(`form:has(input[name=form][value="${form}"]) button`).first().click();

/** The rooms where consultations are prepared, published and corrected. */
export const CONSULTING_STATES: State[] = [
  room('a new consultation', ['coordinator'], ({ slug }) => `/p/${slug}/desk/new`),
  room('the words of a consultation', ['coordinator'], (town) => `${consultation(town)}/about`),
  room('the dates of a consultation', ['coordinator'], (town) => `${consultation(town)}/dates`),
  room('the preview of a consultation', ['coordinator'], (town) => `${consultation(town)}/preview`),
  room('the poster of a consultation', ['coordinator'], (town) => `${consultation(town)}/poster?languages=en`),
  {
    name: 'a draft with what is still to be done',
    reach: async (visitor, town) => {
      await atDraft(visitor, town, '');
      await visitor.page.locator('#publish').waitFor();
    },
  },
  {
    name: 'the words of a draft that somebody else has changed meanwhile',
    reach: async (visitor, town) => {
      await atDraft(visitor, town, '/about');
      await visitor.page.locator('#about-why\\.en').fill('Mine.');
      await visitor.page.locator('form:has([value=about]) [name=version]').evaluate((input) => {
        (input as HTMLInputElement).value = '7';
      });
      await send(visitor, 'about');
      await visitor.page.locator('.both-texts').waitFor();
    },
  },
  {
    name: 'the dates of a draft, one of them no date',
    reach: async (visitor, town) => {
      await atDraft(visitor, town, '/dates');
      await visitor.page.locator('[name="day.0"]').fill('');
      await send(visitor, 'dates');
      await visitor.page.locator('.error-summary').waitFor();
    },
  },
  {
    name: 'a consultation whose voting ends early',
    reach: async (visitor, town) => {
      const { id } = await aDraftIn(town, { phase: 'suggesting' });
      await asStaff(visitor, town, ['coordinator']);
      await visitor.go(`/${visitor.locale}/c/${id}/desk/dates`);
      await visitor.page.locator('details:has([value=closing]) > summary').click();
      await visitor.page.locator('form:has([value=closing]) [name="reason.en"]').fill('The building is closed.');
      await send(visitor, 'closing');
      await visitor.page.locator('.notice-good').waitFor();
      await visitor.go(`/${visitor.locale}/c/${id}`);
      await visitor.page.locator('.notice').waitFor();
    },
  },
];
