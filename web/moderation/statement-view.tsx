import { For, Show } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Line } from './statement.ts';

const Lines = (props: { lines: readonly Line[]; of: string }) => (
  <dl class="statement" lang={props.of} dir={directionOf(props.of)}>
    <For each={props.lines}>
      {(line) => (
        <div>
          <dt>{line.term}</dt>
          <dd class="words" lang={line.language} dir={line.language && directionOf(line.language)}>
            {line.text}
          </dd>
        </div>
      )}
    </For>
  </dl>
);

/** A statement of reasons in the reader's language, and beside it in English where nobody has checked its words yet. */
export const StatementView = (props: { lines: readonly Line[]; english: readonly Line[] | undefined }) => {
  const { t, locale } = useI18n();
  return (
    <Show when={props.english} fallback={<Lines lines={props.lines} of={locale} />}>
      {(english) => (
        <>
          <p class="hint">{t('statements.beside-english')}</p>
          <div class="two-columns">
            <Lines lines={props.lines} of={locale} />
            <Lines lines={english()} of="en" />
          </div>
        </>
      )}
    </Show>
  );
};
