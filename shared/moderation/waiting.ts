import { z } from 'zod';
import { Moment } from '../consultations/schema.ts';
import { isNear, RANKS } from './queue.ts';

/** What is counted at a desk: each case that waits in one of the ranks, and then what stands across them. */
const COUNTED = [...RANKS, 'appeal', 'first-reading', 'mine', 'asked'] as const;
export type Counted = (typeof COUNTED)[number];

/** More are not counted: whoever sees a hundred waiting knows enough. */
export const MOST_COUNTED = 100;

export const PartWaiting = z.object({
  part: z.enum(COUNTED),
  count: z.int(),
  isMore: z.boolean(),
  overdue: z.int(),
  near: z.int(),
  oldest: Moment,
});
export type PartWaiting = z.infer<typeof PartWaiting>;

/** How a part stands, from the most urgent of it; one in which nothing waits is not told. */
export const waitingIn = (
  part: Counted,
  cases: readonly { since: string; due?: string }[],
  isMore: boolean,
  now: string,
): PartWaiting[] => {
  const [first, ...others] = cases.map(({ since }) => since);
  if (first === undefined) return [];
  const dated = cases.flatMap(({ since, due }) => (due === undefined ? [] : { since, due }));
  return [
    {
      part,
      count: cases.length,
      isMore,
      overdue: dated.filter(({ due }) => due < now).length,
      near: dated.filter((one) => isNear(one, now)).length,
      oldest: others.reduce((oldest, since) => (since < oldest ? since : oldest), first),
    },
  ];
};
