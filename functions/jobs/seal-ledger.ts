import { sealLedgerOf, witnessSealsOf } from '../ledger/sealing.ts';
import { attemptsOf } from '../operations/attempts.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/** Seals every place's ledger and hands the seals to the witness. A place where that fails does not keep others waiting. */
export const sealLedger = async (world: World): Promise<number> => {
  const attempt = await attemptsOf(world, 'ledger');
  let sealed = 0;
  for (const { id } of await listPlaces(world)) {
    await attempt(id, async () => {
      if (await sealLedgerOf(world, id)) sealed++;
      await witnessSealsOf(world, id);
    });
  }
  return sealed;
};
