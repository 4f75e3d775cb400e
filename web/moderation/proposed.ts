import type { CaseView } from '#shared/moderation/desk-views.ts';
import type { I18n } from '#web/messages/i18n.ts';

/** What the numbers suggest, in words. */
export const proposed = (t: I18n['t'], { measure, days = 0 }: NonNullable<CaseView['proposal']>): string =>
  measure === 'warn' ? t('cases.misuse.propose-warn') : t('cases.misuse.propose-suspend', { days });
