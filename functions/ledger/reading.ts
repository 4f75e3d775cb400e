import type { PlaceId } from '#shared/places/schema.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { namesIn } from '../staff/service.ts';
import type { World } from '../world.ts';
import { readLines } from './store.ts';

const PAGE = 50;

/** What people in office did here, newest first, with the names of those who did it or whom it was done to. */
export const readLedger = async (world: World, actor: MaybeActor, place: PlaceId, before: string | undefined) => {
  requireOffice(actor, 'read-ledger', place);
  const [page, names] = await Promise.all([readLines(world, place, before, PAGE), namesIn(world, place)]);
  const named = page.lines.flatMap(({ by, subject }) => [by, subject]);
  return { ...page, names: Object.fromEntries(Object.entries(names).filter(([id]) => named.includes(id as never))) };
};
