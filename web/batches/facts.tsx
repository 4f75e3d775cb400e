import { Show } from 'solid-js';
import type { BatchView } from '#shared/batches/schema.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';
import { noonOf } from './load.ts';

/** A number of people told in steps of five. */
export const InFives = (props: { people: BatchView['used'] }) => {
  const { t, number } = useI18n();
  return (
    <Show when={props.people.from > 0} fallback={t('batches.used-few')}>
      {t('batches.used-between', { from: number(props.people.from), to: number(props.people.to) })}
    </Show>
  );
};

/** How a batch stands: what whoever hands it out wants to know, and nothing about anybody who used a card. */
export const Facts = (props: { batch: BatchView }) => {
  const { t, number } = useI18n();
  return (
    <dl class="facts">
      <dt>{t('batches.hander')}</dt>
      <dd>
        <bdi>{props.batch.hander}</bdi>
      </dd>
      <dt>{t('batches.cards')}</dt>
      <dd>
        {number(props.batch.size)} · {t(`batches.state.${props.batch.state}`)}
        <Show when={props.batch.isExpired}> · {t('batches.expired')}</Show>
      </dd>
      <dt>{t('batches.last-day')}</dt>
      <dd>
        <Time at={noonOf(props.batch.lastDay)} zone="UTC" day />
      </dd>
      <dt>{t('batches.handed')}</dt>
      <dd>{number(props.batch.handed)}</dd>
      <dt>{t('batches.used')}</dt>
      <dd>
        <InFives people={props.batch.used} />
      </dd>
    </dl>
  );
};
