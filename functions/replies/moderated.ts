import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Reply, ReplyId, Target } from '#shared/replies/schema.ts';
import type { World } from '../world.ts';
import { changeStep, findReply } from './store.ts';

/** A reply whatever its state, and the step that makes it another: for moderation only. */
export const replyAsIs = async (
  world: World,
  consultation: ConsultationId,
  { target, root, id }: { target: Target; root: ReplyId; id: ReplyId },
): Promise<Reply | undefined> => {
  const reply = await findReply(world, target, root, id);
  return reply?.consultation === consultation ? reply : undefined;
};

export const replyChange = changeStep;
