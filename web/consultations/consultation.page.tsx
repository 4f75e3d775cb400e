import { For, Show, onMount, untrack } from 'solid-js';
import type { AnswersView } from '#shared/answers/views.ts';
import type { ConsultationView, ContributionPage } from '#shared/consultations/views.ts';
import type { News } from '#shared/news/schema.ts';
import { mayDo } from '#shared/places/rules.ts';
import { readingOf } from '#shared/reading.ts';
import { ProgressLine } from '#web/answers/progress-line.tsx';
import { answer } from '#web/api.ts';
import { ContributionList } from '#web/contributions/contribution-list.tsx';
import { SaySomething } from '#web/contributions/say-something.tsx';
import { idIn } from '#web/ids.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { NewsList } from '#web/news/news-list.tsx';
import { definePage } from '#web/page.ts';
import { LinkButton } from '#web/ui/button/button.tsx';
import { PhaseLine } from '#web/ui/phase-line/phase-line.tsx';
import { FullText } from '#web/ui/full-text/full-text.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { useVisit } from '#web/visit.ts';
import { useAddresses } from './addresses.ts';
import { Changes, ClosedEarly } from './changes.tsx';
import { DocumentParts } from './document-parts.tsx';
import { loadConsultation, type Own } from './load.ts';
import { nextStep, progressOf } from './next-step.ts';
import { WhomAndWhat } from './whom-and-what.tsx';

type Data = { consultation: ConsultationView; own: Own; general: ContributionPage; news: News[]; answers: AnswersView };

const Next = (props: { data: Data }) => {
  const { t, locale, number } = useI18n();
  const { api, current } = useVisit();
  const { consultation, own, answers } = untrack(() => props.data);
  const to = useAddresses(consultation.id);
  const step = nextStep(consultation, own, current.now, locale);
  const progress = progressOf(consultation, own);
  onMount(async () => {
    if (own.joined) await (await import('#web/ballots/send-unsent.ts')).sendUnsent(api);
  });
  return (
    <section class="next-step stack stack-tight" aria-label={t('consultations.next-step')}>
      <p>{t(`consultations.standing.${consultation.standing.phase}`)}</p>
      <Show when={own.joined}>
        <p>
          {t('consultations.progress', {
            voted: number(progress.onPassages),
            parts: progress.passages,
            cards: progress.onCards,
          })}
        </p>
      </Show>
      <Show when={step}>
        {(next) => <LinkButton href={next().to}>{t(`consultations.do.${next().act}`)}</LinkButton>}
      </Show>
      <Show when={answers.points.length > 0}>
        <p>
          <a href={to.answers}>{t('line.see')}</a>
        </p>
      </Show>
    </section>
  );
};

/** What the city does with what was said, and how far it has come with it. */
const WhatHappens = (props: { consultation: ConsultationView; answers: AnswersView }) => {
  const { t } = useI18n();
  const to = useAddresses(untrack(() => props.consultation.id));
  return (
    <section class="stack" aria-labelledby="what-happens">
      <h2 id="what-happens">{t('consultations.what-happens')}</h2>
      <FullText texts={props.consultation.whatHappens} />
      <ProgressLine line={props.answers.line} />
      <Show when={props.consultation.resultsPublic}>
        <p>
          <a href={to.results}>{t('consultations.do.see-results')}</a>
        </p>
      </Show>
      <Show when={!props.consultation.resultsPublic && props.consultation.resultsOn}>
        {(date) => (
          <p>
            {t('consultations.results-on')} <Time at={date()} zone={props.consultation.placeBrief.timeZone} day />.{' '}
            {t('consultations.why-not-now')} <a href={to.tellMe}>{t('contacts.ask')}</a>
          </p>
        )}
      </Show>
    </section>
  );
};

const ConsultationPage = (props: { data: Data }) => {
  const { t } = useI18n();
  const consultation = untrack(() => props.data.consultation);
  const to = useAddresses(consultation.id);
  const isPreview = useVisit().current.at.url.searchParams.has('preview');
  return (
    <>
      <h1>
        <Wording texts={consultation.title} />
      </h1>
      <FullText texts={consultation.question} lead />
      <Next data={props.data} />
      <Show when={!isPreview && mayDo('read-staff-snapshot', props.data.own.roles).allowed}>
        <p>
          <a href={to.snapshot}>{t('consultations.to-snapshot')}</a>
        </p>
      </Show>
      <ClosedEarly consultation={consultation} />
      <PhaseLine
        stages={consultation.draft?.plan ?? consultation.stages}
        zone={consultation.placeBrief.timeZone}
        next={consultation.draft ? consultation.draft.plan[0]?.from : consultation.standing.next?.from}
      />
      <section class="stack" aria-labelledby="why">
        <h2 id="why">{t('consultations.why')}</h2>
        <FullText texts={consultation.why} />
        <WhomAndWhat consultation={consultation} />
      </section>
      <Show when={consultation.documents.length > 0}>
        <section class="stack" aria-labelledby="documents">
          <h2 id="documents">{t('consultations.documents')}</h2>
          <For each={consultation.documents}>
            {(document) => <DocumentParts consultation={consultation} document={document} own={props.data.own} />}
          </For>
        </section>
      </Show>
      <section class="stack" aria-labelledby="contributions">
        <h2 id="contributions">{t('consultations.general')}</h2>
        <SaySomething consultation={consultation} />
        <ContributionList consultation={consultation} page={props.data.general} own={props.data.own} />
      </section>
      <WhatHappens consultation={consultation} answers={props.data.answers} />
      <Show when={props.data.news.length > 0}>
        <section class="stack" aria-labelledby="news">
          <h2 id="news">{t('consultations.news')}</h2>
          <NewsList news={props.data.news} zone={consultation.placeBrief.timeZone} />
        </section>
      </Show>
      <Changes consultation={consultation} />
      <Show when={consultation.source}>{(source) => <p class="hint">{source().attribution}</p>}</Show>
    </>
  );
};

export default definePage<Data>({
  cache: 'public',
  async load({ api, params, url, locale }) {
    const con = idIn('consultation', params);
    const cursor = url.searchParams.get('from');
    const [found, general, news, answers] = await Promise.all([
      loadConsultation(api, con),
      answer(
        api.consultations[':con'].contributions.$get({
          param: { con },
          query: { passage: 'none', readIn: locale, ...(cursor ? { cursor } : {}) },
        }),
      ),
      answer(api.consultations[':con'].news.$get({ param: { con } })),
      answer(api.consultations[':con'].answers.$get({ param: { con } })),
    ]);
    return { ...found, general, news, answers };
  },
  head({ consultation }, { locale }) {
    const description = readingOf(consultation.question, [locale])?.text;
    return { title: readingOf(consultation.title, [locale])?.text ?? '', ...(description ? { description } : {}) };
  },
  place: ({ consultation }) => consultation.placeBrief,
  View: ConsultationPage,
});
