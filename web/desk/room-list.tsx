import { For } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import type { RoomName } from './rooms.ts';

/** Each room with what is done in it. */
export const RoomList = (props: { rooms: readonly { name: RoomName; href: string }[] }) => {
  const { t } = useI18n();
  return (
    <ul role="list" class="two-columns">
      <For each={props.rooms}>
        {({ name, href }) => (
          <li class="card stack stack-tight">
            <h2 class="card-title">
              <a href={href}>{t(`desk.room.${name}`)}</a>
            </h2>
            <p>{t(`desk.room-what.${name}`)}</p>
          </li>
        )}
      </For>
    </ul>
  );
};
