import type { LedgerLine } from '#shared/ledger/schema.ts';

/** What the ledger of a place answers. */
export type Ledger = { lines: LedgerLine[]; next?: string };
