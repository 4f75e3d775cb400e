import { For } from 'solid-js';
import { useI18n } from '#web/messages/i18n.ts';
import type { RoomName } from './rooms.ts';

/** Rooms that are for the same, each with what is done in it. */
export const RoomList = (props: { id: string; title: string; rooms: readonly { name: RoomName; href: string }[] }) => {
  const { t } = useI18n();
  return (
    <section class="stack" aria-labelledby={props.id}>
      <h2 id={props.id}>{props.title}</h2>
      <ul role="list" class="two-columns">
        <For each={props.rooms}>
          {({ name, href }) => (
            <li class="card stack stack-tight">
              <h3 class="card-heading">
                <a href={href}>{t(`desk.room.${name}`)}</a>
              </h3>
              <p>{t(`desk.room-what.${name}`)}</p>
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};
