import { For, Show } from 'solid-js';
import type { BelowView } from '#shared/places/views.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { StandingLine } from '#web/desk/standing-line.tsx';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

type PlaceBelow = BelowView['places'][number];
type Asked = PlaceBelow['consultations'][number];
type Data = { desk: PlaceDesk; places: PlaceBelow[] };

const One = (props: { consultation: Asked; zone: string }) => {
  const { t, locale, number } = useI18n();
  const { id, title, standing, cards, result } = props.consultation;
  return (
    <li class="stack stack-tight">
      <h3 class="card-title">
        <a href={`/${locale}/c/${id}`}>
          <Wording texts={title} />
        </a>
      </h3>
      <StandingLine isDraft={false} standing={standing} zone={props.zone} />
      <p>
        {t('below.cards', { count: cards })}
        <Show when={result}>
          {(last) => (
            <>
              {' · '}
              <a href={`/${locale}/c/${id}/results`}>{t('below.result')}</a>{' '}
              <Time at={last().at} zone={props.zone} day />:{' '}
              {last().people === null ? t('below.few') : t('below.people', { people: number(last().people ?? 0) })}
            </>
          )}
        </Show>
      </p>
    </li>
  );
};

const BelowPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const nameOf = (id: string | undefined) => props.data.places.find((place) => place.id === id)?.name;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.below')}>
      <p class="lead">{t('below.what')}</p>
      <For each={props.data.places} fallback={<p>{t('below.none')}</p>}>
        {(place) => (
          <section class="stack" aria-labelledby={place.id}>
            <h2 id={place.id}>
              <a href={`/${locale}/p/${place.slug}`}>
                <Wording texts={place.name} />
              </a>
            </h2>
            <p class="hint">
              {t(`below.kind.${place.kind}`)}
              <Show when={place.level > 1 && nameOf(place.parent)}>
                {(above) => (
                  <>
                    {' · '}
                    <Wording texts={above()} />
                  </>
                )}
              </Show>
            </p>
            <ul role="list" class="lines">
              <For each={place.consultations} fallback={<li>{t('below.nothing-asked')}</li>}>
                {(consultation) => <One consultation={consultation} zone={place.timeZone} />}
              </For>
            </ul>
          </section>
        )}
      </For>
    </PlaceFrame>
  );
};

/** What the places below this one ask, and figures that everybody may know. Their cases and people stay theirs. */
export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const param = { slug: desk.place.slug };
    return { desk, ...(await answer(asking.api.places[':slug'].below.$get({ param }))) };
  },
  head: ({ desk }, { t, locale }) => ({
    title: `${t('desk.room.below')}: ${readingOf(desk.place.name, [locale])?.text ?? ''}`,
  }),
  place: ({ desk }) => desk.place,
  View: BelowPage,
});
