import { openSession } from '#functions/participants/service.ts';
import { listPlaces } from '#functions/places/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Role } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { RunningTown } from './started-town.ts';
import { useCookie } from './use-cookie.ts';
import type { Visitor } from './visitor.ts';

const asStaffOf = async (visitor: Visitor, town: RunningTown, place: PlaceId, roles: Role[]): Promise<void> => {
  const participant = await appointStaff(town.world, place, roles, 'Amal');
  await useCookie(visitor, town, `__Host-session=${await openSession(town.world, participant)}`);
};

/** Somebody in office, known in this browser, in the place of the running town. */
export const asStaff = (visitor: Visitor, town: RunningTown, roles: Role[]): Promise<void> =>
  asStaffOf(visitor, town, town.in('suggesting').place, roles);

/** A coordinator of the place that stands above all others: whoever runs the platform. */
export const asOperator = async (visitor: Visitor, town: RunningTown): Promise<PlaceBrief> => {
  const top = (await listPlaces(town.world)).find(({ parent }) => parent === undefined);
  if (!top) throw new Error('There is no place.');
  await asStaffOf(visitor, town, top.id, ['coordinator']);
  return top;
};
