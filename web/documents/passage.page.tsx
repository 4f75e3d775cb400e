import { Show, untrack } from 'solid-js';
import type { ContributionPage, PassageView } from '#shared/consultations/views.ts';
import { mayNow } from '#shared/consultations/phases.ts';
import { readingOf } from '#shared/reading.ts';
import type { AnsweredPoint } from '#shared/answers/views.ts';
import { mayAsk } from '#shared/answers/rules.ts';
import type { Comparison } from '#shared/versions/views.ts';
import type { ThreadPage } from '#shared/replies/schema.ts';
import { SaidAndDone } from '#web/answers/said.tsx';
import { answer } from '#web/api.ts';
import { postVote } from '#web/ballots/cast.ts';
import { VoteForm } from '#web/ballots/vote-form.tsx';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { ContributionList } from '#web/contributions/contribution-list.tsx';
import { SaySomething } from '#web/contributions/say-something.tsx';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { reportAddress } from '#web/moderation/report-address.ts';
import { loadThread, postToThread } from '#web/replies/act.ts';
import { Thread } from '#web/replies/thread.tsx';
import { LinkButton } from '#web/ui/button/button.tsx';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { MarkWords } from '#web/versions/mark-words.tsx';
import { PassageHistory } from '#web/versions/passage-history.tsx';
import { StillHolds } from '#web/versions/still-holds.tsx';
import { toConfirm } from '#web/versions/to-confirm.ts';
import { useVisit } from '#web/visit.ts';

type Data = {
  within: Within;
  own: Own;
  passage: PassageView;
  contributions: ContributionPage;
  thread: ThreadPage;
  /** What changed in it since the last version that said something else, or that she voted on. */
  compared?: Comparison;
  /** What was answered to it, and what is done about it. */
  point?: AnsweredPoint;
};

const NONE: { points: AnsweredPoint[] } = { points: [] };

const Words = (props: { passage: PassageView }) => {
  const { t } = useI18n();
  return (
    <>
      <Show when={Object.keys(props.passage.summary).length > 0}>
        <section class="plain-words stack stack-tight" aria-labelledby="plain-words">
          <h2 id="plain-words">{t('documents.plain-words')}</h2>
          <FullText texts={props.passage.summary} lead />
        </section>
      </Show>
      <section class="stack stack-tight" aria-labelledby="full-text">
        <h2 id="full-text">{t('documents.full-text')}</h2>
        <blockquote id="words-of-passage">
          <FullText texts={props.passage.text} />
        </blockquote>
      </section>
    </>
  );
};

const ReportTranslation = (props: { consultation: string; passage: string }) => {
  const { t, locale } = useI18n();
  return (
    <a
      class="report-link"
      href={reportAddress(locale, props.consultation, { psg: props.passage, translation: locale })}
      rel="nofollow"
    >
      {t('looks.report-translation')}
    </a>
  );
};

/** Is some of it in a language that it was not written in? */
const isTranslated = ({ heading, text, summary }: PassageView): boolean =>
  [heading, text, summary].some((texts) => Object.values(texts).some(({ provenance }) => provenance !== 'original'));

const Neighbours = (props: { within: Within; passage: PassageView }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.within.id));
  return (
    <nav class="row row-apart" aria-label={t('documents.neighbours')}>
      <Show when={props.passage.previous} fallback={<span />}>
        {(previous) => (
          <a href={to.passage(previous())} rel="prev">
            {t('documents.previous')}
          </a>
        )}
      </Show>
      <Show when={props.passage.next} fallback={<a href={to.home}>{t('documents.whole')}</a>}>
        {(next) => (
          <a href={to.passage(next())} rel="next">
            {t('documents.next')}
          </a>
        )}
      </Show>
    </nav>
  );
};

const PassagePage = (props: { data: Data }) => {
  const { t, number } = useI18n();
  const { within, own, passage, contributions, thread, compared, point } = untrack(() => props.data);
  const asked = toConfirm(passage, own);
  const to = useAddresses(within.id);
  const { now } = useVisit().current;
  // She is asked in one place.
  const holds = asked && compared && mayNow(within, 'vote', now).allowed ? { asked, compared } : undefined;
  const history = () => (
    <PassageHistory consultation={within.id} passage={passage} compared={asked ? undefined : compared} />
  );
  return (
    <>
      <header class="stack stack-tight">
        <p class="hint">
          <a href={to.home}>
            <Wording texts={within.title} />
          </a>
        </p>
        <h1>
          <Wording texts={passage.heading} />
        </h1>
        <p class="hint">
          <Wording texts={passage.documentTitle} />
          {/* Another part may have taken its number. */}
          <Show when={!passage.withdrawnIn}> · {t('site.part', { number: number(passage.position) })}</Show>
        </p>
      </header>
      {/* That it holds no longer is said before it is read. */}
      <Show when={passage.withdrawnIn}>{history()}</Show>
      <Words passage={passage} />
      <Show when={isTranslated(passage)}>
        <p>
          <ReportTranslation consultation={within.id} passage={passage.id} />
        </p>
      </Show>
      <Show when={!passage.withdrawnIn}>
        <MarkWords within="#words-of-passage" suggest={to.suggest(passage.id)} />
        {history()}
      </Show>
      <Show when={point}>
        {(said) => (
          <section class="stack stack-tight" aria-labelledby="answers">
            <h2 id="answers">{t('answers.here')}</h2>
            <SaidAndDone answers={said().answers} measures={said().measures} zone={within.place.timeZone} />
          </section>
        )}
      </Show>
      <Show when={!passage.withdrawnIn}>
        <Show when={holds} fallback={<VoteForm consultation={within} own={own} item={passage.item} />}>
          {(both) => <StillHolds consultation={within} asked={both().asked} compared={both().compared} />}
        </Show>
      </Show>
      <Neighbours within={within} passage={passage} />
      <section class="stack" aria-labelledby="contributions">
        <h2 id="contributions">{t('documents.what-people-say')}</h2>
        <div class="row">
          <Show when={contributions.contributions.length > 0 && mayNow(within, 'vote', now).allowed}>
            <LinkButton href={`${to.deck}?passage=${passage.id}`}>{t('documents.vote-on-these')}</LinkButton>
          </Show>
          <Show when={!passage.withdrawnIn}>
            <SaySomething consultation={within} passage={passage.id} />
          </Show>
        </div>
        <ContributionList consultation={within} page={contributions} own={own} />
      </section>
      <Thread
        consultation={within}
        target={passage.id}
        page={thread}
        own={own}
        closed={passage.withdrawnIn !== undefined}
      />
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params, url, locale, now }) {
    const con = idIn('consultation', params);
    const psg = idIn('passage', params);
    const cursor = url.searchParams.get('from');
    const query = { passage: psg, readIn: locale, ...(cursor ? { cursor } : {}) };
    const [{ consultation, own }, passage, contributions, thread] = await Promise.all([
      loadConsultation(api, con),
      answer(api.consultations[':con'].passages[':psg'].$get({ param: { con, psg } })),
      answer(api.consultations[':con'].contributions.$get({ param: { con }, query })),
      loadThread(api, con, psg, { url, locale }),
    ]);
    const isOther = passage.since > 1 && passage.former.length + passage.from.length > 0;
    const from = toConfirm(passage, own)?.from ?? (isOther ? passage.since - 1 : undefined);
    const compared =
      from === undefined
        ? undefined
        : await answer(
            api.consultations[':con'].passages[':psg'].comparison.$get({
              param: { con, psg },
              query: { from: String(from), language: locale },
            }),
          );
    const isAnswered = mayAsk(consultation, now).allowed || passage.since > 1;
    const { points } = isAnswered ? await answer(api.consultations[':con'].answers.$get({ param: { con } })) : NONE;
    const point = points.find((one) => one.passage.id === psg);
    return {
      within: withinOf(consultation),
      own,
      passage,
      contributions,
      thread,
      ...(compared && { compared }),
      ...(point && { point }),
    };
  },
  head({ passage }, { locale }) {
    const description = readingOf(passage.summary, [locale])?.text;
    return { title: readingOf(passage.heading, [locale])?.text ?? '', ...(description ? { description } : {}) };
  },
  async post(posting) {
    const { form, params, locale } = posting;
    const here = addressesOf(locale, idIn('consultation', params)).passage(idIn('passage', params));
    if (!textOf(form, 'form').startsWith('vote-')) return postToThread(posting, idIn('passage', params), here);
    return postVote(posting, withDone(here, 'voted', textOf(form, 'form')));
  },
  place: ({ within }) => within.place,
  View: PassagePage,
});
