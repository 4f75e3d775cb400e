import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { Moment } from '#shared/consultations/schema.ts';
import { CaseId, NoticeId, type MeasureNotifier } from '#shared/moderation/schema.ts';
import { proposalFor, type Proposal } from '#shared/moderation/misuse.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { DAY, later, monthsLater, type Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { get, queryAll, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

const Standing = z.object({
  warnings: z.array(z.object({ on: Moment, notice: NoticeId })),
  suspensions: z.array(z.object({ from: Moment, until: Moment, notice: NoticeId })),
  version: z.int().min(0),
});
type Standing = z.infer<typeof Standing>;

const Deed = z.object({ notice: NoticeId, case: CaseId, at: Moment, unfounded: z.boolean() });
export type Deed = z.infer<typeof Deed>;

/**
 * The mark by which notices of one person in one place are known to be hers: an HMAC of her id or address under a key
 * that lies in no table. Whoever gave neither is not known again.
 */
export const markOf = (world: World, place: PlaceId, who: string | undefined): string | undefined =>
  who === undefined
    ? undefined
    : createHmac('sha256', world.secretFor('notifiers'))
        .update(`${place} ${who.toLowerCase()}`)
        .digest()
        .subarray(0, 16)
        .toString('base64url');

const standingOfNotifier = async (world: World, mark: string): Promise<Standing> => {
  const item = await get(world.storage, 'cases', keys.notifierStanding(mark));
  return item ? Standing.parse(item) : { warnings: [], suspensions: [], version: 0 };
};

const suspendedNow = ({ suspensions }: Standing, now: Instant): Instant | undefined =>
  suspensions.find(({ from, until }) => from <= now && now < until)?.until;

/** What of it a notifier sees with the code of a notice. */
export const seenByNotifier = async (
  world: World,
  { notifier, id }: { notifier?: string | undefined; id: NoticeId },
): Promise<{ warned: boolean; suspendedUntil?: Instant }> => {
  if (!notifier) return { warned: false };
  const standing = await standingOfNotifier(world, notifier);
  const suspendedUntil = suspendedNow(standing, nowIn(world));
  const warned = standing.warnings.some(({ notice }) => notice === id);
  return { warned, ...(suspendedUntil && { suspendedUntil }) };
};

/** Whose notices are not worked on for a time (DSA Art. 23(2)) hears so before she writes one. */
export const requireMayNotify = async (world: World, mark: string | undefined): Promise<void> => {
  if (!mark) return;
  const until = suspendedNow(await standingOfNotifier(world, mark), nowIn(world));
  if (until) throw new Problem('notices-suspended', { until });
};

export const deedStep = (mark: string, deed: Deed): Step => ({
  table: 'cases',
  put: { ...keys.noticeBy(mark, deed.notice), ...deed },
});

export const deedRemoval = (mark: string, notice: NoticeId): Step => ({
  table: 'cases',
  remove: keys.noticeBy(mark, notice),
});

export const deedsOf = async (world: World, mark: string | undefined): Promise<Deed[]> => {
  if (!mark) return [];
  const { pk, sk } = keys.noticeBy(mark);
  return (await queryAll(world.storage, 'cases', { pk, prefix: sk })).map((item) => Deed.parse(item));
};

/** What the numbers suggest about whoever sent a notice. A person decides. */
export const proposalForNotifier = async (world: World, mark: string): Promise<Proposal | null> => {
  const [hers, standing] = await Promise.all([deedsOf(world, mark), standingOfNotifier(world, mark)]);
  const deeds = hers.map(({ at, unfounded }) => ({ at, manifest: unfounded }));
  const measured = {
    warnedOn: standing.warnings.map(({ on }) => on),
    suspendedOn: standing.suspensions.map(({ from }) => from),
  };
  return proposalFor(deeds, measured, nowIn(world));
};

const FORGOTTEN_AFTER_MONTHS = 12;

/** The removal of a standing in which nothing is left that matters. */
export const pastStanding = async (world: World, mark: string): Promise<Step[]> => {
  const { warnings, suspensions, version } = await standingOfNotifier(world, mark);
  const ends = [...warnings.map(({ on }) => on), ...suspensions.map(({ until }) => until)];
  const isPast = ends.every((end) => monthsLater(end, FORGOTTEN_AFTER_MONTHS) < nowIn(world));
  return version > 0 && isPast ? [{ table: 'cases', remove: keys.notifierStanding(mark) }] : [];
};

const DEFAULT_DAYS = 14;

/** Warns whoever sent it, or lets her notices rest for a time; never that before a warning. */
export const measureStep = async (
  world: World,
  mark: string,
  notice: NoticeId,
  { measure, days = DEFAULT_DAYS }: MeasureNotifier,
): Promise<Step> => {
  const standing = await standingOfNotifier(world, mark);
  const now = nowIn(world);
  if (measure === 'suspend' && standing.warnings.length === 0) throw new Problem('warning-first');
  const next: Standing =
    measure === 'warn'
      ? { ...standing, warnings: [...standing.warnings, { on: now, notice }] }
      : { ...standing, suspensions: [...standing.suspensions, { from: now, until: later(now, days * DAY), notice }] };
  return {
    table: 'cases',
    put: { ...keys.notifierStanding(mark), ...next, version: standing.version + 1 },
    if: { is: 'version', version: standing.version },
  };
};
