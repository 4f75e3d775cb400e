import { For, Show } from 'solid-js';
import type { PlaceId } from '#shared/places/schema.ts';
import type { BelowView } from '#shared/places/views.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { StandingLine } from '#web/desk/standing-line.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';

type PlaceBelow = BelowView['places'][number];
type Asked = PlaceBelow['consultations'][number];
type Data = { desk: PlaceDesk; places: PlaceBelow[]; asking: BelowView['asking'] };

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

/** Places that ask to stand below this one, each with a yes and a no. */
const Asking = (props: { asking: Data['asking'] }) => {
  const { t, locale } = useI18n();
  return (
    <Notice title={t('below.asking')}>
      <p>{t('below.asking-what')}</p>
      <ul role="list" class="lines">
        <For each={props.asking}>
          {({ id, slug, name, kind }) => (
            <li class="stack stack-tight">
              <p>
                <a href={`/${locale}/p/${slug}`}>
                  <Wording texts={name} />
                </a>{' '}
                ({t(`below.kind.${kind}`)})
              </p>
              <PostForm class="row">
                <input type="hidden" name="form" value="asking" />
                <input type="hidden" name="place" value={id} />
                <Button name="answer" value="accept">
                  {t('below.accept')}
                </Button>
                <Button name="answer" value="decline" look="plain">
                  {t('below.decline')}
                </Button>
              </PostForm>
            </li>
          )}
        </For>
      </ul>
    </Notice>
  );
};

const BelowPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const nameOf = (id: string | undefined) => props.data.places.find((place) => place.id === id)?.name;
  return (
    <PlaceFrame desk={props.data.desk} title={t('desk.room.below')}>
      <FormProblem form={useForm('asking')} />
      <p class="lead">{t('below.what')}</p>
      <Show when={props.data.asking.length > 0}>
        <Asking asking={props.data.asking} />
      </Show>
      <Show when={props.data.desk.roles.includes('coordinator')}>
        <p>
          <a class="button button-plain" href={`/${locale}/p/${props.data.desk.place.slug}/desk/below/new`}>
            {t('below.open')}
          </a>
        </p>
      </Show>
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

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const said = textOf(form, 'answer') === 'accept' ? 'accept' : 'decline';
  const json = { place: textOf(form, 'place') as PlaceId, answer: said } as const;
  await answer(api.places[':slug'].below.$post({ param: { slug }, json }));
  return { redirect: withDone(`/${locale}/p/${slug}/desk/below`, 'saved') };
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
  post,
  View: BelowPage,
});
