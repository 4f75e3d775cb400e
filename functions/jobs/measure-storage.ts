import { noteStorage } from '../operations/runs.ts';
import { nowIn, type World } from '../world.ts';

/** Keeps how much the tables hold, for the operator's page: whoever answers her may not describe a table. */
export const measureStorage = async (world: World): Promise<void> =>
  noteStorage(world, { at: nowIn(world), ...(await world.measureTables()) });
