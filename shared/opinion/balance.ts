import { DOORS } from '../consultations/rules.ts';
import type { Matrix } from './matrix.ts';
import type { Parameters } from './parameters.ts';

/** How far open-door votes are believed, and how many there are. */
export type Balance = {
  /** By language, then column: the factor on open-door votes, 0 to 1. */
  factor: Float64Array[];
  /** By column: open-door votes before that factor. */
  open: Float64Array;
};

/** The handed and proved votes in a language below which nothing can be said about how often its items are met. */
const fewestKnownVotes = 300;
/** Nine items in ten set what is ordinary: where a mediator came early, all later items are met by the open door only. */
const ordinary = 0.9;

/**
 * How far the open door's exposure of each item is believed, by language and column: 1, or less where open-door ballots
 * met an item far more often than handed and proved ones did, and far more so than it is with nine in ten of the items.
 * Everybody's cards come from the same deck, so an item that makes up 2 in 100 votes of the others and 20 in 100 of the
 * open door's was reached by more than chance: somebody threw away cards and sessions until it came. Its open-door votes
 * then count for `exposureSlack` times what is ordinary. Looks at who met what, never at what they said; compared
 * within a language, because a card is only dealt to those who read it; imported ballots know no deck; nothing is
 * weighed where too few came by a known door.
 * @param counted the ballots that count, one for each family
 */
export function balance(counted: Matrix, parameters: Parameters): Balance {
  const columns = counted.items.length;
  const tables = (): Float64Array[] => parameters.locales.map(() => new Float64Array(columns));
  const met = { open: tables(), known: tables(), imported: tables() };
  const { open: byOpenDoor, known, imported } = met;
  const byDoor = DOORS.map((door) => ({ open: byOpenDoor, handed: known, proved: known, imported })[door]);
  for (let row = 0; row < counted.rows; row++) {
    const to = byDoor[counted.door[row]!]![counted.language[row]!]!;
    const end = counted.start[row + 1]!;
    for (let vote = counted.start[row]!; vote < end; vote++) to[Math.floor(counted.token[vote]! / 3)]!++;
  }
  const factor = met.open.map((open, language) => factors(open, met.known[language]!, parameters.exposureSlack));
  const open = new Float64Array(columns).map((_, column) => met.open.reduce((sum, one) => sum + one[column]!, 0));
  return { factor, open };
}

function factors(open: Float64Array, known: Float64Array, slack: number): Float64Array {
  const allOpen = open.reduce((sum, votes) => sum + votes, 0);
  const allKnown = known.reduce((sum, votes) => sum + votes, 0);
  if (allKnown < fewestKnownVotes || allOpen === 0) return open.map(() => 1);
  // Few known votes may be few by chance: two standard errors and two votes are added to them.
  const excess = open.map((votes, column) => {
    const others = known[column]! + 2 * Math.sqrt(known[column]!) + 2;
    return votes / allOpen / (others / allKnown);
  });
  const met = excess.filter((_, column) => open[column]! > 0).sort();
  const believed = slack * Math.max(1, met[Math.floor(ordinary * (met.length - 1))]!);
  return excess.map((one) => (one > believed ? believed / one : 1));
}
