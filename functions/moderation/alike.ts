import type { Case } from '#shared/moderation/case.ts';
import { mayWorkOn } from '#shared/moderation/rules.ts';
import type { CaseId, DecideAlike } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { Problem, type ProblemCode } from '#shared/problems.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { nowIn, type World } from '../world.ts';
import { casesOfAuthor } from './author-cases.ts';
import { caseAtDesk, findCase } from './cases.ts';
import { decideCase, undoDecision } from './deciding.ts';
import { findSubject } from './subjects.ts';
import { wordsOfCase } from './words.ts';

/** So many are looked at: whoever floods a place is stopped by other means long before. */
const MOST = 50;

/** Cases about words of the same author of which nobody was told yet. */
const untold = async (world: World, { id, author, consultation, desk }: Case): Promise<Case[]> => {
  if (!author) return [];
  const begun = (await casesOfAuthor(world, author)).filter(({ case: of, isDecided }) => of !== id && !isDecided);
  const all = await Promise.all(begun.slice(0, MOST).map(({ case: of }) => findCase(world, of)));
  return all.filter((one) => one !== undefined).filter((one) => one.consultation === consultation && one.desk === desk);
};

const isAbout = async (world: World, one: Case, fingerprint: string): Promise<boolean> => {
  const found = await findSubject(world, one.consultation, one.subject);
  return found !== undefined && (await wordsOfCase(world, one, found)).fingerprint === fingerprint;
};

/**
 * While a case waits: others that wait about the very same words of the same author, free for whoever asks. Once it is
 * decided: those that were decided with it, as long as all of it can be taken back.
 */
export const alikeTo = async (world: World, one: Case, me: ParticipantId, fingerprint: string): Promise<Case[]> => {
  if (one.state === 'decided')
    return (await untold(world, one)).filter(({ state, alike }) => state === 'decided' && alike === one.id);
  if (one.state !== 'waiting') return [];
  const now = nowIn(world);
  const free = (await untold(world, one)).filter(
    (other) =>
      other.state === 'waiting' &&
      other.subject.kind === one.subject.kind &&
      mayWorkOn(other, 'decide', me, now).allowed,
  );
  const same = await Promise.all(free.map((other) => isAbout(world, other, fingerprint)));
  return free.filter((_, i) => same[i]);
};

const TAKEN_MEANWHILE: readonly ProblemCode[] = ['changed-meanwhile', 'with-somebody-else', 'not-in-this-state'];

/** One after the other; a case that somebody was quicker with stays as it is now. */
const each = async (all: readonly Case[], act: (one: Case) => Promise<unknown>): Promise<void> => {
  for (const one of all) {
    try {
      await act(one);
    } catch (error) {
      if (!(error instanceof Problem) || !TAKEN_MEANWHILE.includes(error.code)) throw error;
    }
  }
};

/**
 * Decides a case, and where she says so all others about the same words like it. Each is a decision of its own, with its
 * own statement of reasons and its own appeal; what follows for the author follows once.
 */
export const decideWithAlike = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { alike, ...given }: DecideAlike,
): Promise<void> => {
  const { one, by } = await caseAtDesk(world, actor, slug, id);
  const others = alike ? await alikeTo(world, one, by, given.seen) : [];
  await decideCase(world, actor, slug, id, given);
  const { author: _, ...same } = given;
  await each(others, ({ id: other, version }) =>
    decideCase(world, actor, slug, other, { ...same, version, unfounded: [] }, id),
  );
};

/** Takes a decision back, and those that were made with it. */
export const undoWithAlike = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  version: number,
): Promise<void> => {
  const { one, by } = await caseAtDesk(world, actor, slug, id);
  const others = await alikeTo(world, one, by, '');
  await undoDecision(world, actor, slug, id, version);
  await each(others, (other) => undoDecision(world, actor, slug, other.id, other.version));
};
