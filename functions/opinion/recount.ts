import { openedAt } from '#shared/consultations/phases.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import type { Place } from '#shared/places/schema.ts';
import type { AffectedFigure } from '#shared/opinion/affected.ts';
import { defaultParameters, type Parameters } from '#shared/opinion/parameters.ts';
import { isSnapshotDue, prunable, SNAPSHOT_CHANGES } from '#shared/opinion/rules.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { SECOND, instant, milliseconds, type Instant } from '#shared/time.ts';
import { mayHaveChanged } from '../ballots/leases.ts';
import { packBallots, type Packing } from '../ballots/packing.ts';
import type { Turnout } from '../ballots/turnout.ts';
import { batchesLeftOut } from '../batches/decisions.ts';
import { currentItems, type Items } from '../contributions/items.ts';
import { placeOf } from '../places/service.ts';
import { mergedSince } from './merged-since.ts';
import { newTimedId, type World } from '../world.ts';
import { CODE } from './code.ts';
import { countedItems } from './counted-items.ts';
import { forgetDealing } from './dealing.ts';
import { batchesTold } from './left-out.ts';
import { dueMoment, overtaken, publicationSteps, type Publication } from './publishing.ts';
import {
  countedOf,
  hashOf,
  latestHeader,
  listHeaders,
  removeSnapshot,
  saveSnapshot,
  type Counted,
  type SnapshotHeader,
} from './store.ts';
import { turnoutStep } from './turnout.ts';

type Recounted = { header: Omit<SnapshotHeader, 'parts'>; counted: Counted; turnout: Turnout; changes: number };

const secondsSinceOpening = (consultation: Consultation, at: Instant, now: number): number =>
  (milliseconds(at) - milliseconds(openedAt(consultation) ?? instant(now))) / SECOND;

const namedIn = ({ id, at, hash }: SnapshotHeader) => ({ id, at, hash });

const passagesOfWords = ({ contributions }: Items): Record<string, string> =>
  Object.fromEntries([...contributions.values()].flatMap(({ id, passage }) => (passage ? [[id, passage]] : [])));

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
  publication: Publication | undefined,
): Promise<Recounted> => {
  const begun = world.clock();
  const [today, place, before, decisions] = await Promise.all([
    currentItems(world, consultation.id),
    placeOf(world, consultation.place),
    previous && countedOf(world, previous),
    batchesLeftOut(world, consultation.id),
  ]);
  const { items, numbers, standing, states, wordings } = countedItems(today);
  const since = previous && secondsSinceOpening(consultation, previous.at, begun);
  const without = decisions.map(({ batch }) => batch);
  const packing = await packBallots(world, consultation.id, numbers, {
    since,
    without,
    standing,
    opened: openedAt(consultation) ?? instant(begun),
    timeZone: place.timeZone,
  });
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
      ...(publication && { publishedFor: publication.moment }),
      ...(publication?.replaces && { replaces: namedIn(publication.replaces) }),
    },
    counted: {
      snapshot,
      campaigns,
      candidates,
      affected,
      released: lastOfEach(released, affected),
      about: passagesOfWords(today),
      input: { items, states, code: CODE, without, ...(previous && { previous: previous.id }) },
      batches: batchesTold(decisions, packing.leftOut, items, parameters.affected),
    },
    turnout: packing.turnout,
    changes: changed + Math.max(0, (previous?.ballots ?? 0) - ballots.rows),
  };
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
  const mayDiffer = mayHaveChanged(lease, previous ? milliseconds(previous.at) : 0);
  const isMerged = await mergedSince(world, consultation, previous);
  const publication =
    due === 'for-publication' && awaited
      ? { moment: awaited.moment }
      : mayDiffer
        ? await overtaken(world, consultation, awaited?.moment)
        : undefined;
  if (!publication && (!due || !(mayDiffer || isMerged))) return undefined;
  const { header, counted, turnout, changes } = await recount(world, consultation, previous, publication);
  if (!publication && changes < SNAPSHOT_CHANGES && !isMerged) return undefined;
  const saved = await saveSnapshot(world, header, counted, [
    turnoutStep(consultation.id, header.at, turnout),
    ...publicationSteps(world, consultation.place, header),
  ]);
  forgetDealing(world, consultation.id);
  await pruneSnapshots(world, consultation.id);
  return saved ? header : undefined;
};
