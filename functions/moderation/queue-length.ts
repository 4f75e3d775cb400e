import { beginningOf, RANKS } from '#shared/moderation/queue.ts';
import { MOST_COUNTED, waitingIn, type Counted, type PartWaiting } from '#shared/moderation/waiting.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import type { Item } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { pageOfQueue, queueOf, type PartOfQueue } from './store.ts';

const mostOf = async (world: World, part: PartOfQueue): Promise<{ items: Item[]; isMore: boolean }> => {
  const { items, next } = await pageOfQueue(world, { ...part, limit: MOST_COUNTED, after: undefined });
  return { items, isMore: next !== undefined };
};

/** How many cases wait at a place's desk: a number for those who run the place, who never see a case. */
export const reportsWaiting = async (world: World, place: PlaceId): Promise<number> =>
  (await mostOf(world, queueOf(place))).items.length;

/** When she was asked, of a case on which somebody wants her opinion; otherwise the case itself. */
const timesOf = ({ of, at, since, due }: Item): { since: string; due?: string } =>
  of === undefined ? { since: since as string, due: due as string } : { since: at as string };

/** How much waits in each part of a desk: one question a part, each of a hundred cases at most, however long the queue is. */
export const waitingAt = async (world: World, place: PlaceId, me: ParticipantId): Promise<PartWaiting[]> => {
  const now = nowIn(world);
  const ofKind = (kind: string): PartOfQueue => ({ index: 'byQueueAndKind', pk: keys.queueOfKind(place, kind) });
  const parts: [Counted, PartOfQueue][] = [
    ...RANKS.map((rank): [Counted, PartOfQueue] => [rank, { ...queueOf(place), prefix: beginningOf(rank) }]),
    ['appeal', ofKind('appeal')],
    ['first-reading', ofKind('first-reading')],
  ];
  const [mine, ...counted] = await Promise.all([
    mostOf(world, { index: 'byHolder', pk: keys.queueOfHolder(place, me) }),
    ...parts.map(async ([part, where]) => {
      const { items, isMore } = await mostOf(world, where);
      return waitingIn(part, items.map(timesOf), isMore, now);
    }),
  ]);
  const asked = mine.items.filter(({ of }) => of !== undefined);
  const held = mine.items.filter(({ of }) => of === undefined);
  return [
    ...counted.flat(),
    ...waitingIn('mine', held.map(timesOf), mine.isMore, now),
    ...waitingIn('asked', asked.map(timesOf), mine.isMore, now),
  ];
};
