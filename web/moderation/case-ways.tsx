import { For, Show, type ParentProps } from 'solid-js';
import { DANGERS } from '#shared/moderation/kinds.ts';
import { MESSAGE_LENGTH } from '#shared/moderation/rules.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { ActButton } from './act-button.tsx';
import type { CaseData } from './case-load.ts';

type Props = { data: CaseData };
type ActForm = ParentProps<{ name: string; version: number; form?: ReturnType<typeof useForm> }>;

/** A form that does one thing to the case as it was seen. */
export const ActForm = (props: ActForm) => {
  const form = props.form ?? useForm(props.name);
  return (
    <PostForm class="stack stack-tight">
      <FormProblem form={form} />
      <Show when={form.problem}>
        <Explanation />
      </Show>
      <input type="hidden" name="form" value={props.name} />
      <input type="hidden" name="version" value={props.version} />
      {props.children}
    </PostForm>
  );
};

const others = ({ colleagues }: CaseData) =>
  colleagues.filter(({ isMe }) => !isMe).map(({ id, name }) => ({ value: id, label: name }));

/** Gives it on: to nobody in particular and without a word why, or to somebody by name. */
const GiveOn = (props: Props) => {
  const { t } = useI18n();
  const { version } = props.data.one;
  return (
    <>
      <ActForm name="pass-on" version={version}>
        <p>{t('cases.ways.pass-on-what')}</p>
        <p>
          <ActButton act="pass-on" look="plain">
            {t('cases.ways.pass-on')}
          </ActButton>
        </p>
      </ActForm>
      <Show when={others(props.data).length > 0}>
        <Details summary={t('cases.ways.hand-over')}>
          <ActForm name="hand-over" version={version}>
            <Select name="to" label={t('cases.ways.to')} options={others(props.data)} chosen="" />
            <p>
              <Button look="plain">{t('cases.ways.hand-over')}</Button>
            </p>
          </ActForm>
        </Details>
        <AskOpinion data={props.data} />
      </Show>
    </>
  );
};

const AskOpinion = (props: Props) => {
  const { t } = useI18n();
  const form = useForm('ask-opinion');
  return (
    <Details summary={t('cases.ways.opinion')} open={form.problem !== undefined}>
      <ActForm name="ask-opinion" version={props.data.one.version} form={form}>
        <p>{t('cases.ways.opinion-what')}</p>
        <Select name="to" label={t('cases.ways.to')} options={others(props.data)} chosen={form.word('to') ?? ''} />
        <Field
          name="question"
          id={form.id('question')}
          label={t('cases.ways.question')}
          rows={2}
          most={MESSAGE_LENGTH}
          value={form.word('question')}
          error={form.error('question')}
        />
        <p>
          <Button look="plain">{t('cases.ways.opinion')}</Button>
        </p>
      </ActForm>
    </Details>
  );
};

/** What colleagues think; whoever was asked says it here. */
export const Opinions = (props: Props) => {
  const { t } = useI18n();
  const form = useForm('give-opinion');
  return (
    <Show when={props.data.one.opinions.length > 0}>
      <section class="stack stack-tight" aria-labelledby="opinions">
        <h2 id="opinions">{t('cases.opinions')}</h2>
        <For each={props.data.one.opinions}>
          {(opinion) => (
            <div class="stack stack-tight">
              <p class="hint">
                <bdi>{opinion.of}</bdi> · <Time at={opinion.at} zone={props.data.desk.place.timeZone} />
              </p>
              <Show when={opinion.question}>{(question) => <p class="words">{question()}</p>}</Show>
              <Show when={opinion.text} fallback={<p class="hint">{t('cases.opinion-waits')}</p>}>
                {(text) => (
                  <blockquote class="words">
                    <p>{text()}</p>
                  </blockquote>
                )}
              </Show>
              <Show when={opinion.isMine && !opinion.text}>
                <ActForm name="give-opinion" version={props.data.one.version} form={form}>
                  <Field
                    name="text"
                    id={form.id('text')}
                    label={t('cases.ways.think')}
                    rows={3}
                    most={MESSAGE_LENGTH}
                    value={form.word('text')}
                    error={form.error('text')}
                  />
                  <p>
                    <Button look="plain">{t('cases.ways.say')}</Button>
                  </p>
                </ActForm>
              </Show>
            </div>
          )}
        </For>
      </section>
    </Show>
  );
};

/** In one step to the authority, with its contact in view and a record of it (DSA Art. 18). */
export const Escalation = (props: Props) => {
  const { t } = useI18n();
  const one = () => props.data.one;
  const form = useForm('escalate');
  return (
    <Show
      when={!one().escalation}
      fallback={
        <Notice kind="careful" title={t('cases.escalation.done')}>
          <p>
            <bdi>{one().escalation?.to}</bdi> ·{' '}
            <Time at={one().escalation?.at ?? ''} zone={props.data.desk.place.timeZone} />
          </p>
        </Notice>
      }
    >
      <Details summary={t('cases.escalation.title')} open={one().danger || form.problem !== undefined}>
        <Show when={one().authority} fallback={<p>{t('cases.escalation.nobody')}</p>}>
          {(authority) => (
            <ActForm name="escalate" version={one().version} form={form}>
              <p>{t('cases.escalation.what')}</p>
              <p>
                <strong>
                  <bdi>{authority().name}</bdi>
                </strong>{' '}
                <Show when={authority().phone}>
                  {(phone) => <a href={`tel:${phone().replaceAll(' ', '')}`}>{phone()}</a>}
                </Show>{' '}
                <Show when={authority().email}>{(email) => <a href={`mailto:${email()}`}>{email()}</a>}</Show>
              </p>
              <ChoiceGroup
                kind="radio"
                name="danger"
                id={form.id('danger')}
                legend={t('cases.escalation.danger')}
                error={form.error('danger')}
                options={DANGERS.map((value) => ({ value, label: t(`cases.escalation.is.${value}`) }))}
                chosen={form.words('danger') ?? [DANGERS[0]]}
              />
              <p>
                <Button look="stop">{t('cases.escalation.do')}</Button>
              </p>
            </ActForm>
          )}
        </Show>
      </Details>
    </Show>
  );
};

/** What the desk and those concerned wrote to each other; it stays in the case. */
export const CaseMessages = (props: Props) => {
  const { t, moment } = useI18n();
  const form = useForm('message');
  const one = () => props.data.one;
  const zone = () => props.data.desk.place.timeZone;
  const parties = () => [
    ...(one().author ? [{ value: 'author', label: t('cases.party.author') }] : []),
    ...one().notices.map(({ id, at }) => ({
      value: id,
      label: t('cases.party.notifier', { when: moment(at, zone()) }),
    })),
  ];
  const mayWrite = () => ['told', 'appealed', 'reviewed'].includes(one().state) && parties().length > 0;
  return (
    <Show when={one().messages.length > 0 || mayWrite()}>
      <section class="stack stack-tight" aria-labelledby="messages">
        <h2 id="messages">{t('cases.messages')}</h2>
        <ul role="list" class="lines">
          <For each={one().messages}>
            {(message) => (
              <li class="stack stack-tight">
                <p class="hint">
                  {t(`cases.from.${message.from}`)} · <Time at={message.at} zone={zone()} />
                </p>
                <AuthorWords text={message.text} language={message.language} />
              </li>
            )}
          </For>
        </ul>
        <Show when={mayWrite()}>
          <Details summary={t('cases.ways.write')} open={form.problem !== undefined}>
            <ActForm name="message" version={one().version} form={form}>
              <Select name="to" label={t('cases.ways.to')} options={parties()} chosen={form.word('to') ?? 'author'} />
              <Field
                name="text"
                id={form.id('text')}
                label={t('cases.ways.message')}
                rows={4}
                most={MESSAGE_LENGTH}
                value={form.word('text')}
                error={form.error('text')}
              />
              <p>
                <Button look="plain">{t('cases.ways.send')}</Button>
              </p>
            </ActForm>
          </Details>
        </Show>
      </section>
    </Show>
  );
};

export const CaseWays = (props: Props) => {
  const { t } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="ways">
      <h2 id="ways">{t('cases.ways.title')}</h2>
      <GiveOn data={props.data} />
    </section>
  );
};
