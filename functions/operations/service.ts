import { isDead, isTriedAgain, JOB_NAMES, standingOf, type Job } from '#shared/operations/rules.ts';
import type { LetterId, OperationsView } from '#shared/operations/schema.ts';
import { Problem } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { requireOperator } from '../places/operator.ts';
import { placeOf } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { findMails, findRun, findStorage } from './runs.ts';
import { findLetter, letterChange, letterRemoval, listLetters } from './store.ts';
import { versionsOf } from './versions.ts';

const jobsOf = async (world: World): Promise<OperationsView['jobs']> => {
  const now = nowIn(world);
  const runs = await Promise.all(JOB_NAMES.map((job: Job) => findRun(world, job)));
  return runs.flatMap((run) => (run ? [{ ...run, standing: standingOf(run.job, run, now) }] : []));
};

const mailsOf = async (world: World): Promise<Pick<OperationsView, 'mails'>> => {
  const [mails, asked] = await Promise.all([findMails(world), get(world.storage, 'records', keys.mailsToRetry())]);
  return mails ? { mails: { ...mails, isRetryAsked: asked !== undefined } } : {};
};

/** How the platform goes: counts, times and codes, nothing that anybody wrote and nobody's address. */
export const viewOperations = async (world: World, asking: MaybeActor): Promise<OperationsView> => {
  const { place } = await requireOperator(world, asking);
  const now = nowIn(world);
  const [{ slug, timeZone }, jobs, letters, mails, storage] = await Promise.all([
    placeOf(world, place),
    jobsOf(world),
    listLetters(world),
    mailsOf(world),
    findStorage(world),
  ]);
  return {
    place: { slug, timeZone },
    jobs,
    deadLetters: letters
      .filter(isDead)
      .map((letter) => ({ ...letter, isAskedFor: isTriedAgain(letter) && letter.notBefore <= now })),
    ...mails,
    ...(storage && { storage }),
    versions: versionsOf(world),
  };
};

const deadLetter = async (world: World, id: LetterId) => {
  const letter = await findLetter(world, id);
  if (!letter || !isDead(letter)) throw new Problem('not-found');
  return letter;
};

/** The next run of its job tries it, rested or not. */
export const retryLetter = async (world: World, asking: MaybeActor, id: LetterId): Promise<void> => {
  const { place, by, role } = await requireOperator(world, asking);
  const letter = await deadLetter(world, id);
  if (!isTriedAgain(letter)) throw new Problem('not-found');
  const line = writeDown(world, { place, by, role, act: 'retry-job', subject: id });
  await requireHeld(transact(world.storage, [letterChange({ ...letter, notBefore: nowIn(world) }), line]));
};

/** It waits no longer. Where its job does that work again and fails again, a new letter comes. */
export const dropLetter = async (world: World, asking: MaybeActor, id: LetterId): Promise<void> => {
  const { place, by, role } = await requireOperator(world, asking);
  const { code } = await deadLetter(world, id);
  const line = writeDown(world, { place, by, role, act: 'drop-letter', subject: id, why: code });
  await requireHeld(transact(world.storage, [letterRemoval(id), line]));
};

/** The mail job tries all mails again that could not be handed over. It alone may read the outbox. */
export const retryMails = async (world: World, asking: MaybeActor): Promise<void> => {
  const { place, by, role } = await requireOperator(world, asking);
  const line = writeDown(world, { place, by, role, act: 'retry-mails', subject: place });
  await transact(world.storage, [{ table: 'records', put: { ...keys.mailsToRetry(), at: nowIn(world) } }, line]);
};
