import { shownTable, type Cell, type ShownTable } from '../progress/suppression.ts';
import { HOUR, SECOND } from '../time.ts';
import type { Figure, FigureOf } from './figures.ts';
import { MEASURES, NOTICE_KINDS, OUTCOMES, REVIEWS, SOURCE_TYPES } from './kinds.ts';
import type { ReportTable } from './report-schema.ts';

const OTHERS = 'others';
export const WAYS = ['trusted-flagger', 'article-16', 'anonymous'] as const;
export const ACT_GROUNDS = ['law', 'house-rule'] as const;
export const APPEALED_BY = ['author', 'notifier'] as const;

/** How many there are of each; what is not among the keys is `others`, which is there without it, too. */
const count = <One>(all: readonly One[], keys: readonly string[], keyOf: (one: One) => string | undefined): Cell[] => {
  const counts = new Map(keys.map((key) => [key, 0]));
  for (const one of all) {
    const key = keyOf(one) ?? OTHERS;
    const known = counts.has(key) ? key : OTHERS;
    if (counts.has(known)) counts.set(known, (counts.get(known) ?? 0) + 1);
  }
  return [...counts].map(([key, times]) => ({ key, count: times }));
};

const wayOf = ({ organisation, isArticle16 }: FigureOf<'notice'>): (typeof WAYS)[number] =>
  organisation ? 'trusted-flagger' : isArticle16 ? 'article-16' : 'anonymous';

const groundOf = ({ statement }: FigureOf<'decision'>): (typeof ACT_GROUNDS)[number] =>
  statement?.decision_ground === 'DECISION_GROUND_ILLEGAL_CONTENT' ? 'law' : 'house-rule';

const hidesSomething = ({ cells }: ShownTable): boolean => !cells || cells.some((cell) => cell.count === null);
const WITHHELD: ShownTable = { total: null, cells: null };

/**
 * The middle of how long things took, in whole hours and at least one: of five or more, so that it is nobody's own time.
 * With an even number the later of the two in the middle.
 */
const medianHours = (all: readonly { took: number }[]): number | null => {
  if (all.length < 5) return null;
  const sorted = all.map(({ took }) => took).sort((a, b) => a - b);
  return Math.max(1, Math.round(((sorted[Math.floor(sorted.length / 2)] ?? 0) * SECOND) / HOUR));
};

const ofKind = <What extends Figure['what']>(figures: readonly Figure[], what: What): FigureOf<What>[] =>
  figures.filter((figure): figure is FigureOf<What> => figure.what === what);

/**
 * What DSA Art. 15 and 24 ask for, small numbers hidden. Restrictions are a part of the decisions: where the table of
 * outcomes hides a number, the tables of restrictions are withheld, because their total would be one equation more.
 */
export const reportOf = (figures: readonly Figure[], languages: readonly string[]) => {
  const [notices, decisions, appeals] = [
    ofKind(figures, 'notice'),
    ofKind(figures, 'decision'),
    ofKind(figures, 'appeal'),
  ];
  const restrictions = decisions.filter(({ statement }) => statement);
  const measures = decisions.flatMap(({ warns, suspends }) => (suspends ? ['suspend'] : warns ? ['warn'] : []));
  const tongues = [...languages, OTHERS];
  const outcomes = shownTable(count(decisions, OUTCOMES, ({ outcome }) => outcome));
  const decidedIn = shownTable(count(decisions, tongues, ({ language }) => language));
  const ofRestrictions = (keys: readonly string[], keyOf: (one: FigureOf<'decision'>) => string | undefined) =>
    hidesSomething(outcomes) ? WITHHELD : shownTable(count(restrictions, keys, keyOf));
  const isOther = (language: string): boolean => !languages.includes(language);
  return {
    tables: {
      'notices-by-kind': shownTable(count(notices, NOTICE_KINDS, ({ kind }) => kind)),
      'notices-by-language': shownTable(count(notices, tongues, ({ language }) => language)),
      'notices-by-way': shownTable(count(notices, WAYS, wayOf)),
      'decisions-by-outcome': outcomes,
      'decisions-by-kind': shownTable(count(decisions, NOTICE_KINDS, ({ kind }) => kind)),
      'decisions-by-language': decidedIn,
      'restrictions-by-ground': ofRestrictions(ACT_GROUNDS, groundOf),
      'restrictions-by-source': ofRestrictions(SOURCE_TYPES, ({ statement }) => statement?.source_type),
      measures: shownTable(count(measures, MEASURES, (measure) => measure)),
      'appeals-by-outcome': shownTable(count(appeals, REVIEWS, ({ review }) => review)),
      'appeals-by-who': shownTable(count(appeals, APPEALED_BY, ({ by }) => by)),
    } satisfies Record<ReportTable, ShownTable>,
    hours: {
      decision: medianHours(decisions),
      appeal: medianHours(appeals),
      languages: (decidedIn.cells ?? []).map(({ key, count: shown }) => ({
        key,
        hours:
          shown === null
            ? null
            : medianHours(decisions.filter(({ language }) => (key === OTHERS ? isOther(language) : language === key))),
      })),
    },
  };
};
