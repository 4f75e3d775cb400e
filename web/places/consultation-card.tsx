import { Show } from 'solid-js';
import type { ConsultationBrief } from '#shared/consultations/views.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

/** How far it has come after the asking, which its dates tell. */
const HERE = [
  'drafted-now',
  'drafted-over',
  'sent-over',
  'answered-now',
  'answered-late',
  'answered-over',
  'done-now',
  'done-late',
  'done-over',
] as const;

/** A consultation among those of its place: what it asks, where it stands, until when. */
export const ConsultationCard = (props: { consultation: ConsultationBrief; timeZone: string }) => {
  const { t, locale } = useI18n();
  const standing = () => props.consultation.standing;
  const here = () => HERE.find((way) => way === `${props.consultation.line.step}-${props.consultation.line.is}`);
  return (
    <Card labelledBy={props.consultation.id}>
      <p class="hint">
        <strong>{t(`consultations.phase-tag.${standing().phase}`)}</strong>
        <Show when={standing().phase !== 'answered' && standing().next}>
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
      <Show when={here()}>{(way) => <p class="hint">{t(`line.here.${way()}`)}</p>}</Show>
    </Card>
  );
};
