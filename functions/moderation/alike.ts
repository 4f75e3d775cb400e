import type { Case } from '#shared/moderation/case.ts';
import type { CaseView } from '#shared/moderation/desk-views.ts';
import { mayWorkOn } from '#shared/moderation/rules.ts';
import type { CaseId, DecideAlike } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { Problem, type ProblemCode } from '#shared/problems.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { spokenName } from '../participants/pseudonyms.ts';
import { nowIn, type World } from '../world.ts';
import { caseAtDesk } from './cases.ts';
import { decideCase, undoDecision } from './deciding.ts';
import { sameOf } from './sealing.ts';
import { casesOfSameWords } from './store.ts';
import { findSubject } from './subjects.ts';
import { wordsOfCase } from './words.ts';

/** Another case about the same words, and the words as they stand there now. */
type Alike = { one: Case; text: string; seen: string };

const asItIs = async (world: World, one: Case): Promise<Alike[]> => {
  const found = await findSubject(world, one.consultation, one.subject);
  const { text, fingerprint } = await wordsOfCase(world, one, found);
  return text !== null && sameOf(world, one.subject, text) === one.same ? [{ one, text, seen: fingerprint }] : [];
};

/**
 * While a case waits: others at this desk that wait about the same words, whoever wrote them, free for whoever asks. Once
 * it is decided: those that were decided with it, as long as all of it can be taken back.
 */
export const alikeTo = async (world: World, one: Case, me: ParticipantId): Promise<Alike[]> => {
  if (one.state !== 'waiting' && one.state !== 'decided') return [];
  const now = nowIn(world);
  const isAlike = (other: Case): boolean =>
    one.state === 'decided'
      ? other.state === 'decided' && other.alike === one.id
      : other.state === 'waiting' && other.desk === one.desk && mayWorkOn(other, 'decide', me, now).allowed;
  const others = (await casesOfSameWords(world, one)).filter(isAlike);
  return (await Promise.all(others.map((other) => asItIs(world, other)))).flat();
};

/** They as a moderator has them before her; words that differ by a letter only where she sees the others. */
export const copiesOf = (
  one: Case,
  alike: readonly Alike[],
  shown: string | undefined,
): Pick<CaseView, 'copies' | 'copiedBy'> => ({
  copies: alike.map(({ one: { id, author, subject, since }, seen, text }) => ({
    id,
    seen,
    author: author ? spokenName(author) : '',
    subject: subject.kind,
    at: since,
    ...(shown !== undefined && shown !== text && { words: text }),
  })),
  copiedBy: new Set([one, ...alike.map((other) => other.one)].map(({ author }) => author)).size,
});

const TAKEN_MEANWHILE: readonly ProblemCode[] = ['changed-meanwhile', 'with-somebody-else', 'not-in-this-state'];

/** One after the other; a case that somebody was quicker with stays as it is now. */
const each = async (all: readonly Alike[], act: (alike: Alike) => Promise<unknown>): Promise<void> => {
  for (const one of all) {
    try {
      await act(one);
    } catch (error) {
      if (!(error instanceof Problem) || !TAKEN_MEANWHILE.includes(error.code)) throw error;
    }
  }
};

/**
 * Decides a case, and like it those others about the same words that she has chosen. Each is a decision of its own, with
 * its own statement of reasons and its own appeal; what follows for an author follows here, and for nobody else
 * (DSA Art. 23(3): each is looked at by itself).
 */
export const decideWithAlike = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { alike, ...given }: DecideAlike,
): Promise<void> => {
  const { one, by } = await caseAtDesk(world, actor, slug, id);
  const all = alike.length > 0 ? await alikeTo(world, one, by) : [];
  const chosen = all.filter((other) => alike.some((asked) => asked.id === other.one.id && asked.seen === other.seen));
  await decideCase(world, actor, slug, id, given);
  const { author: _, ...same } = given;
  await each(chosen, ({ one: { id: other, version }, seen }) =>
    decideCase(world, actor, slug, other, { ...same, version, seen, unfounded: [] }, id),
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
  const others = await alikeTo(world, one, by);
  await undoDecision(world, actor, slug, id, version);
  await each(others, ({ one: other }) => undoDecision(world, actor, slug, other.id, other.version));
};
