import { ABOUT_LENGTH, PLACE_NAME_LENGTH } from '#shared/places/limits.ts';
import { textsOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { TextsField, savedTexts } from '#web/ui/texts-field/texts-field.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const AboutPage = (props: { data: SetUpData }) => {
  const { t } = useI18n();
  const form = useForm('about');
  const place = () => props.data.setUp.place;
  const saved = () => [
    ...savedTexts('name', t('setup.about.name'), place().languages, place().name),
    ...savedTexts('about', t('setup.about.about'), place().languages, place().about),
  ];
  return (
    <PartFrame data={props.data} part="about">
      <PartForm form={form} name="about" data={props.data} saved={saved()}>
        <TextsField
          name="name"
          label={t('setup.about.name')}
          hint={t('setup.about.name-hint')}
          languages={place().languages}
          texts={place().name}
          form={form}
          most={PLACE_NAME_LENGTH}
        />
        <TextsField
          name="about"
          label={t('setup.about.about')}
          hint={t('setup.about.about-hint')}
          languages={place().languages}
          texts={place().about}
          form={form}
          rows={4}
          most={ABOUT_LENGTH}
        />
      </PartForm>
    </PartFrame>
  );
};

export default definePart({
  part: 'about',
  post: (posting) =>
    savePart(posting, 'about', {
      name: textsOf(posting.form, 'name'),
      about: textsOf(posting.form, 'about'),
    }),
  View: AboutPage,
});
