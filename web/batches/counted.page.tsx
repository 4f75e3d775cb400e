import { For, Show } from 'solid-js';
import { COUNTINGS, type Counting } from '#shared/batches/rules.ts';
import type { CountedBatch } from '#shared/batches/schema.ts';
import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadConsultationDesk, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { InFives } from './facts.tsx';

type Data = { desk: ConsultationDesk; batches: CountedBatch[] };

const Decide = (props: { batch: CountedBatch }) => {
  const { t } = useI18n();
  const { number, decision } = props.batch;
  const form = useForm(`decide-${number}`);
  const named = (chosen: string | undefined) =>
    t(`batches.counting.${COUNTINGS.find((one) => one === chosen) ?? 'counted'}`);
  const saved = [
    {
      name: 'counting',
      label: t('batches.counting.how'),
      text: named(decision?.counting),
      say: ([chosen]: readonly string[]) => named(chosen),
    },
    { name: 'reason', label: t('batches.reason'), text: decision?.reason ?? '' },
  ];
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <BothTexts texts={form.both(saved)} leave="?" />
      <input type="hidden" name="form" value={`decide-${number}`} />
      <input type="hidden" name="batch" value={number} />
      <input type="hidden" name="version" value={form.version(decision?.version ?? 0)} />
      <ChoiceGroup
        kind="radio"
        name="counting"
        id={form.id('counting')}
        legend={t('batches.counting.how')}
        error={form.error('counting')}
        chosen={form.words('counting') ?? [decision?.counting ?? 'counted']}
        options={COUNTINGS.map((counting) => ({ value: counting, label: t(`batches.counting.${counting}`) }))}
      />
      <Field
        name="reason"
        id={form.id('reason')}
        label={t('batches.reason')}
        hint={t('batches.counting.reason-hint')}
        value={form.word('reason')}
        error={form.error('reason')}
        rows={2}
        most={REASON_LENGTH}
      />
      <p>
        <Button look="plain">{t('batches.counting.decide')}</Button>
      </p>
    </PostForm>
  );
};

const CountedPage = (props: { data: Data }) => {
  const { t, number } = useI18n();
  const { timeZone } = props.data.desk.place;
  return (
    <ConsultationFrame desk={props.data.desk} title={t('batches.counting.title')}>
      <Explanation />
      <p class="lead">{t('batches.counting.what')}</p>
      <p>{t('batches.counting.when')}</p>
      <ul role="list" class="two-columns">
        <For each={props.data.batches} fallback={<li>{t('batches.counting.none')}</li>}>
          {(batch) => (
            <li class="card stack stack-tight">
              <h2 class="card-title">
                {t('batches.batch', { number: number(batch.number) })}: <bdi>{batch.purpose}</bdi>
              </h2>
              <p>
                {t('batches.counting.ballots')} <InFives people={batch.ballots} />
              </p>
              <p>
                {t('batches.counting.now')}{' '}
                <strong>{t(`batches.counting.${batch.decision?.counting ?? 'counted'}`)}</strong>
                <Show when={batch.decision}>
                  {(decision) => (
                    <>
                      {' '}
                      {t('batches.counting.since')} <Time at={decision().at} zone={timeZone} />:{' '}
                      <bdi>{decision().reason}</bdi>
                    </>
                  )}
                </Show>
              </p>
              <Decide batch={batch} />
            </li>
          )}
        </For>
      </ul>
    </ConsultationFrame>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const chosen = textOf(form, 'counting');
  const counting = COUNTINGS.find((one): one is Counting => one === chosen) ?? 'counted';
  const param = { con, batch: textOf(form, 'batch') };
  const json = { counting, reason: textOf(form, 'reason'), version: Number(textOf(form, 'version')) };
  await answer(api.consultations[':con'].batches[':batch'].$put({ param, json }));
  return { redirect: withDone(`/${locale}${consultationRoom(con, 'batches')}`, 'decided') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const desk = await loadConsultationDesk(loading);
    if (!desk) return null;
    const param = { con: desk.consultation.id };
    return { desk, batches: await answer(loading.api.consultations[':con'].batches.$get({ param })) };
  },
  head: (_, { t }) => ({ title: t('batches.counting.title') }),
  place: ({ desk }) => desk.place,
  post,
  View: CountedPage,
});
