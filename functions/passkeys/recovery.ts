import { createHmac } from 'node:crypto';
import { RECOVERY_CODES, groupedRecoveryCode, recoveryCodeFrom } from '#shared/passkeys/rules.ts';
import type { ReturnByCode } from '#shared/passkeys/schema.ts';
import { Problem } from '#shared/problems.ts';
import { askForWorkAfter } from '../limits/proof.ts';
import type { MaybeActor } from '../participants/actor.ts';
import { personStays, sessionAlong } from '../participants/service.ts';
import { requireHeld, transact } from '../storage/table.ts';
import type { World } from '../world.ts';
import { requireKeyholder } from './service.ts';
import { findRecoveryCode, listRecoveryCodes, recoveryCodeRemoval, recoveryCodeSteps } from './store.ts';

const CODE_BYTES = 12;

/** Under a pepper that is neither in the tables nor in their backups, as cards are. */
const macOf = (world: World, code: string): string =>
  createHmac('sha256', world.secretFor('recovery-codes')).update(code).digest('base64url');

/** Ten new codes, shown this once. The old ones stop working in the same write. */
export const makeRecoveryCodes = async (world: World, actor: MaybeActor): Promise<string[]> => {
  const { participant } = requireKeyholder(actor);
  const before = await listRecoveryCodes(world, participant);
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeFrom(world.randomBytes(CODE_BYTES)));
  await requireHeld(
    transact(world.storage, [
      ...before.flatMap((mac) => recoveryCodeRemoval(participant, mac)),
      personStays(participant),
      ...codes.flatMap((code) => recoveryCodeSteps(participant, macOf(world, code))),
    ]),
  );
  return codes.map(groupedRecoveryCode);
};

/** Comes in by one of them, which is used up by that. */
export const signInByCode = async (
  world: World,
  { code, proof }: ReturnByCode,
  address: string,
): Promise<{ token: string }> => {
  await askForWorkAfter(world, 'recovery-code', address, proof);
  const mac = macOf(world, code);
  const participant = await findRecoveryCode(world, mac);
  if (!participant) throw new Problem('code-not-known');
  const { token, steps } = sessionAlong(world, participant, 'recovery-code');
  if (!(await transact(world.storage, [...recoveryCodeRemoval(participant, mac), ...steps]))) {
    throw new Problem('code-not-known');
  }
  return { token };
};
