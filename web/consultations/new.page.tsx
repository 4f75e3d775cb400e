import { For, Show, untrack } from 'solid-js';
import type { CloneSource } from '#shared/consultations/views.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { WORD_LENGTHS } from '#shared/consultations/rules.ts';
import { LANGUAGES, LOCALES, directionOf, isLocale, type Locale } from '#shared/locales.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
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
import { Details } from '#web/ui/details/details.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';

type Data = PlaceDesk & { sources: CloneSource[] };

/** The language she writes in: that of the page, where the place speaks it. */
const languageFor = (locale: Locale, languages: readonly Locale[]): Locale =>
  languages.includes(locale) ? locale : (languages[0] ?? locale);

const First = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('prepare');
  const { languages } = untrack(() => props.data.place);
  const language = languageFor(locale, languages);
  const field = (name: 'title' | 'question') => ({
    name,
    id: form.id(name),
    value: form.word(name),
    error: form.error(name),
    lang: language,
    label: t(`consulting.begin.${name}`),
    hint: t(`consulting.begin.${name}-hint`),
    most: WORD_LENGTHS[name],
  });
  return (
    <PostForm class="stack narrow">
      <input type="hidden" name="form" value="prepare" />
      <input type="hidden" name="language" value={language} />
      <FormProblem form={form} />
      <Explanation />
      <p>{t('consulting.begin.what')}</p>
      <Show when={languages.length > 1}>
        <p>{t('consulting.begin.language', { language: LANGUAGES[language] })}</p>
      </Show>
      <Field {...field('title')} />
      <Field {...field('question')} rows={3} />
      <ChoiceGroup
        kind="checkbox"
        name="languages"
        id={form.id('languages')}
        legend={t('consulting.begin.languages')}
        error={form.error('languages')}
        options={LOCALES.map((tag) => ({ value: tag, label: LANGUAGES[tag], lang: tag, dir: directionOf(tag) }))}
        chosen={form.words('languages') ?? languages}
        beside
      />
      <p>
        <Button>{t('consulting.begin.button')}</Button>
      </p>
    </PostForm>
  );
};

const Copy = (props: { sources: readonly CloneSource[]; own: string }) => {
  const { t } = useI18n();
  return (
    <Show when={props.sources.length > 0}>
      <Details summary={t('consulting.begin.copy')}>
        <p>{t('consulting.begin.copy-what')}</p>
        <ul role="list" class="stack">
          <For each={props.sources}>
            {({ id, title, place }) => (
              <li>
                <PostForm class="row">
                  <input type="hidden" name="form" value="copy" />
                  <input type="hidden" name="from" value={id} />
                  <span>
                    <Wording texts={title} />
                    <Show when={place.slug !== props.own}>
                      {' · '}
                      <Wording texts={place.name} />
                    </Show>
                  </span>
                  <Button look="plain">
                    {t('consulting.begin.copy-this')}
                    <span class="visually-hidden">
                      : <Wording texts={title} />
                    </span>
                  </Button>
                </PostForm>
              </li>
            )}
          </For>
        </ul>
      </Details>
    </Show>
  );
};

const NewPage = (props: { data: Data }) => {
  const { t } = useI18n();
  return (
    <PlaceFrame desk={props.data} title={t('consulting.new')}>
      <First data={props.data} />
      <Copy sources={props.data.sources} own={props.data.place.slug} />
    </PlaceFrame>
  );
};

const begin = ({ api, form, params, locale }: Posting) => {
  const param = { slug: params['slug'] ?? '' };
  if (textOf(form, 'form') === 'copy') {
    return answer(api.places[':slug'].clones.$post({ param, json: { from: textOf(form, 'from') as ConsultationId } }));
  }
  const language = textOf(form, 'language');
  const json = {
    title: textOf(form, 'title'),
    question: textOf(form, 'question'),
    language: isLocale(language) ? language : locale,
    languages: LOCALES.filter((tag) => form.getAll('languages').includes(tag)),
  };
  return answer(api.places[':slug'].consultations.$post({ param, json }));
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { id } = await begin(posting);
  return { redirect: withDone(`/${posting.locale}${consultationRoom(id, 'about')}`, 'draft-begun') };
};

export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    if (!desk) return null;
    const param = { slug: desk.place.slug };
    return { ...desk, sources: await answer(asking.api.places[':slug'].clones.$get({ param })) };
  },
  head: (_, { t }) => ({ title: t('consulting.new') }),
  place: ({ place }) => place,
  post,
  View: NewPage,
});
