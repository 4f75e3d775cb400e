import { For, Show, untrack } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { instantAt, localTimeAt, type LocalTime } from '#shared/local-time.ts';
import { readingOf } from '#shared/reading.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PhaseLine } from '#web/ui/phase-line/phase-line.tsx';
import { useVisit } from '#web/visit.ts';
import { ClosingForm } from './closing-form.tsx';
import { DatesForm } from './dates-form.tsx';
import { postDates } from './dates-post.ts';

type Data = { desk: ConsultationDesk; consultation: ConsultationView };

/** What the clocks of the place did with a time that was just saved: it is left out that night, or comes twice. */
const ClockNotes = (props: { zone: string }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const notes = current.at.url.searchParams.getAll('clock').flatMap((local) => {
    const found = instantAt(local, props.zone);
    return found?.clock ? [{ local, clock: found.clock, at: found.at }] : [];
  });
  const shown = (local: LocalTime): string => local.replace('T', ' ');
  return (
    <For each={notes}>
      {({ local, clock, at }) => (
        <Notice kind="careful">
          {t(`consulting.dates.${clock}`, {
            local: shown(local),
            instead: shown(localTimeAt(at, props.zone)),
          })}
        </Notice>
      )}
    </For>
  );
};

const DatesPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { stages, draft, standing, placeBrief } = untrack(() => props.data.consultation);
  return (
    <ConsultationFrame desk={props.data.desk} title={t('desk.room.dates')}>
      <ClockNotes zone={placeBrief.timeZone} />
      <Show when={!draft}>
        <PhaseLine stages={stages} zone={placeBrief.timeZone} next={standing.next?.from} />
      </Show>
      <p>{t('consulting.dates.zone', { zone: placeBrief.timeZone })}</p>
      <DatesForm consultation={props.data.consultation} />
      <ClosingForm consultation={props.data.consultation} />
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  load: loadWholeConsultation,
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('desk.room.dates')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  post: postDates,
  View: DatesPage,
});
