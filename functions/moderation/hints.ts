import { isReadable } from '#shared/contributions/rules.ts';
import type { Case } from '#shared/moderation/case.ts';
import { CaseId } from '#shared/moderation/schema.ts';
import { DAY, later } from '#shared/time.ts';
import { codeOf } from '../operations/attempts.ts';
import { placeOf } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { query, remove, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import type { Found } from './found.ts';
import { findCase, hintStep } from './store.ts';
import { findSubject } from './subjects.ts';

/**
 * The words that may be handed to the service. Only what everybody can read: nothing that waits for its first reading,
 * was removed, or is said to show who somebody is; no name, no notice. And only where the place wants it.
 */
const wordsFor = async (world: World, one: Case, found: Found | undefined): Promise<string | undefined> => {
  const { triage } = await placeOf(world, one.place);
  const isOurs = triage?.isOn === true && one.subject.kind !== 'name' && !one.kinds.includes('personal-data');
  if (!isOurs || !found || !isReadable(found.state) || !world.triage?.knows(one.language)) return undefined;
  return found.text ?? undefined;
};

/** A new case waits for a hint, where its place wants one. Nothing waits for the hint. */
export const askForHint = async (world: World, one: Case, found: Found): Promise<Step[]> => {
  if ((await wordsFor(world, one, found)) === undefined) return [];
  return [{ table: 'cases', put: { ...keys.toHint(one.since, one.id), case: one.id } }];
};

/** False where somebody did something to the case meanwhile: then it is looked at again. */
const hint = async (world: World, one: Case): Promise<boolean> => {
  const words = await wordsFor(world, one, await findSubject(world, one.consultation, one.subject));
  const rating = words === undefined ? undefined : await world.triage?.rate(words);
  if (!world.triage || rating === undefined) return true;
  return transact(world.storage, [hintStep(one, { rating, by: world.triage.service, at: nowIn(world) })]);
};

/** More wait for the next run. */
const AT_ONCE = 20;
/** The service does not answer: the queue stays as it is, and the next run asks again. */
const MOST_FAILURES = 3;
/** A hint that comes later than this is of no use. */
const TOO_LATE = DAY;

/** Asks the service about the cases that are new, the oldest first, and gives each its place among its like. */
export const placeByHints = async (world: World): Promise<number> => {
  if (!world.triage) return 0;
  const { items } = await query(world.storage, 'cases', { pk: keys.toHint().pk, limit: AT_ONCE });
  const failures: unknown[] = [];
  let done = 0;
  for (const { pk, sk, case: id } of items) {
    if (failures.length === MOST_FAILURES) break;
    const one = await findCase(world, CaseId.parse(id));
    const isUseful = one?.state === 'waiting' && later(one.since, TOO_LATE) > nowIn(world);
    try {
      if (isUseful && !(await hint(world, one))) continue;
      await remove(world.storage, 'cases', { pk, sk });
      done++;
    } catch (error) {
      failures.push(error);
      // Never what it answered: that may quote the words.
      world.log({ level: 'warn', message: 'triage did not answer', error: codeOf(error) });
    }
  }
  if (failures.length > 0) throw failures[0];
  return done;
};
