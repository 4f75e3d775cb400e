import type { ConsultationId } from '#shared/consultations/schema.ts';
import { isRanked } from '#shared/contributions/rules.ts';
import type { ContributionId, PublicContribution } from '#shared/contributions/schema.ts';
import { isLanguage } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { SECOND } from '#shared/time.ts';
import { translatedInto } from '#shared/translations/rules.ts';
import type { World } from '../world.ts';
import { findTranslations, listTranslations } from './store.ts';

/** A deck of another process knows a new translation after this long, of this one at once. */
const REMEMBERED = 5 * SECOND;
const cacheKey = (consultation: ConsultationId): string => `translations ${consultation}`;
export const forgetTranslations = (world: World, consultation: ConsultationId): void =>
  world.cache.forget(cacheKey(consultation));

/** Every translation there is in a consultation, by what it is of. */
export const translationsIn = (world: World, consultation: ConsultationId): Promise<ReadonlyMap<string, Texts>> =>
  world.cache.remember(
    cacheKey(consultation),
    REMEMBERED,
    async () => new Map((await listTranslations(world, consultation)).map((one) => [one.contribution, one.texts])),
  );

/** More than a page of a list holds are looked up together. */
const ONE_BY_ONE = 25;

const textsOf = async (
  world: World,
  consultation: ConsultationId,
  ids: readonly ContributionId[],
): Promise<ReadonlyMap<string, Texts>> => {
  if (ids.length > ONE_BY_ONE) return translationsIn(world, consultation);
  const found = await Promise.all(ids.map((id) => findTranslations(world, consultation, id)));
  return new Map(found.flatMap((one) => (one ? [[one.contribution, one.texts]] : [])));
};

/** What people wrote, each with how it reads in the reader's language where it has been brought into it. */
export const readIn = async <Said extends PublicContribution>(
  world: World,
  consultation: ConsultationId,
  language: string,
  said: readonly Said[],
): Promise<Said[]> => {
  if (!isLanguage(language)) return [...said];
  const foreign = said.filter((one) => one.language !== language && isRanked(one.state) && one.text !== null);
  const known = await textsOf(
    world,
    consultation,
    foreign.map(({ id }) => id),
  );
  const sought = new Set(foreign);
  return said.map((one) => {
    const translated = sought.has(one) && translatedInto(known.get(one.id), one.text ?? '', language);
    return translated ? { ...one, translated } : one;
  });
};
