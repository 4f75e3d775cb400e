import { WriteReply, type ReplyId, type Target } from '#shared/replies/schema.ts';
import { withdrawReply, writeReply } from '../replies/service.ts';
import type { Scene } from './scene.ts';
import { actorFor } from './residents.ts';
import type { TownReply, TownThread } from './shape.ts';

const targetOf = (scene: Scene, { on }: TownThread): Target => {
  const target = 'passage' in on ? scene.passages[on.passage - 1]?.id : scene.written.get(on.contribution);
  if (!target) throw new Error(`Nothing to hang a thread on: ${JSON.stringify(on)}`);
  return target;
};

/** Writes a thread down in reading order; `pass` lets some time go by before each reply. */
export const holdThread = async (scene: Scene, thread: TownThread, pass: () => void): Promise<void> => {
  const target = targetOf(scene, thread);
  const { past, drawn, consultation, consentVersion, author } = scene;
  const write = async (
    { replies = [], withdrawn, ...given }: TownReply,
    above: { root: ReplyId; id: ReplyId } | undefined,
  ): Promise<void> => {
    pass();
    const actor = await actorFor(past.world, consultation.id, consentVersion, author(given.language, given.name));
    const answers = above && { answers: above };
    const words = WriteReply.parse({ ...given, ...answers });
    const written = await writeReply(drawn, actor, consultation.id, target, words);
    for (const reply of replies) await write(reply, { root: written.root, id: written.id });
    if (withdrawn) await withdrawReply(past.world, actor, consultation.id, [target, written.root, written.id]);
  };
  for (const reply of thread.replies) await write(reply, undefined);
};
