import { createHash } from 'node:crypto';
import { LATEST, sealNext, type Sha256 } from '#shared/ledger/chain.ts';
import type { DayRoot, LedgerFile, Seal } from '#shared/ledger/seals.ts';
import { timedIdFrom } from '#shared/ids.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { dayOf, milliseconds } from '#shared/time.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { Item } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { lastSeals, rootOf, rootsOf, saveSeal, saveWitnessed, sealsOf, storedLines, witnessedUntil } from './store.ts';

export const sha256: Sha256 = (text) => createHash('sha256').update(text).digest('hex');

const lineIn = ({ pk: _, sk: __, ...line }: Item) => line as { id: string } & Record<string, unknown>;

/** Seals that may hold a line as young as `since`, the newest first: as many as are needed to go back that far. */
const sealsSince = async (world: World, place: PlaceId, since: number): Promise<Seal[]> => {
  for (let limit = 20; ; limit *= 4) {
    const seals = await lastSeals(world, place, limit);
    const oldest = seals.at(-1);
    if (!oldest || seals.length < limit || milliseconds(oldest.at) < since) return seals;
  }
};

/** The smallest id that a line could have that was begun at this moment. */
const idAt = (moment: number): string => timedIdFrom('line', Math.max(0, moment), new Uint8Array(16));

const rootWith = async (world: World, seal: Seal): Promise<DayRoot> => {
  const day = dayOf(seal.at);
  const before = await rootOf(world, seal.place, day);
  return { day, number: seal.number, lines: (before?.lines ?? 0) + seal.lines.length, hash: seal.hash };
};

/**
 * Seals what was written since the last seal. A line that was written late, by a process that made its id minutes ago,
 * is sealed with those that came meanwhile. Each line is looked for as far back as a process can live.
 */
export const sealLedgerOf = async (world: World, place: PlaceId): Promise<Seal | undefined> => {
  const [last] = await lastSeals(world, place, 1);
  const since = last ? milliseconds(last.at) - LATEST : 0;
  const seals = last ? await sealsSince(world, place, since - LATEST) : [];
  const sealed = new Set(seals.flatMap(({ lines }) => lines.map(({ id }) => id as string)));
  const lines = (await storedLines(world, place, last && idAt(since))).map(lineIn).filter(({ id }) => !sealed.has(id));
  const seal = sealNext(last, { place, at: nowIn(world), lines }, sha256);
  if (!seal) return undefined;
  return (await saveSeal(world, seal, await rootWith(world, seal))) ? seal : undefined;
};

/** Hands every seal to the witness, in order; one that cannot be handed over is tried again with the next run. */
export const witnessSealsOf = async (world: World, place: PlaceId): Promise<number> => {
  const [last] = await lastSeals(world, place, 1);
  const until = await witnessedUntil(world, place);
  if (!world.witness || !last || last.number <= until) return 0;
  const waiting = (await lastSeals(world, place, last.number - until)).toReversed();
  for (const seal of waiting) {
    await world.witness(seal);
    await saveWitnessed(world, place, seal.number);
  }
  return waiting.length;
};

const DAYS_SHOWN = 100;
export const dayRoots = (world: World, place: PlaceId): Promise<DayRoot[]> => rootsOf(world, place, DAYS_SHOWN);

/** The whole ledger with its seals, for somebody who checks it without us. */
export const ledgerFile = async (world: World, actor: MaybeActor, place: PlaceId): Promise<LedgerFile> => {
  requireOffice(actor, 'read-ledger', place);
  return wholeLedger(world, place);
};

const wholeLedger = async (world: World, place: PlaceId): Promise<LedgerFile> => {
  const [lines, seals] = await Promise.all([storedLines(world, place), sealsOf(world, place)]);
  return { lines: lines.map(lineIn), seals };
};
