import { Show } from 'solid-js';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { textOf } from '#web/form-data.ts';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';

type Data = { within: Within; own: Own };

const AddressForm = () => {
  const { t } = useI18n();
  const form = useForm('tell-me');
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <input type="hidden" name="form" value="tell-me" />
      <Field
        name="email"
        id={form.id('email')}
        type="email"
        label={t('contacts.email')}
        hint={t('contacts.email-hint')}
        value={form.word('email')}
        error={form.error('email')}
      />
      <Tick name="news" id={form.id('news')} label={t('contacts.news')} checked={form.word('news') === 'yes'} />
      <p class="hint">{t('contacts.kept')}</p>
      <p>
        <Button>{t('contacts.tell-me')}</Button>
      </p>
    </PostForm>
  );
};

const TellMePage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { within, own } = props.data;
  const to = useAddresses(within.id);
  return (
    <div class="stack narrow">
      <h1>{t('contacts.title')}</h1>
      <p class="lead">
        <a href={to.home}>
          <Wording texts={within.title} />
        </a>
      </p>
      <Show
        when={own.joined}
        fallback={
          <>
            <p>{t('contacts.join-first')}</p>
            <p>
              <LinkButton href={`${to.join}?then=${encodeURIComponent(current.at.url.pathname)}`}>
                {t('contributions.join-first')}
              </LinkButton>
            </p>
          </>
        }
      >
        <AddressForm />
      </Show>
    </div>
  );
};

const post = async ({ api, form, params, locale }: Posting): Promise<PostAnswer> => {
  const con = idIn('consultation', params);
  const json = { email: textOf(form, 'email').trim(), locale, news: textOf(form, 'news') === 'yes' };
  await answer(api.consultations[':con'].contact.$put({ param: { con }, json }));
  return { redirect: withDone(addressesOf(locale, con).home, 'contact-asked') };
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params }) {
    const { consultation, own } = await loadConsultation(api, idIn('consultation', params));
    return { within: withinOf(consultation), own };
  },
  head({ within }, { t, locale }) {
    const description = readingOf(within.title, [locale])?.text;
    return { title: t('contacts.title'), ...(description ? { description } : {}) };
  },
  place: ({ within }) => within.place,
  post,
  View: TellMePage,
});
