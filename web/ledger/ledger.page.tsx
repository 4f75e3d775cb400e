import { For, Show } from 'solid-js';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { placeRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { Time } from '#web/ui/time/time.tsx';

type Names = Record<string, string>;
type Data = { desk: PlaceDesk; lines: LedgerLine[]; names: Names; next?: string; cursor?: string };

/** Who did it: by name, or the platform itself. Whoever has left for good has no name any more. */
const Who = (props: { line: LedgerLine; names: Names }) => {
  const { t } = useI18n();
  const name = () => (props.line.by ? props.names[props.line.by] : undefined);
  const role = () => (props.line.role === 'job' ? undefined : t(`desk.role.${props.line.role}`));
  return (
    <>
      <strong>
        <Show when={props.line.by} fallback={t('ledger.platform')}>
          <bdi>{name() ?? t('ledger.left')}</bdi>
        </Show>
      </strong>
      <Show when={role()}> ({role()})</Show>
    </>
  );
};

/** To what it was done: a person by name, a consultation by a link, anything else by its id. */
const Subject = (props: { subject: string; names: Names }) => {
  const { locale } = useI18n();
  return (
    <Show
      when={props.subject.startsWith('con_')}
      fallback={<bdi>{props.names[props.subject] ?? props.subject}</bdi>}
    >
      <a href={`/${locale}/c/${props.subject}`}>{props.subject}</a>
    </Show>
  );
};

const LedgerPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const here = () => `/${locale}${placeRoom(props.data.desk.place.slug, 'ledger')}`;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.ledger')}>
      <p>{t('ledger.what')}</p>
      <Show when={props.data.cursor}>
        <p>
          <a href={here()}>{t('ledger.newest')}</a>
        </p>
      </Show>
      <ol role="list" class="lines">
        <For each={props.data.lines}>
          {(line) => (
            <li class="stack stack-tight">
              <p class="hint">
                <Time at={line.at} zone={props.data.desk.place.timeZone} />
              </p>
              <p>
                <Who line={line} names={props.data.names} /> {t(`ledger.act.${line.act}`)}{' '}
                <span class="hint">
                  <Subject subject={line.subject} names={props.data.names} />
                </span>
              </p>
              <Show when={line.why}>{(why) => <p class="words">{why()}</p>}</Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.data.next}>
        {(next) => <NextLink href={`${here()}?cursor=${encodeURIComponent(next())}`} label={t('ledger.older')} />}
      </Show>
    </PlaceFrame>
  );
};

/** What people in office did here. Lines are only ever added. */
export default definePage<Data>({
  cache: 'private',
  load: async (asking) => {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const cursor = asking.url.searchParams.get('cursor');
    const page = await answer(
      asking.api.places[':slug'].ledger.$get({
        param: { slug: desk.place.slug },
        query: cursor === null ? {} : { cursor },
      }),
    );
    return { desk, ...page, ...(cursor !== null && { cursor }) };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.ledger')}: ${readingOf(desk.place.name, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  View: LedgerPage,
});
