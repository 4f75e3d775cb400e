import { Show } from 'solid-js';
import { directionOf, type Language } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';

/** What a person wrote, in her own language and direction; the language is named where it is not the reader's. */
export const AuthorWords = (props: { text: string; language: Language; large?: boolean }) => {
  const { locale } = useI18n();
  return (
    <>
      <p
        classList={{ words: true, lead: props.large ?? false }}
        lang={props.language}
        dir={directionOf(props.language)}
      >
        {props.text}
      </p>
      <Show when={props.language !== locale}>
        <p class="hint">
          <LanguageLabel language={props.language} />
        </p>
      </Show>
    </>
  );
};

/** The name an author chose, or the one that this consultation made for her. */
export const AuthorName = (props: { by: { name?: string | undefined; author: string; mine: boolean } }) => {
  const { t } = useI18n();
  return (
    <Show when={!props.by.mine} fallback={t('site.you')}>
      <bdi>{props.by.name ?? t('site.somebody', { name: props.by.author })}</bdi>
    </Show>
  );
};
