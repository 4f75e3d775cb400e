import { For, Show } from 'solid-js';
import type { ResultRow } from '#shared/consultations/views.ts';
import { directionOf } from '#shared/locales.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { ORDER, votesIn } from '#web/ui/vote-bar/shares.ts';
import { certaintyOf } from './certainty.ts';

/** Everything on this page once more as one table, for those who would rather read or copy numbers. */
export const WholeTable = (props: { rows: readonly ResultRow[] }) => {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <Details summary={t('opinion.as-table')}>
      <div class="scroll-sideways" tabindex="0" role="group" aria-label={t('opinion.as-table')}>
        <table class="results-table">
          <thead>
            <tr>
              <th scope="col">{t('opinion.sentence')}</th>
              <For each={ORDER}>
                {(choice) => (
                  <th scope="col" class="number">
                    {t(`ui.choice.${choice}`)}
                  </th>
                )}
              </For>
              <th scope="col" class="number">
                {t('ui.all-votes')}
              </th>
              <th scope="col" class="number">
                {t('opinion.at-least')}
              </th>
            </tr>
          </thead>
          <tbody>
            <For each={props.rows}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <Show when={row.passage}>{(passage) => <Wording texts={passage().heading} />}</Show>
                    <Show when={row.contribution}>
                      {(contribution) => (
                        <span lang={contribution().language} dir={directionOf(contribution().language)}>
                          {contribution().text}
                        </span>
                      )}
                    </Show>
                  </th>
                  <For each={ORDER}>{(choice) => <td class="number">{i18n.number(row.dealt[choice])}</td>}</For>
                  <td class="number">{i18n.number(votesIn(row.dealt))}</td>
                  <td class="number">{i18n.number(Math.round(certaintyOf(row).low * 100))}%</td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Details>
  );
};
