import type { Matrix } from './matrix.ts';
import { openDoor } from './packed.ts';
import type { Parameters } from './parameters.ts';

/** How far open-door votes are believed, and how many there are. */
export type Balance = {
  /** By language, then column: the factor on open-door votes, 0 to 1. */
  factor: Float64Array[];
  /** By column: open-door votes by the weight of their ballots alone. */
  open: Float64Array;
};

/** The known-door votes in a language below which nothing can be said about how often its items are met. */
const fewestKnownVotes = 300;

/**
 * How far the open door's exposure of each item is believed, by language and column: 1, or less where open-door ballots
 * met an item far more often than the others did. Everybody's cards come from the same deck, so an item that makes up
 * 2 in 100 votes of handed and proved ballots and 20 in 100 of the open door's was reached by more than chance:
 * somebody threw away cards and sessions until it came. Its open-door votes then count for what the deck would have
 * dealt, times `exposureSlack` and two standard errors. Looks at who met what, never at what they said; compared within
 * a language, because a card is only dealt to those who read it; nothing is weighed where too few came otherwise.
 */
export function balance(matrix: Matrix, weight: Float64Array, parameters: Parameters): Balance {
  const columns = matrix.items.length;
  const tables = (): Float64Array[] => parameters.locales.map(() => new Float64Array(columns));
  const met = { open: tables(), known: tables() };
  for (let row = 0; row < matrix.rows; row++) {
    const to = (matrix.door[row] === openDoor ? met.open : met.known)[matrix.language[row]!]!;
    const end = matrix.start[row + 1]!;
    for (let vote = matrix.start[row]!; vote < end; vote++) to[Math.floor(matrix.token[vote]! / 3)]! += weight[row]!;
  }
  const factor = met.open.map((open, language) => factors(open, met.known[language]!, parameters.exposureSlack));
  const open = new Float64Array(columns).map((_, column) => met.open.reduce((sum, one) => sum + one[column]!, 0));
  return { factor, open };
}

function factors(open: Float64Array, known: Float64Array, slack: number): Float64Array {
  const allOpen = open.reduce((sum, votes) => sum + votes, 0);
  const allKnown = known.reduce((sum, votes) => sum + votes, 0);
  return open.map((votes, column) => {
    if (allKnown < fewestKnownVotes || votes === 0) return 1;
    const others = known[column]!;
    const believed = (slack * (others + 2 * Math.sqrt(others) + 2) * allOpen) / allKnown;
    return Math.min(1, believed / votes);
  });
}
