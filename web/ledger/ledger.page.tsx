import { For, Show } from 'solid-js';
import type { LedgerLine } from '#shared/ledger/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Texts } from '#shared/texts.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { placeRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { Check } from './check.tsx';
import { subjectIn } from './reasons.ts';
import { whyIn } from './why.ts';

type Names = Record<string, string>;

/** Who acts by a link. */
const WITHOUT_ACCOUNT: Partial<Record<LedgerLine['role'], 'ledger.addressee' | 'ledger.auditor'>> = {
  addressee: 'ledger.addressee',
  auditor: 'ledger.auditor',
};
type Data = {
  desk: PlaceDesk;
  lines: LedgerLine[];
  names: Names;
  titles: Record<string, Texts>;
  places: Record<string, Texts>;
  next?: string;
  cursor?: string;
};

/** Who did it: by name, or the platform itself. Whoever has left for good has no name any more. */
const Who = (props: { line: LedgerLine; names: Names }) => {
  const { t } = useI18n();
  const name = () => (props.line.by ? props.names[props.line.by] : undefined);
  const role = () => {
    const { role: held } = props.line;
    return held === 'job' || held === 'addressee' || held === 'auditor' ? undefined : t(`desk.role.${held}`);
  };
  return (
    <>
      <strong>
        <Show when={props.line.by} fallback={t(WITHOUT_ACCOUNT[props.line.role] ?? 'ledger.platform')}>
          <bdi>{name() ?? t('ledger.left')}</bdi>
        </Show>
      </strong>
      <Show when={role()}> ({role()})</Show>
    </>
  );
};

/** To what it was done: a person, a place or a consultation by name, anything else by its id. */
const Subject = (props: { line: LedgerLine; data: Data }) => {
  const i18n = useI18n();
  const { locale } = i18n;
  const { subject, place } = props.line;
  const title = props.data.titles[subject];
  const name = () => (
    <bdi>{subject === place ? '' : (props.data.names[subject] ?? subjectIn(subject, i18n) ?? subject)}</bdi>
  );
  const other = () => (
    <Show when={props.data.places[subject]} fallback={name()}>
      {(texts) => <Wording texts={texts()} />}
    </Show>
  );
  return (
    <Show when={title} fallback={other()}>
      {(texts) => (
        <a href={`/${locale}/c/${subject}`}>
          <Wording texts={texts()} />
        </a>
      )}
    </Show>
  );
};

/** Why, in pieces: each keeps its own direction. A consultation or a place is said by its name. */
const Why = (props: { line: LedgerLine; data: Data }) => (
  <p class="words">
    <For each={whyIn(props.line, props.data.desk.place.timeZone, useI18n())}>
      {(piece) => {
        if ('said' in piece) return piece.said;
        const name = props.data.titles[piece.words] ?? props.data.places[piece.words];
        return name ? <Wording texts={name} /> : <bdi>{piece.words}</bdi>;
      }}
    </For>
  </p>
);

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
                  <Subject line={line} data={props.data} />
                </span>
              </p>
              <Show when={line.why}>
                <Why line={line} data={props.data} />
              </Show>
            </li>
          )}
        </For>
      </ol>
      <Show when={props.data.next}>
        {(next) => <NextLink href={`${here()}?cursor=${encodeURIComponent(next())}`} label={t('ledger.older')} />}
      </Show>
      <Check slug={props.data.desk.place.slug} />
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
