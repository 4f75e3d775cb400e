import { onMount } from 'solid-js';
import { LANGUAGES, LOCALES, directionOf, isLocale } from '#shared/locales.ts';
import { slugFrom } from '#shared/places/rules.ts';
import { Refusal, answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Select } from '#web/ui/select/select.tsx';

/** From this age young people decide alone, where the law of their country names no lower one (GDPR, Article 8). */
const AGE = '16';

type Data = { zones: string[]; zone: string };

const FirstRunPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('first-run');
  // Whoever opens a place mostly sits in it: the clock of her device is a better guess than the one of a server.
  onMount(() => {
    const zone = document.querySelector<HTMLSelectElement>('select[name=timeZone]');
    if (zone?.value === '') zone.value = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  });
  const field = (name: string) => ({
    name,
    id: form.id(name),
    value: form.word(name),
    error: form.error(name),
  });
  return (
    <div class="stack narrow">
      <FormProblem form={form} />
      <Explanation />
      <h1>{t('opening.title')}</h1>
      <p class="lead">{t('opening.what')}</p>
      <p>{t('opening.once')}</p>
      <PostForm class="stack">
        <input type="hidden" name="form" value="first-run" />
        <Field {...field('name')} label={t('opening.name')} hint={t('opening.name-hint')} />
        <ChoiceGroup
          kind="checkbox"
          name="languages"
          id={form.id('languages')}
          legend={t('opening.languages')}
          hint={t('opening.languages-hint')}
          error={form.error('languages')}
          chosen={form.words('languages') ?? [locale]}
          options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
          beside
        />
        <Field {...field('slug')} label={t('opening.slug')} hint={t('opening.slug-hint')} />
        <Select
          name="timeZone"
          id={form.id('timeZone')}
          label={t('opening.time-zone')}
          hint={t('opening.time-zone-hint')}
          chosen={form.word('timeZone') ?? props.data.zone}
          error={form.error('timeZone')}
          options={props.data.zones.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
        />
        <Field {...field('controller')} label={t('opening.controller')} hint={t('opening.controller-hint')} />
        <Field {...field('contact')} label={t('opening.contact')} hint={t('opening.contact-hint')} />
        <Field
          {...field('ageOfConsent')}
          value={form.word('ageOfConsent') ?? AGE}
          label={t('opening.age')}
          hint={t('opening.age-hint')}
          inputMode="numeric"
        />
        <Field {...field('you')} label={t('opening.you')} hint={t('opening.you-hint')} autocomplete="name" />
        <p class="hint">{t('opening.texts')}</p>
        <p>
          <Button>{t('opening.open')}</Button>
        </p>
      </PostForm>
    </div>
  );
};

/** All time zones; the clock of the machine is the first guess, unless it is one that no city lives by. */
const clocks = (): Data => {
  const zones = ['', ...Intl.supportedValuesOf('timeZone')];
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return { zones, zone: own.includes('/') && zones.includes(own) ? own : '' };
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const languages = form.getAll('languages').map(String).filter(isLocale);
  const words = (name: string): string => textOf(form, name).trim();
  const place = {
    name: words('name'),
    slug: words('slug') || slugFrom(words('name')),
    language: languages.includes(locale) ? locale : (languages[0] ?? locale),
    languages,
    timeZone: words('timeZone'),
    controller: words('controller'),
    contact: words('contact'),
    ageOfConsent: Number(words('ageOfConsent')),
  };
  try {
    await answer(api['first-run'].$post({ json: { token: params['token'] ?? '', you: words('you'), place } }));
    return { redirect: withDone(`/${locale}/me/keys`, 'place-opened') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, errors = [] } = error.problem;
    // The form has no part that is called "place".
    const own = errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/place/, '') }));
    return { problem: { code, errors: own } };
  }
};

export default definePage<Data>({
  cache: 'private',
  /** Once there is a place, there is no such page. Whether the link is the right one, only using it tells. */
  load: async ({ api }) => ((await answer(api.places.$get())).length > 0 ? null : clocks()),
  head: (_, { t }) => ({ title: t('opening.title') }),
  post,
  View: FirstRunPage,
});
