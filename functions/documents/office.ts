import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { mayArrange } from '#shared/documents/rules.ts';
import type { TextDesk } from '#shared/documents/requests.ts';
import type { TextsGiven } from '#shared/editing.ts';
import { Problem } from '#shared/problems.ts';
import { publicSteps } from '../consultations/saving.ts';
import { consultationNow, forgetConsultation } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { forgetText, textNow, type WholeText } from './service.ts';
import { findLeft, saveAll } from './store.ts';

/** Somebody at work on a text: the consultation and its text as they are this moment. */
export type AtWork = WholeText & { consultation: Consultation };

export const atWork = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<AtWork> => {
  const consultation = await consultationNow(world, actor, id);
  requireOffice(actor, 'edit-text', consultation.place);
  return { consultation, ...(await textNow(world, id)) };
};

/** The same for what changes more than words: passages that come, go and move. */
export const atArranging = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<AtWork> => {
  const found = await atWork(world, actor, id);
  const verdict = mayArrange(found.consultation, nowIn(world), found.documents.length > 0);
  if (!verdict.allowed) throw new Problem(verdict.reason);
  return found;
};

export const viewTextDesk = async (world: World, actor: MaybeActor, id: ConsultationId): Promise<TextDesk> => {
  const { consultation, documents, passages, outline } = await atWork(world, actor, id);
  const [document] = documents;
  return {
    ...(document && { document }),
    version: outline?.version ?? 0,
    passages: passages.filter((passage) => passage.document === document?.id),
    left: document ? await findLeft(world, id, document.id) : [],
    mayArrange: mayArrange(consultation, nowIn(world), document !== undefined).allowed,
    isPublished: consultation.draft === undefined,
  };
};

/** `made`: the document or passage that the change made, with its version. */
type Change = { what: string; note: TextsGiven | undefined; made: { id: string; version: number } };

/** Saves a change of a text, with its line in the ledger, and with a note for everybody once it is published. */
export const saveText = async (
  world: World,
  actor: MaybeActor,
  consultation: Consultation,
  steps: readonly Step[],
  { what, note, made }: Change,
): Promise<void> => {
  const { id, place, draft } = consultation;
  const { by, role } = requireOffice(actor, 'edit-text', place);
  const told = draft
    ? [writeDown(world, { place, by, role, act: 'edit-text', subject: made.id, why: what })]
    : publicSteps(world, actor, consultation, {
        act: 'edit-text',
        what: ['text'],
        note,
        detail: what,
        mark: `${made.id}.${made.version}`,
      });
  const held = await saveAll(world, [...steps, ...told]);
  forgetText(world, id);
  forgetConsultation(world, consultation);
  if (!held) throw new Problem('changed-meanwhile');
};
