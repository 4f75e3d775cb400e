import { onMount } from 'solid-js';
import { LANGUAGES, LOCALES, directionOf, isLocale, type Locale } from '#shared/locales.ts';
import { slugFrom } from '#shared/places/rules.ts';
import type { Opening } from '#shared/places/schema.ts';
import { textOf } from '#web/form-data.ts';
import type { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';

/** From this age young people decide alone, where the law of their country names no lower one (GDPR, Article 8). */
const AGE = '16';

export type Clocks = { zones: string[]; zone: string };

/** All time zones; the clock of the machine is the first guess, unless it is one that no city lives by. */
export const clocks = (own = new Intl.DateTimeFormat().resolvedOptions().timeZone): Clocks => {
  const zones = ['', ...Intl.supportedValuesOf('timeZone')];
  return { zones, zone: own.includes('/') && zones.includes(own) ? own : '' };
};

type OpeningFieldsProps = { form: ReturnType<typeof useForm>; clocks: Clocks; languages: readonly string[] };

/** What is asked about a place before it is one. */
export const OpeningFields = (props: OpeningFieldsProps) => {
  const { t } = useI18n();
  // Whoever opens a place mostly sits in it: the clock of her device is a better guess than the one of a server.
  onMount(() => {
    const zone = document.querySelector<HTMLSelectElement>('select[name=timeZone]');
    if (zone?.value === '') zone.value = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  const field = (name: string) => ({
    name,
    id: props.form.id(name),
    value: props.form.word(name),
    error: props.form.error(name),
  });
  return (
    <>
      <Field {...field('name')} label={t('opening.name')} hint={t('opening.name-hint')} />
      <ChoiceGroup
        kind="checkbox"
        name="languages"
        id={props.form.id('languages')}
        legend={t('opening.languages')}
        hint={t('opening.languages-hint')}
        error={props.form.error('languages')}
        chosen={props.form.words('languages') ?? props.languages}
        options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
        beside
      />
      <Field {...field('slug')} label={t('opening.slug')} hint={t('opening.slug-hint')} />
      <Select
        name="timeZone"
        id={props.form.id('timeZone')}
        label={t('opening.time-zone')}
        hint={t('opening.time-zone-hint')}
        chosen={props.form.word('timeZone') ?? props.clocks.zone}
        error={props.form.error('timeZone')}
        options={props.clocks.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
      />
      <Field {...field('controller')} label={t('opening.controller')} hint={t('opening.controller-hint')} />
      <Field {...field('contact')} label={t('opening.contact')} hint={t('opening.contact-hint')} />
      <Field
        {...field('ageOfConsent')}
        value={props.form.word('ageOfConsent') ?? AGE}
        label={t('opening.age')}
        hint={t('opening.age-hint')}
        inputMode="numeric"
      />
    </>
  );
};

/** The place that the form describes. Its name is in the language of the page, if the place speaks it. */
export const openingIn = (form: FormData, locale: Locale): Opening => {
  const languages = form.getAll('languages').map(String).filter(isLocale);
  const words = (name: string): string => textOf(form, name).trim();
  return {
    name: words('name'),
    slug: words('slug') || slugFrom(words('name')),
    language: languages.includes(locale) ? locale : (languages[0] ?? locale),
    languages,
    timeZone: words('timeZone'),
    controller: words('controller'),
    contact: words('contact'),
    ageOfConsent: Number(words('ageOfConsent')),
  };
};
