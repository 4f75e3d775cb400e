import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import type { Step } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { lineStep, readLines } from './store.ts';

const PAGE = 50;

/** The step that writes an act of office down; it belongs into the act's own transaction. */
export const writeDown = (world: World, line: Omit<LedgerLine, 'id' | 'at'>): Step =>
  lineStep({ id: newTimedId(world, 'line'), at: nowIn(world), ...line });

export const readLedger = (world: World, actor: MaybeActor, place: PlaceId, before: string | undefined) => {
  requireOffice(actor, 'read-ledger', place);
  return readLines(world, place, before, PAGE);
};
