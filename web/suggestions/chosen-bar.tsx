import { createEffect, createSignal, on, onCleanup, onMount, Show } from 'solid-js';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** How many are chosen, with the way to what is done with them, and all of the page at once: in sight all down the list. */
export const ChosenBar = (props: { page: SuggestionsPage; makeAll: () => void }) => {
  const { t, number } = useI18n();
  const [count, setCount] = createSignal<number>();
  let bar: HTMLElement | undefined;
  const boxes = () => [...(bar?.closest('form')?.querySelectorAll<HTMLInputElement>('input[name=of]') ?? [])];
  const recount = () => setCount(boxes().filter(({ checked }) => checked).length);
  const isWhole = () => count() === props.page.rows.length;
  const chooseAll = () => {
    const chosen = !isWhole();
    props.makeAll();
    for (const box of boxes()) box.checked = chosen;
    recount();
  };
  onMount(() => {
    const form = bar?.closest('form');
    form?.addEventListener('change', recount);
    onCleanup(() => form?.removeEventListener('change', recount));
    recount();
  });
  createEffect(on(() => props.page, recount, { defer: true }));
  return (
    <p class="in-sight row row-apart" ref={(element) => (bar = element)}>
      <a href="#with-chosen">{t('suggestions.chosen', { count: count() ?? 0 })}</a>
      <Show when={count() !== undefined && props.page.rows.length > 1}>
        <button type="button" class="button button-plain" data-act="choose-all" onClick={chooseAll}>
          {isWhole()
            ? t('suggestions.choose-none')
            : t('suggestions.choose-all', { count: number(props.page.rows.length) })}
        </button>
      </Show>
    </p>
  );
};
