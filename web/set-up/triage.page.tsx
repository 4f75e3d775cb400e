import { Show } from 'solid-js';
import { LANGUAGES, type Language } from '#shared/locales.ts';
import { SOURCE_LENGTH } from '#shared/moderation/hints.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import type { Posting } from '#web/page.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { Measurements } from './measurements.tsx';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const FIGURES = ['found', 'wrong', 'on', 'source'] as const;

type Form = ReturnType<typeof useForm>;

/** What somebody has measured in one language, as it is written down. */
const MeasurementFields = (props: { form: Form }) => {
  const { t, number } = useI18n();
  const between = () => t('setup.counting.between', { fewest: number(0), most: number(100) });
  const line = (name: (typeof FIGURES)[number], label: 'found' | 'wrong' | 'day' | 'source') =>
    props.form.field({ name: `measured.quality.${name}`, label: t(`setup.triage.${label}`), text: '' });
  const languages = () => [
    { value: '', label: t('setup.triage.language-none') },
    ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label })),
  ];
  return (
    <fieldset class="texts-field stack">
      <legend>{t('setup.triage.add')}</legend>
      <Select
        name="measured.language"
        id={props.form.id('measured.language')}
        label={t('setup.triage.of-language')}
        hint={t('setup.triage.language-hint')}
        options={languages()}
        chosen={props.form.word('measured.language') ?? ''}
      />
      <Field {...line('found', 'found')} hint={between()} inputMode="numeric" />
      <Field {...line('wrong', 'wrong')} hint={between()} inputMode="numeric" />
      <Field {...line('on', 'day')} type="date" />
      <Field {...line('source', 'source')} most={SOURCE_LENGTH} />
    </fieldset>
  );
};

const TriageForm = (props: { data: SetUpData; service: string }) => {
  const { t } = useI18n();
  const form = useForm('triage');
  const now = () => props.data.setUp.place.triage;
  const isOn = () => (now()?.isOn ? 'yes' : 'no');
  const named = (value: string | undefined) => t(value === 'yes' ? 'setup.triage.yes' : 'setup.triage.no');
  const saved = () => [
    {
      name: 'isOn',
      label: t('setup.triage.on', { service: props.service }),
      text: named(isOn()),
      say: ([value]: readonly string[]) => named(value),
    },
  ];
  return (
    <>
      <Notice kind="careful" title={t('setup.triage.leaves')}>
        <p>{t('setup.triage.leaves-what', { service: props.service })}</p>
      </Notice>
      <PartForm form={form} name="triage" data={props.data} saved={saved()}>
        <ChoiceGroup
          kind="radio"
          name="isOn"
          id={form.id('isOn')}
          legend={t('setup.triage.on', { service: props.service })}
          options={[
            { value: 'no', label: named('no'), hint: t('setup.triage.no-what') },
            { value: 'yes', label: named('yes'), hint: t('setup.triage.yes-what') },
          ]}
          chosen={[form.word('isOn') ?? isOn()]}
        />
        <h2>{t('setup.triage.measured')}</h2>
        <p>{t('setup.triage.measured-what')}</p>
        <Measurements measured={now()?.measured ?? {}} />
        <MeasurementFields form={form} />
      </PartForm>
    </>
  );
};

/** Whether a service outside helps to order reports, and how good it is in which language. */
const TriagePage = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  return (
    <PartFrame data={props.data} part="triage">
      <p class="lead">{t('setup.triage.what')}</p>
      <Show when={props.data.setUp.triage} fallback={<p>{t('setup.triage.none')}</p>}>
        {(service) => <TriageForm data={props.data} service={service()} />}
      </Show>
    </PartFrame>
  );
};

const post = (posting: Posting) => {
  const words = (name: string): string => textOf(posting.form, name).trim();
  const language = words('measured.language') as Language | '';
  const of = (name: (typeof FIGURES)[number]): string => words(`measured.quality.${name}`);
  // Without a number it is none: 0 would be a figure.
  const share = (name: 'found' | 'wrong'): number => (of(name) ? Number(of(name)) : Number.NaN);
  const isGiven = FIGURES.some((name) => of(name));
  const quality = isGiven ? { found: share('found'), wrong: share('wrong'), on: of('on'), source: of('source') } : null;
  return savePart(posting, 'triage', {
    isOn: words('isOn') === 'yes',
    measured: language ? { language, quality } : null,
  });
};

export default definePart({ part: 'triage', post, View: TriagePage });
