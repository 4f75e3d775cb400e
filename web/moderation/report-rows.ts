import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import { NOTICE_KINDS, OUTCOMES, REVIEWS, SOURCE_TYPES } from '#shared/moderation/kinds.ts';
import type { ReportTable } from '#shared/moderation/report-schema.ts';
import { ACT_GROUNDS, APPEALED_BY, WAYS } from '#shared/moderation/report.ts';
import type { I18n } from '#web/messages/i18n.ts';

const among = <One extends string>(all: readonly One[], key: string): One | undefined => all.find((one) => one === key);

/** What a row of the report counts. */
export const nameOfRow = (table: ReportTable, key: string, { t }: I18n): string => {
  if (table.endsWith('-by-language')) return isLanguage(key) ? LANGUAGES[key] : t('progress.others');
  const kind = among(NOTICE_KINDS, key);
  if (table.endsWith('-by-kind') && kind) return t(`moderation.kind.${kind}`);
  const row = among(
    [...OUTCOMES, ...REVIEWS, ...ACT_GROUNDS, ...APPEALED_BY, ...WAYS, 'warn', 'suspend'] as const,
    key,
  );
  if (row) return t(`transparency.row.${row}`);
  const source = among(SOURCE_TYPES, key);
  return source ? t(`transparency.row.${source}`) : key;
};
