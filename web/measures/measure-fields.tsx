import type { Measure } from '#shared/measures/schema.ts';
import { MEASURE_LENGTHS } from '#shared/measures/rules.ts';
import type { Locale } from '#shared/locales.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Field } from '#web/ui/field/field.tsx';
import { TextsField } from '#web/ui/texts-field/texts-field.tsx';

type MeasureFieldsProps = {
  form: ReturnType<typeof useForm>;
  languages: readonly Locale[];
  measure?: Measure;
};

/** What, by whom, until when, and how everybody can tell. */
export const MeasureFields = (props: MeasureFieldsProps) => {
  const { t } = useI18n();
  const texts = (name: 'title' | 'indicator' | 'target') => ({
    name,
    languages: props.languages,
    texts: props.measure?.[name] ?? {},
    form: props.form,
    most: MEASURE_LENGTHS[name],
  });
  return (
    <>
      <TextsField {...texts('title')} label={t('asking.measure-title')} rows={2} />
      <div class="two-columns">
        <Field
          name="owner"
          id={props.form.id('owner')}
          label={t('asking.who')}
          hint={t('asking.who-hint')}
          value={props.form.word('owner') ?? props.measure?.owner}
          error={props.form.error('owner')}
          most={MEASURE_LENGTHS.owner}
        />
        <Field
          type="date"
          name="deadline"
          id={props.form.id('deadline')}
          label={t('asking.when')}
          value={props.form.word('deadline') ?? props.measure?.deadline}
          error={props.form.error('deadline')}
        />
      </div>
      <TextsField {...texts('indicator')} label={t('asking.indicator')} hint={t('asking.indicator-hint')} />
      <TextsField {...texts('target')} label={t('asking.target')} />
    </>
  );
};
