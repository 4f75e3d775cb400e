import { timeOf } from '../ids.ts';
import { MINUTE, milliseconds, type Instant } from '../time.ts';
import type { Seal } from './seals.ts';

/** SHA-256 of a text, in hexadecimal. */
export type Sha256 = (text: string) => string;
type Line = { id: string } & Record<string, unknown>;

const FIRST = '0'.repeat(64);

/**
 * How much later than its id says a line may be written: a process makes the id and then writes, and no process lives
 * longer than this between the two.
 */
export const LATEST = 15 * MINUTE;

/** The same data always as the same text: keys in order, nothing that is undefined. */
const canonical = (data: unknown): string => {
  if (Array.isArray(data)) return `[${data.map(canonical).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const fields = Object.entries(data).filter(([, value]) => value !== undefined);
  fields.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, value]) => `${JSON.stringify(key)}:${canonical(value)}`).join(',')}}`;
};

const hashOfLine = (line: Line, sha256: Sha256): string => sha256(canonical(line));
const hashOfSeal = ({ hash: _, ...seal }: Seal, sha256: Sha256): string => sha256(canonical(seal));

/** The next seal over lines that have none, in the order of their ids; none where there is nothing to seal. */
export const sealNext = (
  previous: Seal | undefined,
  { place, at, lines }: { place: Seal['place']; at: Instant; lines: readonly Line[] },
  sha256: Sha256,
): Seal | undefined => {
  if (lines.length === 0) return undefined;
  const seal = {
    place,
    number: (previous?.number ?? 0) + 1,
    at,
    lines: lines
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((line) => ({ id: line.id as Seal['lines'][number]['id'], hash: hashOfLine(line, sha256) })),
    previous: previous?.hash ?? FIRST,
    hash: FIRST,
  };
  return { ...seal, hash: hashOfSeal(seal, sha256) };
};

export type Finding = {
  what: 'line-changed' | 'line-missing' | 'line-added' | 'seal-changed' | 'seal-missing';
  /** The line it is about, where one can be named. */
  line?: string;
  /** The seal in which it was found. */
  seal?: number;
};

type Sealed = Seal['lines'][number];

/** The first difference between a seal as somebody else kept it and as it is here: a kept line first, then an added one. */
const rewritten = (kept: Seal, here: Seal, stored: ReadonlyMap<string, string>): Finding => {
  const now = new Map(here.lines.map(({ id, hash }) => [id as string, hash]));
  for (const { id, hash } of kept.lines) {
    if (now.get(id) === hash) continue;
    return { what: stored.has(id) ? 'line-changed' : 'line-missing', line: id, seal: kept.number };
  }
  const then = new Set(kept.lines.map(({ id }) => id));
  const added = here.lines.find(({ id }) => !then.has(id));
  return added
    ? { what: 'line-added', line: added.id, seal: kept.number }
    : { what: 'seal-changed', seal: kept.number };
};

const wrongLine = (
  sealed: readonly Sealed[],
  stored: ReadonlyMap<string, string>,
  seal: number,
): Finding | undefined => {
  for (const { id, hash } of sealed) {
    const there = stored.get(id);
    if (there === undefined) return { what: 'line-missing', line: id, seal };
    if (there !== hash) return { what: 'line-changed', line: id, seal };
  }
  return undefined;
};

/** What is wrong with one seal: by its copy kept elsewhere, by itself and the one before, by the lines it seals. */
const wrongSeal = (
  seal: Seal,
  before: Seal | undefined,
  kept: Seal | undefined,
  stored: ReadonlyMap<string, string>,
  sha256: Sha256,
): Finding | undefined => {
  if (kept && kept.hash !== seal.hash) return rewritten(kept, seal, stored);
  const line = wrongLine(seal.lines, stored, seal.number);
  if (line) return line;
  const isWhole = seal.previous === (before?.hash ?? FIRST) && hashOfSeal(seal, sha256) === seal.hash;
  return isWhole ? undefined : { what: 'seal-changed', seal: seal.number };
};

type Ledger = {
  lines: readonly Line[];
  seals: readonly Seal[];
  /** Copies that others keep. */ kept?: readonly Seal[];
};

/**
 * The first thing in a ledger that is not as it was sealed: a line that was changed, taken away or added, also where the
 * seals were made anew around it, as far as somebody kept copies of them. Lines younger than the last seal are not
 * sealed yet and pass.
 */
export const firstFault = ({ lines, seals, kept = [] }: Ledger, sha256: Sha256): Finding | undefined => {
  const stored = new Map(lines.map((line) => [line.id, hashOfLine(line, sha256)]));
  const copies = new Map(kept.map((seal) => [seal.number, seal]));
  const inOrder = seals.toSorted((a, b) => a.number - b.number);
  const last = Math.max(inOrder.at(-1)?.number ?? 0, ...copies.keys());
  const byNumber = new Map(inOrder.map((seal) => [seal.number, seal]));
  for (let number = 1; number <= last; number++) {
    const [seal, copy] = [byNumber.get(number), copies.get(number)];
    if (!seal) {
      return (copy && wrongLine(copy.lines, stored, number)) ?? { what: 'seal-missing', seal: number };
    }
    const wrong = wrongSeal(seal, byNumber.get(number - 1), copy, stored, sha256);
    if (wrong) return wrong;
  }
  const sealed = new Set(inOrder.flatMap((seal) => seal.lines.map(({ id }) => id as string)));
  const until = inOrder.at(-1) ? milliseconds((inOrder.at(-1) as Seal).at) - LATEST : Number.NEGATIVE_INFINITY;
  const added = lines
    .map(({ id }) => id)
    .filter((id) => !sealed.has(id) && timeOf(id) < until)
    .sort()[0];
  return added === undefined ? undefined : { what: 'line-added', line: added };
};
