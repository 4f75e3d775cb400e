import { Show } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LanguageLabel } from '../language-label/language-label.tsx';

/** A text of the place in the reader's language, or in the one it has, marked as such. For titles and single lines. */
export const Wording = (props: { texts: Texts }) => {
  const { locale } = useI18n();
  const reading = () => readingOf(props.texts, [locale]);
  return (
    <Show when={reading()}>
      {(found) => (
        <span lang={found().language} dir={directionOf(found().language)}>
          {found().text}
        </span>
      )}
    </Show>
  );
};

/** The same for a longer text, with a line that says which language it is in and how it came to be there. */
export const Reading = (props: { texts: Texts; lead?: boolean }) => {
  const { locale, t } = useI18n();
  const reading = () => readingOf(props.texts, [locale]);
  const origin = () => {
    const found = reading();
    if (found?.checkedBy) return t('ui.translation-checked', { by: found.checkedBy });
    return found?.provenance === 'machine' ? t('ui.translation-by-machine') : undefined;
  };
  return (
    <Show when={reading()}>
      {(found) => (
        <div class="reading stack stack-tight">
          <p class={props.lead ? 'words lead' : 'words'} lang={found().language} dir={directionOf(found().language)}>
            {found().text}
          </p>
          <Show when={found().language !== locale || origin()}>
            <p class="hint row">
              <LanguageLabel language={found().language} /> {origin()}
            </p>
          </Show>
        </div>
      )}
    </Show>
  );
};
