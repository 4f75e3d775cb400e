import { doorIn } from '#shared/batches/rules.ts';
import { choiceOf, encodeVote, mayVote, secondsOf, type Choice } from '#shared/ballots/rules.ts';
import type { BelongingHeld, CastVotes, OwnBallot, Pseudonym, Vote, VoteReceipt } from '#shared/ballots/schema.ts';
import { openedAt } from '#shared/consultations/phases.ts';
import type { Consultation, ConsultationId } from '#shared/consultations/schema.ts';
import { editableUntil } from '#shared/contributions/rules.ts';
import { Problem } from '#shared/problems.ts';
import { SECOND, instant, milliseconds, type Instant } from '#shared/time.ts';
import { readableConsultation } from '../consultations/service.ts';
import { itemsOf } from '../contributions/items.ts';
import { requireWithin } from '../limits/service.ts';
import type { Actor, MaybeActor } from '../participants/actor.ts';
import { isLinkable, pseudonymOf } from '../participants/pseudonyms.ts';
import { withConsent } from '../participants/consent.ts';
import type { World } from '../world.ts';
import { wasDealt } from './deals.ts';
import { holdLease } from './leases.ts';
import { scanBallots } from './scanning.ts';
import { readBallot, removeBallot, writeVotes, type Ballot, type StoredVote } from './store.ts';

const secondsSinceOpening = (consultation: Pick<Consultation, 'stages'>, now: number): number =>
  (now - milliseconds(openedAt(consultation) ?? instant(now))) / SECOND;

/** A late copy of a write that was stored in time is answered as what it is, closed or not. */
const wasStored = async (
  world: World,
  actor: Actor,
  consultation: ConsultationId,
  number: number,
): Promise<boolean> => {
  const pseudonym = await pseudonymOf(world, consultation, actor.participant);
  const ballot = await readBallot(world, consultation, pseudonym);
  return (ballot?.lastWrites.get(actor.device) ?? 0) >= number;
};

/**
 * Stores votes. The clock reading that checks the phase is the one that stamps them; a refused vote never touches the
 * ballot. A vote whose deal is missing, forged or expired is kept as one reached by a link: nothing is lost.
 */
export const castVotes = async (
  world: World,
  asking: Actor,
  id: ConsultationId,
  { number, votes }: CastVotes,
): Promise<VoteReceipt> => {
  const consultation = await readableConsultation(world, asking, id);
  const { actor, consent } = await withConsent(world, asking, consultation);
  const held = actor.consents.get(id);
  const now = world.clock();
  const came = doorIn(actor, consultation);
  const verdict = mayVote(consultation, { consent, door: came.door }, instant(now));
  if (!verdict.allowed) {
    if (held && (await wasStored(world, actor, id, number))) return { outcome: 'already-stored' };
    throw new Problem(verdict.reason);
  }
  await requireWithin(world, 'vote', actor.participant);
  const pseudonym = await pseudonymOf(world, id, actor.participant);
  const latest = [...new Map(votes.map((vote) => [vote.item, vote])).values()];
  const ways = await Promise.all(latest.map((vote) => wayOf(world, id, pseudonym, vote, instant(now))));
  const seconds = secondsSinceOpening(consultation, now);
  const stored = (way: 'dealt' | 'linked'): StoredVote[] =>
    latest.filter((_, i) => ways[i] === way).map(({ item, choice }) => ({ item, value: encodeVote(choice, seconds) }));
  await holdLease(world, id);
  const written = await writeVotes(world, id, pseudonym, {
    device: actor.device,
    number,
    ...came,
    assisted: actor.assisted,
    language: held?.locale ?? '',
    dealt: stored('dealt'),
    linked: stored('linked'),
  });
  return { outcome: written ? 'stored' : 'already-stored' };
};

const wayOf = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: string,
  { item, deal }: Vote,
  now: Instant,
): Promise<'dealt' | 'linked'> => {
  const known = await itemsOf(world, consultation, item);
  // A vote on what a passage said before arrives late from a phone that was offline, and stays with those words.
  if (known.passages.has(item) || known.former.has(item)) return 'dealt';
  const card = known.contributions.get(item);
  if (!card) throw new Problem('not-found');
  if (now <= editableUntil(card)) throw new Problem('still-editable');
  return wasDealt(world, consultation, pseudonym, item, deal) ? 'dealt' : 'linked';
};

/** `counts`: it was cast on a dealt card or a passage. `seconds` since the consultation opened. */
export type HeldVote = { item: number; choice: Exclude<Choice, 'withdrawn'>; counts: boolean; seconds: number };

/** What a ballot says about an item: the vote by link is the later word, but only a dealt one counts. */
const votesOn = (ballot: Ballot): HeldVote[] =>
  [...new Set([...ballot.dealt.keys(), ...ballot.linked.keys()])]
    .map((item) => {
      const value = ballot.linked.get(item) ?? ballot.dealt.get(item) ?? 0;
      return { item, choice: choiceOf(value), counts: ballot.dealt.has(item), seconds: secondsOf(value) };
    })
    .filter((vote): vote is HeldVote => vote.choice !== 'withdrawn')
    .sort((a, b) => a.item - b.item);

/** Everything that a ballot says: its votes, and what she said about belonging to affected groups. */
export const heldBy = async (
  world: World,
  consultation: ConsultationId,
  pseudonym: Pseudonym,
): Promise<{ votes: HeldVote[]; belonging: BelongingHeld | undefined }> => {
  const ballot = await readBallot(world, consultation, pseudonym);
  return { votes: ballot ? votesOn(ballot) : [], belonging: ballot?.belonging };
};

export const forgetBallot = (world: World, consultation: ConsultationId, pseudonym: Pseudonym): Promise<void> =>
  removeBallot(world, consultation, pseudonym);

/** At the end of retention: every ballot of a consultation. What was counted from them stays. */
export const forgetBallots = async (world: World, consultation: ConsultationId): Promise<void> => {
  const pseudonyms: Pseudonym[] = [];
  await scanBallots(world, consultation, {
    vote: () => {},
    text: (name, value) => void (name === 'sk' && pseudonyms.push(value)),
    end: () => {},
  });
  for (const pseudonym of pseudonyms) await removeBallot(world, consultation, pseudonym);
};

export const ownBallot = async (world: World, actor: MaybeActor, consultation: ConsultationId): Promise<OwnBallot> => {
  const nextNumber = world.clock();
  if (!actor?.consents.has(consultation) || !(await isLinkable(world, consultation))) {
    return { votes: [], takenBack: [], nextNumber };
  }
  const ballot = await readBallot(world, consultation, await pseudonymOf(world, consultation, actor.participant));
  if (!ballot) return { votes: [], takenBack: [], nextNumber };
  const { former } = await itemsOf(world, consultation);
  return {
    votes: votesOn(ballot).map(({ seconds: _, ...vote }) => ({
      ...vote,
      ...(former.has(vote.item) && { former: true as const }),
    })),
    takenBack: [...ballot.dealt].flatMap(([item, value]) => (choiceOf(value) === 'withdrawn' ? [item] : [])),
    nextNumber: Math.max(nextNumber, (ballot.lastWrites.get(actor.device) ?? 0) + 1),
    ...(ballot.belonging && { belonging: ballot.belonging }),
  };
};
