import { Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Wording } from '#web/ui/reading/reading.tsx';

type Of = Pick<ConsultationView, 'audience' | 'areas' | 'grounds' | 'doors'>;

/** Whom it is addressed to, what it is about, and how people take part. */
export const WhomAndWhat = (props: { consultation: Of }) => {
  const { t } = useI18n();
  return (
    <dl class="facts">
      <Show when={Object.keys(props.consultation.audience ?? {}).length > 0 && props.consultation.audience}>
        {(audience) => (
          <>
            <dt>{t('topics.audience')}</dt>
            <dd>
              <Wording texts={audience()} />
            </dd>
          </>
        )}
      </Show>
      <Show when={props.consultation.areas.length > 0}>
        <dt>{t('topics.areas')}</dt>
        <dd>{props.consultation.areas.map((area) => t(`topics.area.${area}`)).join(' · ')}</dd>
      </Show>
      <Show when={props.consultation.grounds.length > 0}>
        <dt>{t('topics.grounds')}</dt>
        <dd>{props.consultation.grounds.map((ground) => t(`topics.ground.${ground}`)).join(' · ')}</dd>
      </Show>
      <dt>{t('topics.ways-in')}</dt>
      <dd>{props.consultation.doors.map((door) => t(`topics.door.${door}`)).join(' ')}</dd>
    </dl>
  );
};
