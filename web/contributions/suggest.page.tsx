import { Show, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import { CONTRIBUTION_KINDS, CONTRIBUTION_LENGTH, NAME_LENGTH } from '#shared/contributions/rules.ts';
import { directionOf, isLanguage } from '#shared/locales.ts';
import { CONTEXT_LENGTH, QUOTE_LENGTH } from '#shared/versions/rules.ts';
import { readingOf } from '#shared/reading.ts';
import type { Suggest } from '#shared/contributions/schema.ts';
import type { Texts } from '#shared/texts.ts';
import type { PassageId } from '#shared/documents/schema.ts';
import { answer } from '#web/api.ts';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { ConsentAgain, agreeAgain } from '#web/consultations/consent-again.tsx';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { MayWrite } from '#web/moderation/may-write.tsx';
import { BeforeSending, adviceOn } from '#web/moderation/before-sending.tsx';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { LinkButton } from '#web/ui/button/button.tsx';
import { ChoiceGroup } from '#web/ui/choice/choice.tsx';
import { Field } from '#web/ui/field/field.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { keepHalfWritten, letGoOfHalfWritten } from './half-written.ts';
import { LanguageField } from './language-field.tsx';

type Anchor = NonNullable<Suggest['anchor']>;
type Data = { within: Within; own: Own; passage?: { id: PassageId; heading: Texts } };

/** What the words that are typed here are about. */
const aboutWhat = (con: string, passage: string | undefined): string => `${con} ${passage ?? ''}`;

const SuggestForm = (props: { data: Data }) => {
  const { t } = useI18n();
  const form = useForm('suggest');
  const { within, passage } = untrack(() => props.data);
  keepHalfWritten(aboutWhat(within.id, passage?.id), form.id('text'));
  return (
    <PostForm class="stack">
      <FormProblem form={form} />
      <Explanation />
      <input type="hidden" name="form" value="suggest" />
      <ChoiceGroup
        kind="radio"
        name="kind"
        id={form.id('kind')}
        legend={t('contributions.kind-ask')}
        options={CONTRIBUTION_KINDS.map((kind) => ({
          value: kind,
          label: t(`site.kind.${kind}`),
          hint: t(`contributions.kind-hint.${kind}`),
        }))}
        chosen={[form.word('kind') ?? 'suggestion']}
        error={form.error('kind')}
      />
      <Field
        name="text"
        id={form.id('text')}
        label={t('contributions.your-words')}
        hint={t('contributions.your-words-hint')}
        rows={5}
        most={CONTRIBUTION_LENGTH}
        value={form.word('text')}
        error={form.error('text')}
      />
      <LanguageField id={form.id('language')} chosen={form.word('language')} own={props.data.own} />
      <Field
        name="name"
        id={form.id('name')}
        label={t('contributions.name')}
        hint={t('contributions.name-hint')}
        most={NAME_LENGTH}
        value={form.word('name')}
        error={form.error('name')}
      />
      <p class="hint">{t('contributions.quarter-hour')}</p>
      <ConsentAgain own={props.data.own} form={form} />
      <BeforeSending form={form} send={t('contributions.send')} />
    </PostForm>
  );
};

const SuggestPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { current } = useVisit();
  const { within, own, passage } = untrack(() => props.data);
  const to = useAddresses(within.id);
  const verdict = mayNow(within, 'suggest', current.now);
  const join = `${to.join}?then=${encodeURIComponent(current.at.url.pathname + current.at.url.search)}`;
  return (
    <>
      <h1>{t('contributions.suggest-title')}</h1>
      <p class="lead">
        {t('site.about')}{' '}
        <a href={passage ? to.passage(passage.id) : to.home}>
          <Wording texts={passage ? passage.heading : within.title} />
        </a>
      </p>
      <Show when={passage && anchorIn(current.at.url)}>
        {(anchor) => (
          <p>
            {t('versions.chosen-words')}{' '}
            <q lang={anchor().language} dir={directionOf(anchor().language)}>
              {anchor().quote}
            </q>
          </p>
        )}
      </Show>
      <Show
        when={verdict.allowed}
        fallback={
          <>
            <Notice kind="careful" title={verdict.allowed ? '' : t(`problem.${verdict.reason}`)}>
              <p>{verdict.allowed ? '' : t(`problems.explain.${verdict.reason}`)}</p>
            </Notice>
            <div class="row">
              <LinkButton href={to.home}>{t('site.back')}</LinkButton>
            </div>
          </>
        }
      >
        <Show
          when={own.joined || own.again}
          fallback={
            <>
              <p>{t('contributions.join-first-why')}</p>
              <div class="row">
                <LinkButton href={join}>{t('contributions.join-first')}</LinkButton>
              </div>
            </>
          }
        >
          <MayWrite own={own} place={within.place}>
            <SuggestForm data={props.data} />
          </MayWrite>
        </Show>
      </Show>
    </>
  );
};

/** The words that she marked, as the address of this page says them. */
const anchorIn = (url: URL): Anchor | undefined => {
  const [quote = '', before = '', after = '', language = ''] = ['quote', 'before', 'after', 'language'].map((name) =>
    (url.searchParams.get(name) ?? '').slice(0, name === 'quote' ? QUOTE_LENGTH : CONTEXT_LENGTH),
  );
  return quote.trim() && isLanguage(language) ? { quote, before, after, language } : undefined;
};

const passageIn = (url: URL): PassageId | undefined =>
  (url.searchParams.get('passage') as PassageId | null) ?? undefined;

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const advice = await adviceOn(posting);
  if (advice) return advice;
  await agreeAgain(posting);
  const con = idIn('consultation', params);
  const passage = passageIn(url);
  const anchor = anchorIn(url);
  const kind = CONTRIBUTION_KINDS.find((one) => one === textOf(form, 'kind')) ?? 'suggestion';
  const language = textOf(form, 'language');
  const name = textOf(form, 'name').trim();
  const json = {
    kind,
    text: textOf(form, 'text'),
    language: isLanguage(language) ? language : locale,
    ...(passage ? { passage } : {}),
    ...(passage && anchor ? { anchor } : {}),
    ...(name ? { name } : {}),
  };
  const written = await answer(api.consultations[':con'].contributions.$post({ param: { con }, json }));
  if (posting.prove) letGoOfHalfWritten(aboutWhat(con, passage));
  const done = written.state === 'waiting' ? 'waits-for-reading' : 'suggested';
  return { redirect: withDone(addressesOf(locale, con).contribution(written.id), done) };
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params, url }) {
    const con = idIn('consultation', params);
    const psg = passageIn(url);
    const [{ consultation, own }, passage] = await Promise.all([
      loadConsultation(api, con),
      psg && answer(api.consultations[':con'].passages[':psg'].$get({ param: { con, psg } })),
    ]);
    const within = withinOf(consultation);
    return { within, own, ...(passage ? { passage: { id: passage.id, heading: passage.heading } } : {}) };
  },
  head({ within }, { t, locale }) {
    const about = readingOf(within.title, [locale])?.text;
    return { title: t('contributions.suggest-title'), ...(about ? { description: about } : {}) };
  },
  place: ({ within }) => within.place,
  post,
  View: SuggestPage,
});
