import type { PublicReply } from '#shared/replies/schema.ts';

export type Branch = { reply: PublicReply; answers: Branch[] };

/**
 * Replies as they come, in reading order, as a tree as deep as they are shown: at most three levels. An answer on the
 * deepest level stands behind the one it answers, not under it.
 */
export const branchesOf = (replies: readonly PublicReply[]): Branch[] => {
  const roots: Branch[] = [];
  const path: Branch[] = [];
  for (const reply of replies) {
    const branch = { reply, answers: [] };
    path.length = Math.min(path.length, reply.depth - 1);
    (path.at(-1)?.answers ?? roots).push(branch);
    path.push(branch);
  }
  return roots;
};
