import { inFives, mayRecount } from '#shared/batches/rules.ts';
import type { BatchDecision, CountedBatch, DecideBatch } from '#shared/batches/schema.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { Problem } from '#shared/problems.ts';
import { holdLease } from '../ballots/leases.ts';
import { readableConsultation } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { turnoutOf } from '../opinion/turnout.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { isLinkable } from '../participants/pseudonyms.ts';
import { nowIn, type World } from '../world.ts';
import { listBatches, listDecisions, saveDecision } from './store.ts';

/** The batches whose cards open a handed door here. */
const batchesFor = async (world: World, { id, place }: Consultation) =>
  (await listBatches(world, place)).filter(
    ({ state, consultations }) => state !== 'planned' && (consultations.length === 0 || consultations.includes(id)),
  );

/** How a consultation counts each batch, for whoever decides that. */
export const countingOf = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<CountedBatch[]> => {
  const consultation = await readableConsultation(world, actor, id);
  requireOffice(actor, 'decide-batch', consultation.place);
  const [batches, decisions, turnout] = await Promise.all([
    batchesFor(world, consultation),
    listDecisions(world, id),
    turnoutOf(world, id),
  ]);
  return batches.map(({ number, purpose }) => {
    const decision = decisions.find(({ batch }) => batch === number);
    return {
      number,
      purpose,
      ballots: inFives(turnout?.batches[number] ?? 0),
      ...(decision && { decision }),
    };
  });
};

/**
 * Decides that a batch is counted apart, not at all, or as all are again. The ledger and the result page tell it with
 * its reason; the next count honours it, and a result that stands after the end of voting is counted anew.
 */
export const decideBatch = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  number: number,
  { counting, reason, version }: DecideBatch,
): Promise<BatchDecision> => {
  const consultation = await readableConsultation(world, actor, id);
  const { by, role } = requireOffice(actor, 'decide-batch', consultation.place);
  if (!(await batchesFor(world, consultation)).some((batch) => batch.number === number)) throw new Problem('not-found');
  if (!(await isLinkable(world, id))) throw new Problem('consultation-closed');
  const verdict = mayRecount((await turnoutOf(world, id))?.batches[number] ?? 0);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const decision: BatchDecision = { batch: number, counting, reason, at: nowIn(world), version: version + 1 };
  const line = writeDown(world, {
    place: consultation.place,
    by,
    role,
    act: 'decide-batch',
    subject: id,
    why: `batch ${number}, ${counting}: ${reason}`,
  });
  await holdLease(world, id);
  if (!(await saveDecision(world, id, decision, line))) throw new Problem('changed-meanwhile');
  return decision;
};
