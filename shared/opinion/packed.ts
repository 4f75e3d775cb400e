import { DOORS } from '../consultations/rules.ts';

/**
 * What the mathematics of opinion is given: all ballots of one consultation, and the things they are about.
 * No pseudonym, no time of day and no text of a ballot's owner is in here; a row is known only by what it says.
 */

/** All ballots of one consultation, packed by row (CSR): memory is proportional to votes. */
export type PackedBallots = {
  /** Ballots. */
  rows: number;
  /** Columns; column j is items[j] of the item list passed beside it. */
  items: number;
  /** rows + 1 offsets: the votes of row r are start[r] to start[r + 1]. */
  start: Uint32Array;
  /** Votes: column index, ascending in a row. */
  item: Uint32Array;
  /** Votes: +1 agree, -1 disagree, 0 pass. Withdrawn votes are not in here. */
  choice: Int8Array;
  /** Votes: 0 dealt (dealt, confirmed, imported and passage votes), 1 linked. */
  way: Uint8Array;
  /** Rows: an index into `DOORS`. Imported ballots are treated like handed ones. */
  door: Uint8Array;
  /** Rows: an index into the list of locales passed beside it. */
  language: Uint8Array;
};

/** The only door whose ballots may ever be weighed down (functions/ballots/002-the-deck-deals.md), as in `PackedBallots.door`. */
export const openDoor = DOORS.indexOf('open');

/** One thing that can be voted on. */
export type Item = {
  id: string;
  /** The locale it was written in. */
  language: string;
  kind: 'passage' | 'suggestion' | 'experience' | 'question';
  /** The id of the item it was merged into: its votes count there, unless she voted on that one too. */
  merged?: string;
};
