import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import type { Locale } from '#shared/locales.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { TextsField } from '#web/ui/texts-field/texts-field.tsx';

/** What residents read about a change of something published. */
export const NoteFields = (props: {
  name: 'note' | 'reason';
  label?: string;
  languages: readonly Locale[];
  form: ReturnType<typeof useForm>;
}) => {
  const { t } = useI18n();
  return (
    <TextsField
      name={props.name}
      label={props.label ?? t('consulting.note.title')}
      hint={t('consulting.note.hint')}
      languages={props.languages}
      texts={{}}
      form={props.form}
      rows={2}
      most={REASON_LENGTH}
    />
  );
};
