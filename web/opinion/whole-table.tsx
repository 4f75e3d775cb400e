import { For } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Details } from '#web/ui/details/details.tsx';
import { ORDER, votesIn } from '#web/ui/vote-bar/shares.ts';
import { pointsOf } from './certainty.ts';
import type { Shown } from './sections.ts';
import { PlainSentence } from './sentence.tsx';

/** Everything on this page once more as one table, for those who would rather read or copy numbers. */
export const WholeTable = (props: { rows: readonly Shown[] }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const heads = () => [
    t('opinion.rank'),
    ...ORDER.map((choice) => t(`ui.choice.${choice}`)),
    t('shares.all-votes'),
    t('opinion.at-least'),
  ];
  const once = () => [...new Map(props.rows.map((row) => [row.item, row])).values()];
  return (
    <Details summary={t('opinion.as-table')}>
      <div class="scroll-sideways" tabindex="0" role="group" aria-label={t('opinion.as-table')}>
        <table class="results-table">
          <thead>
            <tr>
              <th scope="col">{t('opinion.sentence')}</th>
              <For each={heads()}>
                {(head) => (
                  <th scope="col" class="number">
                    {head}
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={once()}>
              {(row) => (
                <tr>
                  <th scope="row">
                    <PlainSentence about={row} />
                  </th>
                  <td class="number">{row.rank === null ? '–' : i18n.number(row.rank)}</td>
                  <For each={ORDER}>{(choice) => <td class="number">{i18n.number(row.dealt[choice])}</td>}</For>
                  <td class="number">{i18n.number(votesIn(row.dealt))}</td>
                  <td class="number">
                    {row.missing > 0 ? '–' : t('opinion.percent', { share: i18n.number(pointsOf(row.agree.low)) })}
                  </td>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Details>
  );
};
