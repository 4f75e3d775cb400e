import { Show } from 'solid-js';
import type { DeskConsultation } from '#shared/consultations/views.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { ConsultationList } from './consultation-list.tsx';
import { PlaceFrame } from './desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from './load.ts';
import { RoomList } from './room-list.tsx';
import { PLACE_ROOMS, placeRoom, roomsFor } from './rooms.ts';

type Data = PlaceDesk & { consultations: DeskConsultation[] };

const PlaceDeskPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const rooms = () =>
    roomsFor(PLACE_ROOMS, props.data.roles).map(({ name }) => ({
      name,
      href: `/${locale}${placeRoom(props.data.place.slug, name)}`,
    }));
  return (
    <PlaceFrame desk={props.data} title={t('desk.title')}>
      <Show when={mayDo('prepare-consultation', props.data.roles).allowed}>
        <p>
          <LinkButton href={`/${locale}${placeRoom(props.data.place.slug, 'new')}`}>{t('consulting.new')}</LinkButton>
        </p>
      </Show>
      <ConsultationList consultations={props.data.consultations} place={props.data.place} />
      <Show when={rooms().length > 0}>
        <RoomList id="rooms" title={t('desk.rooms')} rooms={rooms()} />
      </Show>
      <Show when={props.data.place.parent === undefined && mayDo('run-platform', props.data.roles).allowed}>
        <p>
          <a href={`/${locale}/desk/operations`}>{t('desk.operations')}</a>
        </p>
      </Show>
    </PlaceFrame>
  );
};

/** All that goes on in a place, for those in office there. */
export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const param = { slug: desk.place.slug };
    return { ...desk, consultations: await answer(asking.api.places[':slug'].consultations.$get({ param })) };
  },
  head: ({ place }, { t, locale }) => ({ title: `${t('desk.title')}: ${readingOf(place.name, [locale])?.text ?? ''}` }),
  place: ({ place }) => place,
  View: PlaceDeskPage,
});
