import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import { isRanked, isReadable } from '#shared/contributions/rules.ts';
import { isLanguage } from '#shared/locales.ts';
import { Problem } from '#shared/problems.ts';
import { depthUnder, mayEditReply, mayWithdrawReply, type Order } from '#shared/replies/rules.ts';
import type { PublicReply, Reply, ReplyId, Target, ThreadPage, WriteReply } from '#shared/replies/schema.ts';
import { translatedInto } from '#shared/translations/rules.ts';
import { consultationOf, readableConsultation } from '../consultations/service.ts';
import { readersPseudonym, requireContribution, requireParticipation } from '../contributions/service.ts';
import { publicWords } from '../contributions/views.ts';
import { everyPassageOf } from '../documents/service.ts';
import { requireWithin } from '../limits/service.ts';
import type { Actor, MaybeActor } from '../participants/actor.ts';
import { firstReadingSteps } from '../moderation/opening.ts';
import { authorLink } from '../participants/pseudonyms.ts';
import { requireMayWrite } from '../participants/standing.ts';
import { again, requireHeld } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { findReply, listThread, overwriteReply, pageOfThread, saveNewReply, saveReply } from './store.ts';

const PAGE = 20;

/** With how it reads in her language, where it is published and has been brought into it. */
export const publicReply = (reply: Reply, reader: string | undefined, language = ''): PublicReply => {
  const { translations, state, text } = reply;
  const isForeign = isLanguage(language) && language !== reply.language && isRanked(state);
  const translated = isForeign ? translatedInto(translations, text, language) : undefined;
  return { ...publicWords(reply, reader), ...(translated && { translated }) };
};

const isContribution = (target: Target): target is ContributionId => target.startsWith('ctr_');

/** What a thread hangs on: a passage, or a contribution, and whether its words are still there. */
const requireTarget = async (world: World, id: ConsultationId, target: Target): Promise<{ isThere: boolean }> => {
  if (isContribution(target)) {
    const { state } = await requireContribution(world, id, target);
    return { isThere: isReadable(state) };
  }
  const passage = (await everyPassageOf(world, id)).find((one) => one.id === target);
  if (!passage) throw new Problem('not-found');
  return { isThere: passage.withdrawnIn === undefined };
};

const requireReply = async (
  world: World,
  id: ConsultationId,
  target: Target,
  root: ReplyId,
  which: ReplyId,
): Promise<Reply> => {
  const reply = await findReply(world, target, root, which);
  if (!reply || reply.consultation !== id) throw new Problem('not-found');
  return reply;
};

export const writeReply = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  target: Target,
  { answers, ...given }: WriteReply,
): Promise<PublicReply> => {
  const by = await requireParticipation(world, actor, id, 'reply', given.name);
  const { place, premoderation } = await consultationOf(world, id);
  const { isThere } = await requireTarget(world, id, target);
  if (!isThere) throw new Problem('reply-target-gone');
  const parent = answers && (await requireReply(world, id, target, answers.root, answers.id));
  if (parent && !isReadable(parent.state)) throw new Problem('reply-target-gone');
  await requireWithin(world, 'reply', actor.participant);
  const own = newTimedId(world, 'reply');
  const reply: Reply = {
    id: own,
    consultation: id,
    target,
    root: parent?.root ?? own,
    ...(parent && { parent: parent.id }),
    depth: depthUnder(parent),
    ...given,
    by,
    at: nowIn(world),
    edited: false,
    state: premoderation ? 'waiting' : 'published',
    version: 0,
  };
  const subject = { kind: 'reply', target, root: reply.root, id: reply.id } as const;
  const reading = premoderation ? firstReadingSteps(world, place, id, subject, reply) : [];
  await requireHeld(saveNewReply(world, reply, [...authorLink(actor.participant, id, by), ...reading]));
  return publicReply(reply, by);
};

/** First replies in the order asked for; under each, its branch in reading order. */
export const readThread = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  target: Target,
  ask: { order: Order; after: ReplyId | undefined; readIn?: string },
): Promise<ThreadPage> => {
  await readableConsultation(world, actor, id);
  await requireTarget(world, id, target);
  const [page, reader] = await Promise.all([
    pageOfThread(world, target, { order: ask.order, after: ask.after, limit: PAGE }),
    readersPseudonym(world, actor, id),
  ]);
  const under = Map.groupBy(page.branches, (reply) => reply.parent);
  const inReadingOrder = (reply: Reply): Reply[] => [reply, ...(under.get(reply.id) ?? []).flatMap(inReadingOrder)];
  const replies = page.roots.flatMap(inReadingOrder).filter(({ state, by }) => state !== 'waiting' || by === reader);
  return {
    replies: replies.map((reply) => publicReply(reply, reader, ask.readIn)),
    ...(page.next && { next: page.next }),
  };
};

/** One reply, wherever in its thread it stands. */
export const viewReply = async (
  world: World,
  actor: MaybeActor,
  id: ConsultationId,
  [target, root, which]: [Target, ReplyId, ReplyId],
): Promise<PublicReply> => {
  await readableConsultation(world, actor, id);
  const [reply, reader] = await Promise.all([
    requireReply(world, id, target, root, which),
    readersPseudonym(world, actor, id),
  ]);
  if (reply.state === 'waiting' && reply.by !== reader) throw new Problem('not-found');
  return publicReply(reply, reader);
};

export const editReply = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  [target, root, which]: [Target, ReplyId, ReplyId],
  text: string,
): Promise<PublicReply> => {
  const reader = await readersPseudonym(world, actor, id);
  requireMayWrite(actor, await consultationOf(world, id), nowIn(world));
  return again(async () => {
    const reply = await requireReply(world, id, target, root, which);
    const verdict = mayEditReply(reply, reader, nowIn(world));
    if (!verdict.allowed) throw new Problem(verdict.reason);
    const changed = { ...reply, text, edited: true };
    await requireHeld(saveReply(world, reply, changed));
    return publicReply(changed, reader);
  });
};

/** Words taken back are kept nowhere; the place in the thread stays. */
const wordless = ({ name: _, mark: __, counterStatement: ___, translations: ____, ...reply }: Reply): Reply => ({
  ...reply,
  text: '–',
  state: 'withdrawn',
});

export const withdrawReply = async (
  world: World,
  actor: Actor,
  id: ConsultationId,
  [target, root, which]: [Target, ReplyId, ReplyId],
): Promise<void> => {
  const reader = await readersPseudonym(world, actor, id);
  await again(async () => {
    const reply = await requireReply(world, id, target, root, which);
    const verdict = mayWithdrawReply(reply, reader);
    if (!verdict.allowed) throw new Problem(verdict.reason);
    await requireHeld(saveReply(world, reply, wordless(reply)));
  });
};

export const eraseReply = async (world: World, reply: Reply): Promise<void> => {
  const nobody = Buffer.from(world.randomBytes(16)).toString('base64url');
  await overwriteReply(world, { ...wordless(reply), by: nobody });
};

/** Every reply of a thread, for the end of retention. */
export const wholeThread = (world: World, target: Target): Promise<Reply[]> => listThread(world, target);
