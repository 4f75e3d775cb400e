import { For } from 'solid-js';
import type { Tally } from '#shared/opinion/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ORDER, percentages, votesIn } from './shares.ts';

const GAP = 0.6;

/**
 * One bar for all votes: agree, pass, disagree, always in this order, with the words below it. The bar is an SVG because a
 * style attribute would break the page's content security policy; it repeats the words and is hidden from screen readers.
 */
export const VoteBar = (props: { tally: Tally }) => {
  const i18n = useI18n();
  const { t } = i18n;
  const parts = () => {
    const share = percentages(props.tally);
    const all = votesIn(props.tally);
    let start = 0;
    return ORDER.map((choice) => {
      const width = all === 0 ? 0 : (props.tally[choice] * 100) / all;
      const part = {
        choice,
        share: share[choice],
        x: start,
        width: start + width >= 100 - GAP ? width : Math.max(0, width - GAP),
      };
      start += width;
      return part;
    });
  };
  return (
    <div class="vote-bar">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="vote-bar-ground" x="0" y="0" width="100" height="8" />
        <For each={parts()}>
          {(part) => <rect class={`vote-${part.choice}`} x={part.x} y="0" width={part.width} height="8" />}
        </For>
      </svg>
      <ul role="list">
        <For each={parts()}>
          {(part) => (
            <li class={`vote-key vote-key-${part.choice}`}>
              {t(`shares.share.${part.choice}`, { share: i18n.number(part.share) })}
            </li>
          )}
        </For>
      </ul>
    </div>
  );
};

/** The same votes as numbers. */
export const VoteTable = (props: { caption: string; rows: readonly { name: string; tally: Tally }[] }) => {
  const i18n = useI18n();
  const { t } = i18n;
  return (
    <div class="scroll-sideways" tabindex="0" role="group" aria-label={props.caption}>
      <table>
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            <td />
            <For each={ORDER}>
              {(choice) => (
                <th scope="col" class="number">
                  {t(`ui.choice.${choice}`)}
                </th>
              )}
            </For>
            <th scope="col" class="number">
              {t('shares.all-votes')}
            </th>
          </tr>
        </thead>
        <tbody>
          <For each={props.rows}>
            {(row) => (
              <tr>
                <th scope="row">{row.name}</th>
                <For each={ORDER}>{(choice) => <td class="number">{i18n.number(row.tally[choice])}</td>}</For>
                <td class="number">{i18n.number(votesIn(row.tally))}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </div>
  );
};
