import { For, Show } from 'solid-js';
import { LANGUAGES, isLanguage } from '#shared/locales.ts';
import type { ReportTable, TransparencyReport } from '#shared/moderation/report-schema.ts';
import { answer } from '#web/api.ts';
import { frameOf, loadPlace, type Frame } from '#web/info/load.ts';
import { useI18n, type I18n } from '#web/messages/i18n.ts';
import { definePage } from '#web/page.ts';
import { Time } from '#web/ui/time/time.tsx';
import { nameOfRow } from './report-rows.ts';
import { ReportTableView } from './report-table.tsx';

type Data = { place: Frame; report: TransparencyReport };

const SECTIONS = {
  notices: ['notices-by-kind', 'notices-by-language', 'notices-by-way'],
  decisions: ['decisions-by-outcome', 'decisions-by-kind', 'decisions-by-language'],
  restrictions: ['restrictions-by-ground', 'restrictions-by-source', 'measures'],
  appeals: ['appeals-by-outcome', 'appeals-by-who'],
} as const satisfies Record<string, readonly ReportTable[]>;
type Section = keyof typeof SECTIONS;

const nameOfHalf = (period: string, { t }: I18n): string =>
  t('transparency.half', { year: period.slice(0, 4), half: period.slice(-2) });

type Figure = readonly [term: string, figure: string | undefined];

/** The numbers that most readers come for. */
const KeyFigures = (props: { report: TransparencyReport }) => {
  const { t, number } = useI18n();
  const { tables, hours } = props.report;
  const inHours = (count: number | null) => (count === null ? undefined : t('transparency.hours', { count }));
  const ofSome = (table: ReportTable, ...all: Figure[]): Figure[] => (tables[table].total === 0 ? [] : all);
  const figures = (): Figure[] => [
    [t('transparency.notices'), shown(tables['notices-by-kind'].total)],
    [t('transparency.decisions'), shown(tables['decisions-by-outcome'].total)],
    // Of what there was none, nothing is hidden either.
    ...ofSome('decisions-by-outcome', [t('transparency.median'), inHours(hours.decision)]),
    [t('transparency.appeals'), shown(tables['appeals-by-outcome'].total)],
    ...ofSome(
      'appeals-by-outcome',
      [t('transparency.reversed'), reversed()],
      [t('transparency.median-appeal'), inHours(hours.appeal)],
    ),
  ];
  const shown = (count: number | null) => (count === null ? undefined : number(count));
  const reversed = (): string | undefined => {
    const { total, cells } = tables['appeals-by-outcome'];
    const upheld = cells?.find(({ key }) => key === 'upheld')?.count;
    if (!total || upheld === null || upheld === undefined) return undefined;
    return t('transparency.share', { part: number(total - upheld), of: number(total) });
  };
  return (
    <dl class="key-figures">
      <For each={figures()}>
        {([term, figure]) => (
          <div>
            <dt>{term}</dt>
            <dd>{figure ?? t('progress.hidden')}</dd>
          </div>
        )}
      </For>
      <div>
        <dt>{t('transparency.by-machine')}</dt>
        <dd>{number(props.report.automated)}</dd>
      </div>
    </dl>
  );
};

const Medians = (props: { languages: TransparencyReport['hours']['languages'] }) => {
  const { t } = useI18n();
  return (
    <Show when={props.languages.some(({ hours }) => hours !== null)}>
      <h3>{t('transparency.median-by-language')}</h3>
      <dl class="key-figures">
        <For each={props.languages.filter(({ hours }) => hours !== null)}>
          {({ key, hours }) => (
            <div>
              <dt>{isLanguage(key) ? LANGUAGES[key] : t('progress.others')}</dt>
              <dd>{t('transparency.hours', { count: hours ?? 0 })}</dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  );
};

/** What a service outside does, and how good it is in the languages of the place. */
const Machine = (props: { hints: NonNullable<TransparencyReport['hints']> }) => {
  const { t, number } = useI18n();
  return (
    <section class="stack stack-tight" aria-labelledby="machine">
      <h2 id="machine">{t('transparency.machine.title')}</h2>
      <p>{t('info.privacy.triage', { service: props.hints.service })}</p>
      <ul>
        <For each={props.hints.languages}>
          {({ language, quality }) => (
            <li>
              <bdi lang={language}>{LANGUAGES[language]}</bdi>:{' '}
              {quality
                ? t('transparency.machine.quality', { found: number(quality.found), wrong: number(quality.wrong) })
                : t('transparency.machine.not-measured')}
            </li>
          )}
        </For>
      </ul>
    </section>
  );
};

const TransparencyPage = (props: { data: Data }) => {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const { report, place } = props.data;
  const here = `/${locale}/p/${place.slug}/transparency`;
  const data = `/api/places/${place.slug}/transparency`;
  return (
    <div class="stack">
      <h1>{t('transparency.title')}</h1>
      <p class="lead">{t('transparency.lead')}</p>
      <h2>{nameOfHalf(report.period, i18n)}</h2>
      <KeyFigures report={report} />
      <p class="hint">{t('progress.hidden-why')}</p>
      <For each={Object.keys(SECTIONS) as Section[]}>
        {(section) => (
          <section class="stack" aria-labelledby={section}>
            <h2 id={section}>{t(`transparency.section.${section}`)}</h2>
            <p>{t(`transparency.about.${section}`)}</p>
            <div class="two-columns">
              <For each={SECTIONS[section]}>
                {(table) => (
                  <ReportTableView
                    title={t(`transparency.table.${table}`)}
                    table={report.tables[table]}
                    name={(key) => nameOfRow(table, key, i18n)}
                  />
                )}
              </For>
            </div>
            <Show when={section === 'decisions'}>
              <Medians languages={report.hours.languages} />
            </Show>
          </section>
        )}
      </For>
      <Show when={report.hints}>{(hints) => <Machine hints={hints()} />}</Show>
      <section class="stack stack-tight" aria-labelledby="more">
        <h2 id="more">{t('transparency.more')}</h2>
        <ul>
          <li>
            <a href={`${data}.csv?period=${report.period}`} download="">
              {t('transparency.csv')}
            </a>
          </li>
          <li>
            <a href={`${data}?period=${report.period}`}>{t('transparency.json')}</a>
          </li>
          <For each={report.periods.filter((period) => period !== report.period)}>
            {(period) => (
              <li>
                <a href={`${here}?period=${period}`}>{nameOfHalf(period, i18n)}</a>
              </li>
            )}
          </For>
        </ul>
        <p>
          {t('transparency.next')} <Time at={report.next} zone="UTC" />
        </p>
      </section>
    </div>
  );
};

/** What a place says about its moderation (DSA Art. 15 and 24). The same for everybody. */
export default definePage<Data>({
  cache: 'public',
  load: async (loading) => {
    const place = await loadPlace(loading);
    const period = loading.url.searchParams.get('period');
    const report = await answer(
      loading.api.places[':slug'].transparency.$get({ param: { slug: place.slug }, query: period ? { period } : {} }),
    );
    return { place: frameOf(place), report };
  },
  head: (_, { t }) => ({ title: t('transparency.title'), description: t('transparency.lead') }),
  place: ({ place }) => place,
  View: TransparencyPage,
});
