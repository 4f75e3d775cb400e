import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Problem } from '#shared/problems.ts';
import { contactRemoval } from '../contacts/service.ts';
import { mailRemovals } from '../mail/outbox.ts';
import { leaveOffices } from '../staff/service.ts';
import { forgetBallot } from '../ballots/service.ts';
import { eraseWordsOf } from '../contributions/authorship.ts';
import { forgetAuthor } from '../moderation/ending.ts';
import { keys } from '../storage/keys.ts';
import type { Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import type { Actor } from './actor.ts';
import { isLinkable, pseudonymOf } from './pseudonyms.ts';
import { forgetActor } from './sessions.ts';
import { readPerson, removeFromVault, sessionRemoval, type Everything } from './store.ts';

/** After the end of retention nobody can say which ballot or words were hers, so there is nothing of hers to find. */
const eraseBallot = async (world: World, { participant }: Actor, id: ConsultationId): Promise<void> => {
  if (await isLinkable(world, id)) await forgetBallot(world, id, await pseudonymOf(world, id, participant));
};

const eraseParticipation = async (world: World, actor: Actor, id: ConsultationId): Promise<void> => {
  if (!(await isLinkable(world, id))) return;
  await eraseBallot(world, actor, id);
  const pseudonym = await pseudonymOf(world, id, actor.participant);
  await eraseWordsOf(world, pseudonym);
  await forgetAuthor(world, pseudonym);
};

const removal = (key: Extract<Step, { remove: unknown }>['remove']): Step => ({ table: 'vault', remove: key });

const stepsOf = ({ person: { participant }, passkeys, recoveryCodes, ...held }: Everything): Step[] => [
  ...held.sessions.flatMap(sessionRemoval),
  ...passkeys.flatMap((id) => [removal(keys.passkey(id)), removal(keys.passkeyOf(participant, id))]),
  ...recoveryCodes.flatMap((mac) => [removal(keys.recoveryCode(mac)), removal(keys.recoveryCodeOf(participant, mac))]),
  removal(keys.workMail(participant)),
  ...(held.card ? [removal(keys.card(held.card.mac)), removal(keys.cardOf(participant))] : []),
  ...held.authorships.flatMap(({ pseudonym, consultation }) => [
    removal(keys.author(pseudonym)),
    removal(keys.authorshipOf(participant, consultation)),
  ]),
  ...held.contacts.flatMap(({ consultation, tokenHash }) => contactRemoval(participant, consultation, tokenHash)),
  ...held.standings.map(({ place }) => removal(keys.standingOf(participant, place))),
  ...held.consents.map(({ consultation }) => removal(keys.consentOf(participant, consultation))),
  removal(keys.person(participant)),
];

/**
 * Leaves for good: ballots and words first, then all that says who she was. Killed in the middle, it can be asked for
 * again, since what finds the rest goes last.
 */
export const leave = async (world: World, actor: Actor): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything) return;
  await leaveOffices(
    world,
    actor.participant,
    everything.offices.map(({ place }) => place),
  );
  const taken = new Set([...everything.consents, ...everything.authorships].map(({ consultation }) => consultation));
  for (const consultation of taken) await eraseParticipation(world, actor, consultation);
  await removeFromVault(world, [...(await mailRemovals(world, actor.participant)), ...stepsOf(everything)]);
  for (const { tokenHash } of everything.sessions) forgetActor(world, tokenHash);
  // A vote that was under way meanwhile has arrived by now, and nobody may vote for her any more.
  for (const consultation of taken) await eraseBallot(world, actor, consultation);
};

/**
 * Takes consent for one consultation back: her ballot and words there go, everything else stays. The consent goes last,
 * so that this too can be asked for again when it was cut off.
 */
export const leaveConsultation = async (world: World, actor: Actor, id: ConsultationId): Promise<void> => {
  const everything = await readPerson(world, actor.participant);
  if (!everything?.consents.some(({ consultation }) => consultation === id)) throw new Problem('not-found');
  const { participant } = actor;
  const contact = everything.contacts.find(({ consultation }) => consultation === id);
  const authorship = everything.authorships.find(({ consultation }) => consultation === id);
  await eraseParticipation(world, actor, id);
  await removeFromVault(world, [
    ...(await mailRemovals(world, participant, id)),
    ...(contact ? contactRemoval(participant, id, contact.tokenHash) : []),
    ...(authorship ? [removal(keys.author(authorship.pseudonym)), removal(keys.authorshipOf(participant, id))] : []),
    removal(keys.consentOf(participant, id)),
  ]);
  for (const { tokenHash } of everything.sessions) forgetActor(world, tokenHash);
  await eraseBallot(world, actor, id);
};
