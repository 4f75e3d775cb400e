import { Show, createEffect, createSignal } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import type { QueueState } from './queue.ts';

/** What is not sent yet and what was refused. Silent while all is well. */
export const QueueNotice = (props: { state: QueueState; join: string }) => {
  const { t, learn } = useI18n();
  const [canSayWhy, setCanSayWhy] = createSignal(false);
  createEffect(() => {
    if (props.state.refused || props.state.asks) void learn('problem').then(() => setCanSayWhy(true));
  });
  return (
    <>
      <Show when={props.state.stuck && props.state.unsent > 0}>
        <Notice kind="careful" spoken title={t('ballots.not-sent-yet', { count: props.state.unsent })}>
          <p>{t('ballots.not-sent-why')}</p>
        </Notice>
      </Show>
      <Show when={canSayWhy() && props.state.asks}>
        <Notice kind="careful" spoken title={t('problem.consent-outdated')}>
          <p>{t('ballots.not-sent-yet', { count: props.state.unsent })}</p>
          <p>
            <a href={props.join}>{t('ballots.agree-again')}</a>
          </p>
        </Notice>
      </Show>
      <Show when={canSayWhy() && props.state.refused}>
        {(refused) => (
          <Notice kind="careful" spoken title={t('ballots.refused')}>
            <p>{t(`problem.${refused().code}`)}.</p>
          </Notice>
        )}
      </Show>
    </>
  );
};
