import { For, Show } from 'solid-js';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import type { Quality, Triage } from '#shared/moderation/triage.ts';
import { useI18n } from '#web/messages/i18n.ts';

/** What has been measured so far, language by language. */
export const Measurements = (props: { measured: Triage['measured'] }) => {
  const { t, number, day } = useI18n();
  const rows = () => Object.entries(props.measured) as [Language, Quality][];
  return (
    <Show when={rows().length > 0} fallback={<p class="hint">{t('setup.triage.measured-none')}</p>}>
      <div class="scroll-sideways" tabindex="0" role="group" aria-label={t('setup.triage.measured')}>
        <table class="results-table">
          <caption class="visually-hidden">{t('setup.triage.measured')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('setup.triage.of-language')}</th>
              <th scope="col" class="number">
                {t('setup.triage.found-short')}
              </th>
              <th scope="col" class="number">
                {t('setup.triage.wrong-short')}
              </th>
              <th scope="col">{t('setup.triage.on-short')}</th>
              <th scope="col">{t('setup.triage.source-short')}</th>
            </tr>
          </thead>
          <tbody>
            <For each={rows()}>
              {([language, { found, wrong, on, source }]) => (
                <tr>
                  <th scope="row" lang={language}>
                    {LANGUAGES[language]}
                  </th>
                  <td class="number">{number(found)}</td>
                  <td class="number">{number(wrong)}</td>
                  <td>{day(on, 'UTC')}</td>
                  <td>
                    <bdi>{source}</bdi>
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Show>
  );
};
