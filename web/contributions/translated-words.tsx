import { Show, type ParentProps } from 'solid-js';
import { directionOf } from '#shared/locales.ts';
import type { Texts } from '#shared/texts.ts';
import { isOutdated, originalOf } from '#shared/translations/rules.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { LanguageLabel } from '#web/ui/language-label/language-label.tsx';

/** What somebody wrote in the reader's language, and who made it so. */
export const Translation = (props: { texts: Texts; large?: boolean }) => {
  const { t, locale } = useI18n();
  const original = () => originalOf(props.texts);
  return (
    <Show when={props.texts[locale]}>
      {(wording) => (
        <>
          <p classList={{ words: true, lead: props.large ?? false }} lang={locale} dir={directionOf(locale)}>
            {wording().text}
          </p>
          <p class="hint">
            <Show when={original()}>
              {(one) => (
                <>
                  <LanguageLabel language={one().language} />{' '}
                </>
              )}
            </Show>
            {t(wording().provenance === 'machine' ? 'ui.translation-by-machine' : 'translations.human')}
            <Show when={wording().checkedBy}>{(by) => <> {t('ui.translation-checked', { by: by() })}</>}</Show>
            <Show when={isOutdated(wording(), original()?.text)}>
              {' '}
              <strong>{t('translations.outdated')}</strong>
            </Show>
          </p>
        </>
      )}
    </Show>
  );
};

/** The translation where there is one, with the original (the children) one tap away; otherwise the original alone. */
export const TranslatedWords = (props: ParentProps<{ texts: Texts | undefined; large?: boolean }>) => {
  const { t } = useI18n();
  return (
    <Show when={props.texts} fallback={props.children}>
      {(texts) => (
        <>
          <Translation texts={texts()} large={props.large ?? false} />
          <Details summary={t('translations.show-original')}>{props.children}</Details>
        </>
      )}
    </Show>
  );
};
