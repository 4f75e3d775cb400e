import type { LedgerLine } from '#shared/ledger/schema.ts';
import type { Resident } from './resident.ts';

/** What the ledger of a place answers. */
export type Ledger = {
  lines: LedgerLine[];
  names: Record<string, string>;
  places: Record<string, unknown>;
  next?: string;
};

/** Page after page: lines of one millisecond stand in no order, and a place has more of them than one page. */
export const wholeLedger = async (reader: Resident, slug: string): Promise<LedgerLine[]> => {
  const lines: LedgerLine[] = [];
  let cursor: string | undefined;
  do {
    const ask = cursor ? `?cursor=${cursor}` : '';
    const page = await reader.ask<Ledger>('GET', `/places/${slug}/ledger${ask}`);
    lines.push(...page.lines);
    cursor = page.next;
  } while (cursor);
  return lines;
};
