import { readingOf } from '#shared/reading.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { PlaceFrame } from './desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from './load.ts';
import { RoomList } from './room-list.tsx';
import { PLACE_ROOMS, placeRoom, roomsFor } from './rooms.ts';

const PlaceDeskPage = (props: { data: PlaceDesk }) => {
  const { t, locale } = useI18n();
  const rooms = () =>
    roomsFor(PLACE_ROOMS, props.data.roles).map(({ name }) => ({
      name,
      href: `/${locale}${placeRoom(props.data.place.slug, name)}`,
    }));
  return (
    <PlaceFrame desk={props.data} title={t('desk.title')}>
      <RoomList rooms={rooms()} />
    </PlaceFrame>
  );
};

export default definePage<PlaceDesk>({
  cache: 'private',
  load: loadPlaceDesk,
  head: ({ place }, { t, locale }) => ({ title: `${t('desk.title')}: ${readingOf(place.name, [locale])?.text ?? ''}` }),
  place: ({ place }) => place,
  View: PlaceDeskPage,
});
