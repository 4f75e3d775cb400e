import type { Choice } from '../ballots/rules.ts';
import type { Door } from '../consultations/rules.ts';
import type { ItemTally, Tally } from './schema.ts';

/** What the count needs of one ballot. `votes` holds the voter's last word on each item; withdrawn votes are not in it. */
export type CountedBallot = {
  door: Door;
  language: string;
  votes: Iterable<{ item: number; choice: Exclude<Choice, 'withdrawn'>; dealt: boolean }>;
};

const none = (): Tally => ({ agree: 0, disagree: 0, pass: 0 });
const Z90 = 1.2815515655446004;

/**
 * Lower end of the one-sided 90 % Wilson score interval (Wilson 1927) for the share that agrees among those who agreed
 * or disagreed: a share that few support sinks, so rank says how sure we are as well as how many.
 */
export const lowerBound = ({ agree, disagree }: Pick<Tally, 'agree' | 'disagree'>): number => {
  const n = agree + disagree;
  // Without agreement it is 0 exactly; the formula would leave a rounding error that decides ranks.
  if (agree === 0) return 0;
  const share = agree / n;
  const z2 = Z90 * Z90;
  const centre = share + z2 / (2 * n);
  const spread = Z90 * Math.sqrt((share * (1 - share) + z2 / (4 * n)) / n);
  return Math.max(0, (centre - spread) / (1 + z2 / n));
};

export type Count = { add: (ballot: CountedBallot) => void; ballots: () => number; rows: () => ItemTally[] };

/** Counts ballots one by one and keeps only sums: memory grows with the number of items, not of ballots. */
export const createCount = (): Count => {
  const items = new Map<number, Omit<ItemTally, 'lowerBound'>>();
  let ballots = 0;
  const rowOf = (item: number): Omit<ItemTally, 'lowerBound'> => {
    const row = items.get(item) ?? {
      item,
      dealt: none(),
      linked: none(),
      imported: none(),
      doors: { open: none(), handed: none(), proved: none(), imported: none() },
      exposure: {},
    };
    items.set(item, row);
    return row;
  };
  return {
    add: ({ door, language, votes }) => {
      let holdsVotes = false;
      for (const { item, choice, dealt } of votes) {
        holdsVotes = true;
        const row = rowOf(item);
        if (!dealt) {
          row.linked[choice]++;
          continue;
        }
        row.dealt[choice]++;
        row.doors[door][choice]++;
        if (door === 'imported') row.imported[choice]++;
        row.exposure[language] = (row.exposure[language] ?? 0) + 1;
      }
      if (holdsVotes) ballots++;
    },
    ballots: () => ballots,
    rows: () =>
      [...items.values()].sort((a, b) => a.item - b.item).map((row) => ({ ...row, lowerBound: lowerBound(row.dealt) })),
  };
};

/** On how many ballots an item has a dealt answer. */
export const exposureIn = ({ dealt }: Pick<ItemTally, 'dealt'>): number => dealt.agree + dealt.disagree + dealt.pass;

/** The ranking: highest lower bound first, then more agreement, then the earlier item. */
export const ranked = <Row extends ItemTally>(rows: readonly Row[]): Row[] =>
  [...rows].sort((a, b) => b.lowerBound - a.lowerBound || b.dealt.agree - a.dealt.agree || a.item - b.item);
