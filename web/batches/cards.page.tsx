import { For, Show } from 'solid-js';
import type { BatchView, Hander } from '#shared/batches/schema.ts';
import { LARGEST_BATCH, PURPOSE_LENGTH } from '#shared/batches/rules.ts';
import type { ConsultationBrief } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import type { ParticipantId } from '#shared/participants/schema.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { DAY, dayOf, later } from '#shared/time.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { useVisit } from '#web/visit.ts';
import { Facts } from './facts.tsx';
import { cardsRoom } from './load.ts';

type Data = {
  desk: PlaceDesk;
  batches: BatchView[];
  /** Who may make batches chooses from these. */
  making?: { handers: Hander[]; consultations: Pick<ConsultationBrief, 'id' | 'title'>[] };
};

/** As long as most consultations last. */
const USUAL_LIFE = 90 * DAY;

const Plan = (props: { making: NonNullable<Data['making']> }) => {
  const { t, locale } = useI18n();
  const form = useForm('plan');
  const { current } = useVisit();
  const field = (name: string) => ({
    name,
    id: form.id(name),
    value: form.word(name),
    error: form.error(name),
  });
  return (
    <section class="stack narrow" aria-labelledby="new-batch">
      <h2 id="new-batch">{t('batches.new')}</h2>
      <PostForm class="stack" labelledBy="new-batch">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="plan" />
        <Field
          {...field('purpose')}
          label={t('batches.purpose')}
          hint={t('batches.purpose-hint')}
          most={PURPOSE_LENGTH}
        />
        <Field
          {...field('size')}
          value={form.word('size') ?? '30'}
          label={t('batches.size')}
          hint={t('batches.size-hint')}
          inputMode="numeric"
        />
        <Field
          {...field('lastDay')}
          value={form.word('lastDay') ?? dayOf(later(current.now, USUAL_LIFE))}
          type="date"
          label={t('batches.last-day')}
          hint={t('batches.last-day-hint')}
        />
        <Select
          name="mediator"
          id={form.id('mediator')}
          label={t('batches.hander')}
          error={form.error('mediator')}
          chosen={form.word('mediator') ?? ''}
          options={[
            { value: '', label: t('batches.hander-somebody') },
            ...props.making.handers.map(({ participant, name }) => ({ value: participant, label: name })),
          ]}
        />
        <Field {...field('name')} label={t('batches.hander-name')} />
        <Show when={props.making.consultations.length > 0}>
          <ChoiceGroup
            kind="checkbox"
            name="consultations"
            id={form.id('consultations')}
            legend={t('batches.for')}
            hint={t('batches.for-hint')}
            error={form.error('consultations')}
            chosen={form.words('consultations') ?? []}
            options={props.making.consultations.map(({ id, title }) => ({
              value: id,
              label: readingOf(title, [locale])?.text ?? id,
            }))}
          />
        </Show>
        <p>
          <Button>{t('batches.plan')}</Button>
        </p>
      </PostForm>
    </section>
  );
};

const CardsPage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { place } = props.data.desk;
  return (
    <PlaceFrame desk={props.data.desk} title={t('batches.title')}>
      <p class="lead">{t('batches.what')}</p>
      <Show
        when={props.data.batches.length > 0}
        fallback={<p>{t(props.data.making ? 'batches.none' : 'batches.none-own')}</p>}
      >
        <ul role="list" class="two-columns">
          <For each={props.data.batches}>
            {(batch) => (
              <li class="card stack stack-tight">
                <h2 class="card-title">
                  <a href={cardsRoom(locale, place.slug, `/${batch.number}`)}>
                    {t('batches.batch', { number: number(batch.number) })}: <bdi>{batch.purpose}</bdi>
                  </a>
                </h2>
                <Facts batch={batch} />
              </li>
            )}
          </For>
        </ul>
      </Show>
      <Show when={props.data.making}>{(making) => <Plan making={making()} />}</Show>
    </PlaceFrame>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const slug = params['slug'] ?? '';
  const said = (name: string): string => textOf(form, name).trim();
  const size = said('size');
  const json = {
    purpose: said('purpose'),
    size: /^\d{1,4}$/.test(size) ? Number(size) : LARGEST_BATCH + 1,
    lastDay: said('lastDay'),
    consultations: form.getAll('consultations').filter((id): id is ConsultationId => typeof id === 'string'),
    ...(said('mediator')
      ? { mediator: said('mediator') as ParticipantId }
      : said('name')
        ? { name: said('name') }
        : {}),
  };
  const { number } = await answer(api.places[':slug'].batches.$post({ param: { slug }, json }));
  return { redirect: withDone(cardsRoom(locale, slug, `/${number}`), 'batch-planned') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadPlaceDesk(loading);
    if (!desk) return null;
    const places = loading.api.places[':slug'];
    const param = { slug: desk.place.slug };
    const mayMake = mayDo('make-cards', desk.roles).allowed;
    const [batches, handers, { consultations }] = await Promise.all([
      answer(places.batches.$get({ param })),
      mayMake ? answer(places.handers.$get({ param })) : [],
      answer(places.$get({ param })),
    ]);
    const named = consultations.map(({ id, title }) => ({ id, title }));
    return { desk, batches: batches.toReversed(), ...(mayMake && { making: { handers, consultations: named } }) };
  },
  head: (_, { t }) => ({ title: t('batches.title') }),
  place: ({ desk }) => desk.place,
  post,
  View: CardsPage,
});
