import { LANGUAGES, LOCALES, directionOf, isLocale } from '#shared/locales.ts';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Select } from '#web/ui/select/select.tsx';
import { definePart } from './define-part.ts';
import type { SetUpData } from './load.ts';
import { PartForm, PartFrame } from './part-frame.tsx';
import { savePart } from './save.ts';

const named = (tags: readonly string[]): string =>
  LOCALES.filter((tag) => tags.includes(tag))
    .map((tag) => LANGUAGES[tag])
    .join(', ');

/** Every zone that this clock knows; its own is kept where it goes by another name. */
type Zones = { zones: string[] };
const zonesFor = ({ setUp }: SetUpData): Zones => ({
  zones: [...new Set([setUp.place.timeZone, ...Intl.supportedValuesOf('timeZone')])].sort(),
});

const LanguagesPage = (props: { data: SetUpData & Zones }) => {
  const { t } = useI18n();
  const form = useForm('languages');
  const place = () => props.data.setUp.place;
  const saved = () => [
    { name: 'languages', label: t('setup.languages.languages'), text: named(place().languages), say: named },
    { name: 'timeZone', label: t('setup.languages.time-zone'), text: place().timeZone },
  ];
  return (
    <PartFrame data={props.data} part="languages">
      <PartForm form={form} name="languages" data={props.data} saved={saved()}>
        <ChoiceGroup
          kind="checkbox"
          name="languages"
          id={form.id('languages')}
          legend={t('setup.languages.languages')}
          hint={t('setup.languages.languages-hint')}
          error={form.error('languages')}
          chosen={form.words('languages') ?? place().languages}
          options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
          beside
        />
        <Select
          name="timeZone"
          id={form.id('timeZone')}
          label={t('setup.languages.time-zone')}
          hint={t('setup.languages.time-zone-hint')}
          chosen={form.word('timeZone') ?? place().timeZone}
          error={form.error('timeZone')}
          options={props.data.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
      </PartForm>
    </PartFrame>
  );
};

export default definePart({
  part: 'languages',
  more: zonesFor,
  post: (posting) => {
    const chosen = posting.form.getAll('languages').map(String);
    const timeZone = textOf(posting.form, 'timeZone').trim();
    return savePart(posting, 'languages', { languages: chosen.filter(isLocale), timeZone });
  },
  View: LanguagesPage,
});
