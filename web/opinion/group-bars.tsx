import { For } from 'solid-js';
import type { ResultRow } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ORDER, percentages } from '#web/ui/vote-bar/shares.ts';
import { GroupMark } from './group-mark.tsx';

type GroupBarsProps = { groups: ResultRow['groups']; labels: readonly string[] };

/** One bar for each group, under each other: agree, pass, disagree, always in this order. */
export const GroupBars = (props: GroupBarsProps) => {
  const i18n = useI18n();
  const { t } = i18n;
  const bars = () =>
    props.labels.map((label) => {
      const { agree = 0, disagree = 0, seen = 0 } = props.groups[label] ?? {};
      const tally = { agree, pass: Math.max(0, seen - agree - disagree), disagree };
      const share = percentages(tally);
      return { label, seen, share };
    });
  return (
    <div class="group-bars">
      <ul role="list">
        <For each={bars()}>
          {(bar) => (
            <li>
              <GroupMark label={bar.label} labels={props.labels} />
              <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                <rect class="vote-bar-ground" x="0" y="0" width="100" height="8" />
                <rect class="vote-agree" x="0" y="0" width={bar.share.agree} height="8" />
                <rect class="vote-pass" x={bar.share.agree} y="0" width={bar.share.pass} height="8" />
                <rect
                  class="vote-disagree"
                  x={bar.share.agree + bar.share.pass}
                  y="0"
                  width={bar.share.disagree}
                  height="8"
                />
              </svg>
              <span class="group-bar-share">
                {bar.seen > 0
                  ? t('shares.share.agree', { share: i18n.number(bar.share.agree) })
                  : t('opinion.nobody-saw')}
              </span>
              <span class="visually-hidden">
                {bar.seen > 0 &&
                  ` ${t('shares.share.pass', { share: i18n.number(bar.share.pass) })} ${t('shares.share.disagree', { share: i18n.number(bar.share.disagree) })}`}
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="group-bars-key" aria-hidden="true">
        <For each={ORDER}>
          {(choice) => <span class={`vote-key vote-key-${choice}`}>{t(`ui.choice.${choice}`)}</span>}
        </For>
      </p>
    </div>
  );
};
