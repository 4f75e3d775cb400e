import { Show } from 'solid-js';
import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import { mayDo } from '#shared/places/rules.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { BothTexts } from '#web/ui/both-texts/both-texts.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Confirm } from '#web/ui/confirm/confirm.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Facts } from './facts.tsx';
import { cardsRoom, loadBatch, type BatchDesk } from './load.ts';

const Handed = (props: { data: BatchDesk }) => {
  const { t } = useI18n();
  const form = useForm('handed');
  const { handed, version } = props.data.batch;
  const saved = [{ name: 'handed', label: t('batches.handed'), text: String(handed) }];
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <BothTexts texts={form.both(saved)} leave="?" />
      <input type="hidden" name="form" value="handed" />
      <input type="hidden" name="version" value={form.version(version)} />
      <Field
        name="handed"
        id={form.id('handed')}
        label={t('batches.handed')}
        hint={t('batches.handed-hint')}
        value={form.word('handed') ?? String(handed)}
        error={form.error('handed')}
        inputMode="numeric"
      />
      <p>
        <Button look="plain">{t('batches.handed-save')}</Button>
      </p>
    </PostForm>
  );
};

const Revoke = (props: { data: BatchDesk }) => {
  const { t } = useI18n();
  const form = useForm('revoke');
  return (
    <Confirm ask={t('batches.revoke')}>
      <p>{t('batches.revoke-what')}</p>
      <PostForm class="stack stack-tight">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="revoke" />
        <input type="hidden" name="version" value={form.version(props.data.batch.version)} />
        <Field
          name="reason"
          id={form.id('reason')}
          label={t('batches.reason')}
          hint={t('batches.reason-hint')}
          value={form.word('reason')}
          error={form.error('reason')}
          rows={2}
          most={REASON_LENGTH}
        />
        <p>
          <Button look="stop">{t('batches.revoke-yes')}</Button>
        </p>
      </PostForm>
    </Confirm>
  );
};

const BatchPage = (props: { data: BatchDesk }) => {
  const { t, locale, number } = useI18n();
  const { batch, desk } = props.data;
  const mayMake = mayDo('make-cards', desk.roles).allowed;
  return (
    <PlaceFrame desk={desk} title={t('batches.batch', { number: number(batch.number) })}>
      <p class="lead">
        <bdi>{batch.purpose}</bdi>
      </p>
      <Facts batch={batch} />
      <p class="hint">{t('batches.used-why')}</p>
      <Show when={mayMake && batch.state === 'planned'}>
        <p>
          <LinkButton href={cardsRoom(locale, desk.place.slug, `/${batch.number}/print`)}>
            {t('batches.print')}
          </LinkButton>
        </p>
      </Show>
      <Show when={batch.state === 'made'}>
        <div class="narrow">
          <Handed data={props.data} />
        </div>
      </Show>
      <Show when={mayMake && batch.state !== 'revoked'}>
        <div class="narrow">
          <Revoke data={props.data} />
        </div>
      </Show>
      <p>
        <a href={cardsRoom(locale, desk.place.slug)}>{t('batches.back')}</a>
      </p>
    </PlaceFrame>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const param = { slug: params['slug'] ?? '', batch: params['batch'] ?? '' };
  const here = cardsRoom(locale, param.slug, `/${param.batch}`);
  const version = Number(textOf(form, 'version'));
  const one = api.places[':slug'].batches[':batch'];
  if (textOf(form, 'form') === 'revoke') {
    await answer(one.revocation.$post({ param, json: { reason: textOf(form, 'reason'), version } }));
    return { redirect: withDone(here, 'batch-revoked') };
  }
  const handed = Number(textOf(form, 'handed').trim() || 'none');
  await answer(one.handed.$put({ param, json: { handed, version } }));
  return { redirect: withDone(here, 'saved') };
};

export default definePage<BatchDesk>({
  cache: 'private',
  load: loadBatch,
  head: ({ batch }, { t, number }) => ({
    title: `${t('batches.batch', { number: number(batch.number) })}: ${batch.purpose}`,
  }),
  place: ({ desk }) => desk.place,
  post,
  View: BatchPage,
});
