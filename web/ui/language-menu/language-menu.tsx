import { For } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { LANGUAGES, LOCALES, directionOf, type Locale } from '#shared/locales.ts';

/**
 * The same page in the other languages, each named in itself. Ordinary links that load the page anew, so that language,
 * direction and messages cannot disagree.
 */
export const LanguageMenu = (props: { hrefFor: (locale: Locale) => string }) => {
  const i18n = useI18n();
  return (
    <nav class="language-menu" aria-label={i18n.t('ui.languages')}>
      <ul role="list">
        <For each={LOCALES}>
          {(locale) => (
            <li>
              <a
                href={props.hrefFor(locale)}
                hreflang={locale}
                lang={locale}
                dir={directionOf(locale)}
                rel="alternate"
                data-reload
                aria-current={locale === i18n.locale ? 'true' : undefined}
              >
                {LANGUAGES[locale]}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
};
