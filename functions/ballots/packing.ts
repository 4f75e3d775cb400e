import { choiceOf, secondsOf, type Choice } from '#shared/ballots/rules.ts';
import { DOORS } from '#shared/consultations/rules.ts';
import type { ConsultationId } from '#shared/consultations/schema.ts';
import { foldVotes } from '#shared/opinion/folding.ts';
import type { PackedBallots } from '#shared/opinion/packed.ts';
import type { Cast } from '#shared/opinion/snapshot.ts';
import { instant, type Instant } from '#shared/time.ts';
import type { World } from '../world.ts';
import type { BallotSink } from './page-scanner.ts';
import { scanBallots } from './scanning.ts';
import { answersIn } from './store.ts';
import { countTurnout, doorOf, nobody, type BallotOwner, type Turnout } from './turnout.ts';

/** All ballots of a consultation as the mathematics of opinion takes them, and what else a recount asks of them. */
export type Packing = {
  ballots: PackedBallots;
  /** What `ballots.language` counts into, in code unit order. */
  locales: string[];
  /** Ballots with a vote, taken back or not, since the moment asked about. */
  changed: number;
  /** Rows of those who say they belong to an affected group, by answer. */
  belonging: Map<string, number[]>;
  turnout: Turnout;
  /** Batches of handed cards that were left out: their ballots, and what these say, column by column. */
  leftOut: Map<number, LeftOut>;
};

export type LeftOut = { ballots: number; cast: Cast[] };

/** What a packing may be asked besides. */
type Asked = {
  /** Seconds after the opening, for `changed`. */
  since?: number | undefined;
  /** Batches whose ballots are not packed, by a decision of the place. */
  without?: readonly number[];
  /** For each column the one that stands for it, where some were merged. */
  standing?: readonly number[];
  /** When votes began to count their seconds, and on whose clocks days are. */
  opened?: Instant;
  timeZone?: string;
};

const CHOICE = { agree: 1, disagree: -1, pass: 0 } as const satisfies Record<Exclude<Choice, 'withdrawn'>, number>;
const SIDES = ['disagree', 'pass', 'agree'] as const;
const [DEALT, LINKED] = [0, 1];
const NO_VOTE = -1;

/** The same typed array with room for at least `length`. */
const roomFor = <Numbers extends Uint32Array | Int8Array | Uint8Array>(numbers: Numbers, length: number): Numbers => {
  if (length <= numbers.length) return numbers;
  const larger = new (numbers.constructor as new (length: number) => Numbers)(Math.max(2 * numbers.length, length));
  larger.set(numbers);
  return larger;
};

/** Votes of one ballot by item number, as they arrive in any order. */
const aBallot = () => {
  const room = 1024;
  const [dealt, linked] = [new Float64Array(room).fill(NO_VOTE), new Float64Array(room).fill(NO_VOTE)];
  return { dealt, linked, met: [] as number[], owner: { ...nobody }, belongs: '', latest: -Infinity };
};

const widened = (votes: Float64Array<ArrayBuffer>, item: number): Float64Array<ArrayBuffer> => {
  const larger = new Float64Array(Math.max(2 * votes.length, item + 1)).fill(NO_VOTE);
  larger.set(votes);
  return larger;
};

/**
 * Streams every ballot into typed arrays, shard by shard: memory grows with votes, and no pseudonym is kept. What she
 * chose by a link is her later word, but only what the deck dealt counts as dealt. Ballots without a vote that stands
 * are left out; one that votes only on what is not counted keeps its row, for its voter took part.
 * @param numbers the items' numbers in the ballots by column, ascending
 */
export const packBallots = async (
  world: World,
  consultation: ConsultationId,
  numbers: readonly number[],
  { since = 0, without = [], standing = [], opened = instant(0), timeZone = 'UTC' }: Asked = {},
): Promise<Packing> => {
  const turnout = countTurnout(opened, timeZone);
  const leftOut = new Map<number, LeftOut>();
  const columns = new Map(numbers.map((number, column) => [number, column]));
  const languages = new Map<string, number>();
  const belonging = new Map<string, number[]>();
  let start = new Uint32Array(1024);
  let item = new Uint32Array(4096);
  let choice = new Int8Array(4096);
  let way = new Uint8Array(4096);
  let door = new Uint8Array(1024);
  let language = new Uint8Array(1024);
  let [rows, votes, changed] = [0, 0, 0];
  const placeOf = (locale: string): number => {
    const known = languages.get(locale) ?? languages.size;
    languages.set(locale, known);
    return known;
  };
  const sinkOf = (): BallotSink => {
    let one = aBallot();
    const writeVotes = (): boolean => {
      let stands = false;
      for (const number of one.met.sort((a, b) => a - b)) {
        const value = one.linked[number] === NO_VOTE ? one.dealt[number]! : one.linked[number]!;
        const said = choiceOf(value);
        if (said === 'withdrawn') continue;
        stands = true;
        turnout.vote(secondsOf(value));
        const column = columns.get(number);
        if (column === undefined) continue;
        item = roomFor(item, votes + 1);
        choice = roomFor(choice, votes + 1);
        way = roomFor(way, votes + 1);
        item[votes] = column;
        choice[votes] = CHOICE[said];
        way[votes++] = one.dealt[number] === NO_VOTE ? LINKED : DEALT;
      }
      return stands;
    };
    /** Takes the votes of this ballot out again, and counts them by themselves. */
    const leaveOut = (batch: number, from: number): void => {
      const own = leftOut.get(batch) ?? {
        ballots: 0,
        cast: numbers.map(() => ({ agree: 0, disagree: 0, pass: 0 })),
      };
      own.ballots++;
      const said = Array.from(item.subarray(from, votes), (column, nth) => ({
        place: standing[column] ?? column,
        choice: choice[from + nth]!,
        linked: way[from + nth] === LINKED,
        folded: (standing[column] ?? column) !== column,
      }));
      for (const vote of foldVotes(said)) if (!vote.linked) own.cast[vote.place]![SIDES[vote.choice + 1]!]++;
      leftOut.set(batch, own);
      votes = from;
    };
    const keep = (): void => {
      start = roomFor(start, rows + 2);
      door = roomFor(door, rows + 1);
      language = roomFor(language, rows + 1);
      door[rows] = DOORS.indexOf(doorOf(one.owner));
      language[rows] = placeOf(one.owner.language);
      for (const answer of answersIn(one.belongs)) {
        const members = belonging.get(answer) ?? [];
        members.push(rows);
        belonging.set(answer, members);
      }
      start[++rows] = votes;
    };
    return {
      vote(kind, number, value) {
        if (number >= one.dealt.length) {
          one.dealt = widened(one.dealt, number);
          one.linked = widened(one.linked, number);
        }
        if (one.dealt[number] === NO_VOTE && one.linked[number] === NO_VOTE) one.met.push(number);
        (kind === 'd' ? one.dealt : one.linked)[number] = value;
        one.latest = Math.max(one.latest, secondsOf(value));
      },
      text(name, value) {
        if (name === 'lang') one.owner.language = value;
        else if (name === 'belongs') one.belongs = value;
        else if (name in one.owner) one.owner[name as keyof BallotOwner] = value;
      },
      end() {
        const from = votes;
        const stands = writeVotes();
        turnout.ballot(one.owner, stands);
        const isLeftOut = without.includes(Number(one.owner.cards));
        if (one.latest >= since && !isLeftOut) changed++;
        if (stands && isLeftOut) leaveOut(Number(one.owner.cards), from);
        else if (stands) keep();
        for (const number of one.met) one.dealt[number] = one.linked[number] = NO_VOTE;
        one = { ...one, met: [], owner: { ...nobody }, belongs: '', latest: -Infinity };
      },
    };
  };
  await scanBallots(world, consultation, sinkOf());
  const locales = [...languages.keys()].sort();
  const sorted = Uint8Array.from(languages.keys(), (locale) => locales.indexOf(locale));
  return {
    ballots: {
      rows,
      items: numbers.length,
      start: start.slice(0, rows + 1),
      item: item.slice(0, votes),
      choice: choice.slice(0, votes),
      way: way.slice(0, votes),
      door: door.slice(0, rows),
      language: language.slice(0, rows).map((place) => sorted[place]!),
    },
    locales,
    changed,
    belonging,
    turnout: turnout.done(),
    leftOut,
  };
};
