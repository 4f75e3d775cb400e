import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import type { Case, Notice } from '#shared/moderation/case.ts';
import { dueAt, raised, tierOf, type Lane, type Standing } from '#shared/moderation/queue.ts';
import { isArticle16, type Notify, type Receipt } from '#shared/moderation/schema.ts';
import { mayAct, stateAfter } from '#shared/moderation/states.ts';
import { Problem } from '#shared/problems.ts';
import { readableConsultation } from '../consultations/service.ts';
import { askForWorkAfter } from '../limits/proof.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { randomDigits } from '../participants/digits.ts';
import { transact, type Step } from '../storage/table.ts';
import { newId, nowIn, type World } from '../world.ts';
import { noticeFigure } from './figures.ts';
import { alertStep } from './alerts.ts';
import { trustedFlagger } from './flaggers.ts';
import type { Found } from './found.ts';
import { notifierStep, receiptMail } from './mails.ts';
import { deedStep, markOf, requireMayNotify } from './notifiers.ts';
import { newCase, openingSteps } from './opening.ts';
import { macOfCode } from './receipts.ts';
import { sameOf, seal } from './sealing.ts';
import { caseAbout, caseStep, countNotice, findCase, noticeSteps, sameWordsStep, unclosedStep } from './store.ts';
import { findSubject, fingerprintOf } from './subjects.ts';
import { tellLateNotifier } from './telling.ts';
import { askForHint } from './hints.ts';

/** Two who report the same thing at once: the second finds the case of the first. */
const TRIES = 8;

/** What a notice says of how urgent it is. */
const standingOf = (given: Pick<Notify, 'kind' | 'danger'>, lane: Lane, now: string): Standing => {
  const tier = tierOf(given);
  return { lane, tier, due: dueAt({ lane, tier }, now) };
};

const SOURCES = [
  'SOURCE_VOLUNTARY',
  'SOURCE_TYPE_OTHER_NOTIFICATION',
  'SOURCE_ARTICLE_16',
  'SOURCE_TRUSTED_FLAGGER',
] as const;
const strongerSource = (a: Case['source'], b: Case['source']): Case['source'] =>
  SOURCES.indexOf(a) >= SOURCES.indexOf(b) ? a : b;

type Said = Notify & { lane: Lane; source: Case['source'] };

/** Does it say what the decision did not know: another kind of harm, or words that have changed since? */
const saysNew = (one: Case, found: Found, { kind }: Said): boolean =>
  !one.kinds.includes(kind) || one.decided !== fingerprintOf(found.text);

/** What one more notice makes of a case: it rises, begins anew, or is only one more. Nothing it says hides anything. */
const joined = (world: World, one: Case, found: Found, given: Said): Step[] => {
  const now = nowIn(world);
  const by = standingOf(given, given.lane, now);
  const kinds = [...new Set([...one.kinds, given.kind])];
  const grounds = [...new Set([...one.grounds, ...given.grounds])];
  const isNew = mayAct('raise', one.state, 'anyone') && saysNew(one, found, given);
  if (isNew) {
    const { holder: _, closed: __, same: ___, ...rest } = one;
    const source = given.source;
    const same = sameOf(world, one.subject, found.text);
    const state = stateAfter('raise', one.state);
    const begun: Case = {
      ...rest,
      ...by,
      state,
      source,
      kinds,
      grounds,
      kind: given.kind,
      why: 'notice',
      since: now,
      danger: given.danger,
      ...(same && { same }),
    };
    return [
      caseStep('raise', one, begun),
      unclosedStep(one),
      ...sameWordsStep(begun),
      ...(isAlerting(one, begun) ? [alertStep(one, { what: 'urgent' })] : []),
    ];
  }
  const isHigher = by.tier < one.tier;
  const next: Case = {
    ...one,
    ...raised(one, by),
    kinds,
    grounds,
    danger: one.danger || given.danger,
    kind: isHigher ? given.kind : one.kind,
    source: one.state === 'waiting' ? strongerSource(one.source, given.source) : one.source,
  };
  const isSame = (['lane', 'tier', 'due', 'danger', 'kind', 'source'] as const).every((key) => next[key] === one[key]);
  if (isSame && kinds.length === one.kinds.length && grounds.length === one.grounds.length) return [];
  return [caseStep('join', one, next), ...(isAlerting(one, next) ? [alertStep(one, { what: 'urgent' })] : [])];
};

/** Only what it was not before is news to the desk. */
const isAlerting = (before: Case, after: Case): boolean =>
  (after.tier === 1 && before.tier !== 1) ||
  (after.kinds.includes('personal-data') && !before.kinds.includes('personal-data'));

const requireThere = async (world: World, con: ConsultationId, subject: Notify['subject']): Promise<Found> => {
  const found = await findSubject(world, con, subject);
  if (!found || !isReadable(found.state) || found.text === null) throw new Problem('not-found');
  return found;
};

/**
 * Reports something. Everybody may, signed in or not, in any language. The code that is answered is kept by nobody else;
 * who sent it lies in the vault, if she said so. However many there are: notices alone hide nothing, a person decides.
 */
export const notify = async (
  world: World,
  actor: MaybeActor,
  con: ConsultationId,
  given: Notify,
  address: string,
): Promise<Receipt> => {
  const { place } = await readableConsultation(world, actor, con);
  await askForWorkAfter(world, 'notice', address, given.proof);
  const mark = markOf(world, place, actor?.participant ?? given.email);
  await requireMayNotify(world, mark);
  const flagger = given.flagger ? await trustedFlagger(world, place, given.flagger) : undefined;
  const lane: Lane = flagger ? 'trusted' : 'normal';
  const article16 = isArticle16(given);
  const source = flagger
    ? 'SOURCE_TRUSTED_FLAGGER'
    : article16
      ? 'SOURCE_ARTICLE_16'
      : 'SOURCE_TYPE_OTHER_NOTIFICATION';
  const said: Said = { ...given, lane, source };
  const code = randomDigits(world);
  const now = nowIn(world);
  const id = newId(world, 'notice');
  const { email, locale } = given;

  const stepsFor = async (one: Pick<Case, 'id' | 'consultation'>, found: Found): Promise<Step[]> => {
    const notice: Notice = {
      id,
      case: one.id,
      at: now,
      kind: given.kind,
      grounds: given.grounds,
      language: given.language,
      danger: given.danger,
      isArticle16: article16,
      hasAddress: email !== undefined,
      ...(flagger && { organisation: flagger.organisation }),
      ...(mark && { notifier: mark }),
      receipt: macOfCode(world, code) ?? '',
      sealed: seal(world, one.id, given.why),
    };
    return [
      ...noticeSteps(notice),
      ...(mark ? [deedStep(mark, { notice: id, case: one.id, at: now, unfounded: false })] : []),
      ...(email || given.name
        ? [notifierStep(id, { ...(given.name && { name: given.name }), ...(email && { email }), locale })]
        : []),
      ...(email ? [await receiptMail(world, one, id, { email, locale }, code)] : []),
      noticeFigure(place, notice, given.subject.kind, found.language),
    ];
  };

  for (let tried = 0; tried < TRIES; tried++) {
    const found = await requireThere(world, con, given.subject);
    const known = await caseAbout(world, found.about);
    const before = known && (await findCase(world, known));
    const one = before ?? newCase(world, found, { ...said, place, consultation: con, why: 'notice' });
    const steps = before
      ? joined(world, before, found, said)
      : [...openingSteps(one), ...(await askForHint(world, one, found))];
    if (!(await transact(world.storage, [...steps, ...(await stepsFor(one, found))]))) continue;
    await countNotice(world, one.id);
    await tellLateNotifier(world, one.id, id);
    return { code, isArticle16: article16, isTrusted: flagger !== undefined };
  }
  throw new Problem('storage-busy');
};
