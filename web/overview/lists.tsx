import { For, Show } from 'solid-js';
import { mayDo } from '#shared/places/rules.ts';
import type { ListBeginning, OverviewView } from '#shared/overview/schema.ts';
import { SEARCH_LENGTH } from '#shared/suggestions/rules.ts';
import type { ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { addressInList } from '#web/suggestions/in-list.ts';
import { SuggestionRow } from '#web/suggestions/row.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';

type Count = NonNullable<OverviewView['count']>;

const List = (props: { desk: ConsultationDesk; count: Count; of: ListBeginning; room: string }) => {
  const { t, number } = useI18n();
  const name = () => t(`suggestions.lists.${props.of.list}`);
  const id = () => `list-${props.of.list}`;
  return (
    <section class="stack" aria-labelledby={id()}>
      <h3 id={id()}>{name()}</h3>
      <For each={props.of.rows}>
        {(row, i) => (
          <SuggestionRow
            row={row}
            page={{ groups: props.count.groups.list.map(({ label }) => label), colleagues: [] }}
            consultation={props.desk.consultation.id}
            href={addressInList(props.room, new URLSearchParams({ list: props.of.list }), {
              id: row.contribution.id,
              at: i(),
            })}
            mayWork={mayDo('work-on-suggestions', props.desk.roles).allowed}
            idFor={props.of.list}
          />
        )}
      </For>
      <p>
        <LinkButton href={`${props.room}?list=${props.of.list}`} look="plain">
          {t('opinion.show-all', { list: name(), count: number(props.of.total) })}
        </LinkButton>
      </p>
    </section>
  );
};

/** The strongest of each list, and the ways to all of it: with filters, page by page. */
export const Lists = (props: { desk: ConsultationDesk; count: Count }) => {
  const { t, locale } = useI18n();
  const room = () => `/${locale}${consultationRoom(props.desk.consultation.id, 'suggestions')}`;
  return (
    <section class="stack" aria-labelledby="lists">
      <h2 id="lists">{t('desk.room.suggestions')}</h2>
      <form method="get" action={room()} class="row" role="search" aria-label={t('overview.look-for')}>
        <Field type="search" name="words" label={t('overview.look-for')} value="" most={SEARCH_LENGTH} />
        <Button look="plain">{t('suggestions.show')}</Button>
      </form>
      <For each={props.count.lists}>
        {(list) => (
          <Show when={list.total > 0}>
            <List desk={props.desk} count={props.count} of={list} room={room()} />
          </Show>
        )}
      </For>
    </section>
  );
};
