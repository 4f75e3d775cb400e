import { Show } from 'solid-js';
import type { ConsultationBrief } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** A consultation among those of its place: what it asks, where it stands, until when. */
export const ConsultationCard = (props: { consultation: ConsultationBrief; timeZone: string }) => {
  const { t, locale } = useI18n();
  const standing = () => props.consultation.standing;
  return (
    <Card labelledBy={props.consultation.id}>
      <p class="hint">
        <strong>{t(`consultations.phase-tag.${standing().phase}`)}</strong>
        <Show when={standing().next}>
          {(next) => (
            <>
              {' · '}
              {t(standing().phase === 'preparing' ? 'consultations.opens' : 'consultations.until')}{' '}
              <Time at={next().from} zone={props.timeZone} day />
            </>
          )}
        </Show>
      </p>
      <h3 class="card-heading" id={props.consultation.id}>
        <a href={`/${locale}/c/${props.consultation.id}`}>
          <Wording texts={props.consultation.title} />
        </a>
      </h3>
      <p>
        <Wording texts={props.consultation.question} />
      </p>
      <p class="hint">
        {t(`line.step.${props.consultation.line.step}`)}: <strong>{t(`line.is.${props.consultation.line.is}`)}</strong>
      </p>
    </Card>
  );
};
