import { openedAt } from '#shared/consultations/phases.ts';
import { publishedAsOf } from '#shared/consultations/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import { isSnapshotDue, SNAPSHOT_CHANGES } from '#shared/opinion/rules.ts';
import type { Snapshot } from '#shared/opinion/schema.ts';
import { createCount } from '#shared/opinion/tally.ts';
import { SECOND, instant, later, milliseconds, type Instant } from '#shared/time.ts';
import { LEASE_SLACK, mayHaveChanged } from '../ballots/leases.ts';
import { countBallots } from '../ballots/service.ts';
import { writeDown } from '../ledger/service.ts';
import { newTimedId, type World } from '../world.ts';
import { announcementStep } from './announcements.ts';
import { latestHeader, publishedStep, saveSnapshot, type SnapshotHeader } from './store.ts';

type Counted = { snapshot: Snapshot; changes: number };

/** Reads every ballot, shard by shard, and keeps sums only. `previous` tells how many ballots are new or changed. */
export const recount = async (
  world: World,
  consultation: Consultation,
  previous: SnapshotHeader | undefined,
  publishedFor: Instant | undefined,
): Promise<Counted> => {
  const begun = world.clock();
  const opened = milliseconds(openedAt(consultation) ?? instant(begun));
  const since = previous ? (milliseconds(previous.at) - opened) / SECOND : -1;
  const count = createCount();
  let touched = 0;
  await countBallots(world, consultation.id, (ballot) => {
    if (ballot.touched >= since) touched++;
    count.add({ ...ballot, votes: ballot.votes.map(({ counts, ...vote }) => ({ ...vote, dealt: counts })) });
  });
  const snapshot: Snapshot = {
    id: newTimedId(world, 'snapshot'),
    consultation: consultation.id,
    at: instant(begun),
    ballots: count.ballots(),
    ...(publishedFor && { publishedFor }),
    items: count.rows(),
  };
  const gone = Math.max(0, (previous?.ballots ?? 0) - snapshot.ballots);
  return { snapshot, changes: touched + gone };
};

/** The last announced moment whose votes have all arrived. It is counted once, from `countedFrom` on. */
const dueMoment = (consultation: Consultation, now: number): { moment: Instant; countedFrom: Instant } | undefined => {
  const moment = publishedAsOf(consultation, instant(now - LEASE_SLACK));
  return moment === undefined ? undefined : { moment, countedFrom: later(moment, LEASE_SLACK) };
};

/**
 * Recounts a consultation if it is time: for an announced moment always, for staff at most every fifteen minutes and
 * only when ten ballots or more are new or changed. `lease`: until when somebody may have voted (milliseconds).
 */
export const recountIfDue = async (
  world: World,
  consultation: Consultation,
  lease = Number.POSITIVE_INFINITY,
): Promise<Snapshot | undefined> => {
  const previous = await latestHeader(world, consultation.id);
  const awaited = dueMoment(consultation, world.clock());
  const due = isSnapshotDue(previous, awaited?.countedFrom, instant(world.clock()));
  if (!due) return undefined;
  const publishedFor = due === 'for-publication' ? awaited?.moment : undefined;
  if (!publishedFor && !mayHaveChanged(lease, previous ? milliseconds(previous.at) : 0)) return undefined;
  const { snapshot, changes } = await recount(world, consultation, previous, publishedFor);
  if (!publishedFor && changes < SNAPSHOT_CHANGES) return undefined;
  const line =
    publishedFor &&
    writeDown(world, {
      place: consultation.place,
      role: 'job',
      act: 'publish-snapshot',
      subject: snapshot.id,
      why: publishedFor,
    });
  const saved = await saveSnapshot(
    world,
    snapshot,
    publishedFor && line ? [publishedStep(snapshot, publishedFor), announcementStep(snapshot), line] : [],
  );
  world.cache.forget(`exposure ${consultation.id}`);
  return saved ? snapshot : undefined;
};
