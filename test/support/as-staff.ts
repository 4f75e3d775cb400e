import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Role } from '#shared/places/rules.ts';
import type { RunningTown } from './started-town.ts';
import { useCookie } from './use-cookie.ts';
import type { Visitor } from './visitor.ts';

/** Somebody in office, known in this browser, in the place of the running town. */
export const asStaff = async (visitor: Visitor, town: RunningTown, roles: Role[]): Promise<void> => {
  const participant = await appointStaff(town.world, town.in('suggesting').place, roles, 'Amal');
  await useCookie(visitor, town, `__Host-session=${await openSession(town.world, participant)}`);
};
