import { Show } from 'solid-js';
import type { State } from '#shared/contributions/rules.ts';
import { HOUR, MINUTE, SECOND } from '#shared/time.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';

/** Her words wait for their first reading: nobody else sees them yet. `median`: seconds that others waited, if known. */
export const WaitingWords = (props: { state: State; median: number | undefined }) => {
  const { t } = useI18n();
  const others = (seconds: number): string => {
    const minutes = Math.ceil((seconds * SECOND) / MINUTE);
    const hours = Math.round((minutes * MINUTE) / HOUR);
    return minutes < 90
      ? t('own-words.waited-minutes', { count: minutes })
      : t('own-words.waited-hours', { count: hours });
  };
  return (
    <Show when={props.state === 'waiting'}>
      <Notice kind="careful" title={t('own-words.waiting')}>
        <p>{t('own-words.waiting-what')}</p>
        <Show when={props.median !== undefined}>
          <p>{others(props.median ?? 0)}</p>
        </Show>
      </Notice>
    </Show>
  );
};
