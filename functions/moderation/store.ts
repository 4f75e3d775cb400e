import type { CaseId, NoticeId } from '#shared/moderation/schema.ts';
import { orderOf } from '#shared/moderation/queue.ts';
import { MOST_COPIES } from '#shared/moderation/same-words.ts';
import { priorStates, type CaseAct } from '#shared/moderation/states.ts';
import type { Hint } from '#shared/moderation/views.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import type { IndexName } from '../storage/tables.ts';
import type { Key } from '../storage/keys/key.ts';
import { keys } from '../storage/keys.ts';
import { get, query, queryAll, take, type Item, type Page, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import {
  Case,
  type AppealItem,
  type Decision,
  type MessageItem,
  type Notice,
  type Opinion,
} from '#shared/moderation/case.ts';

/** The name under which the desk finds it among its kind: appeals and first readings are kinds of their own. */
const kindInQueue = ({ why, kind }: Pick<Case, 'why' | 'kind'>): string =>
  why === 'appeal' || why === 'first-reading' ? why : kind;

/** No hint moves an appeal: its words have been read by a person. */
const orderIn = (one: Case): string => orderOf(one.why === 'appeal' ? { ...one, hint: undefined } : one, one.id);

/** What puts a case into its queues. One that waits for nothing stands in none. */
const placeInQueue = (one: Case): Record<string, string> => {
  if (one.state !== 'waiting' && one.state !== 'appealed') return {};
  return {
    order: orderIn(one),
    queue: keys.queue(one.desk),
    queueOfLanguage: keys.queueOfLanguage(one.desk, one.language),
    queueOfKind: keys.queueOfKind(one.desk, kindInQueue(one)),
    ...(one.holder && { queueOfHolder: keys.queueOfHolder(one.desk, one.holder.by) }),
  };
};

const itemOf = (one: Case): Item => ({ ...keys.case(one.id), ...one, ...placeInQueue(one) });

/** While it is not closed, what its consultation needs to reach people stays. */
export const unclosedStep = ({ id, consultation }: Pick<Case, 'id' | 'consultation'>): Step => ({
  table: 'cases',
  put: { ...keys.caseIn(consultation, id), case: id },
});

/** Until somebody was told what was decided, it is found by its words. */
export const sameWordsStep = ({ id, consultation, same }: Pick<Case, 'id' | 'consultation' | 'same'>): Step[] =>
  same ? [{ table: 'cases', put: { ...keys.sameWords(consultation, same, id), case: id } }] : [];
export const sameWordsRemoval = ({ id, consultation, same }: Pick<Case, 'id' | 'consultation' | 'same'>): Step[] =>
  same ? [{ table: 'cases', remove: keys.sameWords(consultation, same, id) }] : [];

/** Others about the same words of which nobody was told yet, so many at most. */
export const casesOfSameWords = async (
  world: World,
  { id, consultation, same }: Pick<Case, 'id' | 'consultation' | 'same'>,
): Promise<Case[]> => {
  if (!same) return [];
  const { pk } = keys.sameWords(consultation, same);
  const { items } = await query(world.storage, 'cases', { pk, limit: MOST_COPIES + 1 });
  const others = items.map((item) => item.case as CaseId).filter((other) => other !== id);
  return (await Promise.all(others.map((other) => findCase(world, other)))).filter((one) => one !== undefined);
};

export const newCaseSteps = (one: Case): Step[] => [
  { table: 'cases', put: itemOf(one), if: { is: 'absent' } },
  { table: 'cases', put: { ...keys.caseAbout(one.about), case: one.id }, if: { is: 'absent' } },
  unclosedStep(one),
  ...sameWordsStep(one),
];

/** A hint is no act of the desk: whoever has the case open goes on with the version she saw. */
export const hintStep = (one: Case, hint: Hint): Step => ({
  table: 'cases',
  put: itemOf({ ...one, hint }),
  if: { is: 'state', states: priorStates('hint'), version: one.version },
});

/** What an act makes of a case, if it is still what was read and in a state in which the act is lawful. */
export const caseStep = (act: CaseAct, before: Case, becomes: Case): Step => ({
  table: 'cases',
  put: itemOf({ ...becomes, version: before.version + 1 }),
  if: { is: 'state', states: priorStates(act), version: before.version },
});

export const findCase = async (world: World, id: CaseId): Promise<Case | undefined> => {
  const item = await get(world.storage, 'cases', keys.case(id));
  return item && Case.parse(item);
};

export const caseAbout = async (world: World, about: string): Promise<CaseId | undefined> => {
  const item = await get(world.storage, 'cases', keys.caseAbout(about));
  return item?.case as CaseId | undefined;
};

const put = (key: Key, item: object): Step => ({ table: 'cases', put: { ...key, ...item } });

export const noticeSteps = (notice: Notice): Step[] => [
  put(keys.noticeOf(notice.case, notice.id), notice),
  put(keys.receipt(notice.receipt), { case: notice.case, notice: notice.id }),
];
export const decisionStep = (decision: Decision): Step => put(keys.decisionOf(decision.case, decision.id), decision);
export const appealStep = (appeal: AppealItem): Step => put(keys.appealOf(appeal.case, appeal.id), appeal);
export const messageStep = (id: CaseId, message: MessageItem): Step => put(keys.messageOf(id, message.id), message);

/** Somebody asked for her opinion finds the case among her own. */
export const opinionStep = (one: Case, opinion: Opinion): Step =>
  put(keys.opinionOf(one.id, opinion.of), {
    ...opinion,
    case: one.id,
    ...(!opinion.sealed && {
      state: 'asked',
      queueOfHolder: keys.queueOfHolder(one.desk, opinion.of),
      order: orderIn(one),
    }),
  });

/**
 * What is decided leaves the lists of colleagues who have not said yet what they think. Where one says it this very
 * moment the decision does not hold, and whoever asked reads it first.
 */
export const askedNoMore = async (world: World, id: CaseId): Promise<Step[]> => {
  const items = await queryAll(world.storage, 'cases', { pk: keys.case(id).pk, prefix: keys.opinionOf(id).sk });
  return items
    .filter(({ state }) => state === 'asked')
    .map(({ state: _, queueOfHolder: __, order: ___, ...opinion }) => ({
      table: 'cases',
      put: opinion,
      if: { is: 'state', states: ['asked'] },
    }));
};

export const countNotice = (world: World, id: CaseId): Promise<number> =>
  take(world.storage, keys.noticeCount(id), 1, 'cases');

/** Everything that a case holds but its notices, of which there may be a thousand. */
export const itemsOfCase = async (world: World, id: CaseId): Promise<Item[]> => {
  const { pk } = keys.case(id);
  const notices = keys.noticeOf(id).sk;
  const parts = await Promise.all([
    queryAll(world.storage, 'cases', { pk, between: ['0', notices] }),
    queryAll(world.storage, 'cases', { pk, between: [`${notices}~`, '~'] }),
  ]);
  return parts.flat();
};

export const pageOfNotices = (
  world: World,
  id: CaseId,
  ask: { limit?: number; after?: string | undefined } = {},
): Promise<Page> => query(world.storage, 'cases', { pk: keys.case(id).pk, prefix: keys.noticeOf(id).sk, ...ask });

export const removedWordsItem = (world: World, id: CaseId): Promise<Item | undefined> =>
  get(world.storage, 'cases', keys.removedWords(id));

export const findReceipt = async (
  world: World,
  mac: string,
): Promise<{ case: CaseId; notice: NoticeId } | undefined> => {
  const item = await get(world.storage, 'cases', keys.receipt(mac));
  return item && { case: item.case as CaseId, notice: item.notice as NoticeId };
};

export type PartOfQueue = { index: IndexName; pk: string; prefix?: string };

/** One page of a queue: one question, whatever its length. `after` is the order of the last case of the page before. */
export const pageOfQueue = (
  world: World,
  { after, ...ask }: PartOfQueue & { limit: number; after: string | undefined },
): Promise<Page> => {
  const id = after?.split('#').at(-1) as CaseId | undefined;
  return query(world.storage, 'cases', { ...ask, ...(id && { after, afterKey: keys.case(id) }) });
};

export const queueOf = (desk: PlaceId): PartOfQueue => ({
  index: 'byQueue',
  pk: keys.queue(desk),
});

export const noticesCounted = async (world: World, id: CaseId): Promise<number> =>
  Number((await get(world.storage, 'cases', keys.noticeCount(id)))?.taken ?? 0);
