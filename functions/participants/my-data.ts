import type { MyData, Subject } from '#shared/participants/my-data.ts';
import { isReadable } from '#shared/contributions/rules.ts';
import { openedAt } from '#shared/consultations/phases.ts';
import { Problem } from '#shared/problems.ts';
import { later, SECOND } from '#shared/time.ts';
import { heldBy } from '../ballots/service.ts';
import { consultationOf } from '../consultations/service.ts';
import { contactOf } from '../contacts/service.ts';
import { wordsOf } from '../contributions/authorship.ts';
import { itemsOf, type Items } from '../contributions/items.ts';
import { publicContribution } from '../contributions/views.ts';
import { ownCases, ownNotices } from '../moderation/parties.ts';
import { keysOf } from '../passkeys/service.ts';
import { publicReply } from '../replies/service.ts';
import { staffMemberOf } from '../staff/service.ts';
import { workMailOf } from '../staff/work-mail.ts';
import { nowIn, type World } from '../world.ts';
import type { Actor } from './actor.ts';
import { isLinkable, pseudonymOf } from './pseudonyms.ts';
import { readPerson, type ConsentItem, type Everything } from './store.ts';

const subjectOf = (items: Items, item: number): Subject | undefined => {
  const passage = items.passages.get(item);
  if (passage) return { kind: 'passage', id: passage.id, heading: passage.heading };
  const former = items.former.get(item);
  if (former) return { kind: 'passage', id: former.passage.id, heading: former.heading, until: former.until };
  const card = items.contributions.get(item);
  if (!card) return undefined;
  const { id, language, state } = card;
  return { kind: 'contribution', id, language, text: isReadable(state) ? card.text : null };
};

const participationOf = async (world: World, actor: Actor, consent: ConsentItem) => {
  const id = consent.consultation;
  const [consultation, pseudonym] = await Promise.all([
    consultationOf(world, id),
    pseudonymOf(world, id, actor.participant),
  ]);
  const [{ votes, belonging }, words, items, contact] = await Promise.all([
    heldBy(world, id, pseudonym),
    wordsOf(world, pseudonym),
    itemsOf(world, id),
    contactOf(world, id, actor.participant),
  ]);
  const opened = openedAt(consultation) ?? nowIn(world);
  return {
    consent: { consultation: id, version: consent.version, on: consent.on },
    votes: votes.map(({ seconds, ...vote }) => {
      const subject = subjectOf(items, vote.item);
      return { ...vote, at: later(opened, seconds * SECOND), ...(subject && { subject }) };
    }),
    ...(belonging && { belonging }),
    ...(contact && { contact: { email: contact.email, confirmed: contact.confirmed, news: contact.wantsNews } }),
    contributions: words.contributions.map((contribution) => publicContribution(contribution, pseudonym)),
    replies: words.replies.map((reply) => publicReply(reply, pseudonym)),
  };
};

const officeOf = async (world: World, { person: { participant }, offices }: Everything) => {
  if (offices.length === 0) return undefined;
  const [members, keys, mail] = await Promise.all([
    Promise.all(offices.map(({ place }) => staffMemberOf(world, place, participant))),
    keysOf(world, participant),
    workMailOf(world, participant),
  ]);
  const places = members.flatMap((member) => (member ? [member] : []));
  return { places, keys, ...(mail && { mail }) };
};

/** Decisions about her words, and what she reported in the places where she takes part. */
const moderationOf = async (world: World, actor: Actor, consents: readonly ConsentItem[]) => {
  const joined = await Promise.all(consents.map(({ consultation }) => consultationOf(world, consultation)));
  const places = [...new Set(joined.map(({ place }) => place))];
  const [{ cases }, notices] = await Promise.all([
    ownCases(world, actor),
    ownNotices(world, actor.participant, places),
  ]);
  return { decisions: cases, notices };
};

/** Everything held about her, in one answer (GDPR Art. 15 and 20). */
export const myData = async (world: World, actor: Actor): Promise<MyData> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything) throw new Problem('not-signed-in');
  const { door, batch } = everything.person;
  const office = await officeOf(world, everything);
  const linkable = await Promise.all(everything.consents.map(({ consultation }) => isLinkable(world, consultation)));
  const consents = everything.consents.filter((_, i) => linkable[i]);
  return {
    reads: everything.person.reads,
    hasCard: everything.card !== undefined,
    door,
    ...(batch && { batch: { place: batch.place, number: batch.number } }),
    sessions: everything.sessions.map(({ session, since, lastSeen }) => ({
      id: session,
      since,
      lastSeen,
      current: session === actor.session,
    })),
    ...(office && { office }),
    measures: everything.standings.map(({ place, warnings, suspensions }) => ({
      place,
      warnedOn: warnings.map(({ on }) => on),
      suspensions: suspensions.map(({ from, until }) => ({ from, until })),
    })),
    ...(await moderationOf(world, actor, everything.consents)),
    consultations: await Promise.all(consents.map((consent) => participationOf(world, actor, consent))),
  };
};
