import { For } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { pointsOf } from './certainty.ts';
import type { Shown } from './sections.ts';

/** Agreement in each group, with the range in which it probably lies. */
export const GroupTable = (props: { groups: Shown['groups']; labels: readonly string[] }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const votes = (count: number): string => i18n.number(Math.round(count));
  const percent = (share: number): string => t('opinion.percent', { share: i18n.number(pointsOf(share)) });
  const caption = () => t('opinion.by-group');
  const rows = () =>
    props.labels.flatMap((label) => {
      const group = props.groups[label];
      return group ? [{ label, ...group }] : [];
    });
  return (
    <div class="scroll-sideways" tabindex="0" role="group" aria-label={caption()}>
      <table>
        <caption>{caption()}</caption>
        <thead>
          <tr>
            <th scope="col">{t('opinion.the-group')}</th>
            <th scope="col" class="number">
              {t('ui.choice.agree')}
            </th>
            <th scope="col" class="number">
              {t('ui.choice.disagree')}
            </th>
            <th scope="col" class="number">
              {t('opinion.saw-it')}
            </th>
            <th scope="col" class="number">
              {t('opinion.probably-from')}
            </th>
            <th scope="col" class="number">
              {t('opinion.probably-to')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {(row) => (
              <tr>
                <th scope="row">{row.label}</th>
                <td class="number">{votes(row.agree)}</td>
                <td class="number">{votes(row.disagree)}</td>
                <td class="number">{votes(row.seen)}</td>
                <td class="number">{percent(row.low)}</td>
                <td class="number">{percent(row.high)}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
};
