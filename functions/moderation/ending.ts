import { Case, type Notice } from '#shared/moderation/case.ts';
import type { CaseId } from '#shared/moderation/schema.ts';
import { stateAfter } from '#shared/moderation/states.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { monthsLater } from '#shared/time.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { Pseudonym } from '#shared/ballots/schema.ts';
import { writeDown } from '../ledger/service.ts';
import { placeOf } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import { query, queryAll, remove, transact, type Item, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { authorCaseRemoval, casesOfAuthor } from './author-cases.ts';
import { dueToEnd, endLater } from './deadlines.ts';
import { notifierRemoval } from './mails.ts';
import { deedRemoval, pastStanding } from './notifiers.ts';
import { moveAppeal } from './appeals.ts';
import { seal } from './sealing.ts';
import { caseStep, findCase, itemsOfCase } from './store.ts';
import { everyNotice } from './telling.ts';

const byJob = (world: World, one: Case, act: 'close-case' | 'empty-case'): Step =>
  writeDown(world, { place: one.desk, role: 'job', act, subject: one.id });

/** When the last appeal window has ended; retention counts from then. */
const close = async (world: World, one: Case): Promise<boolean> => {
  const closed = nowIn(world);
  const { privacy } = await placeOf(world, one.place);
  const { appealableUntil: _, ...rest } = one;
  return transact(world.storage, [
    caseStep('close', one, { ...rest, state: stateAfter('close', one.state), closed }),
    { table: 'cases', remove: keys.caseIn(one.consultation, one.id) },
    endLater(one.id, monthsLater(closed, privacy.retentionMonths)),
    byJob(world, one, 'close-case'),
  ]);
};

const removal = (key: { pk: string; sk: string }): Step => ({ table: 'cases', remove: { pk: key.pk, sk: key.sk } });

const ofNotice = (notice: Notice): Step[] => [
  removal(keys.noticeOf(notice.case, notice.id)),
  removal(keys.receipt(notice.receipt)),
  notifierRemoval(notice.id),
  ...(notice.notifier ? [deedRemoval(notice.notifier, notice.id)] : []),
];

const AT_ONCE = 80;

/** Warnings and suspensions of notifiers that have no effect any more. */
const pastMeasures = async (world: World, notices: readonly Notice[]): Promise<Step[]> => {
  const marks = [...new Set(notices.flatMap(({ notifier }) => notifier ?? []))];
  return (await Promise.all(marks.map((mark) => pastStanding(world, mark)))).flat();
};

/** At the end of its retention nothing stays of a case but its head, without pseudonym, and the figures about it. */
const empty = async (world: World, one: Case): Promise<boolean> => {
  const [items, notices] = await Promise.all([itemsOfCase(world, one.id), everyNotice(world, one.id)]);
  const steps = [
    ...notices.flatMap(ofNotice),
    ...(await pastMeasures(world, notices)),
    ...items.filter(({ sk }) => sk !== keys.case(one.id).sk).map(removal),
    removal(keys.caseAbout(one.about)),
    ...(one.author ? [authorCaseRemoval(one.author, one.id)] : []),
  ];
  // The head goes last: killed in between, the next run finds the rest.
  for (let i = 0; i < steps.length; i += AT_ONCE) await transact(world.storage, steps.slice(i, i + AT_ONCE));
  const { author: _, decided: __, same: ___, ...rest } = one;
  const head: Case = {
    ...rest,
    about: '–',
    state: stateAfter('empty', one.state),
    look: { visibility: one.look.visibility },
  };
  return transact(world.storage, [caseStep('empty', one, head), byJob(world, one, 'empty-case')]);
};

const isOver = (one: Case, now: string, retentionMonths: number): boolean =>
  one.closed !== undefined && monthsLater(one.closed, retentionMonths) <= now;

/** Closes what can be appealed no more, and empties what has been kept as long as it may be. */
export const endCases = async (world: World): Promise<number> => {
  let ended = 0;
  for (const { item, id } of await dueToEnd(world)) {
    const one = await findCase(world, id);
    const now = nowIn(world);
    if (one?.state === 'told' && (one.appealableUntil ?? '~') <= now) ended += (await close(world, one)) ? 1 : 0;
    else if (one?.state === 'closed') {
      const { privacy } = await placeOf(world, one.place);
      if (isOver(one, now, privacy.retentionMonths)) ended += (await empty(world, one)) ? 1 : 0;
    }
    // An appeal, or a case that was taken up again, comes here with its own date.
    await remove(world.storage, 'cases', { pk: item.pk, sk: item.sk });
  }
  return ended;
};

/** Moves the appeals of a desk that nobody there may hear any more to where somebody may. */
export const moveAppeals = async (world: World, place: PlaceId): Promise<number> => {
  const items = await queryAll(world.storage, 'cases', {
    index: 'byQueueAndKind',
    pk: keys.queueOfKind(place, 'appeal'),
  });
  let moved = 0;
  for (const item of items) {
    const one = Case.parse(item);
    const line = (to: PlaceId): Step =>
      writeDown(world, { place, role: 'job', act: 'move-appeal', subject: one.id, why: to });
    if (await moveAppeal(world, one, line)) moved++;
  }
  return moved;
};

/** While a decision in it can be appealed, author links and keys of a consultation stay. */
export const isAppealable = async (world: World, consultation: ConsultationId): Promise<boolean> => {
  const { items } = await query(world.storage, 'cases', { pk: keys.caseIn(consultation).pk, limit: 1 });
  return items.length > 0;
};

/** What of a case's items goes with her: gone, or for an appeal that waits, without her words. */
const withoutAuthor = (world: World, id: CaseId, item: Item): Step[] => {
  const isHers = item.sk === keys.removedWords(id).sk || (item.sk.startsWith('message#') && item.with === 'author');
  if (isHers) return [removal(item)];
  const isAppeal = item.sk.startsWith('appeal#') && item.by === 'author';
  return isAppeal ? [{ table: 'cases', put: { ...item, sealed: seal(world, id, '–') } }] : [];
};

/** Somebody leaves: her removed words, her appeal and her messages go from every case about her. What was decided stays. */
export const forgetAuthor = async (world: World, pseudonym: Pseudonym): Promise<void> => {
  for (const { case: id } of await casesOfAuthor(world, pseudonym)) {
    const items = await itemsOfCase(world, id);
    const steps = [...items.flatMap((item) => withoutAuthor(world, id, item)), authorCaseRemoval(pseudonym, id)];
    for (let i = 0; i < steps.length; i += AT_ONCE) await transact(world.storage, steps.slice(i, i + AT_ONCE));
  }
};
