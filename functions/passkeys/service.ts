import { createHash } from 'node:crypto';
import { idFrom } from '#shared/ids.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { mayAddPasskey, mayRemovePasskey } from '#shared/passkeys/rules.ts';
import type {
  AddPasskey,
  MyKeys,
  PasskeyId,
  PasskeyView,
  RegistrationAnswer,
  SignInAnswer,
} from '#shared/passkeys/schema.ts';
import { Problem } from '#shared/problems.ts';
import { dayOf } from '#shared/time.ts';
import { requireActor, type Actor, type MaybeActor } from '../participants/actor.ts';
import { personStays, sessionAlong, sessionsOpenedBy } from '../participants/service.ts';
import { forgetActor } from '../participants/sessions.ts';
import { staffNameOf } from '../staff/service.ts';
import { requireHeld, transact, type Step } from '../storage/table.ts';
import { nowIn, type World } from '../world.ts';
import { registrationOptions, signInOptions, verifyRegistration, verifySignIn } from './authenticator.ts';
import {
  findPasskey,
  listPasskeys,
  listRecoveryCodes,
  passkeyChange,
  passkeyRemoval,
  passkeyStays,
  passkeySteps,
  recoveryCodeStays,
  savePasskey,
  type Passkey,
} from './store.ts';

/** Somebody in office who came in a way that opens offices: only she may look after her keys. */
export const requireKeyholder = (actor: MaybeActor): Actor => {
  const person = requireActor(actor);
  if (person.office !== 'open') throw new Problem('passkey-needed');
  return person;
};

/** Ours for an authenticator's id, which may be over a thousand letters long. */
const idOf = (credential: string): PasskeyId =>
  idFrom('passkey', createHash('sha256').update(Buffer.from(credential, 'base64url')).digest());

const viewOf = ({ id, name, made, used, synced }: Passkey): PasskeyView => ({ id, name, made, used, synced });

export const keysOf = async (world: World, participant: ParticipantId): Promise<MyKeys> => {
  const [passkeys, codes] = await Promise.all([
    listPasskeys(world, participant),
    listRecoveryCodes(world, participant),
  ]);
  return { passkeys: passkeys.map(viewOf), codes: codes.length };
};

export const myKeys = (world: World, actor: MaybeActor): Promise<MyKeys> =>
  keysOf(world, requireKeyholder(actor).participant);

/** Options for a first passkey, before whoever gets it is somebody here. */
export const firstPasskeyOptions = (world: World, who: ParticipantId, name: string, purpose: string) =>
  registrationOptions(world, { who, name, purpose, held: [] });

/** A verified passkey as steps of the act that makes it hers. */
export const newPasskey = async (
  world: World,
  who: ParticipantId,
  purpose: string,
  { answer, name }: { answer: RegistrationAnswer; name: string },
): Promise<{ id: PasskeyId; steps: Step[] }> => {
  const registered = await verifyRegistration(world, purpose, answer);
  const id = idOf(registered.credential);
  const today = dayOf(nowIn(world));
  return { id, steps: passkeySteps({ ...registered, id, participant: who, name, made: today, used: today }) };
};

const purposeOf = ({ participant }: Actor): string => `add ${participant}`;

export const passkeyOptions = async (world: World, actor: MaybeActor) => {
  const keyholder = requireKeyholder(actor);
  const held = await listPasskeys(world, keyholder.participant);
  const verdict = mayAddPasskey({ passkeys: held.length });
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const name = await staffNameOf(world, keyholder);
  return registrationOptions(world, { who: keyholder.participant, name, purpose: purposeOf(keyholder), held });
};

export const addPasskey = async (world: World, actor: MaybeActor, given: AddPasskey): Promise<void> => {
  const keyholder = requireKeyholder(actor);
  const held = await listPasskeys(world, keyholder.participant);
  const verdict = mayAddPasskey({ passkeys: held.length });
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const { steps } = await newPasskey(world, keyholder.participant, purposeOf(keyholder), given);
  await requireHeld(transact(world.storage, [...steps, personStays(keyholder.participant)]));
};

const ownPasskey = async (world: World, { participant }: Actor, id: PasskeyId): Promise<Passkey> => {
  const found = await findPasskey(world, id);
  if (found?.participant !== participant) throw new Problem('not-found');
  return found;
};

export const renamePasskey = async (world: World, actor: MaybeActor, id: PasskeyId, name: string): Promise<void> => {
  const passkey = await ownPasskey(world, requireKeyholder(actor), id);
  await requireHeld(savePasskey(world, { ...passkey, name }));
};

/** Removes a passkey and ends what was opened with it. Another way in stays, also when two are removed at once. */
export const removePasskey = async (world: World, actor: MaybeActor, id: PasskeyId): Promise<void> => {
  const keyholder = requireKeyholder(actor);
  const { participant } = keyholder;
  await ownPasskey(world, keyholder, id);
  const [passkeys, codes] = await Promise.all([
    listPasskeys(world, participant),
    listRecoveryCodes(world, participant),
  ]);
  const verdict = mayRemovePasskey({ passkeys: passkeys.length, codes: codes.length });
  if (!verdict.allowed) throw new Problem(verdict.reason);
  const other = passkeys.find((passkey) => passkey.id !== id);
  const stays = other ? passkeyStays(participant, other.id) : recoveryCodeStays(codes[0] ?? '');
  const sessions = await sessionsOpenedBy(world, keyholder, id);
  await requireHeld(transact(world.storage, [...passkeyRemoval(participant, id), stays, ...sessions.removals]));
  for (const hash of sessions.hashes) forgetActor(world, hash);
};

export const signInChallenge = signInOptions;

export const signInByPasskey = async (world: World, answer: SignInAnswer): Promise<{ token: string }> => {
  const held = await findPasskey(world, idOf(answer.id));
  if (!held) throw new Problem('passkey-not-known');
  const used = await verifySignIn(world, held, answer);
  const { token, steps } = sessionAlong(world, held.participant, 'passkey', held.id);
  const change = passkeyChange({ ...used, used: dayOf(nowIn(world)) });
  if (!(await transact(world.storage, [...steps, change]))) throw new Problem('passkey-not-known');
  return { token };
};
