import { MessageItem, Notice, type Case } from '#shared/moderation/case.ts';
import type { CaseId, MeasureNotifier, Message, NoticeId, WriteTo } from '#shared/moderation/schema.ts';
import { mayAct } from '#shared/moderation/states.ts';
import type { MessageView } from '#shared/moderation/views.ts';
import { Problem } from '#shared/problems.ts';
import { writeDown } from '../ledger/service.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { keys } from '../storage/keys.ts';
import { get, requireHeld, transact } from '../storage/table.ts';
import { newTimedId, nowIn, type World } from '../world.ts';
import { alertStep } from './alerts.ts';
import { actingOn, caseAtDesk } from './cases.ts';
import { measureStep, proposalForNotifier } from './notifiers.ts';
import { seal, unseal } from './sealing.ts';
import { messageStep } from './store.ts';

const newMessage = (
  world: World,
  { id }: Pick<Case, 'id'>,
  from: MessageItem['from'],
  party: MessageItem['with'],
  { text, language }: Message,
): MessageItem => ({
  id: newTimedId(world, 'message'),
  at: nowIn(world),
  from,
  with: party,
  language,
  sealed: seal(world, id, text),
});

/** What was written between the desk and one party, oldest first. It stays in the case. */
export const messagesWith = (
  world: World,
  id: CaseId,
  all: readonly MessageItem[],
  party: MessageItem['with'],
): MessageView[] => all.filter((message) => message.with === party).map((message) => messageView(world, id, message));

export const messageView = (world: World, id: CaseId, { at, from, language, sealed }: MessageItem): MessageView => ({
  at,
  from,
  language,
  text: unseal(world, id, sealed) as string,
});

/** The author, or whoever sent a notice, writes to the desk. */
export const writeToDesk = async (
  world: World,
  one: Case,
  from: 'author' | NoticeId,
  message: Message,
): Promise<void> => {
  const party = from === 'author' ? 'author' : 'notifier';
  if (!mayAct('write', one.state, party)) throw new Problem('not-in-this-state');
  const written = newMessage(world, one, party, from, message);
  await requireHeld(transact(world.storage, [messageStep(one.id, written)]));
};

/** The desk writes to one of them; she hears of it by mail, where she left an address, and reads it with the decision. */
export const writeToParty = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  id: CaseId,
  { to, ...message }: WriteTo,
): Promise<void> => {
  const { one, by, role } = await actingOn(world, actor, slug, id, 'write');
  const isParty = to === 'author' ? one.author : await get(world.storage, 'cases', keys.noticeOf(id, to));
  if (!isParty) throw new Problem('not-found');
  const written = newMessage(world, one, 'desk', to, message);
  const line = writeDown(world, { place: one.desk, by, role, act: 'write-to-party', subject: id });
  const alert = alertStep(one, { what: 'desk-message', to, message: written.id });
  await requireHeld(transact(world.storage, [messageStep(id, written), alert, line]));
};

/** Warns whoever sent a notice, or lets her notices rest for a time: a person decides, after a rule has proposed it. */
export const measureNotifier = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  [id, which]: [CaseId, NoticeId],
  given: MeasureNotifier,
): Promise<void> => {
  const { one, by, role } = await caseAtDesk(world, actor, slug, id);
  const item = await get(world.storage, 'cases', keys.noticeOf(id, which));
  const { notifier } = item ? Notice.parse(item) : {};
  if (!notifier) throw new Problem('not-found');
  const proposal = await proposalForNotifier(world, notifier);
  if (!proposal) throw new Problem('decision-not-possible');
  const step = await measureStep(world, notifier, which, given);
  const line = writeDown(world, {
    place: one.desk,
    by,
    role,
    act: 'measure-notifier',
    subject: which,
    why: given.measure,
  });
  const alert = alertStep(one, { what: 'notifier-measure', to: which });
  await requireHeld(transact(world.storage, [step, alert, line]));
};
