import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Seal } from '#shared/ledger/seals.ts';

/** Throws when the copy could not be handed over. Handed over twice, it is still one. */
export type Witness = (seal: Seal) => Promise<void>;

/** What a witness calls the copy of a seal. */
export const nameOfCopy = ({ place, number }: Seal): string => `${place}/${String(number).padStart(9, '0')}.json`;

const wasThere = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EEXIST';

/**
 * A file for each seal in a folder of somebody else: a share that only takes new files, another machine's disk. A file
 * that is there is never written over.
 */
export const folderWitness =
  (folder: string): Witness =>
  async (seal) => {
    const file = join(folder, nameOfCopy(seal));
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, JSON.stringify(seal), { flag: 'wx' }).catch((error: unknown) => {
      if (!wasThere(error)) throw error;
    });
  };
