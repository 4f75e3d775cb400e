import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where one run of the tests keeps the stores of its towns; each town is founded once and then copied. */
export const SEEDED_STORES = 'EQUAL_SAY_SEEDED_STORES';

export default (): (() => void) => {
  const folder = mkdtempSync(join(tmpdir(), 'equal-say-stores-'));
  process.env[SEEDED_STORES] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
};
