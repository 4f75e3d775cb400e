import { Show } from 'solid-js';
import { isLanguage } from '#shared/locales.ts';
import { Refusal, answer, answerOr, type Api } from '#web/api.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting, type Refused } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { withProof } from '#web/with-proof.ts';
import { NoticeStateView, type SeenNotice } from './notice-state.tsx';

type Data = {
  /** What a code opened, in this very answer. */
  seen?: SeenNotice;
  /** What was just done with it. */
  sent?: 'appeal' | 'message';
};

const Asking = () => {
  const { t } = useI18n();
  const form = useForm('look');
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <Explanation />
      <p class="lead">{t('notices.state-lead')}</p>
      <input type="hidden" name="form" value="look" />
      <Field
        name="code"
        id={form.id('code')}
        label={t('notices.code')}
        hint={t('notices.code-hint')}
        value={form.word('code')}
        error={form.error('code')}
        inputMode="numeric"
        digits
      />
      <p>
        <Button>{t('notices.look')}</Button>
      </p>
      <p class="hint">{t('notices.code-lost')}</p>
    </PostForm>
  );
};

const NoticesPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <div class="stack narrow">
      <h1>{t('notices.state-title')}</h1>
      <Show when={props.data.sent}>{(what) => <Notice kind="good" title={t(`statements.sent.${what()}`)} />}</Show>
      <Show when={props.data.seen} fallback={<Asking />}>
        {(seen) => <NoticeStateView seen={seen()} />}
      </Show>
    </div>
  );
};

type Coded = { code: string; proof?: string };

const look = async (api: Api, given: Coded): Promise<SeenNotice> => {
  const state = await answer(api.notices.state.$post({ json: given }));
  const param = { con: state.consultation };
  const { value: consultation } = await answerOr(api.consultations[':con'].$get({ param }), 'not-found');
  return {
    state,
    code: given.code,
    zone: consultation?.placeBrief.timeZone ?? 'UTC',
    ...(consultation && { title: consultation.title }),
  };
};

const refusedBy = (error: unknown): Refused => {
  if (!(error instanceof Refusal)) throw error;
  const { code, errors = [], retryAfter } = error.problem;
  return { code, errors, ...(retryAfter !== undefined && { retryAfter }) };
};

const ACTS = ['appeal', 'message'] as const;

/** The code opens the page anew with each act: it is in no address, and nothing of it is kept in this browser. */
const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, locale } = posting;
  const code = textOf(form, 'code');
  const language = textOf(form, 'language');
  const written = isLanguage(language) ? language : locale;
  const act = ACTS.find((one) => one === textOf(form, 'form'));
  const send = (json: Coded) =>
    act === 'appeal'
      ? answer(api.notices.appeal.$post({ json: { ...json, why: textOf(form, 'why'), language: written } }))
      : answer(api.notices.messages.$post({ json: { ...json, text: textOf(form, 'text'), language: written } }));
  const seen = () => withProof(posting, (proof) => look(api, { code, ...proof }));
  if (!act) return { data: { seen: await seen() } satisfies Data };
  try {
    await withProof(posting, (proof) => send({ code, ...proof }));
  } catch (error) {
    // What she wrote stays in the form, below the report that it is about.
    return { problem: refusedBy(error), data: { seen: await seen() } satisfies Data };
  }
  return { data: { seen: await seen(), sent: act } satisfies Data };
};

export default definePage<Data>({
  cache: 'private',
  load: () => Promise.resolve({}),
  head: (_, { t }) => ({ title: t('notices.state-title') }),
  post,
  View: NoticesPage,
});
