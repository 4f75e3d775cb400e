import { AppealItem, Decision, MessageItem, Notice, Opinion, type Case } from '#shared/moderation/case.ts';
import { proposalFor } from '#shared/moderation/misuse.ts';
import { isMasked } from '#shared/moderation/queue.ts';
import type { CaseId, NoticeId } from '#shared/moderation/schema.ts';
import type { CaseView, NoticeView } from '#shared/moderation/desk-views.ts';
import type { AppealView, DecisionView } from '#shared/moderation/views.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { spokenName } from '../participants/pseudonyms.ts';
import { placeOf } from '../places/service.ts';
import { keys } from '../storage/keys.ts';
import type { Item } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { alikeTo, copiesOf } from './alike.ts';
import { casesOfAuthor } from './author-cases.ts';
import { caseAtDesk } from './cases.ts';
import { exposureOf } from './exposure.ts';
import { messageView } from './messages.ts';
import { proposalForNotifier } from './notifiers.ts';
import { lineOfCase, namesAt } from './queue.ts';
import { unseal } from './sealing.ts';
import { itemsOfCase, noticesCounted, pageOfNotices } from './store.ts';
import { findSubject } from './subjects.ts';
import { threadOf } from './threads.ts';
import { wordsOfCase } from './words.ts';

const NOTICES = 20;

/** What a case holds beside its notices, sorted by what it is. */
export const partsOf = async (world: World, id: CaseId) => {
  const items = await itemsOfCase(world, id);
  const under = (name: string): Item[] => items.filter(({ sk }) => sk.startsWith(`${name}#`));
  const byTime = (a: { at: string }, b: { at: string }): number => (a.at < b.at ? -1 : 1);
  return {
    decisions: under('decision')
      .map((item) => Decision.parse(item))
      .filter(({ undone }) => !undone)
      .sort(byTime),
    appeals: under('appeal')
      .map((item) => AppealItem.parse(item))
      .sort(byTime),
    messages: under('message').map((item) => MessageItem.parse(item)),
    opinions: under('opinion').map((item) => Opinion.parse(item)),
  };
};

/** A decision as everybody concerned may read it: who made it is not among it. */
export const decisionView = (decision: Decision, last: Decision | undefined): DecisionView => {
  const { id, at, told, kind, grounds, visibility, mark, counterStatement, author, ground, facts, source } = decision;
  return {
    id,
    at,
    ...(told && { told }),
    kind,
    grounds,
    visibility,
    ...(mark && { mark }),
    ...(counterStatement && { counterStatement }),
    ...(author && { author }),
    ...(ground && { ground }),
    facts,
    automated: false,
    source,
    superseded: id !== last?.id,
  };
};

/** An appeal with its answer, once that has been told; the desk sees it before. */
export const appealView = (world: World, appeal: AppealItem, atDesk: boolean): AppealView => {
  const { id, case: of, by, at, language, sealed, review, reviewedAt, reasons, told } = appeal;
  const isAnswered = review !== undefined && (told || atDesk);
  return {
    id,
    by: by === 'author' ? 'author' : 'notifier',
    at,
    why: unseal(world, of, sealed) as string,
    language,
    ...(isAnswered && { review, ...(reviewedAt && { reviewedAt }), ...(reasons && { reasons }) }),
  };
};

const noticesOf = async (
  world: World,
  one: Case,
  unfounded: ReadonlySet<string>,
  last: NoticeId | undefined,
): Promise<Pick<CaseView, 'notices' | 'nextNotices'>> => {
  const after = last && keys.noticeOf(one.id, last).sk;
  const { items, next } = await pageOfNotices(world, one.id, { limit: NOTICES, after });
  const notices: NoticeView[] = await Promise.all(
    items.map(async (item) => {
      const { notifier, sealed, receipt: _, case: __, hasAddress: ___, ...notice } = Notice.parse(item);
      const proposal = notifier && (await proposalForNotifier(world, notifier));
      return {
        ...notice,
        why: unseal(world, one.id, sealed) as string,
        unfounded: unfounded.has(notice.id),
        ...(proposal && { proposal }),
      };
    }),
  );
  const nextNotices = next && notices.at(-1)?.id;
  return { notices, ...(nextNotices && { nextNotices }) };
};

/** May she read the words now? Whoever has the case, was asked about it or has decided in it; once it is decided, every moderator. */
const mayRead = (one: Case, me: ParticipantId, opinions: readonly Opinion[]): boolean =>
  (one.state !== 'waiting' && one.state !== 'appealed') ||
  one.holder?.by === me ||
  one.deciders.includes(me) ||
  opinions.some(({ of }) => of === me);

const ofAuthor = async (
  world: World,
  { author, id }: Case,
): Promise<Pick<CaseView, 'earlier'> & { proposal?: CaseView['proposal'] }> => {
  if (!author) return { earlier: [] };
  const all = (await casesOfAuthor(world, author)).filter(({ case: of, isDecided }) => of !== id && isDecided);
  const on = (measure: 'warn' | 'suspend') => all.filter((earlier) => earlier.measure === measure).map(({ at }) => at);
  const proposal = proposalFor(all, { warnedOn: on('warn'), suspendedOn: on('suspend') }, nowIn(world));
  const earlier = all.map(({ at, kind, visibility, measure, manifest }) => ({
    at,
    kind,
    visibility,
    ...(measure && { measure }),
    manifest,
  }));
  return { earlier, ...(proposal && { proposal }) };
};

/** Everything that a moderator has before her. Words of the first tier come only when she asks for them. */
export const viewCase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { reveal, notices: after }: { reveal: boolean; notices?: NoticeId | undefined },
): Promise<CaseView> => {
  const { one, by: me } = await caseAtDesk(world, actor, slug, id);
  const [found, parts, names, exposure, count, home] = await Promise.all([
    findSubject(world, one.consultation, one.subject),
    partsOf(world, id),
    namesAt(world, one.desk),
    exposureOf(world, one.desk, me),
    noticesCounted(world, id),
    placeOf(world, one.desk),
  ]);
  const [words, thread, author, notices] = await Promise.all([
    wordsOfCase(world, one, found),
    threadOf(world, one, found),
    ofAuthor(world, one),
    noticesOf(world, one, new Set(parts.decisions.flatMap(({ unfounded }) => unfounded)), after),
  ]);
  const isShown = reveal || (mayRead(one, me, parts.opinions) && !isMasked(one));
  const alike = await alikeTo(world, one, me);
  const last = parts.decisions.at(-1);
  const { escalation: authority } = moderationOf(home);
  const quality = one.hint && home.triage?.measured[one.language];
  const nameOf = (who: ParticipantId): string => names.get(who) ?? '';
  return {
    ...lineOfCase(one, names, me, nowIn(world)),
    version: one.version,
    subjectIs: one.subject,
    ...(isShown && { words: words.text, ...(words.name !== undefined && { name: words.name }) }),
    masked: !isShown,
    seen: words.fingerprint,
    ...(one.author && { author: spokenName(one.author) }),
    ...thread,
    ...(one.look.visibility !== 'waiting' && { visibility: one.look.visibility }),
    ...notices,
    noticeCount: count,
    decisions: parts.decisions.map((decision) => ({
      ...decisionView(decision, last),
      by: nameOf(decision.by),
      byMe: decision.by === me,
      tier: decision.tier,
      manifest: decision.manifest,
    })),
    appeals: parts.appeals.map((appeal) => ({ ...appealView(world, appeal, true), to: appeal.to })),
    messages: parts.messages.map((message) => ({ ...messageView(world, id, message), with: message.with })),
    opinions: parts.opinions.map(({ of, at, question, sealed }) => ({
      of: nameOf(of),
      at,
      isMine: of === me,
      ...(question && { question: unseal(world, id, question) as string }),
      ...(sealed && { text: unseal(world, id, sealed) as string }),
    })),
    ...author,
    ...(one.escalated && { escalation: { at: one.escalated.at, danger: one.escalated.danger, to: one.escalated.to } }),
    ...(authority && { authority }),
    ...(one.undoUntil && { undoUntil: one.undoUntil }),
    mayUndo: one.undoUntil !== undefined && one.deciders.at(-1) === me,
    ...(one.appealableUntil && { appealableUntil: one.appealableUntil }),
    exposure: { today: exposure.today, cap: exposure.cap },
    ...copiesOf(one, alike, isShown ? (words.text ?? undefined) : undefined),
    ...(quality && { quality }),
  };
};
