import { existsSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one run of the tests keeps the stores of its towns; each town is founded once and then copied. */
export const SEEDED_STORES = 'EQUAL_SAY_SEEDED_STORES';

/** A disk in memory, where the machine has one: the engine waits for the disk at each commit, and no test is about disks. */
const MEMORY = '/dev/shm';
const ENOUGH = 2 ** 31;
const hasRoom = (folder: string): boolean => {
  if (!existsSync(folder)) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize > ENOUGH;
};

/** Before all files, for all processes that run them. */
export default (): (() => void) => {
  if (hasRoom(MEMORY)) process.env['TMPDIR'] = MEMORY;
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-stores-'));
  process.env[SEEDED_STORES] = folder;
  // Many tests start a platform as a process of its own: what the first has read and compiled, the next one finds.
  process.env['NODE_COMPILE_CACHE'] ??= join(folder, 'compiled');
  return () => rmSync(folder, { recursive: true, force: true });
};
