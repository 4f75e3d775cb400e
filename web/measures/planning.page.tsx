import { For, untrack } from 'solid-js';
import type { AnswersView } from '#shared/answers/views.ts';
import { isAccepted } from '#shared/answers/rules.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { MEASURE_LENGTHS, MEASURE_STATES } from '#shared/measures/rules.ts';
import type { MeasureId, PublicMeasure } from '#shared/measures/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { MeasureBrief } from '#web/answers/said.tsx';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { useVisit } from '#web/visit.ts';
import { MeasureFields } from './measure-fields.tsx';

type Data = { desk: ConsultationDesk; view: AnswersView };

/** How it goes, and what is put right; what was refused is still unfolded. */
const ChangeForm = (props: { measure: PublicMeasure; desk: ConsultationDesk }) => {
  const { t } = useI18n();
  const { measure, desk } = untrack(() => props);
  const form = useForm(measure.id);
  const { languages } = desk.consultation;
  const both = form.both([
    ...savedTexts('title', t('asking.measure-title'), languages, measure.title),
    { name: 'owner', label: t('asking.who'), text: measure.owner },
    { name: 'deadline', label: t('asking.when'), text: measure.deadline },
  ]);
  return (
    <Details summary={t('asking.change-measure')} open={form.problem !== undefined}>
      <PostForm class="stack" labelledBy={measure.id}>
        <FormProblem form={form} />
        <BothTexts texts={both} leave={useVisit().current.at.url.pathname} />
        <input type="hidden" name="form" value={measure.id} />
        <input type="hidden" name="version" value={form.version(measure.version)} />
        <Select
          name="state"
          id={form.id('state')}
          label={t('asking.state')}
          options={MEASURE_STATES.map((value) => ({ value, label: t(`answers.measure.${value}`) }))}
          chosen={form.word('state') ?? measure.state}
          error={form.error('state')}
        />
        <TextsField
          name="note"
          label={t('asking.note')}
          hint={t('asking.note-hint')}
          languages={languages}
          texts={{}}
          form={form}
          rows={2}
          most={MEASURE_LENGTHS.note}
        />
        <MeasureFields form={form} languages={languages} measure={measure} />
        <p>
          <Button>{t('asking.save')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

const PlanForm = (props: { passage: string; desk: ConsultationDesk }) => {
  const { t } = useI18n();
  const form = useForm(untrack(() => props.passage));
  return (
    <Details summary={t('asking.one-more')} open={form.problem !== undefined}>
      <PostForm class="stack">
        <FormProblem form={form} />
        <input type="hidden" name="form" value={props.passage} />
        <MeasureFields form={form} languages={props.desk.consultation.languages} />
        <p>
          <Button>{t('asking.plan')}</Button>
        </p>
      </PostForm>
    </Details>
  );
};

const PlanningPage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { desk, view } = untrack(() => props.data);
  const accepted = view.points.filter(
    ({ answers, measures }) => measures.length > 0 || answers.some(({ given }) => isAccepted(given?.outcome)),
  );
  return (
    <ConsultationFrame desk={desk} title={t('desk.room.measures')}>
      <p class="lead">{t('asking.measures-what')}</p>
      <p>
        <a href={`/${locale}/c/${desk.consultation.id}/measures`}>{t('asking.as-everybody')}</a>
      </p>
      <For each={accepted} fallback={<p>{t('asking.nothing-accepted')}</p>}>
        {({ passage, measures }) => (
          <section class="stack" aria-labelledby={passage.id}>
            <h2 id={passage.id}>
              {number(passage.position)}. {readingOf(passage.heading, [locale])?.text}
            </h2>
            <For each={measures}>
              {(measure) => (
                <>
                  <MeasureBrief of={measure} zone={desk.place.timeZone} />
                  <ChangeForm measure={measure} desk={desk} />
                </>
              )}
            </For>
            <PlanForm passage={passage.id} desk={desk} />
          </section>
        )}
      </For>
    </ConsultationFrame>
  );
};

const post = async ({ api, form, params, url }: Posting): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const which = textOf(form, 'form');
  const measure = {
    title: textsOf(form, 'title'),
    owner: textOf(form, 'owner'),
    deadline: textOf(form, 'deadline'),
    indicator: textsOf(form, 'indicator'),
    target: textsOf(form, 'target'),
  };
  const measures = api.consultations[':con'].measures;
  if (which.startsWith('msr_')) {
    const state = MEASURE_STATES.find((one) => one === textOf(form, 'state')) ?? 'planned';
    const json = { ...measure, state, note: textsOf(form, 'note'), version: Number(textOf(form, 'version')) };
    await answer(measures[':msr'].$put({ param: { con, msr: which as MeasureId }, json }));
  } else {
    await answer(measures.$post({ param: { con }, json: { ...measure, passage: which as PassageId } }));
  }
  return { redirect: withDone(url.pathname, 'saved') };
};

/** What follows from what was taken up: by whom, until when, and how it goes. */
export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id };
    return { desk, view: await answer(loading.api.consultations[':con'].answers.$get({ param })) };
  },
  head: (_, { t }) => ({ title: t('desk.room.measures') }),
  place: ({ desk }) => desk.place,
  post,
  View: PlanningPage,
});
