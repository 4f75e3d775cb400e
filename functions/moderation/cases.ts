import type { Case, Decision } from '#shared/moderation/case.ts';
import { mayWorkOn, UNDO_TIME } from '#shared/moderation/rules.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import { stateAfter, type CaseAct } from '#shared/moderation/states.ts';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { OfficeAct, Role } from '#shared/places/rules.ts';
import { Problem } from '#shared/problems.ts';
import { later } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt } from '../places/service.ts';
import { transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { caseStep, findCase } from './store.ts';

export { findCase };

/** A case, and the moderator who stands before it: in which place, in which office. */
export type AtDesk = { one: Case; by: ParticipantId; role: Role };

/** A case of this place's desk. Whoever has no office here learns nothing of it, not even that it exists. */
export const caseAtDesk = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  act: OfficeAct = 'moderate',
): Promise<AtDesk> => {
  const place = await placeIdAt(world, slug);
  const office = requireOffice(actor, act, place);
  const one = await findCase(world, id);
  if (!one || (one.desk !== place && one.place !== place)) throw new Problem('not-found');
  return { one, ...office };
};

/** The same for somebody who acts on it: the case is at this desk now, in the version she saw, and the act is lawful. */
export const actingOn = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  act: CaseAct,
  version?: number,
): Promise<AtDesk> => {
  const at = await caseAtDesk(world, actor, slug, id, act === 'decide-appeal' ? 'hear-appeal' : 'moderate');
  const { one, by } = at;
  if (one.desk !== (await placeIdAt(world, slug))) throw new Problem('not-in-this-state');
  if (version !== undefined && one.version !== version) throw new Problem('changed-meanwhile');
  const verdict = mayWorkOn(one, act, by, nowIn(world));
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return at;
};

/** One act on a case, with its line in the ledger: written together, if the case is still what was read. */
export const doneTo = async (
  world: World,
  { one, by, role }: AtDesk,
  act: CaseAct,
  line: LedgerLine['act'],
  becomes: Partial<Case>,
  more: { also?: Step[]; why?: string; without?: readonly (keyof Case)[] } = {},
): Promise<Case> => {
  const next: Case = { ...one, ...becomes, state: stateAfter(act, one.state) };
  for (const key of more.without ?? []) delete next[key];
  const written = writeDown(world, {
    place: one.desk,
    by,
    role,
    act: line,
    subject: one.id,
    ...(more.why && { why: more.why }),
  });
  const steps = [caseStep(act, one, next), ...(more.also ?? []), written];
  if (!(await transact(world.storage, steps))) throw new Problem('changed-meanwhile');
  return { ...next, version: one.version + 1 };
};

/** Until when what is decided now can be undone, and is told to nobody. */
export const undoUntil = (world: World): string => later(nowIn(world), UNDO_TIME);

export const lineOf = ({ visibility, ground, author }: Decision): string =>
  [visibility, ground?.kind, author?.measure].filter(Boolean).join(' ');
