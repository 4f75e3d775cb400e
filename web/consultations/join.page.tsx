import { Show, createSignal, onMount, untrack } from 'solid-js';
import type { Vote } from '#shared/ballots/schema.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import { isLanguage } from '#shared/locales.ts';
import { readingOf } from '#shared/reading.ts';
import { Refusal, answer, type Api } from '#web/api.ts';
import { castNow, voteIn } from '#web/ballots/cast.ts';
import { withDone } from '#web/done.ts';
import { FormProblem } from '#web/form-problem.tsx';
import { allOf, textOf } from '#web/form-data.ts';
import { useForm } from '#web/forms.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Elsewhere, definePage, type At, type Loading, type PostAnswer, type Posting, type Words } from '#web/page.ts';
import { PostForm } from '#web/post-form.tsx';
import { Explanation } from '#web/problems/explanation.tsx';
import { Button, LinkButton } from '#web/ui/button/button.tsx';
import { Tick } from '#web/ui/choice/choice.tsx';
import { Details } from '#web/ui/details/details.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { Reading } from '#web/ui/reading/reading.tsx';
import { useVisit } from '#web/visit.ts';
import { withProof } from '#web/with-proof.ts';
import { addressesOf } from './addresses.ts';
import { consentHeld, loadConsultation } from './load.ts';
import { Facts, Languages, type BeforeVoting } from './before-voting.tsx';

/** Where to go on afterwards: only ever to a page of this consultation, whatever dots and slashes the address holds. */
const thenIn = ({ url, locale, params }: At): string => {
  const { home } = addressesOf(locale, idIn('consultation', params));
  const then = URL.parse(url.searchParams.get('then') ?? '', url.origin);
  // She may have changed the language since she came from there.
  const path = then?.pathname.replace(/^\/[^/]+/, `/${locale}`);
  if (then?.origin !== url.origin || !`${path}/`.startsWith(`${home}/`)) return home;
  return path + then.search + then.hash;
};

/** The vote that came along in a form, to this page or to one before it that was refused. */
const sentVote = (pending?: Vote, words: Words = {}): Vote | undefined =>
  pending ?? voteIn((name) => words[name]?.[0] ?? '');

const JoinPage = (props: { data: BeforeVoting }) => {
  const { t, locale, number } = useI18n();
  const { reads, consultation, then, pending: sent } = untrack(() => props.data);
  const { current } = useVisit();
  const form = useForm('join');
  const [pending, setPending] = createSignal(sentVote(sent, current.words));
  onMount(async () => {
    // Whoever comes from the deck has answered nothing yet, and loads nothing for it.
    if (pending() || !then.includes('#vote-')) return;
    const { heldVote } = await import('#web/ballots/held.ts');
    setPending(heldVote(consultation.id, then));
  });
  const chosen = form.words('reads') ?? (reads.length > 0 ? reads : [locale]);
  return (
    <>
      <h1>{t('join.title')}</h1>
      <FormProblem form={form} />
      <Explanation />
      <Show when={pending()}>
        <Notice title={t('join.pending')} />
      </Show>
      <Show when={props.data.again}>
        {(again) => (
          <Notice title={t('consent-again.title')}>
            <Details summary={t('consent-again.earlier', { version: number(again().before) })}>
              <Reading texts={again().text} />
            </Details>
          </Notice>
        )}
      </Show>
      <Facts data={props.data} />
      <Show
        when={!props.data.closed}
        fallback={
          <>
            <Show when={props.data.closed}>
              {(reason) => <Notice kind="careful" title={t(`problem.${reason()}`)} />}
            </Show>
            <div class="row">
              <LinkButton href={props.data.then}>{t('site.back')}</LinkButton>
            </div>
          </>
        }
      >
        <PostForm class="stack" id="join">
          <input type="hidden" name="form" value="join" />
          <Show when={pending()}>
            {(vote) => (
              <>
                <input type="hidden" name="item" value={vote().item} />
                <input type="hidden" name="choice" value={vote().choice} />
              </>
            )}
          </Show>
          <input type="hidden" name="consentVersion" value={props.data.consultation.consentVersion} />
          <Show when={!props.data.again}>
            <Languages data={props.data} chosen={chosen} id={form.id('reads')} error={form.error('reads')} />
          </Show>
          <Tick
            name="oldEnough"
            id={form.id('oldEnough')}
            label={t('join.old-enough', { age: number(props.data.place.ageOfConsent) })}
            checked={form.word('oldEnough') === 'yes'}
            error={form.error('oldEnough')}
          />
          <div class="row">
            <Button>{t('join.yes')}</Button>
            <LinkButton href={props.data.then} look="quiet">
              {t('join.no')}
            </LinkButton>
          </div>
        </PostForm>
      </Show>
    </>
  );
};

/** What somebody agreed to who agreed to this version. */
const textBefore = async (api: Api, slug: string, before: number): Promise<BeforeVoting['again']> => {
  const earlier = await answer(api.places[':slug']['earlier-consents'].$get({ param: { slug } }));
  return { before, text: earlier.find(({ version }) => version === before)?.text ?? {} };
};

const dataFor = async (loading: Loading, pending?: Vote): Promise<BeforeVoting> => {
  const { api, params, now } = loading;
  const { consultation, own } = await loadConsultation(api, idIn('consultation', params));
  const then = thenIn(loading);
  if (own.joined) throw new Elsewhere(then);
  const { id, title, stages, languages, placeBrief, consentVersion } = consultation;
  const { privacy, consent, ageOfConsent } = await answer(
    api.places[':slug'].$get({ param: { slug: placeBrief.slug } }),
  );
  const again = own.again && (await textBefore(api, placeBrief.slug, own.again.before));
  const verdict = mayNow(consultation, 'reply', now);
  return {
    consultation: { id, title, stages, languages, placeBrief, consentVersion },
    place: { privacy, consent, ageOfConsent },
    reads: own.reads,
    then,
    ...(pending && { pending }),
    ...(again && { again }),
    ...(!verdict.allowed && { closed: verdict.reason }),
  };
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const vote = voteIn((name) => textOf(form, name));
  // A first vote, sent without a script: it comes along, and waits in the form.
  if (textOf(form, 'form') !== 'join') return { data: await dataFor(posting, vote) };
  if (textOf(form, 'oldEnough') !== 'yes') {
    return { problem: { code: 'invalid-request', errors: [{ pointer: '/oldEnough', code: 'not-old-enough' }] } };
  }
  const chosen = allOf(form, 'reads').filter(isLanguage);
  // Who agrees to a new text is not asked for her languages once more.
  const me = chosen.length > 0 ? undefined : await answer(api.me.$get());
  const reads = me?.reads ?? chosen;
  const done = me && consentHeld(me, con) !== undefined ? 'consent-renewed' : 'joined';
  const consentVersion = Number(textOf(form, 'consentVersion'));
  const { nextNumber } = await withProof(posting, (proof) =>
    answer(
      api.consultations[':con'].join.$post({
        param: { con },
        json: { consentVersion, oldEnough: true, locale, reads, ...proof },
      }),
    ),
  );
  if (vote && posting.prove) (await import('#web/ballots/held.ts')).letGoOfVote();
  const then = thenIn(posting);
  if (!vote) return { redirect: withDone(then, done) };
  try {
    await castNow(api, con, vote, nextNumber);
    return { redirect: withDone(then, 'voted') };
  } catch (error) {
    // She is in; only this vote was not possible any more, and the page she goes to says why.
    if (error instanceof Refusal) return { redirect: withDone(then, done) };
    throw error;
  }
};

export default definePage<BeforeVoting>({
  cache: 'private',
  load: (loading) => dataFor(loading),
  says: ({ closed, again }) => [
    ...(closed ? (['problem'] as const) : []),
    ...(again ? (['consent-again'] as const) : []),
  ],
  head({ consultation }, { t, locale }) {
    const about = readingOf(consultation.title, [locale])?.text;
    return { title: t('join.title'), ...(about ? { description: about } : {}) };
  },
  place: ({ consultation }) => consultation.placeBrief,
  along: ({ pending }, words) => sentVote(pending, words) && 'join',
  post,
  View: JoinPage,
});
