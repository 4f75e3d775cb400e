import { createSignal, onMount, Show } from 'solid-js';
import { wordsIn } from '#shared/versions/likeness.ts';
import type { RankedSuggestion } from '#shared/versions/views.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** Its words, and those that it was translated from, begin with what is looked for, whatever the accents and capitals. */
export const has = ({ contribution: { text, translated } }: RankedSuggestion, looked: readonly string[]): boolean => {
  const words = wordsIn(`${text ?? ''} ${translated?.text ?? ''}`);
  return looked.every((part) => words.some((word) => word.startsWith(part)));
};

/** Hides what has other words, as one types: what is ticked stays ticked. Where there is no script, everything is there. */
export const Narrow = (props: { look: (words: string[]) => void; count: number }) => {
  const { t } = useI18n();
  const [isAlive, come] = createSignal(false);
  onMount(() => come(true));
  return (
    <Show when={isAlive()}>
      <div class="field">
        <label for="narrow">{t('suggestions.find')}</label>
        <input
          type="search"
          id="narrow"
          dir="auto"
          autocomplete="off"
          onInput={(event) => props.look(wordsIn(event.currentTarget.value))}
        />
        <p class="hint" role="status">
          {t('suggestions.found', { count: props.count })}
        </p>
      </div>
    </Show>
  );
};
