import type { ConsultationId } from '#shared/consultations/schema.ts';
import { DEFAULT_LOCALE, isLocale, type Language } from '#shared/locales.ts';
import { requireActor, type Actor } from '../participants/actor.ts';
import { join } from '../participants/service.ts';
import { whoIs } from '../participants/sessions.ts';
import type { World } from '../world.ts';
import { shuffled } from './draw.ts';
import type { Camp, Draw, Stance } from './model.ts';
import type { TownResidents } from './shape.ts';

/** Somebody who takes part in one consultation. She joins when she first writes or votes. */
export type Resident = { number: number; camp: Camp; reads: Language[]; token?: string; wrote?: boolean };

/** The residents of all camps, in the order in which they come to vote. */
export const residentsOf = (groups: readonly TownResidents[], draw: Draw): Resident[] => {
  const everybody = groups.flatMap(({ camp, count, reads }) => {
    const shares = reads.flatMap(({ languages, of }) => Array.from({ length: of }, () => languages));
    return Array.from({ length: count }, (_, i) => ({ camp, reads: [...(shares[i % shares.length] ?? [])] }));
  });
  return shuffled(everybody, draw).map((resident, number) => ({ number, ...resident }));
};

export const actorFor = async (
  world: World,
  consultation: ConsultationId,
  consentVersion: number,
  resident: Resident,
): Promise<Actor> => {
  if (!resident.token) {
    const locale = resident.reads.find(isLocale) ?? DEFAULT_LOCALE;
    const answers = { consentVersion, oldEnough: true, locale, reads: resident.reads } as const;
    // Everybody comes from an address of her own, as in a real town.
    const { token } = await join(world, undefined, consultation, answers, `resident ${resident.number}`);
    if (token) resident.token = token;
  }
  return requireActor(await whoIs(world, resident.token));
};

const CAMP_OF: Partial<Record<Stance, Camp>> = { first: 'first', second: 'second', need: 'few' };

/**
 * Finds who writes a text: the same person for the same chosen name, otherwise somebody who reads its language, has not
 * written yet if possible, and stands where the text stands.
 */
export const findAuthors = (residents: readonly Resident[]) => {
  const named = new Map<string, Resident>();
  return (language: Language, name?: string, stance?: Stance): Resident => {
    const known = name === undefined ? undefined : named.get(name);
    if (known) return known;
    const camp = stance && CAMP_OF[stance];
    const readers = residents.filter(({ reads }) => reads.includes(language));
    const alike = readers.filter((resident) => !camp || resident.camp === camp);
    const author = [...alike, ...readers].find(({ wrote }) => !wrote) ?? alike[0] ?? readers[0] ?? residents[0];
    if (!author) throw new Error('A town without residents cannot write.');
    author.wrote = true;
    if (name !== undefined) named.set(name, author);
    return author;
  };
};
