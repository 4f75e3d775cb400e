import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { NoteId } from '#shared/suggestions/schema.ts';
import { contributionAsIs } from '../contributions/moderated.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { staffMemberOf } from '../staff/service.ts';
import { requireHeld } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { drafterAt } from './desk.ts';
import { listNotes, removeNote, saveNote } from './store.ts';

/** A note between colleagues. */
export const writeNote = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  text: string,
): Promise<void> => {
  const { consultation, by } = await drafterAt(world, actor, id);
  if (!(await contributionAsIs(world, id, which))) throw new Problem('not-found');
  const name = (await staffMemberOf(world, consultation.place, by))?.name ?? '';
  const note = { id: newTimedId(world, 'message'), text, by, name, at: nowIn(world) };
  await requireHeld(saveNote(world, which, note));
};

/** Whoever wrote a note may take it back. */
export const takeNoteBack = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: ContributionId,
  note: NoteId,
): Promise<void> => {
  const { by } = await drafterAt(world, actor, id);
  if (!(await contributionAsIs(world, id, which))) throw new Problem('not-found');
  const found = (await listNotes(world, which)).find((one) => one.id === note);
  if (!found) throw new Problem('not-found');
  if (found.by !== by) throw new Problem('not-the-author');
  await removeNote(world, which, note);
};
