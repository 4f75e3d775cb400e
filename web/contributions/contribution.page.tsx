import { Show, untrack } from 'solid-js';
import { CONTRIBUTION_LENGTH, editableUntil } from '#shared/contributions/rules.ts';
import type { BecameView } from '#shared/answers/views.ts';
import type { AnsweredContribution } from '#shared/suggestions/schema.ts';
import { readingOf } from '#shared/reading.ts';
import type { Locale } from '#shared/locales.ts';
import type { ThreadPage } from '#shared/replies/schema.ts';
import { Became } from '#web/answers/became.tsx';
import { answer } from '#web/api.ts';
import { postVote } from '#web/ballots/cast.ts';
import { VoteForm } from '#web/ballots/vote-form.tsx';
import { addressesOf, useAddresses } from '#web/consultations/addresses.ts';
import { loadConsultation, withinOf, type Own, type Within } from '#web/consultations/load.ts';
import { withDone } from '#web/done.ts';
import { textOf } from '#web/form-data.ts';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { definePage, type PostAnswer, type Posting } from '#web/page.ts';
import { loadThread, postToThread } from '#web/replies/act.ts';
import { Thread } from '#web/replies/thread.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { AboutWords } from '#web/versions/about-words.tsx';
import { useVisit } from '#web/visit.ts';
import { BecameOf, MergedWith } from '#web/suggestions/became-of.tsx';
import { ReportLink } from '#web/moderation/report-link.tsx';
import { AskTranslation } from './ask-translation.tsx';
import { AuthorName } from './author-words.tsx';
import { CAME } from './came.ts';
import { ModeratedWords } from './moderated-words.tsx';
import { OwnWords } from './own-words.tsx';
import { WaitingWords } from './waiting-words.tsx';

type Data = {
  within: Within;
  own: Own;
  contribution: AnsweredContribution;
  thread: ThreadPage;
  became: BecameView;
  /** The service that translates at once when she asks, where the place has switched one on. */
  translator?: string | undefined;
  /** Seconds that others waited for their first reading, while this one waits. */
  waited?: number | undefined;
};

/** Everybody may read it, she cannot, and nobody has translated what stands there now. */
const mayBeAskedFor = ({ contribution }: Data, locale: Locale): boolean => {
  const { state, mine, language, text, translated } = contribution;
  if (state !== 'published' || mine || text === null || language === locale) return false;
  return translated === undefined || translated.outdated === true;
};

const Said = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const { within, own, contribution } = untrack(() => props.data);
  const to = useAddresses(within.id);
  return (
    <>
      <p class="hint">
        <AuthorName by={contribution} /> · <Time at={contribution.at} zone={within.place.timeZone} />
        <Show when={contribution.edited}> · {t('contributions.edited')}</Show>
      </p>
      <Show when={contribution.text !== null}>
        <AboutWords anchor={contribution.anchor} />
      </Show>
      <ModeratedWords words={contribution} large />
      <Show when={mayBeAskedFor(props.data, locale)}>
        <AskTranslation
          joined={own.joined}
          join={`${to.join}?then=${encodeURIComponent(to.contribution(contribution.id))}`}
          translator={props.data.translator}
        />
      </Show>
      <WaitingWords state={contribution.state} median={props.data.waited} />
      <Show when={contribution.text !== null && !contribution.mine}>
        <p>
          <ReportLink consultation={within.id} what={{ ctr: contribution.id }} />
        </p>
      </Show>
    </>
  );
};

/** Vote on it, unless it is her own or may still change. */
const Vote = (props: { data: Data }) => {
  const { t } = useI18n();
  const { now } = useVisit().current;
  const { within, own, contribution } = untrack(() => props.data);
  const until = editableUntil(contribution);
  return (
    <Show when={!contribution.mine} fallback={<p>{t('contributions.own')}</p>}>
      <Show
        when={now > until}
        fallback={
          <p>
            {t('contributions.not-yet')} <Time at={until} zone={within.place.timeZone} />
          </p>
        }
      >
        <VoteForm consultation={within} own={own} item={contribution.item} />
        <p class="hint">{t('contributions.by-link')}</p>
      </Show>
    </Show>
  );
};

const ContributionPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const { now } = useVisit().current;
  const { within, own, contribution, thread } = untrack(() => props.data);
  const to = useAddresses(within.id);
  const shown = contribution.text !== null;
  return (
    <>
      <header class="stack stack-tight">
        <p class="hint">
          <a href={contribution.passage ? to.passage(contribution.passage) : to.home}>
            <Wording texts={within.title} />
          </a>
        </p>
        <h1>{t(`site.kind.${contribution.kind}`)}</h1>
      </header>
      <Said data={props.data} />
      <MergedWith contribution={contribution} consultation={within.id} />
      <BecameOf outcome={contribution.outcome} />
      <Became
        became={props.data.became}
        consultation={within.id}
        zone={within.place.timeZone}
        mine={contribution.mine}
      />
      <Show when={shown && contribution.mine}>
        <div class="stack stack-tight">
          <OwnWords
            name="contribution"
            text={contribution.text ?? ''}
            length={CONTRIBUTION_LENGTH}
            language={contribution.language}
            mayEdit={contribution.state !== 'restricted' && now <= editableUntil(contribution)}
          />
        </div>
      </Show>
      <Show when={contribution.state === 'published' && contribution.merged === undefined}>
        <Vote data={props.data} />
      </Show>
      <Thread consultation={within} target={contribution.id} page={thread} own={own} closed={!shown} />
    </>
  );
};

const post = async (posting: Posting): Promise<PostAnswer> => {
  const { api, form, params, locale } = posting;
  const con = idIn('consultation', params);
  const ctr = idIn('contribution', params);
  const here = addressesOf(locale, con).contribution(ctr);
  const which = textOf(form, 'form');
  if (which.startsWith('vote-')) return postVote(posting, withDone(here, 'voted', which));
  const contribution = api.consultations[':con'].contributions[':ctr'];
  if (which === 'edit-contribution') {
    await answer(contribution.$patch({ param: { con, ctr }, json: { text: textOf(form, 'text') } }));
    return { redirect: withDone(here, 'edited') };
  }
  if (which === 'withdraw-contribution') {
    await answer(contribution.$delete({ param: { con, ctr } }));
    return { redirect: withDone(here, 'withdrawn') };
  }
  if (which === 'ask-translation') {
    const { came } = await answer(contribution.translations.$post({ param: { con, ctr }, json: { language: locale } }));
    return { redirect: withDone(here, CAME[came]) };
  }
  return postToThread(posting, ctr, here);
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params, url, locale }) {
    const con = idIn('consultation', params);
    const ctr = idIn('contribution', params);
    const [{ consultation, own }, contribution, thread, became] = await Promise.all([
      loadConsultation(api, con),
      answer(api.consultations[':con'].contributions[':ctr'].$get({ param: { con, ctr }, query: { readIn: locale } })),
      loadThread(api, con, ctr, { url, locale }),
      answer(
        api.consultations[':con'].contributions[':ctr'].became.$get({
          param: { con, ctr },
          query: { language: locale },
        }),
      ),
    ]);
    const waiting = contribution.state === 'waiting';
    const waited = waiting && (await answer(api.consultations[':con'].waiting.$get({ param: { con } }))).median;
    return {
      within: withinOf(consultation),
      own,
      contribution,
      thread,
      became,

      translator: consultation.translator,
      ...(waited && { waited }),
    };
  },
  head({ within, contribution }, { locale }) {
    const title = readingOf(within.title, [locale])?.text ?? '';
    // What stands behind a click or under a label on the page, a shared link does not read out without it.
    const { text, state, mark } = contribution;
    return { title, ...(text && state === 'published' && !mark ? { description: text } : {}) };
  },
  place: ({ within }) => within.place,
  post,
  View: ContributionPage,
});
