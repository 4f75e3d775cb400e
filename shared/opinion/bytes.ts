/** Writing and reading whole numbers and text as bytes, for the auditor's file. */

// Every place this runs has them; the language of shared/ has no names for what the platform brings.
declare const TextEncoder: new () => { encode(text: string): Uint8Array };
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/** Bytes that grow as they are written. */
export type Writer = {
  number: (value: number) => void;
  text: (value: string) => void;
  bytes: (value: Uint8Array) => void;
  /** How many bytes were written. */
  length: () => number;
  done: () => Uint8Array;
};

/** A writer. Numbers are whole, 0 to 2^31 - 1, seven bits to a byte, least first. */
export function writer(): Writer {
  let buffer = new Uint8Array(1024);
  let length = 0;
  const reserve = (more: number): void => {
    if (length + more <= buffer.length) return;
    const larger = new Uint8Array(Math.max(2 * buffer.length, length + more));
    larger.set(buffer.subarray(0, length));
    buffer = larger;
  };
  const number = (value: number): void => {
    reserve(5);
    let left = value;
    for (; left > 127; left >>>= 7) buffer[length++] = (left & 127) | 128;
    buffer[length++] = left;
  };
  const bytes = (value: Uint8Array): void => {
    reserve(value.length);
    buffer.set(value, length);
    length += value.length;
  };
  const text = (value: string): void => {
    const encoded = new TextEncoder().encode(value);
    number(encoded.length);
    bytes(encoded);
  };
  return { number, text, bytes, length: () => length, done: () => buffer.slice(0, length) };
}

/** Reads what a writer wrote. Every method throws a RangeError where the bytes end too soon or are not what it wrote. */
export type Reader = { number: () => number; text: () => string; ended: () => boolean };

export function reader(bytes: Uint8Array): Reader {
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      if (byte === undefined) break;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    throw new RangeError('the file ends inside a number');
  };
  const text = (): string => {
    const length = number();
    if (at + length > bytes.length) throw new RangeError('the file ends inside a text');
    at += length;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(at - length, at));
    } catch {
      throw new RangeError('the file holds a text that is none');
    }
  };
  return { number, text, ended: () => at === bytes.length };
}
