import { For, Show } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { LANGUAGES, LOCALES, type Locale } from '#shared/locales.ts';

/**
 * The same page in the other languages, each named in itself. Ordinary links that load the page anew, so that language,
 * direction and messages cannot disagree. They open on a tap: all in sight would push the page off a phone.
 */
export const LanguageMenu = (props: {
  hrefFor: (locale: Locale) => string;
  /** The id of a form that is sent there, where a link would lose what it holds. */
  along?: string | undefined;
}) => {
  const i18n = useI18n();
  return (
    <nav class="language-menu" aria-label={i18n.t('ui.languages')}>
      <details>
        <summary>
          <svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
            <path d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18c-5 5-5 13 0 18 5-5 5-13 0-18M3 12h18" />
          </svg>
          {LANGUAGES[i18n.locale]}
        </summary>
        <ul role="list">
          <For each={LOCALES}>
            {(locale) => (
              <li lang={locale}>
                <Show
                  when={props.along}
                  fallback={
                    <a
                      href={props.hrefFor(locale)}
                      hreflang={locale}
                      rel="alternate"
                      aria-current={locale === i18n.locale ? 'true' : undefined}
                    >
                      {LANGUAGES[locale]}
                    </a>
                  }
                >
                  {(form) => (
                    // It stands before the form, and so says first what is sent.
                    <button form={form()} formaction={props.hrefFor(locale)} name="form" value="language">
                      {LANGUAGES[locale]}
                    </button>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
      </details>
    </nav>
  );
};
