import { REASON_LENGTH } from '#shared/consultations/rules.ts';
import { LANGUAGES, LOCALES } from '#shared/locales.ts';
import { AUDITOR_LENGTH } from '#shared/opinion/rules.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';

/** To whom, what for. */
export const HandForm = () => {
  const { t, locale } = useI18n();
  const form = useForm('hand');
  return (
    <PostForm class="stack narrow" labelledBy="hand">
      <FormProblem form={form} />
      <input type="hidden" name="form" value="hand" />
      <Field
        name="auditor"
        id={form.id('auditor')}
        label={t('auditing.auditor')}
        hint={t('auditing.auditor-hint')}
        value={form.word('auditor') ?? ''}
        error={form.error('auditor')}
        most={AUDITOR_LENGTH}
      />
      <Field
        name="reason"
        id={form.id('reason')}
        label={t('auditing.reason')}
        hint={t('auditing.reason-hint')}
        value={form.word('reason') ?? ''}
        error={form.error('reason')}
        rows={2}
        most={REASON_LENGTH}
      />
      <Select
        name="locale"
        id={form.id('locale')}
        label={t('auditing.locale')}
        chosen={form.word('locale') ?? locale}
        options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag] }))}
      />
      <p>
        <Button>{t('auditing.make-link')}</Button>
      </p>
    </PostForm>
  );
};
