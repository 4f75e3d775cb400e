import type { Figure } from '#shared/moderation/figures.ts';
import { isPublic, nextReportAt, publicHalfYears, spanOf } from '#shared/moderation/half-years.ts';
import type { TransparencyReport } from '#shared/moderation/report-schema.ts';
import { reportOf } from '#shared/moderation/report.ts';
import { MOST_IN_A_BATCH, type Statement } from '#shared/moderation/transparency.ts';
import type { Language } from '#shared/locales.ts';
import type { Place } from '#shared/places/schema.ts';
import { Problem } from '#shared/problems.ts';
import { requireOffice, type MaybeActor } from '../participants/actor.ts';
import { placeAt } from '../places/service.ts';
import { nowIn, type World } from '../world.ts';
import { figuresOf, firstFigureAt } from './figures.ts';

const hintsIn = (world: World, { triage, languages }: Place): TransparencyReport['hints'] => {
  if (!world.triage || !triage?.isOn) return undefined;
  const qualityIn = (language: Language) => ({
    language,
    ...(triage.measured[language] && { quality: triage.measured[language] }),
  });
  return { service: world.triage.service, languages: languages.map(qualityIn) };
};

/** The report of a place over a half-year that has ended; without a name, the newest one. Anybody may read it. */
export const transparencyReport = async (world: World, slug: string, asked?: string): Promise<TransparencyReport> => {
  const place = await placeAt(world, slug);
  const now = nowIn(world);
  const periods = publicHalfYears(await firstFigureAt(world, place.id), now);
  const period = asked ?? periods[0];
  if (period === undefined || !isPublic(period, now)) throw new Problem('not-found');
  const { from, until } = spanOf(period);
  const figures = await figuresOf(world, place.id, from, until);
  const report = reportOf(figures, place.languages);
  const hints = hintsIn(world, place);
  return { period, from, until, periods, next: nextReportAt(now), ...report, automated: 0, ...(hints && { hints }) };
};

/** The report as rows of a table; a hidden number is an empty cell. */
export const reportRows = ({ period, tables, hours, automated }: TransparencyReport) => [
  ...Object.entries(tables).flatMap(([table, { total, cells }]) => [
    { period, table, row: 'total', number: total ?? '' },
    ...(cells ?? []).map(({ key, count }) => ({ period, table, row: key, number: count ?? '' })),
  ]),
  { period, table: 'median-hours', row: 'decision', number: hours.decision ?? '' },
  { period, table: 'median-hours', row: 'appeal', number: hours.appeal ?? '' },
  ...hours.languages.map(({ key, hours: median }) => ({
    period,
    table: 'median-hours-of-decision-by-language',
    row: key,
    number: median ?? '',
  })),
  { period, table: 'automated', row: 'total', number: automated },
];

const statementIn = (figure: Figure): Statement[] =>
  figure.what === 'decision' && figure.statement ? [figure.statement] : [];

/**
 * Statements of reasons that were told in this time, as the EU's Transparency Database takes them: a batch of a hundred
 * at most, all or nothing. What a batch holds never changes once its time is over, so one that was refused can be sent again.
 */
export const statementBatch = async (
  world: World,
  actor: MaybeActor,
  slug: string,
  { from, until, batch }: { from: string; until: string; batch: number },
): Promise<{ statements: Statement[]; batches: number }> => {
  const place = await placeAt(world, slug);
  requireOffice(actor, 'export-statements', place.id);
  const all = (await figuresOf(world, place.id, from, until)).flatMap(statementIn);
  const first = (batch - 1) * MOST_IN_A_BATCH;
  return {
    statements: all.slice(first, first + MOST_IN_A_BATCH),
    batches: Math.ceil(all.length / MOST_IN_A_BATCH),
  };
};
