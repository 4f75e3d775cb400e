import { mayNow } from '#shared/consultations/phases.ts';
import { publishedAsOf } from '#shared/consultations/rules.ts';
import type { Consultation } from '#shared/consultations/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { instant, later, type Instant } from '#shared/time.ts';
import { LEASE_SLACK } from '../ballots/leases.ts';
import { lastDecidedAt } from '../batches/decisions.ts';
import { writeDown } from '../ledger/service.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { announcementStep } from './announcements.ts';
import { publishedHeader, publishedStep, type SnapshotHeader } from './store.ts';

/** For which announced moment a count is made, and which published one it takes the place of. */
export type Publication = { moment: Instant; replaces?: SnapshotHeader };

/** The last announced moment whose votes have all arrived. It is counted once, from `countedFrom` on. */
export const dueMoment = (
  consultation: Consultation,
  now: number,
): { moment: Instant; countedFrom: Instant } | undefined => {
  const moment = publishedAsOf(consultation, instant(now - LEASE_SLACK));
  return moment === undefined ? undefined : { moment, countedFrom: later(moment, LEASE_SLACK) };
};

/**
 * The published result that a decision about a batch has overtaken. While people still vote, the next announced moment
 * will honour it: a count made now would tell what was voted since.
 */
export const overtaken = async (
  world: World,
  consultation: Consultation,
  moment: Instant | undefined,
): Promise<Publication | undefined> => {
  if (moment === undefined || mayNow(consultation, 'vote', instant(world.clock())).allowed) return undefined;
  const decided = await lastDecidedAt(world, consultation.id);
  const replaces = decided && (await publishedHeader(world, consultation.id, moment));
  return replaces && decided > replaces.at ? { moment, replaces } : undefined;
};

/** What is published with a count, in the write that makes it be there. */
export const publicationSteps = (world: World, place: PlaceId, header: Omit<SnapshotHeader, 'parts'>): Step[] => {
  const { id, publishedFor, replaces } = header;
  if (!publishedFor) return [];
  const why = replaces ? `${publishedFor}, instead of ${replaces.id}` : publishedFor;
  const line = writeDown(world, { place, role: 'job', act: 'publish-snapshot', subject: id, why });
  return [publishedStep(header, publishedFor), ...(replaces ? [] : [announcementStep(header)]), line];
};
