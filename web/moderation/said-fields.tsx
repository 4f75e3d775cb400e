import { LANGUAGES, type Language } from '#shared/locales.ts';
import { FACTS_LENGTH } from '#shared/moderation/rules.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';
import type { PhraseChoice } from './phrase-choices.ts';

type SaidFieldsProps = {
  form: ReturnType<typeof useForm>;
  name: 'facts' | 'reasons';
  legend: string;
  hint: string;
  phrases: readonly PhraseChoice[];
};

const TAGS = Object.keys(LANGUAGES) as Language[];

/** Ready phrases, which everybody reads in her own language, and a field for what this case needs besides. */
export const SaidFields = (props: SaidFieldsProps) => {
  const { t, locale } = useI18n();
  const { form, name } = props;
  return (
    <>
      <ChoiceGroup
        kind="checkbox"
        name={name}
        id={form.id(name)}
        legend={props.legend}
        hint={props.hint}
        error={form.error(name)}
        options={props.phrases.map((phrase) => ({ value: phrase.name, label: phrase.text, lang: phrase.language }))}
        chosen={form.words(name) ?? []}
      />
      <Field
        name={`${name}.words`}
        id={form.id(`${name}.words`)}
        label={t('cases.decide.words')}
        hint={t('cases.decide.words-hint')}
        rows={3}
        most={FACTS_LENGTH}
        value={form.word(`${name}.words`)}
        error={form.error(`${name}.words`)}
      />
      <Select
        name={`${name}.language`}
        id={form.id(`${name}.language`)}
        label={t('cases.decide.language')}
        options={[locale, ...TAGS.filter((tag) => tag !== locale)].map((tag) => ({
          value: tag,
          label: LANGUAGES[tag],
        }))}
        chosen={form.word(`${name}.language`) ?? locale}
      />
    </>
  );
};
