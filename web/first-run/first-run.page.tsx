import { LANGUAGES, LOCALES, directionOf, isLocale } from '#shared/locales.ts';
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

const FirstRunPage = () => {
  const { t, locale } = useI18n();
  const form = useForm('first-run');
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
          kind="radio"
          name="language"
          id={form.id('language')}
          legend={t('opening.language')}
          hint={t('opening.language-hint')}
          error={form.error('language')}
          chosen={form.words('language') ?? [locale]}
          options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
          beside
        />
        <Field {...field('slug')} label={t('opening.slug')} hint={t('opening.slug-hint')} />
        <Field {...field('timeZone')} label={t('opening.time-zone')} hint={t('opening.time-zone-hint')} />
        <Field {...field('controller')} label={t('opening.controller')} hint={t('opening.controller-hint')} />
        <Field {...field('contact')} label={t('opening.contact')} hint={t('opening.contact-hint')} />
        <Field {...field('ageOfConsent')} label={t('opening.age')} hint={t('opening.age-hint')} inputMode="numeric" />
        <Field {...field('you')} label={t('opening.you')} hint={t('opening.you-hint')} autocomplete="name" />
        <p class="hint">{t('opening.texts')}</p>
        <p>
          <Button>{t('opening.open')}</Button>
        </p>
      </PostForm>
    </div>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const language = textOf(form, 'language');
  const words = (name: string): string => textOf(form, name).trim();
  const place = {
    name: words('name'),
    slug: words('slug'),
    language: isLocale(language) ? language : locale,
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

export default definePage<object>({
  cache: 'private',
  /** Once there is a place, there is no such page. Whether the link is the right one, only using it tells. */
  load: async ({ api }) => ((await answer(api.places.$get())).length > 0 ? null : {}),
  head: (_, { t }) => ({ title: t('opening.title') }),
  post,
  View: FirstRunPage,
});
