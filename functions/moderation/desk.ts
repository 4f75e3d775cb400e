import type { Case, Opinion } from '#shared/moderation/case.ts';
import { Opinion as OpinionShape } from '#shared/moderation/case.ts';
import type { DANGERS } from '#shared/moderation/kinds.ts';
import { isMasked } from '#shared/moderation/queue.ts';
import { LEASE_TIME } from '#shared/moderation/rules.ts';
import type { AskOpinion, CaseId, OpenCase } from '#shared/moderation/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { moderationOf } from '#shared/places/gaps.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem, wrongField } from '#shared/problems.ts';
import { later } from '#shared/time.ts';
import type { Language } from '#shared/locales.ts';
import { consultationOf } from '../consultations/service.ts';
import { writeDown } from '../ledger/service.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeIdAt, placeOf } from '../places/service.ts';
import { staffOf } from '../staff/service.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { alertStep } from './alerts.ts';
import { earlierMeasures } from './authors.ts';
import { actingOn, caseAtDesk, doneTo } from './cases.ts';
import { exposureOf, isTooMuch, noteExposure } from './exposure.ts';
import { askForHint } from './hints.ts';
import { newCase, openingSteps } from './opening.ts';
import { seal } from './sealing.ts';
import { caseAbout, opinionStep, sameWordsStep, unclosedStep } from './store.ts';
import { findSubject } from './subjects.ts';

/** Takes a case for half an hour: until then it is offered to nobody else. */
export const takeCase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  version?: number,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'take', version);
  const { one, by } = at;
  if (isTooMuch(one, await exposureOf(world, one.desk, by))) throw new Problem('enough-for-today');
  const holder = { by, until: later(nowIn(world), LEASE_TIME) };
  const taken = await doneTo(world, at, 'take', 'take-case', { holder });
  if (!isMasked(one)) await noteExposure(world, one, by);
  return taken;
};

/** Gives it to somebody else, and need not say why. It is not offered to her again. */
export const passOn = async (world: World, actor: MaybeActor, slug: string, id: CaseId, version: number) => {
  const at = await actingOn(world, actor, slug, id, 'pass-on', version);
  const passedOn = [...new Set([...at.one.passedOn, at.by])];
  return doneTo(world, at, 'pass-on', 'pass-case-on', { passedOn }, { without: ['holder'] });
};

/** A colleague in office here who may work on cases. */
const requireColleague = async (world: World, place: PlaceId, who: ParticipantId): Promise<void> => {
  const member = (await staffOf(world, place)).find(({ participant }) => participant === who);
  if (!member || !mayDo('moderate', member.roles).allowed) throw wrongField('/to', 'not-valid');
};

export const handOver = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { to, version }: { to: ParticipantId; version: number },
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'hand-over', version);
  await requireColleague(world, at.one.desk, to);
  if (at.one.state === 'appealed' && at.one.deciders.includes(to)) throw new Problem('decided-by-yourself');
  const holder = { by: to, until: later(nowIn(world), LEASE_TIME) };
  return doneTo(world, at, 'hand-over', 'hand-case-over', { holder });
};

/** Asks a colleague what she thinks. She finds it among her cases; whoever asked decides. */
export const askOpinion = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { of, question, version }: AskOpinion,
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'ask-opinion', version);
  await requireColleague(world, at.one.desk, of);
  const opinion: Opinion = {
    of,
    asker: at.by,
    at: nowIn(world),
    ...(question && { question: seal(world, id, question) }),
  };
  return doneTo(world, at, 'ask-opinion', 'ask-opinion', {}, { also: [opinionStep(at.one, opinion)] });
};

export const giveOpinion = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { text, language }: { text: string; language: Language },
): Promise<void> => {
  const at = await actingOn(world, actor, slug, id, 'give-opinion');
  const { one, by, role } = at;
  const item = await get(world.storage, 'cases', keys.opinionOf(id, by));
  if (!item) throw new Problem('not-found');
  const opinion = { ...OpinionShape.parse(item), at: nowIn(world), sealed: seal(world, id, text), language };
  const line = writeDown(world, { place: one.desk, by, role, act: 'give-opinion', subject: id });
  await requireHeld(transact(world.storage, [opinionStep(one, opinion), line]));
};

/** In one step to the authority that the place has named for threats to life or safety, with a record (DSA Art. 18). */
export const escalateCase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { danger, version }: { danger: (typeof DANGERS)[number]; version: number },
): Promise<Case> => {
  const at = await actingOn(world, actor, slug, id, 'escalate', version);
  const { escalation } = moderationOf(await placeOf(world, at.one.desk));
  if (!escalation) throw new Problem('contact-missing');
  const escalated = { at: nowIn(world), danger, by: at.by, to: escalation.name };
  const also = [alertStep(at.one, { what: 'escalation' })];
  return doneTo(world, at, 'escalate', 'escalate-case', { escalated, danger: true }, { also, why: danger });
};

/** Takes a case up again that was decided. What was decided holds until something else is. */
export const reopenCase = async (world: World, actor: MaybeActor, slug: string, id: CaseId, version: number) => {
  const at = await actingOn(world, actor, slug, id, 'reopen', version);
  const since = nowIn(world);
  const becomes = { why: 'own-initiative' as const, source: 'SOURCE_VOLUNTARY' as const, since };
  return doneTo(world, at, 'reopen', 'reopen-case', becomes, {
    also: [unclosedStep(at.one), ...sameWordsStep(at.one)],
    without: ['appealableUntil', 'holder', 'closed'],
  });
};

/** A moderator who found something herself (DSA: own initiative). Where there is a case about it, that one is hers to open. */
export const openCase = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  given: OpenCase,
): Promise<{ id: CaseId }> => {
  const place = await placeIdAt(world, slug);
  const { by, role } = requireOffice(actor, 'moderate', place);
  const consultation = await consultationOf(world, given.consultation);
  if (consultation.place !== place) throw new Problem('not-found');
  const found = await findSubject(world, given.consultation, given.subject);
  if (!found || found.text === null) throw new Problem('not-found');
  const known = await caseAbout(world, found.about);
  if (known) return { id: known };
  const one = newCase(world, found, {
    ...given,
    place,
    why: 'own-initiative',
    lane: 'normal',
    source: 'SOURCE_VOLUNTARY',
  });
  const line = writeDown(world, { place, by, role, act: 'open-case', subject: one.id });
  await requireHeld(transact(world.storage, [...openingSteps(one), ...(await askForHint(world, one, found)), line]));
  return { id: one.id };
};

/** Decides to read masked words: counted for today, and written down. */
export const revealWords = async (world: World, actor: MaybeActor, slug: string, id: CaseId): Promise<void> => {
  const { one, by, role } = await caseAtDesk(world, actor, slug, id);
  await noteExposure(world, one, by);
  const line = writeDown(world, { place: one.desk, by, role, act: 'reveal-words', subject: id });
  await requireHeld(transact(world.storage, [line]));
};

/** Whom a case of this desk can be handed to, or who can be asked. */
export const colleagues = async (world: World, actor: MaybeActor, slug: string) => {
  const place = await placeIdAt(world, slug);
  const { by } = requireOffice(actor, 'moderate', place);
  return (await staffOf(world, place))
    .filter(({ roles }) => mayDo('moderate', roles).allowed)
    .map(({ participant, name }) => ({ id: participant, name, isMe: participant === by }));
};

/** What was measured against the author before, wherever in the place. The author link is resolved for it, and a line says so. */
export const earlierAtDesk = async (world: World, actor: MaybeActor, slug: string, id: CaseId) => {
  const { one, by, role } = await caseAtDesk(world, actor, slug, id);
  return earlierMeasures(world, one, { by, role });
};
