import { isDeepStrictEqual } from 'node:util';
import {
  changePhase as lawfulChange,
  closeVoting as lawfulClosing,
  countingEnds,
  reschedule,
} from '#shared/consultations/phases.ts';
import type { CloseVoting, SetDates } from '#shared/consultations/requests.ts';
import { mayAnnounce } from '#shared/consultations/rules.ts';
import type { ChangePhase, Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { Problem } from '#shared/problems.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { saveChanged, saveInPublic } from './saving.ts';
import { consultationNow } from './service.ts';

const published = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<Consultation> => {
  const consultation = await consultationNow(world, actor, id);
  requireOffice(actor, 'change-phase', consultation.place);
  if (consultation.draft) throw new Problem('consultation-in-preparation');
  return consultation;
};

/** A change that the rules allow, or the reason why not. */
const changed = (before: Consultation, version: number, verdict: ReturnType<typeof reschedule>): Consultation => {
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return { ...before, stages: [...(verdict.stages ?? [])], version: version + 1 };
};

/** Moves the next phase to another moment, by hand, with a reason that everybody can read. */
export const changePhase = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { to, at, reason, version }: ChangePhase,
): Promise<Consultation> => {
  const before = await published(world, actor, id);
  const after = changed(before, version, lawfulChange(before, to, at, nowIn(world)));
  const [language = 'en'] = before.languages;
  const note = { [language]: reason };
  return saveInPublic(world, actor, after, { act: 'change-phase', what: ['dates'], note, detail: `${to} ${at}` });
};

/** Ends the voting of this round before its date. Residents are told why, at least a minute ahead. */
export const closeVoting = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { at, reason, version }: CloseVoting,
): Promise<Consultation> => {
  const before = await published(world, actor, id);
  const now = nowIn(world);
  const closed = changed(before, version, lawfulClosing(before, at, now));
  const planned = countingEnds(before).find((date) => date > now) ?? '';
  // What would have been published between the two ends is published at the end.
  const after = { ...closed, resultDates: before.resultDates.filter((date) => date < at || date > planned) };
  const detail = `closing ${at}`;
  return saveInPublic(world, actor, after, {
    act: 'change-phase',
    what: ['closing'],
    note: reason,
    field: 'reason',
    detail,
  });
};

/** All dates ahead. Those of a draft are a plan that nobody knows; later each change has a reason. */
export const setDates = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  { version, stages, resultDates, opensAtOnce, reason }: SetDates,
): Promise<Consultation> => {
  const before = await consultationNow(world, actor, id);
  const now = nowIn(world);
  const dates = [...new Set(resultDates)].sort();
  if (before.draft) {
    requireOffice(actor, 'prepare-consultation', before.place);
    const draft = { plan: stages, opensAtOnce };
    return saveChanged(world, { ...before, draft, resultDates: dates, version: version + 1 });
  }
  requireOffice(actor, 'change-phase', before.place);
  const moved = changed(before, version, reschedule(before, stages, now));
  const past = before.resultDates.filter((date) => date <= now);
  const after = { ...moved, resultDates: [...past, ...dates] };
  if (isDeepStrictEqual([before.stages, before.resultDates], [after.stages, after.resultDates])) return before;
  const verdict = mayAnnounce(before, after, now);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return saveInPublic(world, actor, after, { act: 'change-phase', what: ['dates'], note: reason, field: 'reason' });
};
