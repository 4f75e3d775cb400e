import type { Pseudonym } from '#shared/ballots/schema.ts';
import type { Case, Decision } from '#shared/moderation/case.ts';
import type { Standing } from '#shared/moderation/standing.ts';
import type { EarlierMeasures } from '#shared/moderation/desk-views.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { Role } from '#shared/places/rules.ts';
import { DAY, later, monthsLater } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { standingOf, standingSteps } from '../participants/standing.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';

type Asking = { by?: ParticipantId; role: Role | 'job' };

/**
 * Who wrote under this pseudonym. The line in the ledger is there before the answer is, or there is no answer. Undefined
 * when nobody can say any more.
 */
const resolveAuthor = async (
  world: World,
  { id, place, author }: Pick<Case, 'id' | 'place'> & { author: Pseudonym },
  { by, role }: Asking,
): Promise<ParticipantId | undefined> => {
  const line = writeDown(world, { place, ...(by && { by }), role, act: 'resolve-author', subject: id });
  await requireHeld(transact(world.storage, [line]));
  const link = await get(world.storage, 'vault', keys.author(author));
  return link?.participant as ParticipantId | undefined;
};

export const authorOf = (world: World, one: Case, asking: Asking): Promise<ParticipantId | undefined> =>
  one.author ? resolveAuthor(world, { ...one, author: one.author }, asking) : Promise.resolve(undefined);

/** What was measured against the author in this place before, in whatever consultation, and by no name. */
export const earlierMeasures = async (world: World, one: Case, asking: Asking): Promise<EarlierMeasures> => {
  const author = await authorOf(world, one, asking);
  if (!author) return { warnedOn: [], suspendedOn: [] };
  const { warnings, suspensions } = await standingOf(world, author, one.place);
  const now = nowIn(world);
  const until = suspensions
    .map((one_) => one_.until)
    .filter((end) => end > now)
    .sort()
    .at(-1);
  return {
    warnedOn: warnings.map(({ on }) => on),
    suspendedOn: suspensions.map(({ from }) => from),
    ...(until && { until }),
  };
};

const KEPT_MONTHS = 24;

/** A decision stands in the place of earlier ones of its case, also in what it measures. */
const withDecision = (standing: Standing, one: Case, decision: Decision, now: string): Standing => {
  // What is older than this has no effect any more, and is not kept.
  const since = (at: string): boolean => monthsLater(at, KEPT_MONTHS) > now;
  const others = <Entry extends { case: string }>(entries: readonly Entry[]): Entry[] =>
    entries.filter((entry) => entry.case !== one.id);
  const { author, days = 0 } = decision;
  const isName = one.subject.kind === 'name' && one.look.visibility === 'remove';
  return {
    ...standing,
    warnings: [
      ...others(standing.warnings).filter(({ on }) => since(on)),
      ...(author?.measure === 'warn' ? [{ case: one.id, on: now }] : []),
    ],
    suspensions: [
      ...others(standing.suspensions).filter(({ until }) => since(until)),
      ...(author?.measure === 'suspend' ? [{ case: one.id, from: now, until: later(now, days * DAY) }] : []),
    ],
    nameless: [...others(standing.nameless), ...(isName ? [{ case: one.id, consultation: one.consultation }] : [])],
  };
};

const isEmpty = ({ warnings, suspensions, nameless }: Standing): boolean =>
  warnings.length + suspensions.length + nameless.length === 0;

/** The steps by which what was decided about a person begins to hold: when she is told, and not before. */
export const measureSteps = async (
  world: World,
  participant: ParticipantId,
  one: Case,
  decision: Decision,
): Promise<Step[]> => {
  const before = await standingOf(world, participant, one.place);
  const after = withDecision(before, one, decision, nowIn(world));
  return isEmpty(before) && isEmpty(after) ? [] : standingSteps(participant, after);
};
