import type { PlaceId } from '#shared/places/schema.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { consultationsIn } from '../consultations/service.ts';
import { namesIn } from '../staff/service.ts';
import type { World } from '../world.ts';
import { readLines } from './store.ts';

const PAGE = 50;

/** What people in office did here, newest first, with the names of the people and consultations in it. */
export const readLedger = async (world: World, actor: MaybeActor, place: PlaceId, before: string | undefined) => {
  requireOffice(actor, 'read-ledger', place);
  const [page, names, consultations] = await Promise.all([
    readLines(world, place, before, PAGE),
    namesIn(world, place),
    consultationsIn(world, place),
  ]);
  const named = new Set<string | undefined>(page.lines.flatMap(({ by, subject }) => [by, subject]));
  const titles = consultations.map(({ id, title }) => [id, title] as const);
  return {
    ...page,
    names: Object.fromEntries(Object.entries(names).filter(([id]) => named.has(id))),
    titles: Object.fromEntries(titles.filter(([id]) => named.has(id))),
  };
};
