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

const rewritten = (passage: Passage, language: Language, wording: PassageWording): Passage => {
  const changed = { ...passage };
  for (const part of PARTS) {
    const { [language]: before, ...others } = passage[part];
    const one = before?.provenance === 'original' ? before : wording[part];
    changed[part] = one ? { ...others, [language]: one } : others;
  }
  return changed;
};

/** The passage with these words in a language, or with none: for moderation only. */
export const translationChange = (passage: Passage, language: Language, wording: PassageWording): Step =>
  passageStep({ ...rewritten(passage, language, wording), version: passage.version + 1 }, passage.version);

/** What each published version of the text keeps of it in that language. */
export const translationsKept = async (
  world: World,
  passage: Passage,
  language: Language,
): Promise<{ version: number; wording: PassageWording }[]> => {
  const kept = [];
  for (let version = 1; version <= passage.edition; version++) {
    const item = await get(world.storage, 'records', keys.edition(passage.document, version, passage.id));
    const wording = item ? translationIn(Passage.parse(item), language) : {};
    if (Object.keys(wording).length > 0) kept.push({ version, wording });
  }
  return kept;
};

/** One of those versions with these words, or with none. */
export const keptTranslationStep = async (
  world: World,
  passage: Passage,
  language: Language,
  { version, wording }: { version: number; wording: PassageWording },
): Promise<Step[]> => {
  const key = keys.edition(passage.document, version, passage.id);
  const item = await get(world.storage, 'records', key);
  if (!item) return [];
  const put = { ...key, ...rewritten(Passage.parse(item), language, wording) };
  return [{ table: 'records', put, if: { is: 'present' } }];
};
