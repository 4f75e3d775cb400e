import type { ConsultationView, ResultRow, ResultsView } from '#shared/consultations/views.ts';

const ROWS_ON_A_PAGE = 20;

/** What the page needs of a consultation. */
export type Asked = Pick<ConsultationView, 'id' | 'title' | 'placeBrief' | 'resultsOn'>;

export type Sections = Pick<ResultsView, 'at' | 'ballots'> & {
  /** Every passage with enough votes, in the order of the text. */
  passages: ResultRow[];
  /** Suggestions with enough votes, best first; `first` is the rank of the first one shown. */
  ranked: ResultRow[];
  first: number;
  total: number;
  /** What nothing can be said about yet; only with the last ranked ones. */
  tooLittle: ResultRow[];
};

const hasEnough = (row: ResultRow): boolean => row.missing === 0;

/** A result cut into what one page shows; the API has ranked the rows. */
export const sectionsOf = ({ at, ballots, rows: all }: ResultsView, from: number): Sections => {
  const rows = all.filter((row) => row.copyOf === undefined);
  const said = rows.filter(hasEnough);
  const suggestions = said.filter((row) => row.contribution);
  const start = Number.isInteger(from) && from > 0 && from < suggestions.length ? from : 0;
  const end = start + ROWS_ON_A_PAGE;
  return {
    at,
    ballots,
    passages:
      start > 0
        ? []
        : said
            .filter((row) => row.passage)
            .sort((a, b) => (a.passage?.position ?? 0) - (b.passage?.position ?? 0) || a.item - b.item),
    ranked: suggestions.slice(start, end),
    first: start + 1,
    total: suggestions.length,
    tooLittle: end < suggestions.length ? [] : rows.filter((row) => !hasEnough(row)),
  };
};
