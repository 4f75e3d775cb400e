import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Locale } from '#shared/locales.ts';
import type { Wording } from '#shared/texts.ts';
import { answerOr, type Api } from '#web/api.ts';

/** What somebody wrote as it reads in another language; undefined where nobody has translated it. */
export const loadTranslation = async (
  api: Api,
  param: { con: ConsultationId; ctr: ContributionId },
  { language }: { language: string },
  locale: Locale,
): Promise<Wording | undefined> => {
  if (language === locale) return undefined;
  const found = await answerOr(
    api.consultations[':con'].contributions[':ctr'].translations.$get({ param }),
    'not-found',
  );
  return found.value?.texts[locale];
};
