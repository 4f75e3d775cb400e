import { Show, type ParentProps } from 'solid-js';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Own } from '#web/consultations/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Suspended } from './suspended.tsx';

/** Where somebody would write: that she was warned; or, instead of the form, that she may not write for a time. */
export const MayWrite = (props: ParentProps<{ own: Pick<Own, 'measured'>; place: PlaceBrief }>) => {
  const { t, locale } = useI18n();
  const Decisions = () => (
    <p>
      <a href={`/${locale}/me#decisions`}>{t('own-words.to-decisions')}</a>
    </p>
  );
  return (
    <Show
      when={!props.own.measured?.until && props.own.measured}
      fallback={
        <Show when={props.own.measured?.until} fallback={props.children}>
          {(until) => (
            <>
              <Suspended suspensions={[{ until: until(), place: props.place }]} />
              <Decisions />
            </>
          )}
        </Show>
      }
    >
      <Notice kind="careful" title={t('own-words.warned')}>
        <Decisions />
      </Notice>
      {props.children}
    </Show>
  );
};
