import type { Beliefs, Share } from './agreement.ts';
import { countOf, together, type Count, type Counts } from './counts.ts';
import type { Matrix } from './matrix.ts';
import type { Parameters } from './parameters.ts';
import type { Cast, ItemFigure } from './snapshot.ts';

/** Whose votes a figure is about: everybody's, or only those that did not come through the open door. */
export type Audience = 'all' | 'without-open-door';

/** The part of an item's figure that votes decide. */
export type Standing = Pick<
  ItemFigure,
  'weighed' | 'agree' | 'disagree' | 'consensus' | 'divisiveness' | 'groups' | 'missing'
>;

/** The votes of an audience on one column: everybody's, each group's, and those of known doors among them. */
type Heard = { all: Count; groups: Count[]; known: Count };

/** How each column stands with an audience, in column order. Labels are in the order of the counts' groups. */
export function standings(
  counts: Counts,
  labels: readonly string[],
  audience: Audience,
  beliefs: Beliefs,
  parameters: Parameters,
  columns: number,
): Standing[] {
  return Array.from({ length: columns }, (_, column) =>
    standing(heard(counts, column, audience), labels, beliefs, parameters),
  );
}

function heard({ weighed }: Counts, column: number, audience: Audience): Heard {
  const classes = weighed.map(([open, known]) => ({ open: countOf(open!, column), known: countOf(known!, column) }));
  const counts = classes.map(({ open, known }) => (audience === 'all' ? together([open, known]) : known));
  return { all: together(counts), groups: counts.slice(0, -1), known: together(classes.map((one) => one.known)) };
}

function standing(
  { all, groups, known }: Heard,
  labels: readonly string[],
  beliefs: Beliefs,
  { enough }: Parameters,
): Standing {
  const agree = beliefs.agreement(all);
  const consensus = groups.length === 0 ? { share: agree.share, low: agree.low } : beliefs.consensus(groups);
  const missing = Math.max(0, Math.ceil(Math.min(enough.known - known.seen, enough.all - all.seen) - 1e-9));
  return {
    weighed: all,
    agree,
    disagree: beliefs.disagreement(all),
    consensus,
    divisiveness: beliefs.divisiveness(groups),
    groups: Object.fromEntries(labels.map((label, i) => [label, groupStanding(groups[i]!, beliefs)])),
    missing,
  };
}

function groupStanding(count: Count, beliefs: Beliefs): Count & Share {
  return { ...count, ...beliefs.agreement(count) };
}

/** Ballots in a language from which "nobody who reads it has met this item" is worth saying. */
const fewestBallots = 10;

/** Completes the standings with what was cast where, and ranks those with enough data. */
export function figures(
  matrix: Matrix,
  counts: Counts,
  standingOf: readonly Standing[],
  axes: readonly [Float64Array, Float64Array],
  locales: readonly string[],
): ItemFigure[] {
  const rank = ranks(standingOf);
  const ballots = new Uint32Array(locales.length);
  for (const language of matrix.language) ballots[language]!++;
  const order = [...locales.keys()].sort((a, b) => (locales[a]! < locales[b]! ? -1 : 1));
  return matrix.items.map(({ id, kind, language }, column) => {
    const spoken = order.filter((at) => ballots[at]! > 0);
    return {
      id,
      kind,
      language,
      rank: rank[column]!,
      ...standingOf[column]!,
      doors: doorsOf(counts, column),
      linked: castOf(matrix.linked, column),
      seenIn: Object.fromEntries(spoken.map((at) => [locales[at]!, counts.seen[at]![column]!])),
      unseenIn: spoken
        .filter((at) => ballots[at]! >= fewestBallots && counts.seen[at]![column] === 0)
        .map((at) => locales[at]!),
      believed: 1,
      axes: [axes[0][column]!, axes[1][column]!],
    };
  });
}

function doorsOf({ cast }: Counts, column: number): ItemFigure['doors'] {
  const [open, handed, proved, imported] = cast.map((table) => castOf(table, column));
  return { open: open!, handed: handed!, proved: proved!, imported: imported! };
}

function castOf(table: ArrayLike<number>, column: number): Cast {
  const { agree, disagree, seen } = countOf(table, column);
  return { agree, disagree, pass: seen - agree - disagree };
}

/** Places from 1, by lower bound; equal ones in column order. */
export function ranks(standingOf: readonly Standing[]): (number | null)[] {
  const ranked = [...standingOf.keys()].filter((column) => standingOf[column]!.missing === 0);
  ranked.sort((a, b) => standingOf[b]!.agree.low - standingOf[a]!.agree.low || a - b);
  const places: (number | null)[] = standingOf.map(() => null);
  ranked.forEach((column, place) => (places[column] = place + 1));
  return places;
}
