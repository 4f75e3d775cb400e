import { Show } from 'solid-js';
import { OUTCOME_REASON_LENGTH, OUTCOMES } from '#shared/suggestions/rules.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { WorkView } from '#shared/suggestions/views.ts';
import type { SuggestionsPage } from '#shared/suggestions/views.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { TextsField } from '#web/ui/texts-field/texts-field.tsx';

type Of = { form: ReturnType<typeof useForm>; colleagues: SuggestionsPage['colleagues'] };

/** Who looks after it, and until when. */
export const AssignFields = (props: Of & { assigned?: WorkView['assigned'] }) => {
  const { t } = useI18n();
  return (
    <>
      <Select
        name="to"
        id={props.form.id('assigned')}
        label={t('suggestions.assigned')}
        options={[
          { value: '', label: t('suggestions.nobody') },
          ...props.colleagues.map(({ participant, name }) => ({ value: participant, label: name })),
        ]}
        chosen={props.form.word('to') ?? props.assigned?.to ?? ''}
        error={props.form.error('assigned')}
      />
      <Show when={props.assigned}>
        <input type="hidden" name="looked-after" value="yes" />
      </Show>
      <Field
        type="date"
        name="until"
        label={t('suggestions.until-day')}
        value={props.form.word('until') ?? props.assigned?.until}
      />
    </>
  );
};

/** What became of it and why, in each language. */
export const OutcomeFields = (
  props: Omit<Of, 'colleagues'> & {
    languages: ConsultationView['languages'];
    outcome?: WorkView['outcome'];
  },
) => {
  const { t } = useI18n();
  return (
    <>
      <Select
        name="outcome"
        id={props.form.id('outcome')}
        label={t('suggestions.outcome')}
        options={['', ...OUTCOMES].map((value) => ({
          value,
          label: t(`suggestions.outcomes.${OUTCOMES.find((one) => one === value) ?? 'none'}`),
        }))}
        chosen={props.form.word('outcome') ?? props.outcome?.outcome ?? ''}
        error={props.form.error('outcome')}
      />
      <Show when={props.outcome}>
        <input type="hidden" name="answered" value="yes" />
      </Show>
      <TextsField
        name="reason"
        label={t('suggestions.reason')}
        hint={t('suggestions.reason-hint')}
        languages={props.languages}
        texts={props.outcome?.reason ?? {}}
        form={props.form}
        rows={3}
        most={OUTCOME_REASON_LENGTH}
      />
    </>
  );
};
