import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Role } from '#shared/places/rules.ts';
import type { RunningTown } from './started-town.ts';
import { useCookie, type State } from './states.ts';
import type { Visitor } from './visitor.ts';

/** Somebody in office, known in this browser, in the place of the running town. */
export const asStaff = async (visitor: Visitor, town: RunningTown, roles: Role[]): Promise<void> => {
  const participant = await appointStaff(town.world, town.in('suggesting').place, roles, 'Amal');
  await useCookie(visitor, town, `__Host-session=${await openSession(town.world, participant)}`);
};

const open = (visitor: Visitor, path: string) => visitor.go(`/${visitor.locale}${path}`);

/** A room of a desk as somebody with these roles finds it; `sign` is on the page once it is there. */
const room = (name: string, roles: Role[], at: (town: RunningTown) => string, sign = '.desk'): State => ({
  name,
  reach: async (visitor, town) => {
    await asStaff(visitor, town, roles);
    await open(visitor, at(town));
    await visitor.page.locator(sign).waitFor();
  },
});

const place = ({ slug }: RunningTown) => `/p/${slug}/desk`;
const consultation = (town: RunningTown) => `/c/${town.in('suggesting').id}/desk`;

/** The pages that only people in office see. */
export const DESK_STATES: State[] = [
  room("a place's desk", ['coordinator'], place),
  room("a consultation's desk", ['coordinator'], consultation),
  room('a new consultation', ['coordinator'], (town) => `${place(town)}/new`),
  room('the words of a consultation', ['coordinator'], (town) => `${consultation(town)}/about`),
  room('the dates of a consultation', ['coordinator'], (town) => `${consultation(town)}/dates`),
  room('the preview of a consultation', ['coordinator'], (town) => `${consultation(town)}/preview`),
  room('the last count, for staff only', ['drafter'], (town) => `${consultation(town)}/snapshot`, '.notice-careful'),
];
