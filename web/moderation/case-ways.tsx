import { Show } from 'solid-js';
import { MESSAGE_LENGTH } from '#shared/moderation/rules.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Button } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { ActButton } from '#web/desk/act-button.tsx';
import { ActForm } from './act-form.tsx';
import type { CaseData } from './case-load.ts';

type Props = { data: CaseData };
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

/** For whoever has the case: ways to let go of it, or to ask. */
export const CaseWays = (props: Props) => {
  const { t } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="ways">
      <h2 id="ways">{t('cases.ways.title')}</h2>
      <GiveOn data={props.data} />
    </section>
  );
};
