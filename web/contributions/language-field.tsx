import { For } from 'solid-js';
import { LANGUAGES, directionOf, type Language } from '#shared/locales.ts';
import type { Own } from '#web/consultations/load.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** In which language something is written. Her own languages come first, the page's before any other. */
export const LanguageField = (props: { id: string; chosen: string | undefined; own: Pick<Own, 'reads'> }) => {
  const { t, locale } = useI18n();
  const tags = () => [...new Set([locale, ...props.own.reads, ...(Object.keys(LANGUAGES) as Language[])])];
  return (
    <div class="field">
      <label for={props.id}>{t('contributions.language')}</label>
      <select id={props.id} name="language">
        <For each={tags()}>
          {(tag) => (
            <option value={tag} lang={tag} dir={directionOf(tag)} selected={tag === (props.chosen ?? locale)}>
              {LANGUAGES[tag]}
            </option>
          )}
        </For>
      </select>
    </div>
  );
};
