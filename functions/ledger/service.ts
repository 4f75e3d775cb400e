import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { Step } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { lineStep } from './store.ts';

/** The step that writes an act of office down; it belongs into the act's own transaction. */
export const writeDown = (world: World, line: Omit<LedgerLine, 'id' | 'at'>): Step =>
  lineStep({ id: newTimedId(world, 'line'), at: nowIn(world), ...line });
