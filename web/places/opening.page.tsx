import { PLACE_KINDS } from '#shared/places/rules.ts';
import { mayStandBelow } from '#shared/places/tree.ts';
import { answer } from '#web/api.ts';
import { PlaceFrame } from '#web/desk/desk-frame.tsx';
import { loadPlaceDesk, type PlaceDesk } from '#web/desk/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { KindChoice, kindIn } from './kind-choice.tsx';
import { OpeningFields, clocks, openingIn, type Clocks } from './opening-fields.tsx';

type Data = { desk: PlaceDesk; clocks: Clocks };

const OpeningPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const form = useForm('open-place');
  const above = () => props.data.desk.place;
  const kinds = () => PLACE_KINDS.filter((kind) => mayStandBelow(kind, above().kind).allowed);
  return (
    <PlaceFrame desk={props.data.desk} title={t('below.open')}>
      <p>
        <a href={`/${locale}/p/${above().slug}/desk/below`}>{t('below.back')}</a>
      </p>
      <FormProblem form={form} />
      <Explanation />
      <p class="lead">{t('below.open-what')}</p>
      <PostForm class="stack narrow">
        <input type="hidden" name="form" value="open-place" />
        <KindChoice form={form} kinds={kinds()} chosen={kinds().includes('city') ? 'city' : kinds()[0]} />
        <OpeningFields form={form} clocks={props.data.clocks} languages={above().languages} />
        <p>
          <Button>{t('opening.open')}</Button>
        </p>
      </PostForm>
    </PlaceFrame>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const json = { ...openingIn(form, locale), kind: kindIn(textOf(form, 'kind')) };
  const { slug } = await answer(api.places[':slug'].places.$post({ param: { slug: params['slug'] ?? '' }, json }));
  return { redirect: withDone(`/${locale}/p/${slug}/desk/set-up`, 'place-below-opened') };
};

/** A place below this one, opened by a coordinator who then invites those who run it. */
export default definePage<Data>({
  cache: 'private',
  async load(asking) {
    const desk = await loadPlaceDesk(asking);
    return desk?.roles.includes('coordinator') ? { desk, clocks: clocks(desk.place.timeZone) } : null;
  },
  head: (_, { t }) => ({ title: t('below.open') }),
  place: ({ desk }) => desk.place,
  post,
  View: OpeningPage,
});
