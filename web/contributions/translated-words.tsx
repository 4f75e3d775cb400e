import { Show, type ParentProps } from 'solid-js';
import { directionOf, type Language } from '#shared/locales.ts';
import type { Wording } from '#shared/texts.ts';
import { isOutdated } from '#shared/translations/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';

type Translated = {
  /** How it reads in the reader's language. */
  wording: Wording;
  /** What somebody wrote. */
  original: { text: string | null; language: Language };
  large?: boolean;
};

/** What somebody wrote in the reader's language, and who made it so. */
export const Translation = (props: Translated) => {
  const { t, locale } = useI18n();
  const madeBy = () => {
    const { provenance, by } = props.wording;
    if (provenance !== 'machine') return t('translated.human');
    return by ? t('translated.by-service', { service: by }) : t('ui.translation-by-machine');
  };
  return (
    <>
      <p classList={{ words: true, lead: props.large ?? false }} lang={locale} dir={directionOf(locale)}>
        {props.wording.text}
      </p>
      <p class="hint">
        <LanguageLabel language={props.original.language} /> {madeBy()}
        <Show when={props.wording.checkedBy}>{(by) => <> {t('ui.translation-checked', { by: by() })}</>}</Show>
        <Show when={isOutdated(props.wording, props.original.text ?? undefined)}>
          {' '}
          <strong>{t('translated.outdated')}</strong>
        </Show>
      </p>
    </>
  );
};

/** The translation where there is one, with the original (the children) one tap away; otherwise the original alone. */
export const TranslatedWords = (props: ParentProps<Omit<Translated, 'wording'> & { wording: Wording | undefined }>) => {
  const { t } = useI18n();
  return (
    <Show when={props.wording} fallback={props.children}>
      {(wording) => (
        <>
          <Translation wording={wording()} original={props.original} large={props.large ?? false} />
          <Details summary={t('translated.show-original')}>{props.children}</Details>
        </>
      )}
    </Show>
  );
};
