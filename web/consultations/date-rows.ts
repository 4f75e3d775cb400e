import type { Stage } from '#shared/consultations/phases.ts';
import { comingStages } from '#shared/consultations/phases.ts';
import { rowsOf, suggestedPlan, type PlannedRow } from '#shared/consultations/planning.ts';
import type { ConsultationView } from '#shared/consultations/views.ts';
import { localTimeAt, type LocalTime } from '#shared/local-time.ts';
import type { Instant } from '#shared/time.ts';

/** One row of the form: its number names its fields. */
export type DateRow = PlannedRow & { i: number; local: LocalTime | undefined };
export type DateRows = Record<'rounds' | 'another' | 'end' | 'results', DateRow[]> & { areSuggested: boolean };

type Dated = Pick<ConsultationView, 'draft' | 'stages' | 'resultDates'>;

/** The dates that a form sets: of a draft all, of what is published those that have not come. */
export const dateRows = (consultation: Dated, zone: string, now: Instant): DateRows => {
  const { draft, resultDates } = consultation;
  const areSuggested = draft !== undefined && draft.plan.length === 0;
  const planned: readonly Stage[] = draft?.plan ?? comingStages(consultation, now);
  const rows = rowsOf(areSuggested ? suggestedPlan(now, zone) : planned, draft !== undefined);
  const coming = draft ? resultDates : resultDates.filter((date) => date > now);
  const results: PlannedRow[] = [...coming.map((from) => ({ phase: 'result' as const, from })), { phase: 'result' }];
  let i = 0;
  const numbered = (some: readonly PlannedRow[]): DateRow[] =>
    some.map((row) => ({ ...row, i: i++, local: row.from && localTimeAt(row.from, zone) }));
  return {
    rounds: numbered(rows.rounds),
    another: numbered(rows.another),
    end: numbered(rows.end),
    results: numbered(results),
    areSuggested,
  };
};
