import { Show } from 'solid-js';
import { ROWS_ON_A_PAGE } from '#shared/suggestions/rules.ts';
import type { Beside } from '#shared/suggestions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';
import { addressInList, askedIn } from './in-list.ts';

/** Back to where one was in the list, and on to what stands there before and after: nobody looks for her place again. */
export const Around = (props: { room: string; beside: Beside | undefined }) => {
  const { t, number } = useI18n();
  const asked = askedIn(useVisit().current.at.url);
  const back = () => {
    const search = new URLSearchParams(asked);
    const from = Math.floor((props.beside?.at ?? 0) / ROWS_ON_A_PAGE) * ROWS_ON_A_PAGE;
    if (from > 0) search.set('from', String(from));
    return search.size > 0 ? `${props.room}?${search.toString()}#found` : props.room;
  };
  return (
    <p class="row">
      <a href={back()} data-act="back">
        {t('suggestions.back')}
      </a>
      <Show when={props.beside?.previous}>
        {(one) => (
          <a href={addressInList(props.room, asked, one())} rel="prev">
            {t('suggestions.previous-one')}
          </a>
        )}
      </Show>
      <Show when={props.beside?.next}>
        {(one) => (
          <a href={addressInList(props.room, asked, one())} rel="next">
            {t('suggestions.next-one')}
          </a>
        )}
      </Show>
      <Show when={props.beside}>
        {(beside) => (
          <span class="hint">
            {t('suggestions.place-of', { place: number(beside().at + 1), total: number(beside().total) })}
          </span>
        )}
      </Show>
    </p>
  );
};
