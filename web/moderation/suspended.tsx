import { For } from 'solid-js';
import type { PlaceBrief } from '#shared/consultations/views.ts';
import type { Instant } from '#shared/time.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** Where she may write nothing for a time, and until when. */
export const Suspended = (props: { suspensions: readonly { until: Instant; place: PlaceBrief | undefined }[] }) => {
  const { t } = useI18n();
  return (
    <For each={props.suspensions}>
      {({ until, place }) => (
        <Notice kind="careful" title={t('own-words.suspended')}>
          <p>
            {t('own-words.suspended-until')} <Time at={until} zone={place?.timeZone ?? 'UTC'} />
            {place && (
              <>
                {' · '}
                <Wording texts={place.name} />
              </>
            )}
          </p>
          <p>{t('own-words.suspended-what')}</p>
        </Notice>
      )}
    </For>
  );
};
