import { DOORS, type Door } from '#shared/consultations/rules.ts';
import { instant, dayIn, milliseconds, MINUTE, SECOND, type Instant } from '#shared/time.ts';

/** Every time zone's day begins with a quarter of an hour. */
const QUARTER = 15 * MINUTE;

/** One ballot as a scan has found it, apart from its votes. */
export type BallotOwner = { door: string; language: string; cards: string; joined: string; helped: string };
export const nobody: BallotOwner = { door: 'open', language: '', cards: '', joined: '', helped: '' };

export const doorOf = ({ door }: BallotOwner): Door => (DOORS.includes(door as Door) ? (door as Door) : 'open');

/** Who took part, in numbers: what one reading of all ballots tells without a counter anywhere. */
export type Turnout = {
  /** People who joined, by day; those from before days were kept are under ''. */
  joined: Map<string, number>;
  /** People with a vote that stands: by door, by language, by batch of handed cards; and those somebody helped. */
  doors: Map<Door, number>;
  languages: Map<string, number>;
  batches: Map<number, number>;
  helped: number;
  /** Votes that stand, by day. */
  votes: Map<string, number>;
};

const addTo = <Key>(counts: Map<Key, number>, key: Key, more = 1): void =>
  void counts.set(key, (counts.get(key) ?? 0) + more);

/** Counts along with a scan of ballots: votes as they come, then the ballot that they were in. */
export const countTurnout = (opened: Instant, timeZone: string) => {
  const turnout: Turnout = {
    joined: new Map(),
    doors: new Map(),
    languages: new Map(),
    batches: new Map(),
    helped: 0,
    votes: new Map(),
  };
  const begin = Math.floor(milliseconds(opened) / QUARTER);
  const offset = (milliseconds(opened) % QUARTER) / SECOND;
  const quarters: number[] = [];
  return {
    vote(seconds: number): void {
      const quarter = Math.floor((seconds + offset) / (QUARTER / SECOND));
      quarters[quarter] = (quarters[quarter] ?? 0) + 1;
    },
    ballot(owner: BallotOwner, stands: boolean): void {
      addTo(turnout.joined, owner.joined);
      if (!stands) return;
      addTo(turnout.doors, doorOf(owner));
      addTo(turnout.languages, owner.language);
      if (owner.cards) addTo(turnout.batches, Number(owner.cards));
      if (owner.helped) turnout.helped++;
    },
    done(): Turnout {
      quarters.forEach((votes, quarter) =>
        addTo(turnout.votes, dayIn(instant((begin + quarter) * QUARTER), timeZone), votes),
      );
      return turnout;
    },
  };
};
