import { For, onMount, type ParentProps } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { ConsultationDesk, PlaceDesk } from './load.ts';
import { CONSULTATION_ROOMS, PLACE_ROOMS, consultationRoom, placeRoom, roomsFor, type RoomName } from './rooms.ts';

type Door = { name: RoomName; href: string };

/** In this room, or at one of the tables in it? */
const standing = (path: string, href: string): 'page' | 'true' | undefined =>
  path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;

const Doors = (props: { label: string; doors: readonly Door[] }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  let row: HTMLElement | undefined;
  // On a phone the doors lie in one row, and the one of this room may be beyond its edge. Asked for with the next frame,
  // or the whole page would be laid out twice.
  onMount(() =>
    requestAnimationFrame(() =>
      row?.querySelector('[aria-current]')?.scrollIntoView({ behavior: 'instant', block: 'nearest', inline: 'center' }),
    ),
  );
  return (
    <nav class="desk-doors" aria-label={props.label} ref={(element) => (row = element)}>
      <ul role="list">
        <For each={props.doors}>
          {({ name, href }) => (
            <li>
              <a href={href} aria-current={standing(current.at.url.pathname, href)}>
                {t(`desk.room.${name}`)}
              </a>
            </li>
          )}
        </For>
      </ul>
    </nav>
  );
};

/** Around every room of a place's desk: whose desk it is, the doors to the other rooms, and the room's title. */
export const PlaceFrame = (props: ParentProps<{ desk: PlaceDesk; title: string }>) => {
  const { t, locale } = useI18n();
  const doors = () =>
    roomsFor(PLACE_ROOMS, props.desk.roles).map(({ name }): Door => ({
      name,
      href: `/${locale}${placeRoom(props.desk.place.slug, name)}`,
    }));
  return (
    <div class="desk stack">
      <p class="desk-where">
        <a href={`/${locale}/p/${props.desk.place.slug}/desk`}>
          {t('desk.of')} <Wording texts={props.desk.place.name} />
        </a>
      </p>
      <Doors label={t('desk.rooms')} doors={doors()} />
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
};

/** The same for a consultation, with the way back to the place's desk. */
export const ConsultationFrame = (props: ParentProps<{ desk: ConsultationDesk; title: string }>) => {
  const { t, locale } = useI18n();
  const doors = () =>
    roomsFor(CONSULTATION_ROOMS, props.desk.roles).map(({ name }): Door => ({
      name,
      href: `/${locale}${consultationRoom(props.desk.consultation.id, name)}`,
    }));
  return (
    <div class="desk stack">
      <p class="desk-where">
        <a href={`/${locale}/p/${props.desk.place.slug}/desk`}>
          {t('desk.of')} <Wording texts={props.desk.place.name} />
        </a>
        <a href={`/${locale}/c/${props.desk.consultation.id}/desk`}>
          <Wording texts={props.desk.consultation.title} />
        </a>
      </p>
      <Doors label={t('desk.rooms')} doors={doors()} />
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
};
