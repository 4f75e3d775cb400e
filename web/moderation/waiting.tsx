import { For, Show } from 'solid-js';
import type { Rank } from '#shared/moderation/queue.ts';
import type { Counted, PartWaiting } from '#shared/moderation/waiting.ts';
import { useI18n, type I18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { inPart, shownAs } from './queue-part.ts';

export const nameOfRank = (t: I18n['t'], rank: Rank): string =>
  rank === 'trusted' ? t('cases.lane.trusted') : t(`cases.tier.${Number(rank.slice(-1)) as 1 | 2 | 3 | 4}`);

const nameOf = (t: I18n['t'], part: Counted): string => {
  if (part === 'mine') return t('cases.waiting.mine');
  if (part === 'asked') return t('cases.why.opinion');
  return part === 'appeal' || part === 'first-reading' ? t(`cases.why.${part}`) : nameOfRank(t, part);
};

const Part = (props: { one: PartWaiting; queue: string; zone: string }) => {
  const { t } = useI18n();
  const { part, count, isMore, overdue, near, oldest } = props.one;
  return (
    <li>
      <a href={inPart(props.queue, shownAs(part))}>{nameOf(t, part)}</a>:{' '}
      <strong>{t(isMore ? 'cases.waiting.more' : 'cases.waiting.count', { count })}</strong>
      <Show when={overdue > 0}>
        {' · '}
        <span class="case-loud">{t('cases.waiting.overdue', { count: overdue })}</span>
      </Show>
      <Show when={near > 0}>
        {' · '}
        {t('cases.waiting.near', { count: near })}
      </Show>
      {' · '}
      {t('cases.waiting.oldest')} <Time at={oldest} zone={props.zone} />
    </li>
  );
};

/** How much waits in each part of the desk, and how it stands with the promised times. */
export const WhatWaits = (props: { parts: readonly PartWaiting[]; queue: string; zone: string }) => {
  const { t } = useI18n();
  return (
    <Show when={props.parts.length > 0}>
      <section class="stack stack-tight" aria-labelledby="what-waits">
        <h2 id="what-waits">{t('cases.waiting.title')}</h2>
        <ul class="stack stack-tight">
          <For each={props.parts}>{(one) => <Part one={one} queue={props.queue} zone={props.zone} />}</For>
        </ul>
      </section>
    </Show>
  );
};
