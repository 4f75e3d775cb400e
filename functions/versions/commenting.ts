import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { DocumentId, PassageId } from '#shared/documents/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { CommentId } from '#shared/versions/schema.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { staffMemberOf } from '../staff/service.ts';
import { requireHeld } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { readableDraft } from './reading.ts';
import { removeComment, saveComment } from './store.ts';

/** A word from a colleague on a passage of the draft. */
export const commentOnDraft = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  { passage, text }: { passage: PassageId; text: string },
): Promise<void> => {
  const { whole, consultation, actor: author } = await readableDraft(world, actor, id, which);
  if (!whole.draft.order.some((one) => one.passage === passage)) throw new Problem('passage-not-there');
  const member = await staffMemberOf(world, consultation.place, author.participant);
  const comment = {
    id: newTimedId(world, 'message'),
    passage,
    text,
    by: author.participant,
    name: member?.name ?? '',
    at: nowIn(world),
  };
  await requireHeld(saveComment(world, which, comment));
};

/** Whoever wrote a comment may take it back. */
export const takeCommentBack = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  which: DocumentId,
  comment: CommentId,
): Promise<void> => {
  const { whole, actor: author } = await readableDraft(world, actor, id, which);
  const found = whole.comments.find((one) => one.id === comment);
  if (!found) throw new Problem('not-found');
  if (found.by !== author.participant) throw new Problem('not-the-author');
  await removeComment(world, which, comment);
};
