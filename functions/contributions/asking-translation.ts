import { createHmac } from 'node:crypto';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Locale } from '#shared/locales.ts';
import type { PlaceId } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
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
import { findTranslations, saveAsked, saveTranslations } from './store.ts';
import { forgetTranslations } from './translated.ts';
import { translatable, withOriginal } from './translating.ts';

type What = { consultation: ConsultationId; contribution: ContributionId; language: Locale };

/** By this nobody asks twice, and nobody can tell by it who asked, or that two things were asked for by the same person. */
const markOf = (world: World, pseudonym: string, { consultation, contribution, language }: What): string =>
  createHmac('sha256', world.secretFor('translations'))
    .update(JSON.stringify(['asked', pseudonym, consultation, contribution, language]))
    .digest('base64url')
    .slice(0, 22);

const translateNow = (
  world: World,
  place: PlaceId,
  { consultation, contribution, language }: What,
): Promise<AskedTranslation['came']> =>
  again(async () => {
    const [found, known, at] = await Promise.all([
      translatable(world, consultation, contribution),
      findTranslations(world, consultation, contribution),
      placeOf(world, place),
    ]);
    if (!isAskable(statusOf(withOriginal(found, known?.texts), language))) return 'translated';
    if (!translatorFor(world, at)) return 'waits';
    const made = await translatedByMachine(world, at, { text: found.text, from: found.language, into: language });
    if (!made) return 'no-machine';
    const wording = { ...made, provenance: 'machine', of: fingerprintOf(found.text) } as const;
    const texts = { ...known?.texts, [language]: wording };
    await requireHeld(saveTranslations(world, found, { contribution, texts, version: (known?.version ?? 0) + 1 }, []));
    forgetTranslations(world, consultation);
    return 'translated';
  });

/**
 * A reader asks for it in her language: once, by which it comes earlier on the list of those who translate. Where the
 * place has a machine for that, it is there at once, said to be a machine's.
 */
export const askForTranslation = async (
  world: World,
  asking: Actor,
  consultation: ConsultationId,
  contribution: ContributionId,
  language: Locale,
): Promise<AskedTranslation> => {
  const asked = await readableConsultation(world, asking, consultation);
  const actor = await requireConsent(world, asking, asked);
  const [found, known] = await Promise.all([
    translatable(world, consultation, contribution),
    findTranslations(world, consultation, contribution),
  ]);
  if (language === found.language)
    throw new Problem('invalid-request', { errors: [{ pointer: '/language', code: 'not-valid' }] });
  if (!isAskable(statusOf(withOriginal(found, known?.texts), language))) return { came: 'translated' };
  await requireWithin(world, 'translation', actor.participant);
  const what = { consultation, contribution, language };
  const mark = markOf(world, await pseudonymOf(world, consultation, actor.participant), what);
  await saveAsked(world, consultation, contribution, language, mark);
  return { came: await translateNow(world, asked.place, what) };
};
