import type { ConsultationId } from '#shared/consultations/schema.ts';
import { Passage, type PassageId } from '#shared/documents/schema.ts';
import type { Language } from '#shared/locales.ts';
import type { Wording } from '#shared/texts.ts';
import { keys } from '../storage/keys.ts';
import { get, type Step } from '../storage/table.ts';
import type { World } from '../world.ts';
import { passageStep } from './store.ts';

const PARTS = ['heading', 'text', 'summary'] as const;

/** What a passage says in one language. */
export type PassageWording = Partial<Record<(typeof PARTS)[number], Wording>>;

/** A passage as it is now, past the cache. */
export const passageAsIs = async (
  world: World,
  consultation: ConsultationId,
  id: PassageId,
): Promise<Passage | undefined> => {
  const item = await get(world.storage, 'records', keys.passage(consultation, id));
  return item && Passage.parse(item);
};

/** What it says in a language that it was translated into; empty where it was written in it, or says nothing. */
export const translationIn = (passage: Passage, language: Language): PassageWording => {
  const wording: PassageWording = {};
  for (const part of PARTS) {
    const one = passage[part][language];
    if (one && one.provenance !== 'original') wording[part] = one;
  }
  return wording;
};

/** The passage with these words in a language, or with none: for moderation only. */
export const translationChange = (passage: Passage, language: Language, wording: PassageWording): Step => {
  const changed = { ...passage };
  for (const part of PARTS) {
    const { [language]: before, ...others } = passage[part];
    const one = before?.provenance === 'original' ? before : wording[part];
    changed[part] = one ? { ...others, [language]: one } : others;
  }
  return passageStep({ ...changed, version: passage.version + 1 }, passage.version);
};
