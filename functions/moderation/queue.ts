import { Case } from '#shared/moderation/case.ts';
import { CaseId } from '#shared/moderation/schema.ts';
import { beginningOf, isNear, type Rank } from '#shared/moderation/queue.ts';
import { heldByAnother, mayWorkOn } from '#shared/moderation/rules.ts';
import type { CaseLine, CasePage } from '#shared/moderation/desk-views.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import type { Instant } from '#shared/time.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt } from '../places/service.ts';
import { staffOf } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { nowIn, type World } from '../world.ts';
import { takeCase } from './desk.ts';
import { exposureOf, isTooMuch } from './exposure.ts';
import { waitingAt } from './queue-length.ts';
import { findCase, noticesCounted, pageOfQueue, queueOf } from './store.ts';

const PAGE = 20;
const MOST_OF_MINE = 100;

/** Which part of a queue is asked for. */
export type Part = {
  language?: string | undefined;
  kind?: string | undefined;
  rank?: Rank | undefined;
  mine?: boolean | undefined;
};

/** The colleagues of a desk by the names they are known by. */
export const namesAt = async (world: World, place: PlaceId): Promise<ReadonlyMap<ParticipantId, string>> =>
  new Map((await staffOf(world, place)).map(({ participant, name }) => [participant, name]));

export const lineOfCase = (
  one: Case,
  names: ReadonlyMap<ParticipantId, string>,
  me: ParticipantId,
  now: Instant,
  why: CaseLine['why'] = one.why,
): Omit<CaseLine, 'noticeCount'> => {
  const { id, state, place, consultation, kind, language, lane, tier, since, due, danger, hint, holder } = one;
  const isWaiting = state === 'waiting' || state === 'appealed';
  const isHeld = holder !== undefined && (holder.until > now || holder.by === me);
  return {
    id,
    state,
    place,
    consultation,
    subject: one.subject.kind,
    kind,
    why,
    language,
    lane,
    tier,
    since,
    due,
    overdue: isWaiting && due < now,
    near: isWaiting && isNear(one, now),
    danger,
    escalated: one.escalated !== undefined,
    ...(hint && state === 'waiting' && { hint }),
    ...(isHeld && { holder: { ...holder, name: names.get(holder.by) ?? '', isMe: holder.by === me } }),
    decidedByMe: one.deciders.includes(me),
  };
};

const askFor = (place: PlaceId, me: ParticipantId, { language, kind, rank, mine }: Part) => {
  if (mine) return { index: 'byHolder', pk: keys.queueOfHolder(place, me), limit: MOST_OF_MINE } as const;
  if (language) return { index: 'byQueueAndLanguage', pk: keys.queueOfLanguage(place, language), limit: PAGE } as const;
  if (kind) return { index: 'byQueueAndKind', pk: keys.queueOfKind(place, kind), limit: PAGE } as const;
  return { ...queueOf(place), ...(rank && { prefix: beginningOf(rank) }), limit: PAGE };
};

/**
 * A page of the queue, the most urgent first: one question to one index, however long the queue is. Cases that a
 * colleague has are in it, with her name.
 */
export const pageOfCases = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { after, ...part }: Part & { after?: string | undefined },
): Promise<CasePage> => {
  const place = await placeIdAt(world, slug);
  const { by } = requireOffice(actor, 'moderate', place);
  const [page, names, waiting] = await Promise.all([
    pageOfQueue(world, { ...askFor(place, by, part), after }),
    namesAt(world, place),
    after === undefined ? waitingAt(world, place, by) : undefined,
  ]);
  const now = nowIn(world);
  const lines = await Promise.all(
    page.items.map(async (item) => {
      const isOpinion = item.of !== undefined;
      const id = CaseId.parse(isOpinion ? item.case : item.id);
      const [one, noticeCount] = await Promise.all([
        isOpinion ? findCase(world, id) : Case.parse(item),
        noticesCounted(world, id),
      ]);
      return one && { ...lineOfCase(one, names, by, now, isOpinion ? 'opinion' : one.why), noticeCount };
    }),
  );
  const last = page.items.at(-1);
  return {
    cases: lines.filter((line) => line !== undefined),
    ...(waiting && { waiting }),
    ...(page.next && last && !part.mine && { next: last.order as string }),
  };
};

/** Can it be offered to her: nobody has it, she has not given it away, and as an appeal it is not against herself? */
const isFor = (one: Case, me: ParticipantId, now: Instant): boolean =>
  !heldByAnother(one, me, now) && !one.passedOn.includes(me) && mayWorkOn(one, 'take', me, now).allowed;

/**
 * Takes the most urgent case that is free for her; undefined when there is none. Two who ask at once get two cases. Whoever
 * has read enough for today gets only what wears nobody out.
 */
export const takeNext = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  part: Omit<Part, 'mine'>,
): Promise<CaseId | undefined> => {
  const place = await placeIdAt(world, slug);
  const { by } = requireOffice(actor, 'moderate', place);
  const exposure = await exposureOf(world, place, by);
  let isWornOut = false;
  let after: string | undefined;
  do {
    const page = await pageOfQueue(world, { ...askFor(place, by, part), after });
    for (const item of page.items) {
      const one = Case.parse(item);
      if (!isFor(one, by, nowIn(world))) continue;
      if (isTooMuch(one, exposure)) {
        isWornOut = true;
        continue;
      }
      try {
        await takeCase(world, actor, slug, one.id, one.version);
        return one.id;
      } catch (error) {
        if (!(error instanceof Problem) || !['changed-meanwhile', 'with-somebody-else'].includes(error.code))
          throw error;
      }
    }
    after = page.next && (page.items.at(-1)?.order as string | undefined);
  } while (after);
  if (isWornOut) throw new Problem('enough-for-today');
  return undefined;
};
