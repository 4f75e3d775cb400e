import { readingOf } from '#shared/reading.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { ConsultationFrame } from './desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from './load.ts';
import { RoomList } from './room-list.tsx';
import { CONSULTATION_ROOMS, consultationRoom, roomsFor } from './rooms.ts';

const ConsultationDeskPage = (props: { data: ConsultationDesk }) => {
  const { t, locale } = useI18n();
  const rooms = () =>
    roomsFor(CONSULTATION_ROOMS, props.data.roles).map(({ name }) => ({
      name,
      href: `/${locale}${consultationRoom(props.data.consultation.id, name)}`,
    }));
  return (
    <ConsultationFrame desk={props.data} title={t('desk.title')}>
      <p>
        <a href={`/${locale}/c/${props.data.consultation.id}`}>
          {t('desk.as-resident')} <Wording texts={props.data.consultation.title} />
        </a>
      </p>
      <RoomList rooms={rooms()} />
    </ConsultationFrame>
  );
};

export default definePage<ConsultationDesk>({
  cache: 'private',
  load: loadConsultationDesk,
  head: ({ consultation }, { t, locale }) => ({
    title: `${t('desk.title')}: ${readingOf(consultation.title, [locale])?.text ?? ''}`,
  }),
  place: ({ place }) => place,
  View: ConsultationDeskPage,
});
