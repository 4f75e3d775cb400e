import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { z } from 'zod';
import { ConsultationId } from '#shared/consultations/schema.ts';
import type { AffectedFigure } from '#shared/opinion/affected.ts';
import type { Campaign, MergeCandidate } from '#shared/opinion/campaigns.ts';
import type { Item } from '#shared/opinion/packed.ts';
import { Handing } from '#shared/opinion/handing.ts';
import { SnapshotStanding, type SnapshotId } from '#shared/opinion/schema.ts';
import { snapshotText, type Snapshot } from '#shared/opinion/snapshot.ts';
import { keys } from '../storage/keys.ts';
import { get, put, query, queryAll, remove, transact, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { BatchLeftOut } from './left-out.ts';

/** Far below the 400 kB an item may weigh. */
const PART_SIZE = 350_000;

const Header = SnapshotStanding.extend({ consultation: ConsultationId, parts: z.int() });
export type SnapshotHeader = z.infer<typeof Header>;

/** All that a recount makes: ids and numbers only. */
export type Counted = {
  snapshot: Snapshot;
  /** Copies of one text, and pairs that a person might merge; made from the words, which are not kept here. */
  campaigns: Campaign[];
  candidates: MergeCandidate[];
  /** Support among people who say they belong to an affected group. No part of `snapshot`, nor of the auditor's file. */
  affected: AffectedFigure[];
  /** The last figure ever released for each group and item, those among them that have become too small to show. */
  released: AffectedFigure[];
  /** The passage that a contribution is about, by its id; absent in counts of earlier releases. */
  about?: Record<string, string>;
  /** What went in besides the ballots, so that the auditor's file can be made again. */
  input: { items: Item[]; states: Record<string, string>; code: string; previous?: SnapshotId; without: number[] };
  /** Batches of handed cards that are not in it, with the decision that left each out. */
  batches: BatchLeftOut[];
};

export const hashOf = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex');

const partName = (i: number): string => String(i).padStart(3, '0');

/** Parts first, the header last and in one transaction with what announces it: a half-written snapshot is never seen. */
export const saveSnapshot = async (
  world: World,
  header: Omit<SnapshotHeader, 'parts'>,
  counted: Counted,
  also: Step[],
): Promise<boolean> => {
  const packed = gzipSync(JSON.stringify(counted));
  const parts = Math.ceil(packed.length / PART_SIZE);
  for (let i = 0; i < parts; i++) {
    await put(world.storage, 'records', {
      ...keys.snapshotPart(header.consultation, header.id, partName(i)),
      packed: packed.subarray(i * PART_SIZE, (i + 1) * PART_SIZE),
    });
  }
  return transact(world.storage, [
    { table: 'records', put: { ...keys.snapshot(header.consultation, header.id), ...header, parts } },
    ...also,
  ]);
};

/** Every snapshot there is, the oldest first. */
export const listHeaders = async (world: World, consultation: ConsultationId): Promise<SnapshotHeader[]> => {
  const { pk, sk } = keys.snapshot(consultation);
  return (await queryAll(world.storage, 'records', { pk, prefix: sk })).map((item) => Header.parse(item));
};

/** The header first: a snapshot without all its parts is never seen. */
export const removeSnapshot = async (world: World, { consultation, id, parts }: SnapshotHeader): Promise<void> => {
  await remove(world.storage, 'records', keys.snapshot(consultation, id));
  for (let i = 0; i < parts; i++) {
    await remove(world.storage, 'records', keys.snapshotPart(consultation, id, partName(i)));
  }
};

/**
 * One published snapshot for each announced moment, and the first stays: unless a decision about a batch is honoured
 * afterwards, and then the new one says which it replaces.
 */
export const publishedStep = (
  { id, consultation, replaces }: Pick<SnapshotHeader, 'id' | 'consultation' | 'replaces'>,
  moment: string,
): Step => ({
  table: 'records',
  put: { ...keys.published(consultation, moment), snapshot: id, state: id },
  if: replaces ? { is: 'state', states: [replaces.id] } : { is: 'absent' },
});

export const latestHeader = async (world: World, consultation: ConsultationId): Promise<SnapshotHeader | undefined> => {
  const { pk, sk } = keys.snapshot(consultation);
  const page = await query(world.storage, 'records', { pk, prefix: sk, order: 'backward', limit: 1 });
  return page.items[0] && Header.parse(page.items[0]);
};

export const headerOf = async (
  world: World,
  consultation: ConsultationId,
  id: SnapshotId,
): Promise<SnapshotHeader | undefined> => {
  const item = await get(world.storage, 'records', keys.snapshot(consultation, id));
  return item && Header.parse(item);
};

export const publishedHeader = async (
  world: World,
  consultation: ConsultationId,
  moment: string,
): Promise<SnapshotHeader | undefined> => {
  const pointer = await get(world.storage, 'records', keys.published(consultation, moment));
  return pointer && headerOf(world, consultation, pointer.snapshot as SnapshotId);
};

/** What a snapshot holds. Its own hash is the proof that it came back as it was stored. */
export const countedOf = async (world: World, { consultation, id, parts, hash }: SnapshotHeader): Promise<Counted> => {
  const items = await Promise.all(
    Array.from({ length: parts }, (_, i) =>
      get(world.storage, 'records', keys.snapshotPart(consultation, id, partName(i))),
    ),
  );
  const packed = Buffer.concat(items.map((item) => item?.packed as Uint8Array));
  const counted = JSON.parse(gunzipSync(packed).toString('utf8')) as Counted;
  if (hashOf(snapshotText(counted.snapshot)) !== hash) throw new Error(`The parts of ${id} are not what was stored.`);
  return counted;
};

/** Everybody whom the auditor's file of this consultation was handed to, the first one first. */
export const listHandings = async (world: World, consultation: ConsultationId): Promise<Handing[]> => {
  const { pk, sk } = keys.handing(consultation);
  const items = await queryAll(world.storage, 'records', { pk, prefix: sk });
  return items.map((item) => Handing.parse(item)).toSorted((a, b) => (a.at < b.at ? -1 : 1));
};

export const findHanding = async (
  world: World,
  consultation: ConsultationId,
  id: string,
): Promise<Handing | undefined> => {
  const item = await get(world.storage, 'records', keys.handing(consultation, id));
  return item && Handing.parse(item);
};

/** A link that was used or withdrawn never waits again. */
export const handingStep = (handing: Handing): Step => ({
  table: 'records',
  put: { ...keys.handing(handing.consultation, handing.id), ...handing },
  if: handing.state === 'waiting' ? { is: 'absent' } : { is: 'state', states: ['waiting'] },
});
