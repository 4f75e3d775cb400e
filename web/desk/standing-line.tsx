import { Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Time } from '#web/ui/time/time.tsx';

/** Where a consultation stands, and when it goes on. */
export const StandingLine = (props: { isDraft: boolean; standing: ConsultationView['standing']; zone: string }) => {
  const { t } = useI18n();
  return (
    <p class="hint">
      <strong>{t(props.isDraft ? 'consulting.draft' : `consultations.phase-tag.${props.standing.phase}`)}</strong>
      <Show when={!props.isDraft && props.standing.next}>
        {(next) => (
          <>
            {' · '}
            {t('consulting.next-date')} <Time at={next().from} zone={props.zone} />
          </>
        )}
      </Show>
    </p>
  );
};
