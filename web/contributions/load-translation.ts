import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { Locale } from '#shared/locales.ts';
import type { Translated } from '#shared/texts.ts';
import { originalOf, translatedInto } from '#shared/translations/rules.ts';
import { answerOr, type Api } from '#web/api.ts';

/** What somebody wrote as it reads in another language; undefined where nobody has translated it. */
export const loadTranslation = async (
  api: Api,
  param: { con: ConsultationId; ctr: ContributionId },
  { language }: { language: string },
  locale: Locale,
): Promise<Translated | undefined> => {
  if (language === locale) return undefined;
  const found = await answerOr(
    api.consultations[':con'].contributions[':ctr'].translations.$get({ param }),
    'not-found',
  );
  const texts = found.value?.texts;
  return texts && translatedInto(texts, originalOf(texts)?.text ?? '', locale);
};
