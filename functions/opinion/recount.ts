import { openedAt } from '#shared/consultations/phases.ts';
import { publishedAsOf } from '#shared/consultations/rules.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import type { AffectedFigure } from '#shared/opinion/affected.ts';
import { defaultParameters, type Parameters } from '#shared/opinion/parameters.ts';
import { isSnapshotDue, prunable, SNAPSHOT_CHANGES } from '#shared/opinion/rules.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { SECOND, instant, later, milliseconds, type Instant } from '#shared/time.ts';
import { LEASE_SLACK, mayHaveChanged } from '../ballots/leases.ts';
import { packBallots, type Packing } from '../ballots/packing.ts';
import { currentItems } from '../contributions/items.ts';
import { writeDown } from '../ledger/service.ts';
import { placeOf } from '../places/service.ts';
import { newTimedId, type World } from '../world.ts';
import { announcementStep } from './announcements.ts';
import { CODE } from './code.ts';
import { countedItems } from './counted-items.ts';
import { forgetDealing } from './dealing.ts';
import {
  countedOf,
  hashOf,
  latestHeader,
  listHeaders,
  removeSnapshot,
  publishedStep,
  saveSnapshot,
  type Counted,
  type SnapshotHeader,
} from './store.ts';

type Recounted = { header: Omit<SnapshotHeader, 'parts'>; counted: Counted; changes: number };

const secondsSinceOpening = (consultation: Consultation, at: Instant, now: number): number =>
  (milliseconds(at) - milliseconds(openedAt(consultation) ?? instant(now))) / SECOND;

/** Everybody's rows in the form the mathematics takes them; groups that nobody named are among them. */
const answersOf = ({ belonging }: Consultation, packing: Packing) => {
  const groups = belonging?.answers.map(({ key }) => key) ?? [];
  const belongs = groups.map((group) => {
    const rows = new Uint8Array(packing.ballots.rows);
    for (const row of packing.belonging.get(group) ?? []) rows[row] = 1;
    return rows;
  });
  return { groups, belongs };
};

/** A figure that was withdrawn is not forgotten: when it comes back, it is compared with what was last told. */
const lastOfEach = (...figures: readonly AffectedFigure[][]): AffectedFigure[] => [
  ...new Map(figures.flat().map((figure) => [`${figure.group} ${figure.id}`, figure])).values(),
];

/** What holds here: what the place has set, and the defaults for all it has not. */
const parametersOf = ({ opinion: own = {} }: Place, locales: string[]): Parameters => ({
  ...defaultParameters,
  locales,
  enough: own.enough ?? defaultParameters.enough,
  shared: own.shared ?? defaultParameters.shared,
  divides: own.divides ?? defaultParameters.divides,
  affected: own.affected ?? defaultParameters.affected,
  mostGroups: own.mostGroups ?? defaultParameters.mostGroups,
});

/**
 * Reads every ballot and runs the mathematics of opinion on them. What it keeps from before, labels and the number of
 * groups, comes from `previous`, the last snapshot there is; from it also how many ballots are new or changed.
 */
export const recount = async (
  world: World,
  consultation: Consultation,
  previous: SnapshotHeader | undefined,
  publishedFor: Instant | undefined,
): Promise<Recounted> => {
  const begun = world.clock();
  const [today, place, before] = await Promise.all([
    currentItems(world, consultation.id),
    placeOf(world, consultation.place),
    previous && countedOf(world, previous),
  ]);
  const { items, numbers, states, wordings } = countedItems(today);
  const since = previous && secondsSinceOpening(consultation, previous.at, begun);
  const packing = await packBallots(world, consultation.id, numbers, since);
  const { ballots, locales, changed } = packing;
  const parameters = parametersOf(place, locales);
  const released = before?.released ?? [];
  const { snapshot, file, campaigns, candidates, affected } = await world.count({
    ballots,
    items,
    states,
    wordings,
    answers: answersOf(consultation, packing),
    previous: before?.snapshot,
    released,
    parameters,
    code: CODE,
  });
  return {
    header: {
      id: newTimedId(world, 'snapshot'),
      consultation: consultation.id,
      at: instant(begun),
      ballots: ballots.rows,
      hash: hashOf(snapshotText(snapshot)),
      inputHash: hashOf(file),
      ...(publishedFor && { publishedFor }),
    },
    counted: {
      snapshot,
      campaigns,
      candidates,
      affected,
      released: lastOfEach(released, affected),
      input: { items, states, code: CODE, ...(previous && { previous: previous.id }) },
    },
    changes: changed + Math.max(0, (previous?.ballots ?? 0) - ballots.rows),
  };
};

/** The last announced moment whose votes have all arrived. It is counted once, from `countedFrom` on. */
const dueMoment = (consultation: Consultation, now: number): { moment: Instant; countedFrom: Instant } | undefined => {
  const moment = publishedAsOf(consultation, instant(now - LEASE_SLACK));
  return moment === undefined ? undefined : { moment, countedFrom: later(moment, LEASE_SLACK) };
};

/** Of what only staff have seen, the last few are kept. */
const pruneSnapshots = async (world: World, consultation: ConsultationId): Promise<void> => {
  for (const header of prunable(await listHeaders(world, consultation))) await removeSnapshot(world, header);
};

/**
 * Recounts a consultation if it is time: for an announced moment always, for staff at most every fifteen minutes and
 * only when ten ballots or more are new or changed. `lease`: until when somebody may have voted (milliseconds; 0: nobody).
 */
export const recountIfDue = async (
  world: World,
  consultation: Consultation,
  lease = Number.POSITIVE_INFINITY,
): Promise<Recounted['header'] | undefined> => {
  const previous = await latestHeader(world, consultation.id);
  const awaited = dueMoment(consultation, world.clock());
  const due = isSnapshotDue(previous, awaited?.countedFrom, instant(world.clock()));
  if (!due) return undefined;
  const publishedFor = due === 'for-publication' ? awaited?.moment : undefined;
  if (!publishedFor && !mayHaveChanged(lease, previous ? milliseconds(previous.at) : 0)) return undefined;
  const { header, counted, changes } = await recount(world, consultation, previous, publishedFor);
  if (!publishedFor && changes < SNAPSHOT_CHANGES) return undefined;
  const line =
    publishedFor &&
    writeDown(world, {
      place: consultation.place,
      role: 'job',
      act: 'publish-snapshot',
      subject: header.id,
      why: publishedFor,
    });
  const also = publishedFor && line ? [publishedStep(header, publishedFor), announcementStep(header), line] : [];
  const saved = await saveSnapshot(world, header, counted, also);
  forgetDealing(world, consultation.id);
  await pruneSnapshots(world, consultation.id);
  return saved ? header : undefined;
};
