import { openSession } from '#functions/participants/service.ts';
import { appointStaff } from '#functions/staff/service.ts';
import type { Role } from '#shared/places/rules.ts';
import type { SetUpChange } from '#shared/places/set-up.ts';
import type { Resident } from './resident.ts';
import type { RunningTown } from './started-town.ts';

/** Somebody in office in the running town, who speaks HTTP without a browser. */
export const inOffice = async (town: RunningTown, roles: Role[]): Promise<Resident> => {
  const person = town.resident();
  const participant = await appointStaff(town.world, town.in('suggesting').place, roles, 'Amal');
  person.useCookie(`__Host-session=${await openSession(town.world, participant)}`);
  return person;
};

type Unversioned<Change> = Change extends unknown ? Omit<Change, 'version'> : never;

/** A coordinator changes a part of the town's set-up, whatever anybody else did meanwhile. */
export const changeTown = async (town: RunningTown, change: Unversioned<SetUpChange>): Promise<void> => {
  const coordinator = await inOffice(town, ['coordinator']);
  await coordinator.ask('PUT', `/places/${town.slug}/set-up`, { ...change, version: Number.MAX_SAFE_INTEGER });
};
