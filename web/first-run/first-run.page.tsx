import { Refusal, answer } from '#web/api.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { OpeningFields, clocks, openingIn, type Clocks } from '#web/places/opening-fields.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';

const FirstRunPage = (props: { data: Clocks }) => {
  const { t, locale } = useI18n();
  const form = useForm('first-run');
  return (
    <div class="stack narrow">
      <FormProblem form={form} />
      <Explanation />
      <h1>{t('opening.title')}</h1>
      <p class="lead">{t('opening.what')}</p>
      <p>{t('opening.once')}</p>
      <PostForm class="stack">
        <input type="hidden" name="form" value="first-run" />
        <OpeningFields form={form} clocks={props.data} languages={[locale]} />
        <Field
          name="you"
          id={form.id('you')}
          value={form.word('you')}
          error={form.error('you')}
          label={t('opening.you')}
          hint={t('opening.you-hint')}
          autocomplete="name"
        />
        <p class="hint">{t('opening.texts')}</p>
        <p>
          <Button>{t('opening.open')}</Button>
        </p>
      </PostForm>
    </div>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const you = textOf(form, 'you').trim();
  const place = openingIn(form, locale);
  try {
    await answer(api['first-run'].$post({ json: { token: params['token'] ?? '', you, place } }));
    return { redirect: withDone(`/${locale}/me/keys`, 'place-opened') };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, errors = [] } = error.problem;
    // The form has no part that is called "place".
    const own = errors.map((one) => ({ ...one, pointer: one.pointer.replace(/^\/place/, '') }));
    return { problem: { code, errors: own } };
  }
};

export default definePage<Clocks>({
  cache: 'private',
  /** Once there is a place, there is no such page. Whether the link is the right one, only using it tells. */
  load: async ({ api }) => ((await answer(api.places.$get())).length > 0 ? null : clocks()),
  head: (_, { t }) => ({ title: t('opening.title') }),
  post,
  View: FirstRunPage,
});
