import { For } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { WorkedOnMany } from '#shared/suggestions/schema.ts';
import type { DeskSuggestion, SuggestionsPage } from '#shared/suggestions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { WorkLine } from './row.tsx';

/** What somebody else was quicker with, as it stands now. What she wanted is still in the form, for those only. */
export const Left = (props: {
  outcome: WorkedOnMany;
  page: SuggestionsPage;
  hrefOf: (row: DeskSuggestion) => string;
}) => {
  const { t } = useI18n();
  const rows = () => props.page.rows.filter(({ contribution }) => props.outcome.left.includes(contribution.id));
  return (
    <Notice kind="careful" spoken title={t('suggestions.done-count', { count: props.outcome.done.length })}>
      <p>{t('suggestions.left', { count: props.outcome.left.length })}</p>
      <ul class="stack stack-tight">
        <For each={rows()}>
          {(row) => (
            <li>
              <a
                class="words"
                href={props.hrefOf(row)}
                lang={row.contribution.language}
                dir={directionOf(row.contribution.language)}
              >
                {row.contribution.text}
              </a>
              <WorkLine row={row} colleagues={props.page.colleagues} />
            </li>
          )}
        </For>
      </ul>
    </Notice>
  );
};
