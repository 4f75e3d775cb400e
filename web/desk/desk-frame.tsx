import { For, Show, onMount, type ParentProps } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import { useVisit } from '#web/visit.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import type { ConsultationDesk, PlaceDesk } from './load.ts';
import { PLACE_ROOMS, consultationRoom, groupsFor, placeRoom, roomsFor, type RoomName } from './rooms.ts';

type Door = { name: RoomName; href: string };
/** Doors with what the rooms behind them are for, where there are many. */
type DoorGroup = { label?: string; doors: readonly Door[] };

/** In this room, or at one of the tables in it? */
const standing = (path: string, href: string): 'page' | 'true' | undefined =>
  path === href ? 'page' : path.startsWith(`${href}/`) ? 'true' : undefined;

const DoorList = (props: { group: DoorGroup }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  return (
    <ul role="list" aria-label={props.group.label}>
      <For each={props.group.doors}>
        {({ name, href }) => (
          <li>
            <a href={href} aria-current={standing(current.at.url.pathname, href)}>
              {t(`desk.room.${name}`)}
            </a>
          </li>
        )}
      </For>
    </ul>
  );
};

/** The ways to the other rooms. At home, where each stands with what is done in it, they would be there twice. */
const Doors = (props: { home: string; groups: readonly DoorGroup[] }) => {
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
    <Show when={current.at.url.pathname !== props.home}>
      <nav class="desk-doors" aria-label={t('desk.rooms')} ref={(element) => (row = element)}>
        <For each={props.groups}>
          {(group) => (
            <div>
              <Show when={group.label}>
                {(label) => (
                  <span class="hint" aria-hidden="true">
                    {label()}
                  </span>
                )}
              </Show>
              <DoorList group={group} />
            </div>
          )}
        </For>
      </nav>
    </Show>
  );
};

/** Around every room of a place's desk: whose desk it is, the doors to the other rooms, and the room's title. */
export const PlaceFrame = (props: ParentProps<{ desk: PlaceDesk; title: string }>) => {
  const { t, locale } = useI18n();
  const home = () => `/${locale}/p/${props.desk.place.slug}/desk`;
  const doors = () =>
    roomsFor(PLACE_ROOMS, props.desk.roles).map(({ name }): Door => ({
      name,
      href: `/${locale}${placeRoom(props.desk.place.slug, name)}`,
    }));
  return (
    <div class="desk stack">
      <p class="desk-where">
        <a href={home()}>
          {t('desk.of')} <Wording texts={props.desk.place.name} />
        </a>
      </p>
      <Doors home={home()} groups={[{ doors: doors() }]} />
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
};

/** The same for a consultation, with the way back to the place's desk. */
export const ConsultationFrame = (props: ParentProps<{ desk: ConsultationDesk; title: string }>) => {
  const { t, locale } = useI18n();
  const home = () => `/${locale}/c/${props.desk.consultation.id}/desk`;
  const groups = () =>
    groupsFor(props.desk.roles).map(({ group, names }): DoorGroup => ({
      label: t(`desk.room-group.${group}`),
      doors: names.map((name) => ({ name, href: `/${locale}${consultationRoom(props.desk.consultation.id, name)}` })),
    }));
  return (
    <div class="desk stack">
      <p class="desk-where">
        <a href={`/${locale}/p/${props.desk.place.slug}/desk`}>
          {t('desk.of')} <Wording texts={props.desk.place.name} />
        </a>
        <a href={home()}>
          <Wording texts={props.desk.consultation.title} />
        </a>
      </p>
      <Doors home={home()} groups={groups()} />
      <h1>{props.title}</h1>
      {props.children}
    </div>
  );
};
