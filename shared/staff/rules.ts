import type { Role } from '../places/rules.ts';
import { allowed, refused, type Verdict } from '../verdict.ts';

/** How often somebody in office wants to hear about work by mail. */
export const RHYTHMS = ['at-once', 'daily', 'weekly', 'never'] as const;

export const STAFF_NAME_LENGTH = 80;

type InOffice = { participant: string; roles: readonly Role[] };

/** Whoever else could still set up the place and appoint people once she cannot. */
export const otherCoordinators = <One extends InOffice>(staff: readonly One[], participant: string): One[] =>
  staff.filter((one) => one.participant !== participant && one.roles.includes('coordinator'));

/** May she hold these roles from now on, and no others? A place is never left without a coordinator. */
export const mayHold = (
  staff: readonly InOffice[],
  participant: string,
  roles: readonly Role[],
): Verdict<'last-coordinator'> => {
  const before = staff.find((one) => one.participant === participant)?.roles ?? [];
  const stepsDown = before.includes('coordinator') && !roles.includes('coordinator');
  return stepsDown && otherCoordinators(staff, participant).length === 0 ? refused('last-coordinator') : allowed;
};
