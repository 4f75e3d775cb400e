import { For, Show } from 'solid-js';
import type { DeskConsultation } from '#shared/consultations/views.ts';
import { GapList } from '#web/consultations/gap-list.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { Card } from '#web/ui/card/card.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { PlaceDesk } from './load.ts';
import { consultationRoom } from './rooms.ts';
import { StandingLine } from './standing-line.tsx';

const GROUPS = ['drafts', 'running', 'over'] as const;

const groupOf = ({ isDraft, standing }: DeskConsultation): (typeof GROUPS)[number] => {
  if (isDraft) return 'drafts';
  return standing.phase === 'answered' || standing.phase === 'closed' ? 'over' : 'running';
};

const One = (props: { consultation: DeskConsultation; place: PlaceDesk['place'] }) => {
  const { t, locale } = useI18n();
  const { id, title, isDraft, standing, needs } = props.consultation;
  return (
    <Card labelledBy={id}>
      <StandingLine isDraft={isDraft} standing={standing} zone={props.place.timeZone} />
      <h3 class="card-heading" id={id}>
        <a href={`/${locale}/c/${id}/desk`}>
          <Wording texts={title} />
        </a>
      </h3>
      <Show when={needs.length > 0} fallback={isDraft && <p>{t('consulting.publish.ready')}</p>}>
        <p>{t('consulting.still')}</p>
        <GapList gaps={needs} id={id} slug={props.place.slug} />
      </Show>
      <Show when={props.consultation.lacking > 0}>
        <Notice kind="careful" title={t('desk.lacking', { count: props.consultation.lacking })}>
          <p>
            <a href={`/${locale}${consultationRoom(id, 'progress')}`}>{t('desk.lacking-what')}</a>
          </p>
        </Notice>
      </Show>
    </Card>
  );
};

/** All consultations of a place, those in preparation first, each with what it still needs. */
export const ConsultationList = (props: { consultations: readonly DeskConsultation[]; place: PlaceDesk['place'] }) => {
  const { t } = useI18n();
  const inGroup = (group: (typeof GROUPS)[number]) =>
    props.consultations.filter((consultation) => groupOf(consultation) === group);
  return (
    <Show when={props.consultations.length > 0} fallback={<p>{t('consulting.none')}</p>}>
      <For each={GROUPS.filter((group) => inGroup(group).length > 0)}>
        {(group) => (
          <section class="stack" aria-labelledby={`group-${group}`}>
            <h2 id={`group-${group}`}>{t(`consulting.group.${group}`)}</h2>
            <ul role="list" class="two-columns">
              <For each={inGroup(group)}>
                {(consultation) => (
                  <li>
                    <One consultation={consultation} place={props.place} />
                  </li>
                )}
              </For>
            </ul>
          </section>
        )}
      </For>
    </Show>
  );
};
