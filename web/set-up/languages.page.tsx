import { Show } from 'solid-js';
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
  const onOrOff = (value: string | undefined) => t(`setup.languages.machine-${value === 'yes' ? 'on' : 'off'}`);
  const saved = () => [
    { name: 'languages', label: t('setup.languages.languages'), text: named(place().languages), say: named },
    { name: 'timeZone', label: t('setup.languages.time-zone'), text: place().timeZone },
    ...(props.data.setUp.translator
      ? [
          {
            name: 'machineTranslation',
            label: t('setup.languages.machine'),
            text: onOrOff(place().machineTranslation ? 'yes' : 'no'),
            say: ([value]: readonly string[]) => onOrOff(value),
          },
        ]
      : []),
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
        <Show when={props.data.setUp.translator}>
          {(service) => (
            <ChoiceGroup
              kind="radio"
              name="machineTranslation"
              id={form.id('machineTranslation')}
              legend={t('setup.languages.machine')}
              hint={t('setup.languages.machine-hint', { service: service() })}
              options={[
                { value: 'no', label: onOrOff('no'), hint: t('setup.languages.machine-off-what') },
                { value: 'yes', label: onOrOff('yes'), hint: t('setup.languages.machine-on-what') },
              ]}
              chosen={[form.word('machineTranslation') ?? (place().machineTranslation ? 'yes' : 'no')]}
            />
          )}
        </Show>
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
    const machine = textOf(posting.form, 'machineTranslation');
    return savePart(posting, 'languages', {
      languages: chosen.filter(isLocale),
      timeZone,
      // A platform without a translator asks nothing: what was decided before stays.
      ...(machine && { machineTranslation: machine === 'yes' }),
    });
  },
  View: LanguagesPage,
});
