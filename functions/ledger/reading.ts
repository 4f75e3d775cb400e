import type { LedgerLine } from '#shared/ledger/schema.ts';
import { PlaceId } from '#shared/places/schema.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { consultationsIn } from '../consultations/service.ts';
import { placeOf } from '../places/service.ts';
import { namesIn } from '../staff/service.ts';
import type { World } from '../world.ts';
import { readLines } from './store.ts';

const PAGE = 50;

/** The other places in these lines, by name, and who is in office there: whoever answered a place that asked to stand below. */
const otherPlaces = (world: World, lines: readonly LedgerLine[]) => {
  const ids = new Set(
    lines.flatMap(({ place, subject, why }) =>
      [subject, why].flatMap((id) => (id === place ? [] : (PlaceId.safeParse(id).data ?? []))),
    ),
  );
  return Promise.all(
    [...ids].map(async (id) => ({ id, name: (await placeOf(world, id)).name, names: await namesIn(world, id) })),
  );
};

/** What people in office did here, newest first, with the names of the people and consultations in it. */
export const readLedger = async (world: World, actor: MaybeActor, place: PlaceId, before: string | undefined) => {
  requireOffice(actor, 'read-ledger', place);
  const [page, own, consultations] = await Promise.all([
    readLines(world, place, before, PAGE),
    namesIn(world, place),
    consultationsIn(world, place),
  ]);
  const others = await otherPlaces(world, page.lines);
  const names = Object.assign({}, ...others.map(({ names: there }) => there), own) as Record<string, string>;
  const named = new Set<string | undefined>(page.lines.flatMap(({ by, subject, why }) => [by, subject, why]));
  const titles = consultations.map(({ id, title }) => [id, title] as const);
  return {
    ...page,
    names: Object.fromEntries(Object.entries(names).filter(([id]) => named.has(id))),
    titles: Object.fromEntries(titles.filter(([id]) => named.has(id))),
    places: Object.fromEntries(others.map(({ id, name }) => [id, name])),
  };
};
