import { reader, writer, type Reader, type Writer } from './bytes.ts';
import type { Item, PackedBallots } from './packed.ts';
import type { Parameters } from './parameters.ts';
import { recount, type Recount } from './recount.ts';
import type { Snapshot } from './snapshot.ts';

/** Everything a recount depends on, and nothing that says whose ballot is whose. */
export type AuditorsFile = {
  ballots: PackedBallots;
  items: readonly Item[];
  /** By item id its state at the time, those that are not counted among them; for people to read. */
  states: Readonly<Record<string, string>>;
  previous: Snapshot | undefined;
  parameters: Parameters;
  /** The version of the code that made the published snapshot. */
  code: string;
};

const title = "Equal Say auditor's file 1\n";

/**
 * The auditor's file as bytes: a title, one JSON text, then the ballots, each a door, a language and its votes. It
 * holds no pseudonym and no time, and the ballots stand in the order of their bytes, so the file does not tell who
 * came first, and the same recount has the same file and the same hash however the ballots were read.
 */
export function encodeAuditorsFile(file: AuditorsFile): Uint8Array {
  const items = file.items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const states = Object.fromEntries(Object.entries(file.states).sort(([a], [b]) => (a < b ? -1 : 1)));
  const { parameters, code, previous = null } = file;
  const out = writer();
  out.text(title);
  out.text(JSON.stringify({ code, parameters, items, states, previous }));
  out.number(file.ballots.rows);
  out.number(file.ballots.item.length);
  for (const ballot of encodedBallots(file.ballots, file.items, items)) out.bytes(ballot);
  return out.done();
}

function encodedBallots(ballots: PackedBallots, from: readonly Item[], to: readonly Item[]): Uint8Array[] {
  const places = new Map(to.map((item, place) => [item.id, place]));
  const place = Uint32Array.from(from, (item) => places.get(item.id)!);
  const out = writer();
  const ends: number[] = [];
  const encoded: Uint8Array[] = [];
  for (let row = 0; row < ballots.rows; row++) {
    const votes = new Float64Array(ballots.start[row + 1]! - ballots.start[row]!);
    for (let i = 0; i < votes.length; i++) {
      const vote = ballots.start[row]! + i;
      votes[i] = 6 * place[ballots.item[vote]!]! + 3 * ballots.way[vote]! + ballots.choice[vote]! + 1;
    }
    votes.sort();
    writeBallot(out, ballots.door[row]!, ballots.language[row]!, votes);
    ends.push(out.length());
  }
  const all = out.done();
  ends.forEach((end, row) => encoded.push(all.subarray(row === 0 ? 0 : ends[row - 1]!, end)));
  return encoded.sort(compareBytes);
}

/** Door, language, number of votes, then each vote as its distance from the one before. */
function writeBallot(out: Writer, door: number, language: number, votes: Float64Array): void {
  out.number(door);
  out.number(language);
  out.number(votes.length);
  let before = 0;
  for (const vote of votes) {
    out.number(vote - before);
    before = vote;
  }
}

function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) if (a[i] !== b[i]) return a[i]! - b[i]!;
  return a.length - b.length;
}

/**
 * Reads an auditor's file. What is inside the JSON is taken as written: the file comes from a coordinator, not a guest.
 * @throws RangeError when the bytes are not an auditor's file, or not a whole one
 */
export function decodeAuditorsFile(bytes: Uint8Array): AuditorsFile {
  const source = reader(bytes);
  if (source.text() !== title) throw new RangeError("this is not an auditor's file");
  const { previous, ...head } = JSON.parse(source.text());
  const ballots = readBallots(source, head.items.length);
  if (!source.ended()) throw new RangeError('there is something behind the last ballot');
  return { ...head, previous: previous ?? undefined, ballots };
}

function readBallots(source: Reader, items: number): PackedBallots {
  const rows = source.number();
  const votes = source.number();
  const ballots: PackedBallots = {
    rows,
    items,
    start: new Uint32Array(rows + 1),
    item: new Uint32Array(votes),
    choice: new Int8Array(votes),
    way: new Uint8Array(votes),
    door: new Uint8Array(rows),
    language: new Uint8Array(rows),
  };
  let at = 0;
  for (let row = 0; row < rows; row++) {
    ballots.door[row] = source.number();
    ballots.language[row] = source.number();
    const end = at + source.number();
    for (let value = 0; at < end; at++) {
      value += source.number();
      ballots.item[at] = Math.floor(value / 6);
      ballots.way[at] = Math.floor(value / 3) % 2;
      ballots.choice[at] = (value % 3) - 1;
    }
    ballots.start[row + 1] = at;
  }
  if (at !== votes) throw new RangeError('the ballots and their number of votes do not agree');
  return ballots;
}

/** Does the published recount again from its auditor's file: the same snapshot, bit for bit. */
export function recountFile(bytes: Uint8Array): Recount {
  const { ballots, items, previous, parameters } = decodeAuditorsFile(bytes);
  return recount(ballots, items, previous, parameters);
}
