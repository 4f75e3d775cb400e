import { AppealItem, Decision, Notice, type Case } from '#shared/moderation/case.ts';
import type { Outcome } from '#shared/moderation/kinds.ts';
import { appealableUntil, needsStatement, outcomeOf } from '#shared/moderation/rules.ts';
import type { CaseId, NoticeId } from '#shared/moderation/schema.ts';
import { stateAfter } from '#shared/moderation/states.ts';
import { DAY, later } from '#shared/time.ts';
import { writeDown } from '../ledger/service.ts';
import { keys } from '../storage/keys.ts';
import { get, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { authorCaseStep } from './author-cases.ts';
import { authorOf, measureSteps } from './authors.ts';
import { endLater, tellNever } from './deadlines.ts';
import { appealFigure, decisionFigure } from './figures.ts';
import { mailToAuthor, mailToNotifier } from './mails.ts';
import { deedStep } from './notifiers.ts';
import { appealStep, caseStep, decisionStep, findCase, pageOfNotices, sameWordsRemoval } from './store.ts';

/** How words stand that no decision has changed. */
const standing = <Seen>(visibility: Seen | 'waiting'): Seen | 'keep' =>
  visibility === 'waiting' ? 'keep' : visibility;

/** What the words have become, for whoever reported them. */
export const outcomeNow = ({ look, gone }: Pick<Case, 'look' | 'gone'>): Outcome =>
  outcomeOf({ ...look, visibility: standing(look.visibility) }, !gone);

export const everyNotice = async (world: World, id: CaseId): Promise<Notice[]> => {
  const all: Notice[] = [];
  let after: string | undefined;
  do {
    const page = await pageOfNotices(world, id, { after });
    all.push(...page.items.map((item) => Notice.parse(item)));
    after = page.next;
  } while (after);
  return all;
};

type Telling = { one: Case; decision: Decision; appeal: AppealItem | undefined };

const toNotifiers = async (world: World, { one, decision, appeal }: Telling, notices: Notice[]): Promise<Step[]> => {
  const outcome = outcomeNow(one);
  const mails = await Promise.all(
    notices.map((notice) =>
      appeal?.by === notice.id
        ? mailToNotifier(world, one, notice, 'appeal-answer', decision.id)
        : mailToNotifier(world, one, notice, 'outcome', decision.id, outcome),
    ),
  );
  const unfounded = notices
    .filter(({ id }) => decision.unfounded.includes(id))
    .flatMap(({ id, at, notifier }) =>
      notifier ? [deedStep(notifier, { notice: id, case: one.id, at, unfounded: true })] : [],
    );
  return [...mails.flat(), ...unfounded];
};

/**
 * The author is reached through the author link, if it takes something from her or gives it back: what was measured
 * begins to hold now, and she is written to if she left an address.
 */
const toAuthor = async (world: World, { one, decision, appeal }: Telling): Promise<Step[]> => {
  if (!one.author) return [];
  const changes = standing(decision.before.visibility) !== decision.visibility;
  const isTold = needsStatement(decision) || changes || appeal?.by === 'author';
  const listed = await authorCaseStep(world, one.author, one, decision, isTold);
  const author = isTold ? await authorOf(world, one, { role: 'job' }) : undefined;
  if (!author) return [listed];
  const kind = appeal?.by === 'author' ? 'appeal-answer' : 'statement';
  const [measures, mails] = await Promise.all([
    measureSteps(world, author, one, decision),
    mailToAuthor(world, one, author, kind, decision.id),
  ]);
  return [listed, ...measures, ...mails];
};

const AT_ONCE = 40;

/** The first goes with the telling itself. Killed before it, the next run queues the same mails again, each still one. */
const allButTheFirst = async (world: World, steps: Step[]): Promise<Step[]> => {
  for (let i = AT_ONCE; i < steps.length; i += AT_ONCE) await transact(world.storage, steps.slice(i, i + AT_ONCE));
  return steps.slice(0, AT_ONCE);
};

const appealOf = async (world: World, one: Case): Promise<AppealItem | undefined> => {
  const item =
    one.state === 'reviewed' && one.appeal && (await get(world.storage, 'cases', keys.appealOf(one.id, one.appeal)));
  return item ? AppealItem.parse(item) : undefined;
};

const told = (one: Case): Case => {
  const { undoUntil: _, holder: __, ...rest } = one;
  return { ...rest, state: stateAfter(one.state === 'reviewed' ? 'tell-appeal' : 'tell', one.state) };
};

const tellDecision = async (world: World, one: Case, appeal: AppealItem | undefined): Promise<boolean> => {
  const now = nowIn(world);
  const [item, notices] = await Promise.all([
    one.decision && get(world.storage, 'cases', keys.decisionOf(one.id, one.decision)),
    everyNotice(world, one.id),
  ]);
  const made = Decision.parse(item);
  const until = made.author?.measure === 'suspend' && later(now, (made.days ?? 0) * DAY);
  const decision = { ...made, told: now, ...(made.author && until && { author: { ...made.author, until } }) };
  const telling = { one, decision, appeal };
  const organisation = notices.find((notice) => notice.organisation)?.organisation;
  const mails = await allButTheFirst(world, await toNotifiers(world, telling, notices));
  const act = appeal ? 'tell-appeal' : 'tell';
  const lineAct = appeal ? 'tell-appeal' : 'tell-decision';
  return transact(world.storage, [
    caseStep(act, one, { ...told(one), appealableUntil: appealableUntil(now) }),
    decisionStep(decision),
    decisionFigure(one, decision, outcomeNow(one), organisation),
    ...(appeal ? [appealStep({ ...appeal, told: true }), ...appealFigure(one, appeal)] : []),
    ...mails,
    ...(await toAuthor(world, telling)),
    endLater(one.id, appealableUntil(now)),
    tellNever(one),
    ...sameWordsRemoval(one),
    writeDown(world, { place: one.desk, role: 'job', act: lineAct, subject: one.id }),
  ]);
};

/** Where an appeal was upheld nothing is decided anew: only whoever appealed has to hear, and the time runs on. */
const tellUpheld = async (world: World, one: Case, appeal: AppealItem): Promise<boolean> => {
  const author = appeal.by === 'author' ? await authorOf(world, one, { role: 'job' }) : undefined;
  const item = appeal.by !== 'author' && (await get(world.storage, 'cases', keys.noticeOf(one.id, appeal.by)));
  const mails = author
    ? await mailToAuthor(world, one, author, 'appeal-answer', appeal.id)
    : item
      ? await mailToNotifier(world, one, Notice.parse(item), 'appeal-answer', appeal.id)
      : [];
  const line = { place: one.desk, role: 'job', act: 'tell-appeal', subject: one.id } as const;
  return transact(world.storage, [
    caseStep('tell-appeal', one, told(one)),
    appealStep({ ...appeal, told: true }),
    ...appealFigure(one, appeal),
    ...mails,
    endLater(one.id, one.appealableUntil ?? nowIn(world)),
    tellNever(one),
    writeDown(world, line),
  ]);
};

export const tell = async (world: World, one: Case): Promise<boolean> => {
  const appeal = await appealOf(world, one);
  return appeal?.review === 'upheld' ? tellUpheld(world, one, appeal) : tellDecision(world, one, appeal);
};

const IS_TOLD: readonly Case['state'][] = ['told', 'appealed', 'reviewed', 'closed'];

/** A notice of something that was decided already is answered at once. */
export const tellLateNotifier = async (world: World, id: CaseId, notice: NoticeId): Promise<void> => {
  const one = await findCase(world, id);
  if (!one || !IS_TOLD.includes(one.state)) return;
  const item = await get(world.storage, 'cases', keys.noticeOf(id, notice));
  if (!item) return;
  const about = one.decision ?? one.id;
  const mails = await mailToNotifier(world, one, Notice.parse(item), 'outcome', about, outcomeNow(one));
  if (mails.length > 0) await transact(world.storage, mails);
};
