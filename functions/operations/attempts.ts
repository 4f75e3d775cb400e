import { isDead, REST, type Job } from '#shared/operations/rules.ts';
import type { Letter } from '#shared/operations/schema.ts';
import { Problem } from '#shared/problems.ts';
import { later, type Instant } from '#shared/time.ts';
import { keys } from '../storage/keys.ts';
import { remove, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { letterStep, listLetters } from './store.ts';

/** What kind of error it was. Its message may hold anything, and goes nowhere. */
export const codeOf = (error: unknown): string => {
  const name = error instanceof Problem ? error.code : error instanceof Error ? error.name : 'unknown';
  return /^[\w.-]{1,60}$/.test(name) ? name : 'unknown';
};

export const rests = ({ notBefore }: Letter, now: Instant): boolean => notBefore > now;

export const letterId = (job: Job, subject: string): string => (subject ? `${job}~${subject}` : job);

type Failure = { job: Job; subject: string; code: string; tries?: number };

/** A letter after one more failure. From the fifth in a row on it rests between tries. */
export const afterFailure = (
  world: World,
  before: Letter | undefined,
  { job, subject, code, tries: more = 1 }: Failure,
): Letter => {
  const now = nowIn(world);
  const tries = (before?.tries ?? 0) + more;
  const since = before?.since ?? now;
  const notBefore = isDead({ tries }) ? later(now, REST) : now;
  return { id: letterId(job, subject), job, subject, since, last: now, tries, code, notBefore };
};

type Attempt = <Result>(subject: string, act: () => Promise<Result>) => Promise<Result | undefined>;

/**
 * How a job does its pieces of work: one that fails keeps no other waiting, and is tried again by the next run. After
 * five failures in a row it is a dead letter, which waits for the operator and is tried once an hour meanwhile.
 */
export const attemptsOf = async (world: World, job: Job): Promise<Attempt> =>
  attemptsAfter(world, job, await listLetters(world, job));

/** The same, knowing what has failed before. */
export const attemptsAfter = (world: World, job: Job, failed: readonly Letter[]): Attempt => {
  const letters = new Map(failed.map((letter) => [letter.subject, letter]));
  return async (subject, act) => {
    const before = letters.get(subject);
    if (before && rests(before, nowIn(world))) return undefined;
    try {
      const result = await act();
      if (before) await remove(world.storage, 'records', keys.letter(before.id));
      return result;
    } catch (error) {
      const code = codeOf(error);
      world.log({ level: 'error', message: `${job} failed`, error: code });
      await transact(world.storage, [letterStep(afterFailure(world, before, { job, subject, code }))]);
      return undefined;
    }
  };
};

/** A job made of pieces that follow each other: one that fails keeps none of the later ones waiting. */
export const inPieces =
  (job: Job, pieces: Readonly<Record<string, (world: World) => Promise<unknown>>>) =>
  async (world: World): Promise<void> => {
    const attempt = await attemptsOf(world, job);
    for (const [name, piece] of Object.entries(pieces)) await attempt(name, () => piece(world));
  };
