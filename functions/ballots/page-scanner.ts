/** What is taken out of a page of ballots, attribute by attribute, without making an object of any. */
export type BallotSink = {
  /** A vote: `way` is `d` (dealt) or `l` (reached by a link); `value` as it is stored. */
  vote(way: 'd' | 'l', item: number, value: number): void;
  /** A text attribute: `door`, `lang`, … */
  text(name: string, value: string): void;
  /** The ballot is over. */
  end(): void;
};

const [QUOTE, BACKSLASH, OPEN, CLOSE, OPEN_LIST, CLOSE_LIST, COMMA, COLON] = [34, 92, 123, 125, 91, 93, 44, 58];
const ENDS = [CLOSE, CLOSE_LIST, COMMA];
const SPACE = 32;
const [LETTER_D, LETTER_L, LETTER_N, LETTER_S, ZERO, NINE] = [100, 108, 78, 83, 48, 57];
const ITEMS = 'Items';

const nothing = new TextEncoder().encode('[]');

/**
 * Reads the ballots of a Query's answer out of its bytes (DynamoDB JSON) and gives the rest of the answer back with an
 * empty list. Measured in `npm run bench -- opinion-store`: most of a recount's time and memory was the SDK's objects.
 */
export const scanPage = (bytes: Uint8Array, sink: BallotSink): Uint8Array => {
  let at = 0;

  /** Past white space. */
  const skipSpace = (): void => {
    while (bytes[at]! <= SPACE) at++;
  };
  const expect = (byte: number): void => {
    skipSpace();
    if (bytes[at++] !== byte) throw new SyntaxError('a page of ballots is not what was expected');
  };
  /** Past a string; `at` stands on its first quotation mark. */
  const skipString = (): void => {
    expect(QUOTE);
    while (bytes[at] !== QUOTE) {
      if (at >= bytes.length) throw new SyntaxError('a page of ballots ends too soon');
      at += bytes[at] === BACKSLASH ? 2 : 1;
    }
    at++;
  };
  const stringHere = (): string => {
    const start = at;
    skipString();
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset + start, at - start).toString('utf8')) as string;
  };
  /** Past a number, `true`, `false` or `null`. */
  const skipWord = (): void => {
    while (at < bytes.length && !ENDS.includes(bytes[at]!) && bytes[at]! > SPACE) at++;
  };
  /** Past any value. */
  const skipValue = (): void => {
    let depth = 0;
    do {
      skipSpace();
      const byte = bytes[at];
      if (byte === undefined) throw new SyntaxError('a page of ballots ends too soon');
      if (byte === QUOTE) skipString();
      else if (byte === OPEN || byte === OPEN_LIST) [depth, at] = [depth + 1, at + 1];
      else if (byte === CLOSE || byte === CLOSE_LIST) [depth, at] = [depth - 1, at + 1];
      else if (byte === COMMA || byte === COLON) at++;
      else skipWord();
    } while (depth > 0);
  };
  /** A whole number in digits up to the next quotation mark, or NaN. */
  const digits = (): number => {
    let value = bytes[at] === QUOTE ? Number.NaN : 0;
    for (; bytes[at] !== QUOTE; at++) {
      const byte = bytes[at]!;
      value = byte >= ZERO && byte <= NINE ? 10 * value + byte - ZERO : Number.NaN;
      if (at >= bytes.length) throw new SyntaxError('a page of ballots ends too soon');
    }
    at++;
    return value;
  };
  /** Calls `each` at every member of an object, with `at` on its name. */
  const members = (each: () => void): void => {
    expect(OPEN);
    skipSpace();
    while (bytes[at] !== CLOSE) {
      each();
      skipSpace();
      if (bytes[at] === COMMA) at++;
      skipSpace();
    }
    at++;
  };
  const attribute = (): void => {
    skipSpace();
    const start = at;
    const first = bytes[at + 1];
    let item = Number.NaN;
    if (first === LETTER_D || first === LETTER_L) {
      at += 2;
      item = digits();
    } else skipString();
    const end = at;
    expect(COLON);
    const value = at;
    expect(OPEN);
    skipSpace();
    const kind = bytes[at + 2] === QUOTE ? bytes[at + 1] : undefined;
    if (kind !== (Number.isNaN(item) ? LETTER_S : LETTER_N)) {
      at = value;
      return skipValue();
    }
    at += 3;
    expect(COLON);
    skipSpace();
    if (kind === LETTER_N) {
      expect(QUOTE);
      sink.vote(first === LETTER_D ? 'd' : 'l', item, digits());
    } else {
      const name = Buffer.from(bytes.buffer, bytes.byteOffset + start + 1, end - start - 2).toString('latin1');
      sink.text(name, stringHere());
    }
    expect(CLOSE);
  };

  let [from, to] = [0, 0];
  members(() => {
    const name = stringHere();
    expect(COLON);
    if (name !== ITEMS) return skipValue();
    skipSpace();
    from = at;
    expect(OPEN_LIST);
    skipSpace();
    while (bytes[at] !== CLOSE_LIST) {
      members(attribute);
      sink.end();
      skipSpace();
      if (bytes[at] === COMMA) at++;
      skipSpace();
    }
    at++;
    to = at;
  });
  return from === to ? bytes : Buffer.concat([bytes.subarray(0, from), nothing, bytes.subarray(to)]);
};
