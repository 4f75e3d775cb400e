import { Show } from 'solid-js';
import { GROUNDS } from '#shared/consultations/rules.ts';
import { KINDS_WITH_GROUNDS, MARKS, NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { TIERS } from '#shared/moderation/queue.ts';
import { COUNTER_STATEMENT_LENGTH, mayBecome } from '#shared/moderation/rules.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup, Tick } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import type { CaseData } from './case-load.ts';
import { GroundFields } from './ground-fields.tsx';
import { choicesFor } from './phrase-choices.ts';
import { SaidFields } from './said-fields.tsx';

type Props = { data: CaseData; form: ReturnType<typeof useForm> };

/** Keep, label, restrict, remove: with what a label says, and what the place answers to words that stay. */
const Becomes = (props: Props) => {
  const { t } = useI18n();
  const { form } = props;
  const { one, phrases } = props.data;
  const answers = phrases.filter(({ kind }) => kind === 'counter-statement');
  const mayAnswer = one.subject === 'contribution' || one.subject === 'reply';
  return (
    <>
      <ChoiceGroup
        kind="radio"
        name="visibility"
        id={form.id('visibility')}
        legend={t('cases.decide.visibility')}
        error={form.error('visibility')}
        options={mayBecome(one.subject).map((value) => ({
          value,
          label: t(`cases.visibility.${value}`),
          hint: t(`cases.visibility-what.${value}`),
        }))}
        chosen={form.words('visibility') ?? []}
      />
      <Show when={mayBecome(one.subject).includes('label')}>
        <div class="only-label">
          <ChoiceGroup
            kind="radio"
            name="mark"
            id={form.id('mark')}
            legend={t('cases.decide.mark')}
            error={form.error('mark')}
            options={MARKS.map((value) => ({ value, label: t(`looks.mark.${value}`) }))}
            chosen={form.words('mark') ?? [MARKS[0]]}
          />
        </div>
      </Show>
      <Show when={mayAnswer}>
        <div class="only-there">
          <Details
            summary={t('cases.counter-statement')}
            open={Boolean(form.word('counter') || form.word('counter.words'))}
          >
            <p class="hint">{t('cases.decide.counter-hint')}</p>
            <Select
              name="counter"
              id={form.id('counter')}
              label={t('cases.decide.counter')}
              options={[
                { value: '', label: t('cases.decide.none') },
                ...answers.map(({ name, text }) => ({ value: name, label: text })),
              ]}
              chosen={form.word('counter') ?? ''}
            />
            <Field
              name="counter.words"
              id={form.id('counter.words')}
              label={t('cases.decide.counter-own')}
              rows={3}
              most={COUNTER_STATEMENT_LENGTH}
              value={form.word('counter.words')}
              error={form.error('counter.words')}
            />
          </Details>
        </div>
      </Show>
    </>
  );
};

/** What it is, where the notices have not said it rightly. */
const WhatItIs = (props: Props) => {
  const { t } = useI18n();
  const { form } = props;
  const { one } = props.data;
  const said = () => [...new Set(one.notices.flatMap(({ grounds }) => grounds))];
  return (
    <Details summary={t('cases.decide.what')} open={form.problem !== undefined}>
      <Select
        name="kind"
        id={form.id('kind')}
        label={t('cases.decide.kind')}
        options={NOTICE_KINDS.map((kind) => ({ value: kind, label: t(`moderation.kind.${kind}`) }))}
        chosen={form.word('kind') ?? one.kind}
      />
      <Select
        name="tier"
        id={form.id('tier')}
        label={t('cases.decide.tier')}
        hint={t('cases.decide.tier-hint')}
        options={TIERS.map((tier) => ({ value: String(tier), label: t(`cases.tier.${tier}`) }))}
        chosen={form.word('tier') ?? String(one.tier)}
      />
      <ChoiceGroup
        kind="checkbox"
        name="grounds"
        id={form.id('grounds')}
        legend={t('cases.decide.grounds')}
        options={GROUNDS.map((ground) => ({ value: ground, label: t(`topics.ground.${ground}`) }))}
        chosen={form.words('grounds') ?? (KINDS_WITH_GROUNDS.includes(one.kind) ? said() : [])}
        beside
      />
    </Details>
  );
};

/** A warning or a suspension, and who misuses notices (DSA Art. 23). */
const Misuse = (props: Props) => {
  const { t, moment } = useI18n();
  const { form } = props;
  const { one, desk } = props.data;
  return (
    <Details summary={t('cases.misuse.title')} open={(form.word('measure') ?? '') !== ''}>
      <Show when={one.subject !== 'translation'}>
        <ChoiceGroup
          kind="radio"
          name="measure"
          id={form.id('measure')}
          legend={t('cases.decide.measure')}
          error={form.error('measure')}
          options={[
            { value: '', label: t('cases.decide.none') },
            { value: 'warn', label: t('cases.measure.warn'), hint: t('cases.decide.warn-hint') },
            { value: 'suspend', label: t('cases.measure.suspend'), hint: t('cases.decide.suspend-hint') },
          ]}
          chosen={form.words('measure') ?? ['']}
        />
        <Field
          name="days"
          id={form.id('days')}
          label={t('cases.decide.days')}
          inputMode="numeric"
          value={form.word('days') ?? String(one.proposal?.days ?? 14)}
          error={form.error('days')}
        />
        <Tick
          name="manifest"
          id={form.id('manifest')}
          label={t('cases.decide.manifest')}
          checked={form.word('manifest') === 'yes'}
        />
      </Show>
      <Show when={one.notices.length > 0}>
        <ChoiceGroup
          kind="checkbox"
          name="unfounded"
          id={form.id('unfounded')}
          legend={t('cases.decide.unfounded')}
          hint={t('cases.decide.unfounded-hint')}
          options={one.notices.map(({ id, kind, at }) => ({
            value: id,
            label: `${t(`moderation.kind.${kind}`)}, ${moment(at, desk.place.timeZone)}`,
          }))}
          chosen={form.words('unfounded') ?? []}
        />
      </Show>
    </Details>
  );
};

/** Everything that a decision is made of. What it needs depends on what was chosen, and is shown only then. */
export const DecisionFields = (props: Props) => {
  const { t } = useI18n();
  const facts = () => choicesFor(props.data.phrases, ['fact'], props.data.one.kind);
  return (
    <>
      <Becomes data={props.data} form={props.form} />
      <SaidFields
        form={props.form}
        name="facts"
        legend={t('cases.decide.facts')}
        hint={t('cases.decide.facts-hint')}
        phrases={facts()}
      />
      <GroundFields data={props.data} form={props.form} />
      <WhatItIs data={props.data} form={props.form} />
      <Misuse data={props.data} form={props.form} />
    </>
  );
};
