import { z } from 'zod';
import { ParticipantId } from '#shared/participants/schema.ts';
import { PasskeyId, PasskeyName } from '#shared/passkeys/schema.ts';
import { keys } from '../storage/keys.ts';
import { get, put, queryAll, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';

const Passkey = z.object({
  id: PasskeyId,
  participant: ParticipantId,
  /** The authenticator's own id of it, and its public key, both in base64url. */
  credential: z.string(),
  publicKey: z.string(),
  counter: z.number(),
  transports: z.array(z.string()),
  synced: z.boolean(),
  name: PasskeyName,
  made: z.string(),
  used: z.string(),
});
export type Passkey = z.infer<typeof Passkey>;

const itemOf = (passkey: Passkey) => ({ ...keys.passkeyOf(passkey.participant, passkey.id), ...passkey });

export const passkeySteps = (passkey: Passkey): Step[] => [
  {
    table: 'vault',
    put: { ...keys.passkey(passkey.id), participant: passkey.participant },
    if: { is: 'absent' },
  },
  { table: 'vault', put: itemOf(passkey), if: { is: 'absent' } },
];

export const passkeyRemoval = (participant: ParticipantId, id: PasskeyId): Step[] => [
  { table: 'vault', remove: keys.passkey(id) },
  { table: 'vault', remove: keys.passkeyOf(participant, id), if: { is: 'present' } },
];

/** Unless it was removed meanwhile. */
export const passkeyChange = (passkey: Passkey): Step => ({
  table: 'vault',
  put: itemOf(passkey),
  if: { is: 'present' },
});

export const savePasskey = (world: World, passkey: Passkey): Promise<boolean> =>
  put(world.storage, 'vault', itemOf(passkey), { is: 'present' });

export const passkeyStays = (participant: ParticipantId, id: PasskeyId): Step => ({
  table: 'vault',
  check: keys.passkeyOf(participant, id),
  if: { is: 'present' },
});

export const findPasskey = async (world: World, id: PasskeyId): Promise<Passkey | undefined> => {
  const pointer = await get(world.storage, 'vault', keys.passkey(id));
  if (!pointer) return undefined;
  const item = await get(world.storage, 'vault', keys.passkeyOf(ParticipantId.parse(pointer.participant), id));
  return item && Passkey.parse(item);
};

export const listPasskeys = async (world: World, participant: ParticipantId): Promise<Passkey[]> => {
  const { pk, sk } = keys.passkeyOf(participant);
  const items = await queryAll(world.storage, 'vault', { pk, prefix: sk });
  return items.map((item) => Passkey.parse(item));
};

/** By their HMAC. */
export const listRecoveryCodes = async (world: World, participant: ParticipantId): Promise<string[]> => {
  const { pk, sk } = keys.recoveryCodeOf(participant, '');
  const items = await queryAll(world.storage, 'vault', { pk, prefix: sk });
  return items.map((item) => String(item.mac));
};

export const recoveryCodeSteps = (participant: ParticipantId, mac: string): Step[] => [
  { table: 'vault', put: { ...keys.recoveryCode(mac), participant }, if: { is: 'absent' } },
  { table: 'vault', put: { ...keys.recoveryCodeOf(participant, mac), mac } },
];

/** Holds for one use alone, however many come at once. */
export const recoveryCodeRemoval = (participant: ParticipantId, mac: string): Step[] => [
  { table: 'vault', remove: keys.recoveryCode(mac), if: { is: 'present' } },
  { table: 'vault', remove: keys.recoveryCodeOf(participant, mac) },
];

export const recoveryCodeStays = (mac: string): Step => ({
  table: 'vault',
  check: keys.recoveryCode(mac),
  if: { is: 'present' },
});

export const findRecoveryCode = async (world: World, mac: string): Promise<ParticipantId | undefined> => {
  const item = await get(world.storage, 'vault', keys.recoveryCode(mac));
  return item && ParticipantId.parse(item.participant);
};
