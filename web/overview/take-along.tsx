import { For } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { TABLES } from '#shared/overview/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** Every figure as tables and as data, and every suggestion. */
export const TakeAlong = (props: { consultation: ConsultationId }) => {
  const { t } = useI18n();
  const api = () => `/api/consultations/${props.consultation}`;
  return (
    <section class="stack stack-tight no-print" aria-labelledby="take-along">
      <h2 id="take-along">{t('overview.take-along')}</h2>
      <p>{t('overview.take-along-why')}</p>
      <ul class="plain-list">
        <For each={TABLES}>
          {(table) => (
            <li>
              <a href={`${api()}/overview/tables/${table}`} download="">
                {t(`overview.table.${table}`)} (CSV)
              </a>
            </li>
          )}
        </For>
        <li>
          <a href={`${api()}/overview/tables`} download={`${props.consultation}-tables.json`}>
            {t('overview.table.all')} (JSON)
          </a>
        </li>
        <li>
          <a href={`${api()}/suggestions/export.csv`} download="">
            {t('overview.table.suggestions')} (CSV)
          </a>
        </li>
        <li>
          <a href={`${api()}/suggestions/export.json`} download={`${props.consultation}.json`}>
            {t('overview.table.suggestions')} (JSON)
          </a>
        </li>
      </ul>
    </section>
  );
};
