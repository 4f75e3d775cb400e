import { LEGAL_BASIS_LENGTH, PRIVACY_LINE_LENGTH } from '#shared/places/limits.ts';
import { textOf, textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Field } from '#web/ui/field/field.tsx';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const PrivacyPage = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  const form = useForm('privacy');
  const place = () => props.data.setUp.place;
  const controller = () => ({
    name: 'controller',
    label: t('setup.privacy.controller'),
    text: place().privacy.controller,
  });
  const contact = () => ({ name: 'contact', label: t('setup.privacy.contact'), text: place().privacy.contact });
  const retention = () => ({
    name: 'retentionMonths',
    label: t('setup.privacy.retention'),
    text: String(place().privacy.retentionMonths),
  });
  const age = () => ({ name: 'ageOfConsent', label: t('setup.privacy.age'), text: String(place().ageOfConsent) });
  const legalBasis = () =>
    savedTexts('legalBasis', t('setup.privacy.legal-basis'), place().languages, place().privacy.legalBasis);
  const saved = () => [controller(), contact(), ...legalBasis(), retention(), age()];
  return (
    <PartFrame data={props.data} part="privacy">
      <PartForm form={form} name="privacy" data={props.data} saved={saved()}>
        <Field {...form.field(controller())} hint={t('setup.privacy.controller-hint')} most={PRIVACY_LINE_LENGTH} />
        <Field {...form.field(contact())} hint={t('setup.privacy.contact-hint')} most={PRIVACY_LINE_LENGTH} />
        <TextsField
          name="legalBasis"
          label={t('setup.privacy.legal-basis')}
          hint={t('setup.privacy.legal-basis-hint')}
          languages={place().languages}
          texts={place().privacy.legalBasis}
          form={form}
          rows={4}
          most={LEGAL_BASIS_LENGTH}
        />
        <Field {...form.field(retention())} hint={t('setup.privacy.retention-hint')} inputMode="numeric" />
        <Field {...form.field(age())} hint={t('setup.privacy.age-hint')} inputMode="numeric" />
      </PartForm>
    </PartFrame>
  );
};

export default definePart({
  part: 'privacy',
  post: (posting) => {
    const words = (name: string): string => textOf(posting.form, name).trim();
    return savePart(posting, 'privacy', {
      controller: words('controller'),
      contact: words('contact'),
      legalBasis: textsOf(posting.form, 'legalBasis'),
      retentionMonths: Number(words('retentionMonths')),
      ageOfConsent: Number(words('ageOfConsent')),
    });
  },
  View: PrivacyPage,
});
