import { Show, untrack } from 'solid-js';
import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import { instantAt, localTimeAt } from '#shared/local-time.ts';
import { mayDo } from '#shared/places/rules.ts';
import type { FieldError } from '#shared/problems.ts';
import { readingOf } from '#shared/reading.ts';
import { DAY, later } from '#shared/time.ts';
import { versionName } from '#shared/versions/rules.ts';
import type { CheckView, DraftView } from '#shared/versions/views.ts';
import { answer } from '#web/api.ts';
import { addressesOf } from '#web/consultations/addresses.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { renamed } from '#web/renamed.ts';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { MomentField } from '#web/ui/moment-field/moment-field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { useVisit } from '#web/visit.ts';
import { Coverage } from './coverage.tsx';
import { draftAddresses } from './draft-address.ts';
import { loadWriting, type Writing } from './load-draft.ts';
import { placedIn, UnsureWords } from './unsure-words.tsx';

type Data = { writing: Writing; draft: DraftView; check: CheckView };

const PublishForm = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('publish');
  const { now } = useVisit().current;
  const { writing, draft, check } = untrack(() => props.data);
  const { timeZone } = writing.desk.place;
  const mayReopen =
    mayDo('change-phase', writing.desk.roles).allowed && writing.desk.consultation.standing.phase === 'drafting';
  const sent = (): string | undefined => form.problem && `${form.word('day') ?? ''}T${form.word('time') ?? ''}`;
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <Explanation />
      <input type="hidden" name="form" value="publish" />
      <input type="hidden" name="version" value={form.version(draft.version)} />
      <input type="hidden" name="zone" value={timeZone} />
      <Show when={check.coverage.left > 0}>
        <Field
          name="leftOut"
          id={form.id('leftOut')}
          label={t('drafting.left-out')}
          hint={t('drafting.left-out-hint')}
          rows={3}
          most={REASON_LENGTH}
          value={form.word('leftOut')}
          error={form.error('leftOut')}
        />
      </Show>
      <Show when={mayReopen}>
        <fieldset class="stack stack-tight">
          <legend>{t('drafting.reopen')}</legend>
          <p class="hint">{t('drafting.reopen-what')}</p>
          <Tick name="reopen" label={t('drafting.reopen-yes')} checked={form.word('reopen') !== undefined} />
          <MomentField
            legend={t('drafting.reopen-from')}
            day="day"
            time="time"
            id={form.id('day')}
            value={sent() ?? localTimeAt(later(now, DAY), timeZone)}
            error={form.error('day')}
          />
          <Field
            name="why"
            id={form.id('why')}
            label={t('drafting.reopen-why')}
            most={REASON_LENGTH}
            value={form.word('why')}
            error={form.error('why')}
          />
        </fieldset>
      </Show>
      <p>
        <Button>{t('drafting.publish-do', { name: versionName(draft.base + 1) })}</Button>
      </p>
    </PostForm>
  );
};

const PublishPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { writing, draft, check } = untrack(() => props.data);
  const { id } = writing.desk.consultation;
  const to = draftAddresses(locale, id, draft.document.id);
  const undecided = check.unsure.filter(({ chosen }) => !chosen).length;
  return (
    <ConsultationFrame desk={writing.desk} title={t('drafting.to-check')}>
      <p>
        <a href={to.home}>{t('drafting.back')}</a>
      </p>
      <Show when={undecided > 0}>
        <Notice kind="careful">
          <a href="#unsure">{t('drafting.undecided-count', { count: undecided })}</a>
        </Notice>
      </Show>
      <Show when={!check.hasNote}>
        <Notice kind="careful">
          <a href={`${to.home}#note-of-draft`}>{t('drafting.no-note')}</a>
        </Notice>
      </Show>
      <h2 id="unsure" tabindex="-1">
        {t('drafting.unsure')}
      </h2>
      <UnsureWords unsure={check.unsure} draft={draft} consultation={id} />
      <h2>{t('drafting.coverage')}</h2>
      <Coverage coverage={check.coverage} draft={draft} consultation={id} />
      <h2>{t('drafting.publish-do', { name: versionName(draft.base + 1) })}</h2>
      <Show when={check.notNow} fallback={<PublishForm data={props.data} />}>
        {(why) => <p>{t('drafting.not-now', { why: t(`drafting.phase.${why()}`) })}</p>}
      </Show>
    </ConsultationFrame>
  );
};

const inForm = ({ pointer, code }: FieldError): FieldError => ({
  pointer: pointer.replace('/reopen/reason', '/why').replace('/reopen/at', '/day'),
  code,
});

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const doc = (await loadWriting(posting))?.writing?.document.id;
  if (!doc) return { problem: { code: 'not-found', errors: [] } };
  const draft = api.consultations[':con'].documents[':doc'].draft;
  if (textOf(form, 'form') !== 'publish') {
    for (const { ctr, passage } of placedIn(form)) {
      await answer(draft.placings[':ctr'].$put({ param: { con, doc, ctr }, json: { passage } }));
    }
    return { redirect: withDone(draftAddresses(locale, con, doc).publish, 'draft-saved') };
  }
  const leftOut = textOf(form, 'leftOut').trim();
  const at = instantAt(`${textOf(form, 'day')}T${textOf(form, 'time')}`, textOf(form, 'zone'))?.at;
  if (form.has('reopen') && !at) {
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/day', code: 'not-a-day' }] } };
  }
  const publishing = answer(
    draft.publication.$post({
      param: { con, doc },
      json: {
        version: Number(textOf(form, 'version')),
        ...(leftOut ? { leftOut } : {}),
        ...(form.has('reopen') && at ? { reopen: { at, reason: textOf(form, 'why') } } : {}),
      },
    }),
  );
  const { version } = await renamed(publishing, inForm);
  return { redirect: withDone(addressesOf(locale, con).version(version, doc), 'published') };
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const writing = await loadWriting(loading);
    const doc = writing?.writing?.document.id;
    const draft = writing?.writing?.draft;
    if (!writing || !doc || !draft?.mayWrite) return null;
    const param = { con: writing.desk.consultation.id, doc };
    const check = await answer(
      loading.api.consultations[':con'].documents[':doc'].draft.check.$get({
        param,
        query: { readIn: loading.locale },
      }),
    );
    return { writing, draft, check };
  },
  head: ({ draft }, { t, locale }) => ({
    title: `${t('drafting.to-check')}: ${readingOf(draft.document.title, [locale])?.text ?? ''}`,
  }),
  place: ({ writing }) => writing.desk.place,
  post,
  View: PublishPage,
});
