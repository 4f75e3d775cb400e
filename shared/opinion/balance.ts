import { DOORS } from '../consultations/rules.ts';
import type { Matrix } from './matrix.ts';
import { openDoor } from './packed.ts';
import type { Parameters } from './parameters.ts';

/** How far open-door votes are believed, and how many there are. */
export type Balance = {
  /** By row, the factor on its votes by column, 0 to 1; undefined where they count in full. */
  factorOf: (row: number) => Float64Array | undefined;
  /** By column: open-door votes before that factor. */
  open: Float64Array;
};

/** The handed and proved votes on cards in a language below which nothing can be said about how often they are met. */
const fewestKnownVotes = 300;
/** Nine cards in ten set what is ordinary: where a mediator came early, all later ones are met by the open door only. */
const ordinary = 0.9;

/**
 * How far the open door's exposure of each card is believed: in full, or less where open-door ballots met it far more
 * often than handed and proved ones did, and far more so than it is with nine in ten of the cards. Everybody's cards
 * come from the same deck, so one that makes up 2 in 100 votes of the others and 20 in 100 of the open door's was
 * reached by more than chance: somebody threw away cards and sessions until it came. Its open-door votes then count for
 * `exposureSlack` times what is ordinary. Looks at who met what, never at what they said; compared within a language,
 * because a card is only dealt to those who read it. Passages are shown to everybody and always count, imported ballots
 * know no deck, and nothing is weighed where too few came by a known door. Short ballots are not compared with long
 * ones: it would stop few attackers and touch people who have little time.
 * @param counted the ballots that count, one for each family
 */
export function balance(counted: Matrix, parameters: Parameters): Balance {
  const columns = counted.items.length;
  const tables = (): Float64Array[] => parameters.locales.map(() => new Float64Array(columns));
  const [open, known, imported] = [tables(), tables(), tables()];
  const byDoor = DOORS.map((door) => ({ open, handed: known, proved: known, imported })[door]);
  for (let row = 0; row < counted.rows; row++) {
    const to = byDoor[counted.door[row]!]![counted.language[row]!]!;
    const end = counted.start[row + 1]!;
    for (let vote = counted.start[row]!; vote < end; vote++) to[Math.floor(counted.token[vote]! / 3)]!++;
  }
  const isCard = Uint8Array.from(counted.items, (item) => (item.kind === 'passage' ? 0 : 1));
  const factors = open.map((own, language) => factorsOf(own, known[language]!, isCard, parameters.exposureSlack));
  return {
    factorOf: (row) => (counted.door[row] === openDoor ? factors[counted.language[row]!] : undefined),
    open: new Float64Array(columns).map((_, column) => open.reduce((sum, own) => sum + own[column]!, 0)),
  };
}

/** By column, how far open-door votes are believed, given those of the known doors. */
function factorsOf(open: Float64Array, known: Float64Array, isCard: Uint8Array, slack: number): Float64Array {
  const cardsOf = (votes: Float64Array): number => votes.reduce((sum, one, column) => sum + one * isCard[column]!, 0);
  const [allOpen, allKnown] = [cardsOf(open), cardsOf(known)];
  if (allKnown < fewestKnownVotes || allOpen === 0) return open.map(() => 1);
  // Few known votes may be few by chance: two standard errors and two votes are added to them.
  const excess = open.map((votes, column) => {
    const expected = known[column]! + 2 * Math.sqrt(known[column]!) + 2;
    return isCard[column] === 1 ? votes / allOpen / (expected / allKnown) : 0;
  });
  const met = excess.filter((one) => one > 0).sort();
  const believed = slack * Math.max(1, met[Math.floor(ordinary * (met.length - 1))]!);
  return excess.map((one) => (one > believed ? believed / one : 1));
}
