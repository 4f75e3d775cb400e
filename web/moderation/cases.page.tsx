import { For, Show } from 'solid-js';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import { casePage, queuePage } from '#shared/moderation/addresses.ts';
import { RANKS } from '#shared/moderation/queue.ts';
import type { CasePage } from '#shared/moderation/desk-views.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { textOf } from '#web/form-data.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { Button } from '#web/ui/button/button.tsx';
import { NextLink } from '#web/ui/next-link/next-link.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { Line } from './case-line.tsx';
import { inPart, partIn, QUEUE_KINDS } from './queue-part.ts';
import { NextCase } from './next-case.tsx';
import { openOwnCase, OwnInitiative } from './own-initiative.tsx';
import { queueKeys } from './case-keys.ts';
import { Shortcuts } from '#web/desk/shortcuts.tsx';
import { takeNextAnd } from './take-next.ts';
import { nameOfRank, WhatWaits } from './waiting.tsx';

type Data = { desk: PlaceDesk; page: CasePage; shown: string; cursor?: string };

const Filter = (props: { data: Data }) => {
  const { t } = useI18n();
  const languages: readonly Language[] = props.data.desk.place.languages;
  const others = (Object.keys(LANGUAGES) as Language[]).filter((tag) => !languages.includes(tag));
  const options = () => [
    { value: '', label: t('cases.show-all') },
    { value: 'mine', label: t('cases.show-mine') },
    ...RANKS.map((rank) => ({ value: `rank:${rank}`, label: nameOfRank(t, rank) })),
    ...QUEUE_KINDS.map((kind) => ({
      value: `kind:${kind}`,
      label: kind === 'appeal' || kind === 'first-reading' ? t(`cases.why.${kind}`) : t(`moderation.kind.${kind}`),
    })),
    ...[...languages, ...others].map((tag) => ({ value: `language:${tag}`, label: LANGUAGES[tag] })),
  ];
  return (
    <form method="get" class="row" role="search" aria-label={t('cases.show')}>
      <Select name="show" label={t('cases.show')} options={options()} chosen={props.data.shown} />
      <Button look="plain">{t('cases.show-do')}</Button>
    </form>
  );
};

const QueuePage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { place } = props.data.desk;
  const here = `/${locale}${queuePage(place.slug)}`;
  const to = (cursor: string): string => `${here}?${new URLSearchParams({ show: props.data.shown, cursor })}`;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.cases')}>
      <p class="lead">{t('cases.what')}</p>
      <NextCase />
      <WhatWaits parts={props.data.page.waiting ?? []} queue={here} zone={place.timeZone} />
      <Filter data={props.data} />
      <Show when={props.data.page.cases.length > 0} fallback={<p>{t('cases.none')}</p>}>
        <ol role="list" class="stack case-list">
          <For each={props.data.page.cases}>
            {(line) => (
              <Line
                line={line}
                zone={place.timeZone}
                href={inPart(`/${locale}${casePage(place.slug, line.id)}`, props.data.shown)}
              />
            )}
          </For>
        </ol>
      </Show>
      <Show when={props.data.cursor}>
        <p>
          <a href={`${here}?${new URLSearchParams({ show: props.data.shown })}`}>{t('cases.first')}</a>
        </p>
      </Show>
      <Show when={props.data.page.next}>{(next) => <NextLink href={to(next())} label={t('cases.further')} />}</Show>
      <OwnInitiative />
      <Shortcuts all={queueKeys(t)} />
      <p>
        <a href={`/${locale}/me/work-mail`}>{t('cases.mails')}</a>
      </p>
    </PlaceFrame>
  );
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  if (textOf(posting.form, 'form') === 'own') return openOwnCase(posting);
  return takeNextAnd(posting);
};

/** What waits for the moderators of a place, the most urgent first. */
export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const { searchParams } = asking.url;
    const shown = searchParams.get('show') ?? '';
    const cursor = searchParams.get('cursor');
    const page = await answer(
      asking.api.places[':slug'].cases.$get({
        param: { slug: desk.place.slug },
        query: { ...partIn(shown), ...(cursor !== null && { cursor }) },
      }),
    );
    return { desk, page, shown, ...(cursor !== null && { cursor }) };
  },
  head: (_, { t }) => ({ title: t('desk.room.cases') }),
  place: ({ desk }) => desk.place,
  post,
  View: QueuePage,
});
