import { FEWEST_SET_APART } from '#shared/batches/rules.ts';
import type { BatchDecision } from '#shared/batches/schema.ts';
import type { Cast } from '#shared/opinion/snapshot.ts';
import type { LeftOut } from '../ballots/packing.ts';

/** A batch that is not in the result, by a decision of the place, and what may be told of it. */
export type BatchLeftOut = {
  number: number;
  counting: 'apart' | 'excluded';
  reason: string;
  at: string;
  /** Absent when they are too few to be told. */
  ballots?: number;
  /** Counted apart: votes as cast on whatever enough of them met. */
  cast: ({ id: string } & Cast)[];
};

/**
 * What a result tells of the batches that are not in it.
 * @param enough ballots of a batch from which something may be said about what they say
 */
export const batchesTold = (
  decisions: readonly BatchDecision[],
  leftOut: ReadonlyMap<number, LeftOut>,
  items: readonly { id: string }[],
  enough: number,
): BatchLeftOut[] =>
  decisions.flatMap(({ batch, counting, reason, at }) => {
    if (counting === 'counted') return [];
    const { ballots = 0, cast = [] } = leftOut.get(batch) ?? {};
    const told = items.flatMap(({ id }, column) => {
      const votes = cast[column];
      return votes && votes.agree + votes.disagree + votes.pass >= enough ? [{ id, ...votes }] : [];
    });
    return [
      {
        number: batch,
        counting,
        reason,
        at,
        ...(ballots >= FEWEST_SET_APART && { ballots }),
        cast: counting === 'apart' ? told : [],
      },
    ];
  });
