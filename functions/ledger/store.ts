import { LedgerLine } from '#shared/ledger/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { keys } from '../storage/keys.ts';
import { query, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

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
