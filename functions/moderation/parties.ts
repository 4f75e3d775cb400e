import { Notice, type Case } from '#shared/moderation/case.ts';
import { mayAppeal } from '#shared/moderation/rules.ts';
import type { Appeal, CaseId, Message, NoticeId } from '#shared/moderation/schema.ts';
import type { NoticeState, OwnCase, OwnCases, OwnNotice } from '#shared/moderation/views.ts';
import { suspendedUntil } from '#shared/moderation/standing.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { askForWorkAfter } from '../limits/proof.ts';
import { requireWithin } from '../limits/service.ts';
import type { Actor } from '../participants/actor.ts';
import { isLinkable, pseudonymOf } from '../participants/pseudonyms.ts';
import { keys } from '../storage/keys.ts';
import { get } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { appealAgainst } from './appeals.ts';
import { casesOfAuthor } from './author-cases.ts';
import { appealView, decisionView, partsOf } from './case-view.ts';
import { messagesWith, writeToDesk } from './messages.ts';
import { notifierOf } from './mails.ts';
import { deedsOf, markOf, seenByNotifier, type Deed } from './notifiers.ts';
import { macOfCode } from './receipts.ts';
import { unseal } from './sealing.ts';
import { findCase, findReceipt } from './store.ts';
import { findSubject } from './subjects.ts';
import { outcomeNow } from './telling.ts';
import { wordsOfCase } from './words.ts';

type Stand = NoticeState['stand'];
const STANDS: Record<Case['state'], Stand> = {
  waiting: 'waiting',
  decided: 'waiting',
  told: 'decided',
  appealed: 'appealed',
  reviewed: 'appealed',
  closed: 'closed',
  emptied: 'closed',
};

/** The appeal window, and whether this one may still use it. */
const appealing = (one: Case, by: 'author' | NoticeId, now: string) => {
  const party = by === 'author' ? 'author' : 'notifier';
  const mayNow = mayAppeal({ ...one, hasAppealed: one.appealed.includes(by) }, party, now).allowed;
  return { mayAppeal: mayNow, ...(one.appealableUntil && { appealableUntil: one.appealableUntil }) };
};

/** One decision about her words as their author sees it; undefined while she has been told of none. */
const ownCase = async (world: World, one: Case): Promise<OwnCase | undefined> => {
  const [parts, found] = await Promise.all([partsOf(world, one.id), findSubject(world, one.consultation, one.subject)]);
  const told = parts.decisions.filter((decision) => decision.told);
  const last = told.at(-1);
  if (!last) return undefined;
  const { text } = await wordsOfCase(world, one, found);
  return {
    case: one.id,
    consultation: one.consultation,
    subject: one.subject,
    stand: STANDS[one.state],
    words: text,
    language: one.language,
    decisions: told.map((decision) => decisionView(decision, last)).toReversed(),
    ...appealing(one, 'author', nowIn(world)),
    appeals: parts.appeals.filter(({ by }) => by === 'author').map((appeal) => appealView(world, appeal, false)),
    messages: messagesWith(world, one.id, parts.messages, 'author'),
  };
};

const pseudonymsOf = async (world: World, { participant, consents }: Actor): Promise<string[]> => {
  const found = await Promise.all(
    [...consents.keys()].map(async (id) =>
      (await isLinkable(world, id)) ? [await pseudonymOf(world, id, participant)] : [],
    ),
  );
  return found.flat();
};

/** Every decision about her words that she was told of, and where she may write nothing for a time. */
export const ownCases = async (world: World, actor: Actor): Promise<OwnCases> => {
  const pseudonyms = await pseudonymsOf(world, actor);
  const listed = (await Promise.all(pseudonyms.map((pseudonym) => casesOfAuthor(world, pseudonym)))).flat();
  const told = listed.filter(({ wasTold }) => wasTold).sort((a, b) => (a.at < b.at ? 1 : -1));
  const cases = await Promise.all(
    told.map(async (entry) => {
      const one = await findCase(world, entry.case);
      return one && ownCase(world, one);
    }),
  );
  return {
    cases: cases.filter((one) => one !== undefined),
    suspensions: [...actor.standings].flatMap(([place, standing]) => {
      const until = suspendedUntil(standing, nowIn(world));
      return until ? [{ place, until }] : [];
    }),
  };
};

/** A case about words of hers; for everybody else there is none. */
const requireOwn = async (world: World, actor: Actor, id: CaseId): Promise<Case> => {
  const one = await findCase(world, id);
  if (!one?.author || !actor.consents.has(one.consultation) || !(await isLinkable(world, one.consultation)))
    throw new Problem('not-found');
  if ((await pseudonymOf(world, one.consultation, actor.participant)) !== one.author) throw new Problem('not-found');
  return one;
};

export const viewOwnCase = async (world: World, actor: Actor, id: CaseId): Promise<OwnCase> => {
  const own = await ownCase(world, await requireOwn(world, actor, id));
  if (!own) throw new Problem('not-found');
  return own;
};

export const appealAsAuthor = async (world: World, actor: Actor, id: CaseId, appeal: Appeal): Promise<void> => {
  const one = await requireOwn(world, actor, id);
  await requireWithin(world, 'message', actor.participant);
  await appealAgainst(world, one, 'author', appeal);
};

export const writeAsAuthor = async (world: World, actor: Actor, id: CaseId, message: Message): Promise<void> => {
  const one = await requireOwn(world, actor, id);
  await requireWithin(world, 'message', actor.participant);
  await writeToDesk(world, one, 'author', message);
};

type ByCode = { code: string; proof?: string | undefined };

/** What a receipt code opens. Wrong ones cost work after some tries, and all are answered alike. */
const byReceipt = async (
  world: World,
  { code, proof }: ByCode,
  address: string,
): Promise<{ one: Case; notice: Notice }> => {
  await askForWorkAfter(world, 'receipt', address, proof);
  const mac = macOfCode(world, code);
  const receipt = mac && (await findReceipt(world, mac));
  if (!receipt) throw new Problem('receipt-not-known');
  const [one, item] = await Promise.all([
    findCase(world, receipt.case),
    get(world.storage, 'cases', keys.noticeOf(receipt.case, receipt.notice)),
  ]);
  if (!one || !item) throw new Problem('receipt-not-known');
  return { one, notice: Notice.parse(item) };
};

const noticeState = async (world: World, one: Case, notice: Notice): Promise<NoticeState> => {
  const [parts, measured] = await Promise.all([partsOf(world, one.id), seenByNotifier(world, notice)]);
  const last = parts.decisions.findLast(({ told }) => told);
  const appeal = parts.appeals.findLast(({ by }) => by === notice.id);
  const stand = STANDS[one.state];
  // While an answer to an appeal, or a decision, can still be undone, she hears what held before it.
  const isSettled = one.state === 'told' || one.state === 'appealed' || one.state === 'closed';
  return {
    consultation: one.consultation,
    at: notice.at,
    kind: notice.kind,
    isArticle16: notice.isArticle16,
    isTrusted: notice.organisation !== undefined,
    stand,
    ...(last && isSettled && { outcome: outcomeNow(one), ...(last.told && { decidedAt: last.told }) }),
    ...(last?.ground && isSettled && { ground: last.ground }),
    ...appealing(one, notice.id, nowIn(world)),
    ...(appeal && { appeal: appealView(world, appeal, false) }),
    messages: messagesWith(world, one.id, parts.messages, notice.id),
    ...measured,
  };
};

/** How her notice stands: by code, signed in or not. */
export const viewNotice = async (world: World, given: ByCode, address: string): Promise<NoticeState> => {
  const { one, notice } = await byReceipt(world, given, address);
  return noticeState(world, one, notice);
};

const ownNotice = async (world: World, { case: id, notice }: Deed): Promise<OwnNotice | undefined> => {
  const [one, item, said] = await Promise.all([
    findCase(world, id),
    get(world.storage, 'cases', keys.noticeOf(id, notice)),
    notifierOf(world, notice),
  ]);
  if (!one || !item) return undefined;
  const { grounds, language, sealed, ...hers } = Notice.parse(item);
  const state = await noticeState(world, one, { ...hers, grounds, language, sealed });
  const { name, email } = said ?? {};
  const why = String(unseal(world, id, sealed));
  return { ...state, grounds, why, language, ...(name && { name }), ...(email && { email }) };
};

/** What she reported in these places while she was signed in. */
export const ownNotices = async (
  world: World,
  participant: ParticipantId,
  places: readonly PlaceId[],
): Promise<OwnNotice[]> => {
  const deeds = await Promise.all(places.map((place) => deedsOf(world, markOf(world, place, participant))));
  const notices = await Promise.all(deeds.flat().map((deed) => ownNotice(world, deed)));
  return notices.filter((one) => one !== undefined).sort((a, b) => (a.at < b.at ? 1 : -1));
};

export const appealAsNotifier = async (world: World, given: ByCode & Appeal, address: string): Promise<void> => {
  const { one, notice } = await byReceipt(world, given, address);
  await requireWithin(world, 'message', notice.id);
  await appealAgainst(world, one, notice.id, given);
};

export const writeAsNotifier = async (world: World, given: ByCode & Message, address: string): Promise<void> => {
  const { one, notice } = await byReceipt(world, given, address);
  await requireWithin(world, 'message', notice.id);
  await writeToDesk(world, one, notice.id, given);
};
