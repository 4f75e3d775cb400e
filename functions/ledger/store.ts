import { LedgerLine } from '#shared/ledger/schema.ts';
import { DayRoot, Seal } from '#shared/ledger/seals.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, put, query, queryAll, transact, type Item, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** Seals stand under nine digits, apart from what else is known of them. */
const NUMBERS = ['0', '9~'] as const;
/** Beyond every id of a line. */
const AFTER_ALL = 'lin_~';

/** A line goes into the same transaction as the act it tells of, and is never written over. */
export const lineStep = (line: LedgerLine): Step => ({
  table: 'records',
  put: { ...keys.ledger(line.place, line.id), ...line },
  if: { is: 'absent' },
});

export const readLines = async (
  world: World,
  place: PlaceId,
  before: string | undefined,
  limit: number,
): Promise<{ lines: LedgerLine[]; next?: string }> => {
  const page = await query(world.storage, 'records', {
    pk: keys.ledger(place, '').pk,
    order: 'backward',
    limit,
    after: before,
  });
  return { lines: page.items.map((item) => LedgerLine.parse(item)), ...(page.next && { next: page.next }) };
};

/** Lines as they are stored, the oldest first: since an id, or all. */
export const storedLines = async (world: World, place: PlaceId, since = ''): Promise<Item[]> => {
  const { pk } = keys.ledger(place, '');
  return queryAll(world.storage, 'records', since ? { pk, between: [since, AFTER_ALL] } : { pk });
};

export const sealsOf = async (world: World, place: PlaceId): Promise<Seal[]> => {
  const items = await queryAll(world.storage, 'records', { pk: keys.seal(place, 0).pk, between: NUMBERS });
  return items.map((item) => Seal.parse(item));
};

/** The last seals, the newest first. */
export const lastSeals = async (world: World, place: PlaceId, limit: number): Promise<Seal[]> => {
  const ask = { pk: keys.seal(place, 0).pk, between: NUMBERS, order: 'backward', limit } as const;
  return (await query(world.storage, 'records', ask)).items.map((item) => Seal.parse(item));
};

/** A number is given once: two jobs that seal at once make one seal. The day's root moves with it. */
export const saveSeal = (world: World, seal: Seal, root: DayRoot): Promise<boolean> =>
  transact(world.storage, [
    { table: 'records', put: { ...keys.seal(seal.place, seal.number), ...seal }, if: { is: 'absent' } },
    { table: 'records', put: { ...keys.dayRoot(seal.place, root.day), ...root } },
  ]);

export const rootOf = async (world: World, place: PlaceId, day: string): Promise<DayRoot | undefined> => {
  const item = await get(world.storage, 'records', keys.dayRoot(place, day));
  return item && DayRoot.parse(item);
};

export const rootsOf = async (world: World, place: PlaceId, limit: number): Promise<DayRoot[]> => {
  const ask = { pk: keys.dayRoot(place).pk, order: 'backward', limit } as const;
  return (await query(world.storage, 'records', ask)).items.map((item) => DayRoot.parse(item));
};

export const witnessedUntil = async (world: World, place: PlaceId): Promise<number> =>
  Number((await get(world.storage, 'records', keys.witnessed(place)))?.number ?? 0);

export const saveWitnessed = (world: World, place: PlaceId, number: number): Promise<boolean> =>
  put(world.storage, 'records', { ...keys.witnessed(place), number });
