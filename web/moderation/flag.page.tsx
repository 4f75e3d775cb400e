import type { PlaceView } from '#shared/consultations/views.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { frameOf, loadPlace, type Frame } from '#web/info/load.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Button } from '#web/ui/button/button.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { reportAddress } from './report-address.ts';
import { shownAt } from './shown-at.ts';

type Data = Frame & Pick<PlaceView, 'slug'>;

const LONGEST_ADDRESS = 500;

const FlagPage = () => {
  const { t } = useI18n();
  const form = useForm('flag');
  return (
    <div class="stack narrow">
      <h1>{t('notices.flag-title')}</h1>
      <p class="lead">{t('notices.flag-lead')}</p>
      <PostForm class="stack">
        <FormProblem form={form} />
        <input type="hidden" name="form" value="flag" />
        <Field
          name="address"
          id={form.id('address')}
          type="url"
          label={t('notices.flag-address')}
          hint={t('notices.flag-hint')}
          most={LONGEST_ADDRESS}
          value={form.word('address')}
          error={form.error('address')}
        />
        <p>
          <Button>{t('notices.flag-go')}</Button>
        </p>
      </PostForm>
      <p class="hint">{t('notices.flag-keep')}</p>
    </div>
  );
};

const post = ({ form, params, locale, url }: Posting): Promise<PostAnswer> => {
  const shown = shownAt(textOf(form, 'address').trim(), url);
  if (!shown)
    return Promise.resolve({
      problem: { code: 'invalid-request', errors: [{ pointer: '/address', code: 'not-an-id' }] },
    });
  const flagger = new URLSearchParams({ flagger: params['token'] ?? '' });
  return Promise.resolve({ redirect: `${reportAddress(locale, shown.con, shown.reported)}&${flagger}` });
};

export default definePage<Data>({
  cache: 'private',
  load: async (loading) => frameOf(await loadPlace(loading)),
  head: (_, { t }) => ({ title: t('notices.flag-title') }),
  place: (place) => place,
  post,
  View: FlagPage,
});
