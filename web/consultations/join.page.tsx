import { Show, untrack } from 'solid-js';
import { mayNow } from '#shared/consultations/phases.ts';
import type { ConsultationView, PlaceView } from '#shared/consultations/views.ts';
import { LANGUAGES, LOCALES, directionOf, isLanguage, type Language } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { Refusal, answer } from '#web/api.ts';
import { castNow, voteIn } from '#web/ballots/cast.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage, type At, type PostAnswer, type Posting } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { ChoiceGroup, Tick, type Option } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading, Wording } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { withProof } from '#web/with-proof.ts';
import { addressesOf } from './addresses.ts';
import { loadConsultation } from './load.ts';

type Data = {
  consultation: Pick<ConsultationView, 'id' | 'title' | 'stages' | 'languages' | 'placeBrief' | 'consentVersion'>;
  place: Pick<PlaceView, 'privacy' | 'consent' | 'ageOfConsent'>;
  reads: Language[];
  pending: boolean;
  then: string;
};

/** Where to go on afterwards: only ever to a page of this consultation, whatever dots and slashes the address holds. */
const thenIn = ({ url, locale, params }: At): string => {
  const { home } = addressesOf(locale, idIn('consultation', params));
  const then = URL.parse(url.searchParams.get('then') ?? '', url.origin);
  if (then?.origin !== url.origin || !`${then.pathname}/`.startsWith(`${home}/`)) return home;
  return then.pathname + then.search + then.hash;
};

const optionOf = (tag: Language): Option => ({
  value: tag,
  label: LANGUAGES[tag],
  lang: tag,
  dir: directionOf(tag),
});

const Languages = (props: { data: Data; chosen: readonly string[]; id: string; error: string | undefined }) => {
  const { t } = useI18n();
  const near = () => [...new Set([...props.data.consultation.languages, ...LOCALES])];
  const far = () => (Object.keys(LANGUAGES) as Language[]).filter((tag) => !near().some((one) => one === tag));
  return (
    <>
      <ChoiceGroup
        kind="checkbox"
        name="reads"
        id={props.id}
        legend={t('consultations.join.reads')}
        hint={t('consultations.join.reads-hint')}
        error={props.error}
        options={near().map(optionOf)}
        chosen={props.chosen}
      />
      <Details summary={t('consultations.join.more-languages')}>
        <ChoiceGroup
          kind="checkbox"
          name="reads"
          legend={t('consultations.join.more-languages')}
          options={far().map(optionOf)}
          chosen={props.chosen}
        />
      </Details>
    </>
  );
};

const Facts = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { consultation, place } = untrack(() => props.data);
  return (
    <dl class="facts">
      <dt>{t('consultations.join.who')}</dt>
      <dd>
        <bdi>{place.privacy.controller}</bdi>
      </dd>
      <dt>{t('consultations.join.what-for')}</dt>
      <dd>
        <Wording texts={consultation.title} />
      </dd>
      <dt>{t('consultations.join.how-long')}</dt>
      <dd>{t('consultations.join.how-long-text', { months: place.privacy.retentionMonths })}</dd>
      <dt>{t('consultations.join.how-leave')}</dt>
      <dd>{t('consultations.join.how-leave-text')}</dd>
      <dt>{t('consultations.join.consent')}</dt>
      <dd class="stack stack-tight">
        <Reading texts={place.consent.text} />
        <p>{t('consultations.join.no-account')}</p>
        <p>
          <a href={`/${locale}/p/${consultation.placeBrief.slug}/privacy`}>{t('consultations.join.more')}</a>
        </p>
      </dd>
    </dl>
  );
};

const JoinPage = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { now } = useVisit().current;
  const { consultation, reads } = untrack(() => props.data);
  const form = useForm('join');
  const verdict = mayNow(consultation, 'reply', now);
  const chosen = form.words('reads') ?? (reads.length > 0 ? reads : [locale]);
  return (
    <>
      <h1>{t('consultations.join.title')}</h1>
      <FormProblem form={form} />
      <Explanation />
      <Show when={props.data.pending}>
        <Notice title={t('consultations.join.pending')} />
      </Show>
      <Facts data={props.data} />
      <Show
        when={verdict.allowed}
        fallback={
          <>
            <Notice kind="careful" title={verdict.allowed ? '' : t(`problem.${verdict.reason}`)} />
            <div class="row">
              <LinkButton href={props.data.then}>{t('site.back')}</LinkButton>
            </div>
          </>
        }
      >
        <PostForm class="stack">
          <input type="hidden" name="form" value="join" />
          <input type="hidden" name="consentVersion" value={props.data.consultation.consentVersion} />
          <Languages data={props.data} chosen={chosen} id={form.id('reads')} error={form.error('reads')} />
          <Tick
            name="oldEnough"
            id={form.id('oldEnough')}
            label={t('consultations.join.old-enough', { age: number(props.data.place.ageOfConsent) })}
            checked={form.word('oldEnough') === 'yes'}
            error={form.error('oldEnough')}
          />
          <div class="row">
            <Button>{t('consultations.join.yes')}</Button>
            <LinkButton href={props.data.then} look="quiet">
              {t('consultations.join.no')}
            </LinkButton>
          </div>
        </PostForm>
      </Show>
    </>
  );
};

const pendingVote = (url: URL) => voteIn((name) => url.searchParams.get(name) ?? '');

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale, url } = posting;
  const con = idIn('consultation', params);
  if (textOf(form, 'oldEnough') !== 'yes') {
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/oldEnough', code: 'not-old-enough' }] } };
  }
  const reads = form.getAll('reads').filter((tag) => typeof tag === 'string' && isLanguage(tag)) as Language[];
  const consentVersion = Number(textOf(form, 'consentVersion'));
  const { nextNumber } = await withProof(posting, (proof) =>
    answer(
      api.consultations[':con'].join.$post({
        param: { con },
        json: { consentVersion, oldEnough: true, locale, reads, ...proof },
      }),
    ),
  );
  const vote = pendingVote(url);
  const then = thenIn(posting);
  if (!vote) return { redirect: withDone(then, 'joined') };
  try {
    await castNow(api, con, vote, nextNumber);
    return { redirect: withDone(then, 'voted') };
  } catch (error) {
    // She is in; only this vote was not possible any more, and the page she goes to says why.
    if (error instanceof Refusal) return { redirect: withDone(then, 'joined') };
    throw error;
  }
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const { api, params, url } = loading;
    const { consultation, own } = await loadConsultation(api, idIn('consultation', params));
    const then = thenIn(loading);
    const pending = pendingVote(url) !== undefined;
    if (own.joined && !pending) throw new Elsewhere(then);
    const { id, title, stages, languages, placeBrief, consentVersion } = consultation;
    const { privacy, consent, ageOfConsent } = await answer(
      api.places[':slug'].$get({ param: { slug: placeBrief.slug } }),
    );
    return {
      consultation: { id, title, stages, languages, placeBrief, consentVersion },
      place: { privacy, consent, ageOfConsent },
      reads: own.reads,
      pending,
      then,
    };
  },
  head({ consultation }, { t, locale }) {
    const about = readingOf(consultation.title, [locale])?.text;
    return { title: t('consultations.join.title'), ...(about ? { description: about } : {}) };
  },
  place: ({ consultation }) => consultation.placeBrief,
  post,
  View: JoinPage,
});
