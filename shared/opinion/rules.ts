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
