import { MINUTE, milliseconds, type Instant } from '../time.ts';

/** Staff see a new snapshot at most this often, and only after this many new or changed ballots … */
const SNAPSHOT_INTERVAL = 15 * MINUTE;
/** … so that the difference of two snapshots never gives one person's ballot away. */
export const SNAPSHOT_CHANGES = 10;

export const isSnapshotDue = (
  previous: { at: Instant } | undefined,
  publication: Instant | undefined,
  now: Instant,
): 'for-publication' | 'for-staff' | undefined => {
  if (publication && (!previous || previous.at < publication)) return 'for-publication';
  if (!previous || milliseconds(now) - milliseconds(previous.at) >= SNAPSHOT_INTERVAL) return 'for-staff';
  return undefined;
};

/** Snapshots for staff that are kept: the last ones, for whoever is reading one while the next is made. */
const KEPT_FOR_STAFF = 3;

/**
 * Those that may go. Every published one stays, and the one before it, from which it was made: an auditor needs both.
 * @param snapshots all of a consultation, the oldest first
 */
export const prunable = <Snapshot extends { publishedFor?: Instant | undefined }>(
  snapshots: readonly Snapshot[],
): Snapshot[] =>
  snapshots
    .slice(0, -KEPT_FOR_STAFF)
    .filter(({ publishedFor }, i) => publishedFor === undefined && snapshots[i + 1]?.publishedFor === undefined);

export const AUDITOR_LENGTH = 80;
/** The link to an auditor's file works once, and at most so long. */
export const AUDIT_DAYS = 7;
