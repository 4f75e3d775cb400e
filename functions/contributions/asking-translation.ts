import { createHmac } from 'node:crypto';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Language, Locale } from '#shared/locales.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { wrongField } from '#shared/problems.ts';
import type { Texts } from '#shared/texts.ts';
import { fingerprintOf, isAskable, statusOf } from '#shared/translations/rules.ts';
import type { AskedTranslation } from '#shared/translations/schema.ts';
import { readableConsultation } from '../consultations/service.ts';
import { requireWithin } from '../limits/service.ts';
import type { Actor } from '../participants/actor.ts';
import { requireConsent } from '../participants/consent.ts';
import { pseudonymOf } from '../participants/pseudonyms.ts';
import { placeOf } from '../places/service.ts';
import { again, requireHeld } from '../storage/table.ts';
import { translatedByMachine, translatorFor } from '../translations/service.ts';
import type { World } from '../world.ts';
import { findTranslations, saveAsked, saveTranslations, type AskedName } from './store.ts';
import { forgetTranslations } from './translated.ts';
import { translatable, withOriginal } from './translating.ts';

/** Words that a reader may ask for in her language, wherever they are kept. */
type Askable = {
  name: AskedName;
  /** As it stands now, with the step that keeps translations of exactly this. */
  read: () => Promise<{
    text: string;
    language: Language;
    texts: Texts | undefined;
    save: (texts: Texts) => Promise<boolean>;
  }>;
};

/** By this nobody asks twice, and nobody can tell by it who asked, or that two things were asked for by the same person. */
const markOf = (
  world: World,
  pseudonym: string,
  consultation: ConsultationId,
  what: AskedName,
  language: Locale,
): string =>
  createHmac('sha256', world.secretFor('translations'))
    .update(JSON.stringify(['asked', pseudonym, consultation, what, language]))
    .digest('base64url')
    .slice(0, 22);

const translateNow = (
  world: World,
  place: PlaceId,
  what: Askable,
  language: Locale,
): Promise<AskedTranslation['came']> =>
  again(async () => {
    const [found, at] = await Promise.all([what.read(), placeOf(world, place)]);
    if (!isAskable(statusOf(withOriginal(found, found.texts), language))) return 'translated';
    if (!translatorFor(world, at)) return 'waits';
    const made = await translatedByMachine(world, at, { text: found.text, from: found.language, into: language });
    if (!made) return 'no-machine';
    const wording = { ...made, provenance: 'machine', of: fingerprintOf(found.text) } as const;
    await requireHeld(found.save({ ...found.texts, [language]: wording }));
    return 'translated';
  });

/**
 * A reader asks for it in her language: once, by which it comes earlier on the list of those who translate. Where the
 * place has a machine for that, it is there at once, said to be a machine's.
 */
export const askForWords = async (
  world: World,
  asking: Actor,
  consultation: ConsultationId,
  what: Askable,
  language: Locale,
): Promise<AskedTranslation> => {
  const asked = await readableConsultation(world, asking, consultation);
  const actor = await requireConsent(world, asking, asked);
  const found = await what.read();
  if (language === found.language) throw wrongField('/language', 'not-valid');
  if (!isAskable(statusOf(withOriginal(found, found.texts), language))) return { came: 'translated' };
  await requireWithin(world, 'translation', actor.participant);
  const pseudonym = await pseudonymOf(world, consultation, actor.participant);
  await saveAsked(
    world,
    consultation,
    what.name,
    language,
    markOf(world, pseudonym, consultation, what.name, language),
  );
  return { came: await translateNow(world, asked.place, what, language) };
};

export const askForTranslation = (
  world: World,
  asking: Actor,
  consultation: ConsultationId,
  contribution: ContributionId,
  language: Locale,
): Promise<AskedTranslation> => {
  const read = async () => {
    const [found, known] = await Promise.all([
      translatable(world, consultation, contribution),
      findTranslations(world, consultation, contribution),
    ]);
    return {
      text: found.text,
      language: found.language,
      texts: known?.texts,
      save: async (texts: Texts) => {
        const version = (known?.version ?? 0) + 1;
        const held = await saveTranslations(world, found, { contribution, texts, version }, []);
        if (held) forgetTranslations(world, consultation);
        return held;
      },
    };
  };
  return askForWords(world, asking, consultation, { name: contribution, read }, language);
};
