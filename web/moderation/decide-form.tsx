import { For, Show } from 'solid-js';
import { REVIEWS } from '#shared/moderation/kinds.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { useVisit } from '#web/visit.ts';
import { ActButton } from '#web/desk/act-button.tsx';
import type { CaseData } from './case-load.ts';
import { Copies } from './copies.tsx';
import { DecisionFields } from './decision-fields.tsx';
import { choicesFor } from './phrase-choices.ts';
import { SaidFields } from './said-fields.tsx';

type Props = { data: CaseData };

const Sent = (props: Props & { form: ReturnType<typeof useForm>; name: string }) => (
  <>
    <FormProblem form={props.form} />
    <Explanation />
    <input type="hidden" name="form" value={props.name} />
    <input type="hidden" name="version" value={props.data.one.version} />
    <input type="hidden" name="seen" value={props.data.one.seen} />
  </>
);

/** Whoever decides many goes on at once; the decision can be taken back from the next case too. */
const Decided = (props: { children: string }) => {
  const { t } = useI18n();
  return (
    <>
      <p class="hint">{t('cases.decide.then')}</p>
      <p class="row">
        <ActButton act="decide-next" name="then" value="next">
          {t('cases.decide.do-next')}
        </ActButton>
        <ActButton act="decide" look="plain">
          {props.children}
        </ActButton>
      </p>
    </>
  );
};

/** Decides about the words. A refusal keeps everything that was chosen and typed. */
export const DecideForm = (props: Props) => {
  const { t } = useI18n();
  const form = useForm('decide');
  return (
    <section class="stack stack-tight" aria-labelledby="decide">
      <h2 id="decide">{t('cases.decide.title')}</h2>
      <PostForm class="stack decide-form" labelledBy="decide">
        <Sent data={props.data} form={form} name="decide" />
        <DecisionFields data={props.data} form={form} />
        <Show when={props.data.one.copies.length > 0}>
          <Copies data={props.data} form={form} />
        </Show>
        <Decided>{t('cases.decide.do')}</Decided>
      </PostForm>
    </section>
  );
};

/** Answers an appeal: somebody else than whoever decided. What holds instead is asked only where it is needed. */
export const AnswerForm = (props: Props) => {
  const { t } = useI18n();
  const form = useForm('answer');
  const by = () => props.data.one.appeals.at(-1)?.by ?? 'author';
  const reasons = () => choicesFor(props.data.phrases, ['message', 'fact'], props.data.one.kind);
  return (
    <section class="stack stack-tight" aria-labelledby="answer">
      <h2 id="answer">{t('cases.answer.title')}</h2>
      <PostForm class={`stack decide-form answer-${by()}`} labelledBy="answer">
        <Sent data={props.data} form={form} name="answer" />
        <ChoiceGroup
          kind="radio"
          name="review"
          id={form.id('review')}
          legend={t('cases.answer.review')}
          error={form.error('review')}
          options={REVIEWS.map((value) => ({
            value,
            label: t(`cases.review.${value}`),
            hint: t(`cases.review-what.${value}`),
          }))}
          chosen={form.words('review') ?? []}
        />
        <SaidFields
          form={form}
          name="reasons"
          legend={t('cases.answer.reasons')}
          hint={t('cases.answer.reasons-hint')}
          phrases={reasons()}
        />
        <div class="stack only-instead">
          <h3>{t('cases.answer.instead')}</h3>
          <DecisionFields data={props.data} form={form} />
        </div>
        <Decided>{t('cases.answer.do')}</Decided>
      </PostForm>
    </section>
  );
};

/** Words of hers in a form that this page no longer has, because a colleague was quicker: nothing typed is lost. */
export const TypedBefore = () => {
  const { t } = useI18n();
  const { current, forms } = useVisit();
  const { words } = current;
  const name = words?.['form']?.[0] ?? '';
  const typed = Object.entries(words ?? {})
    .filter(([field]) => field.endsWith('words') || field.includes('.') || field === 'text' || field === 'question')
    .filter(([field]) => !field.endsWith('language'))
    .flatMap(([, all]) => all)
    .filter((text) => text.trim());
  return (
    <Show when={current.problem && !forms.has(name) && typed.length > 0}>
      <Notice kind="careful" title={t('cases.typed')}>
        <For each={typed}>{(text) => <p class="words">{text}</p>}</For>
      </Notice>
    </Show>
  );
};
