import { For, Show } from 'solid-js';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ContributionId } from '#shared/contributions/schema.ts';
import type { WorkedOnMany } from '#shared/suggestions/schema.ts';
import type { DeskSuggestion, SuggestionsPage } from '#shared/suggestions/views.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { asNear } from './as-near.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { SuggestionRow } from './row.tsx';

type RowsProps = {
  page: SuggestionsPage;
  consultation: ConsultationId;
  mayWork: boolean;
  /** What an act on many left as it was: that alone is still chosen. */
  outcome: WorkedOnMany | undefined;
  hrefOf: (row: DeskSuggestion) => string;
};

/** One page of suggestions, each to be opened or chosen. What was chosen for an act that was refused still is. */
export const Rows = (props: RowsProps) => {
  const { t } = useI18n();
  const form = useForm('many');
  const kept = (form.words('of') ?? []).map((one) => one.split(' ')[0]);
  const isChosen = (id: ContributionId): boolean => (props.outcome?.left ?? kept).includes(id);
  // Only what is there can be sent again.
  const { rows, left, watch, makeAll } = asNear(() => props.page.rows, kept.length > 0);
  return (
    <>
      <h2 class="visually-hidden">{t('suggestions.list')}</h2>
      <div class="suggestion-rows stack">
        <For each={rows()}>
          {(row, i) => (
            <SuggestionRow
              row={row}
              page={props.page}
              consultation={props.consultation}
              href={props.hrefOf(row)}
              mayWork={props.mayWork}
              choosing={
                props.mayWork
                  ? {
                      chosen: isChosen(row.contribution.id),
                      stands: form.word('into') === row.contribution.id,
                      ...(i() === 0 && { ids: { of: form.id('of'), into: form.id('into') } }),
                    }
                  : undefined
              }
              inLongList
            />
          )}
        </For>
        <Show when={left()} keyed>
          {(_) => <div ref={watch} />}
        </Show>
      </div>
      <Show when={props.mayWork}>
        <ChosenBar page={props.page} makeAll={makeAll} />
      </Show>
    </>
  );
};
