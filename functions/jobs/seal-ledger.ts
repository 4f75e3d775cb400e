import { sealLedgerOf, witnessSealsOf } from '../ledger/sealing.ts';
import { listPlaces } from '../places/service.ts';
import type { World } from '../world.ts';

/** Seals every place's ledger and hands the seals to the witness. A place where that fails does not keep others waiting. */
export const sealLedger = async (world: World): Promise<number> => {
  let sealed = 0;
  for (const { id } of await listPlaces(world)) {
    try {
      if (await sealLedgerOf(world, id)) sealed++;
      await witnessSealsOf(world, id);
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      world.log({ level: 'error', message: 'sealing failed', error: name });
    }
  }
  return sealed;
};
