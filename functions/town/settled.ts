import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ParticipantId } from '#shared/participants/schema.ts';
import { PlaceId, PlaceSlug, Role } from '#shared/places/schema.ts';
import type { SeededTown } from './seed.ts';

const Settled = z.object({
  place: z.object({ id: PlaceId, slug: PlaceSlug }),
  staff: z.array(z.object({ role: Role, name: z.string(), participant: ParticipantId })),
});

const fileIn = (folder: string): string => join(folder, 'town.json');

/** Written when seeding has finished: who works in the demo town, for the demo door of every later start. */
export const writeSettled = (folder: string, town: SeededTown): void =>
  writeFileSync(fileIn(folder), `${JSON.stringify(town, undefined, 2)}\n`, { mode: 0o600 });

/** Undefined where no town was seeded, or seeding was cut short. */
export const readSettled = (folder: string): SeededTown | undefined =>
  existsSync(fileIn(folder)) ? Settled.parse(JSON.parse(readFileSync(fileIn(folder), 'utf8'))) : undefined;
