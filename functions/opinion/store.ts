import type { ConsultationId } from '#shared/consultations/schema.ts';
import { ItemTally, Snapshot, type SnapshotId } from '#shared/opinion/schema.ts';
import { z } from 'zod';
import { keys } from '../storage/keys.ts';
import { get, put, query, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

/** Rows of a snapshot go into parts, far below the 400 kB an item may weigh. */
const ROWS_IN_PART = 200;

const Header = Snapshot.omit({ items: true }).extend({ parts: z.int() });
export type SnapshotHeader = z.infer<typeof Header>;

const partName = (i: number): string => String(i).padStart(3, '0');

/** Parts first, the header last and in one transaction with what announces it: a half-written snapshot is never seen. */
export const saveSnapshot = async (world: World, snapshot: Snapshot, also: Step[]): Promise<boolean> => {
  const { items, ...header } = snapshot;
  const parts = Math.ceil(items.length / ROWS_IN_PART);
  for (let i = 0; i < parts; i++) {
    const rows = items.slice(i * ROWS_IN_PART, (i + 1) * ROWS_IN_PART);
    await put(world.storage, 'records', {
      ...keys.snapshotPart(snapshot.consultation, snapshot.id, partName(i)),
      rows,
    });
  }
  return transact(world.storage, [
    { table: 'records', put: { ...keys.snapshot(snapshot.consultation, snapshot.id), ...header, parts } },
    ...also,
  ]);
};

/** One published snapshot for each announced moment, and the first stays. */
export const publishedStep = (snapshot: Snapshot, moment: string): Step => ({
  table: 'records',
  put: { ...keys.published(snapshot.consultation, moment), snapshot: snapshot.id },
  if: { is: 'absent' },
});

export const latestHeader = async (world: World, consultation: ConsultationId): Promise<SnapshotHeader | undefined> => {
  const { pk, sk } = keys.snapshot(consultation);
  const page = await query(world.storage, 'records', { pk, prefix: sk, order: 'backward', limit: 1 });
  return page.items[0] && Header.parse(page.items[0]);
};

export const publishedHeader = async (
  world: World,
  consultation: ConsultationId,
  moment: string,
): Promise<SnapshotHeader | undefined> => {
  const pointer = await get(world.storage, 'records', keys.published(consultation, moment));
  if (!pointer) return undefined;
  const item = await get(world.storage, 'records', keys.snapshot(consultation, pointer.snapshot as SnapshotId));
  return item && Header.parse(item);
};

export const rowsOf = async (world: World, { consultation, id, parts }: SnapshotHeader): Promise<ItemTally[]> => {
  const items = await Promise.all(
    Array.from({ length: parts }, (_, i) =>
      get(world.storage, 'records', keys.snapshotPart(consultation, id, partName(i))),
    ),
  );
  return items.flatMap((item) => z.array(ItemTally).parse(item?.rows ?? []));
};
