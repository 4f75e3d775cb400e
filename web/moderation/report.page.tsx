import { Match, Show, Switch, untrack } from 'solid-js';
import { GROUNDS } from '#shared/consultations/rules.ts';
import { isLanguage } from '#shared/locales.ts';
import type { Notify, Receipt } from '#shared/moderation/schema.ts';
import { NOTICE_KINDS } from '#shared/moderation/kinds.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { AuthorWords } from '#web/contributions/author-words.tsx';
import { allOf, textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type Loading, type PostAnswer, type Posting } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { withProof } from '#web/with-proof.ts';
import { useVisit } from '#web/visit.ts';
import { loadReported, subjectOf, type Found } from './load-reported.ts';
import { ReceiptCard } from './receipt-card.tsx';
import { reportedIn } from './report-address.ts';
import { ReportForm } from './report-form.tsx';

type Data = {
  within: Within;
  own: Own;
  found: Found;
  /** What this very request sent in: its code is shown once and kept nowhere. */
  receipt?: Receipt;
};

const About = (props: { found: Found }) => {
  const { t } = useI18n();
  return (
    <Switch>
      <Match when={props.found.kind === 'words' && props.found}>
        {(words) => (
          <Details summary={t('notices.these-words')} open={words().state === 'published'}>
            <AuthorWords text={words().text ?? ''} language={words().language} />
          </Details>
        )}
      </Match>
      <Match when={props.found.kind === 'passage' && props.found}>
        {(passage) => (
          <>
            <p>
              {t('notices.translation-of')} <Wording texts={passage().heading} />
            </p>
          </>
        )}
      </Match>
    </Switch>
  );
};

/** There is nothing to report any more: the words are gone, or nothing was translated. */
const Nothing = (props: { found: Found; home: string }) => {
  const { t } = useI18n();
  return (
    <>
      <Notice title={t(props.found.kind === 'words' ? 'notices.gone' : 'notices.no-translation')} />
      <div class="row">
        <LinkButton href={props.home}>{t('site.back')}</LinkButton>
      </div>
    </>
  );
};

const isThere = (found: Found): boolean =>
  found.kind === 'words' ? found.text !== null : found.translations.length > 0;

const ReportPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { current } = useVisit();
  const { within, own, found, receipt } = untrack(() => props.data);
  const to = useAddresses(within.id);
  const viaLink = () => current.at.url.searchParams.has('flagger');
  return (
    <Show
      when={!receipt}
      fallback={
        <Show when={receipt}>{(given) => <ReceiptCard receipt={given()} next={to.home} viaLink={viaLink()} />}</Show>
      }
    >
      <div class="stack narrow">
        <h1>{t('notices.title')}</h1>
        <p class="lead">{t('notices.lead')}</p>
        <p>
          <a href={`/${locale}/p/${within.place.slug}/rules`}>{t('notices.rules')}</a>
        </p>
        <Show when={isThere(found)} fallback={<Nothing found={found} home={to.home} />}>
          <About found={found} />
          <Show when={viaLink()}>
            <Notice title={t('notices.as-flagger')} />
          </Show>
          <ReportForm
            found={found}
            own={own}
            translation={current.at.url.searchParams.get('translation') ?? undefined}
          />
        </Show>
      </div>
    </Show>
  );
};

const load = async ({ api, params, url }: Loading): Promise<Data | null> => {
  const con = idIn('consultation', params);
  const reported = reportedIn(url);
  if (!reported) return null;
  const [{ consultation, own }, found] = await Promise.all([
    loadConsultation(api, con),
    loadReported(api, con, reported),
  ]);
  return { within: withinOf(consultation), own, found };
};

const given = <Key extends string>(name: Key, value: string): Partial<Record<Key, string>> =>
  value.trim() ? ({ [name]: value.trim() } as Record<Key, string>) : {};

/** After many reports from one address the browser has to work for one; nobody is refused. */
const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const data = await load(posting);
  if (!data) return { problem: { code: 'not-found', errors: [] } };
  const language = textOf(form, 'language');
  const json = {
    subject: subjectOf(data.found, {
      isName: textOf(form, 'what') === 'name',
      translation: textOf(form, 'translation'),
    }),
    // Where nothing was chosen the API says so, together with what else is missing.
    kind: NOTICE_KINDS.find((kind) => kind === textOf(form, 'kind')) as Notify['kind'],
    grounds: GROUNDS.filter((ground) => allOf(form, 'grounds').includes(ground)),
    why: textOf(form, 'why'),
    language: isLanguage(language) ? language : locale,
    locale,
    danger: textOf(form, 'danger') === 'yes',
    goodFaith: textOf(form, 'goodFaith') === 'yes',
    ...given('name', textOf(form, 'name')),
    ...given('email', textOf(form, 'email')),
    ...given('flagger', url.searchParams.get('flagger') ?? ''),
  };
  const param = { con: idIn('consultation', params) };
  const receipt = await withProof(posting, (proof) =>
    answer(api.consultations[':con'].notices.$post({ param, json: { ...json, ...proof } })),
  );
  return { data: { ...data, receipt } satisfies Data };
};

export default definePage<Data>({
  cache: 'public',
  load,
  head({ within }, { t, locale }) {
    const description = readingOf(within.title, [locale])?.text;
    return { title: t('notices.title'), ...(description ? { description } : {}) };
  },
  place: ({ within }) => within.place,
  post,
  View: ReportPage,
});
