import type { Job } from '#shared/operations/rules.ts';
import { nowIn, type World } from '../world.ts';
import { attemptsAfter, codeOf, rests } from './attempts.ts';
import { noteBeginning, noteEnd } from './runs.ts';
import { listLetters } from './store.ts';

/**
 * Runs a job and keeps when it began, when it ended and how: what the operator's page shows. A run that fails is a
 * letter like any piece of its work, and whoever started it hears of it too.
 */
export const runJob = async (world: World, job: Job, run: () => Promise<unknown>): Promise<void> => {
  const began = nowIn(world);
  const letters = await listLetters(world, job);
  if (letters.some((letter) => letter.subject === '' && rests(letter, began))) return;
  await noteBeginning(world, job, began);
  let failure: unknown;
  const attempt = attemptsAfter(world, job, letters);
  await attempt('', () =>
    run().catch((error: unknown) => {
      failure = error;
      throw error;
    }),
  );
  const some = failure === undefined && (await listLetters(world, job)).some(({ last }) => last >= began);
  await noteEnd(world, job, {
    ended: nowIn(world),
    outcome: failure !== undefined ? 'failed' : some ? 'partly' : 'good',
    ...(failure !== undefined && { code: codeOf(failure) }),
  });
  if (failure !== undefined) throw failure;
};
