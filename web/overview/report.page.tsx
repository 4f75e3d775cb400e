import { Show } from 'solid-js';
import type { ConsultationView } from '#shared/consultations/views.ts';
import type { ReportView } from '#shared/overview/schema.ts';
import { readingOf } from '#shared/reading.ts';
import { answer } from '#web/api.ts';
import { ConsultationFrame } from '#web/desk/desk-frame.tsx';
import { loadWholeConsultation, type ConsultationDesk } from '#web/desk/load.ts';
import { consultationRoom } from '#web/desk/rooms.ts';
import { useI18n } from '#web/messages/i18n.ts';
import { Groups } from '#web/opinion/groups.tsx';
import { Weights } from '#web/opinion/weights.tsx';
import { definePage } from '#web/page.ts';
import { TurnoutFigures } from '#web/progress/turnout.tsx';
import { Notice } from '#web/ui/notice/notice.tsx';
import { PrintButton } from '#web/ui/print-button/print-button.tsx';
import { Wording } from '#web/ui/reading/reading.tsx';
import { Time } from '#web/ui/time/time.tsx';
import { CoverageSaid, CoverageTables, ToLeft } from '#web/versions/coverage-tables.tsx';
import { ReportLists } from './report-lists.tsx';

type Data = { desk: ConsultationDesk; report: ReportView } & Pick<ConsultationView, 'question' | 'documents'>;
type Count = NonNullable<ReportView['count']>;

/** By what this sheet of paper can be compared with any other. */
const Standing = (props: { count: Count; zone: string }) => {
  const { t } = useI18n();
  return (
    <dl class="facts fingerprints">
      <dt>{t('suggestions.counted-at')}</dt>
      <dd>
        <Time at={props.count.at} zone={props.zone} />
      </dd>
      <dt>{t('opinion.check-result')}</dt>
      <dd>
        <code dir="ltr">{props.count.hash}</code>
      </dd>
      <dt>{t('opinion.check-input')}</dt>
      <dd>
        <code dir="ltr">{props.count.inputHash}</code>
      </dd>
    </dl>
  );
};

const Method = (props: { count: Count }) => {
  const { t } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="method">
      <h2 id="method">{t('overview.method')}</h2>
      <p>{t('opinion.who-voted')}</p>
      <p>{t('opinion.how-sure')}</p>
      <p>{t('opinion.how-rank')}</p>
      <p>{t('opinion.how-enough', props.count.enough)}</p>
      <Weights weights={props.count.weights} />
    </section>
  );
};

const Coverage = (props: { report: ReportView; documents: ConsultationView['documents']; consultation: string }) => {
  const { t, locale } = useI18n();
  // Those that were voted on, and those that came with a later version.
  const passages = () => [
    ...props.report.passages.map(({ passage }) => passage),
    ...props.documents.flatMap((document) => document.passages),
  ];
  const headings = () =>
    new Map<string, string>(passages().map(({ id, heading }) => [id, readingOf(heading, [locale])?.text ?? '']));
  return (
    <section class="stack stack-tight" aria-labelledby="coverage">
      <h2 id="coverage">{t('drafting.coverage')}</h2>
      <CoverageSaid coverage={props.report.coverage} />
      <Show when={props.report.coverage.left > 0} fallback={<p>{t('drafting.covered')}</p>}>
        <CoverageTables coverage={props.report.coverage} headings={headings()} />
        <ToLeft consultation={props.consultation} />
      </Show>
    </section>
  );
};

const Report = (props: { data: Data; count: Count }) => {
  const { t, locale } = useI18n();
  const { desk, question, documents, report } = props.data;
  return (
    <div class="report stack">
      <p class="row no-print">
        <a href={`/${locale}${consultationRoom(desk.consultation.id, 'overview')}`}>{t('overview.back')}</a>
        <PrintButton label={t('overview.print')} />
      </p>
      <p class="lead">
        <Wording texts={question} />
      </p>
      <p>{t('opinion.ballots', { count: props.count.ballots })}</p>
      <Standing count={props.count} zone={desk.place.timeZone} />
      <Show when={props.count.publishedFor === undefined}>
        <Notice kind="careful" title={t('opinion.staff-only')}>
          <p>{t('opinion.staff-only-why')}</p>
        </Notice>
      </Show>
      <Method count={props.count} />
      <section class="stack" aria-labelledby="numbers">
        <h2 id="numbers">{t('progress.numbers')}</h2>
        <Show when={report.turnout} fallback={<p class="hint">{t('progress.no-count')}</p>}>
          {(turnout) => <TurnoutFigures turnout={turnout()} words={report.words} zone={desk.place.timeZone} />}
        </Show>
      </section>
      <Groups result={props.count} consultation={desk.consultation.id} />
      <ReportLists report={report} count={props.count} />
      <Coverage report={report} documents={documents} consultation={desk.consultation.id} />
    </div>
  );
};

const ReportPage = (props: { data: Data }) => {
  const { t, locale } = useI18n();
  const title = () => readingOf(props.data.desk.consultation.title, [locale])?.text ?? '';
  return (
    <ConsultationFrame desk={props.data.desk} title={t('overview.report-of', { title: title() })}>
      <Show
        when={props.data.report.count}
        fallback={
          <Notice title={t('progress.no-count')}>
            <p>{t('progress.no-count-why')}</p>
          </Notice>
        }
      >
        {(count) => <Report data={props.data} count={count()} />}
      </Show>
    </ConsultationFrame>
  );
};

export default definePage<Data>({
  cache: 'private',
  async load(loading) {
    const found = await loadWholeConsultation(loading);
    if (!found) return null;
    const { desk, consultation } = found;
    const param = { con: consultation.id };
    const report = await answer(
      loading.api.consultations[':con'].overview.report.$get({ param, query: { readIn: loading.locale } }),
    );
    return { desk, question: consultation.question, documents: consultation.documents, report };
  },
  head: ({ desk }, { t, locale }) => ({
    title: t('overview.report-of', { title: readingOf(desk.consultation.title, [locale])?.text ?? '' }),
  }),
  place: ({ desk }) => desk.place,
  View: ReportPage,
});
