import { crc32, inflateRawSync } from 'node:zlib';

/** A file is not what it says it is, or more than can be read. */
export class UnreadableSource extends Error {
  override name = 'UnreadableSource';
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 1;
const UTF8_NAMES = 0x0800;

/** However small a file is packed: one part unpacked, and all that are read together. */
const MOST_IN_PART = 8 * 1024 * 1024;
const MOST_IN_ALL = 20 * 1024 * 1024;
const MOST_PARTS = 5_000;

type Entry = { flags: number; method: number; packed: number; at: number };

/** Where the list of parts begins, and how many there are. */
const listOf = (bytes: Buffer): { at: number; count: number } => {
  for (let at = bytes.length - END_LENGTH; at >= Math.max(0, bytes.length - END_LENGTH - LONGEST_COMMENT); at--) {
    if (bytes.readUInt32LE(at) === END) return { at: bytes.readUInt32LE(at + 16), count: bytes.readUInt16LE(at + 10) };
  }
  throw new UnreadableSource('no end of a list of parts');
};

const entriesOf = (bytes: Buffer): Map<string, Entry> => {
  const { at: first, count } = listOf(bytes);
  if (count > MOST_PARTS) throw new UnreadableSource('too many parts');
  const entries = new Map<string, Entry>();
  let at = first;
  for (let i = 0; i < count; i++) {
    if (bytes.readUInt32LE(at) !== CENTRAL) throw new UnreadableSource('no list of parts');
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ];
    entries.set(bytes.toString('utf8', at + 46, at + 46 + name), {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + name + extra + comment;
  }
  return entries;
};

const unpack = (bytes: Buffer, { flags, method, packed, at }: Entry): Buffer => {
  if (flags & ENCRYPTED || bytes.readUInt32LE(at) !== LOCAL)
    throw new UnreadableSource('a part that is locked or lost');
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const data = bytes.subarray(from, from + packed);
  if (data.length !== packed || data.length > MOST_IN_PART) throw new UnreadableSource('a part of another size');
  if (method === STORED) return data;
  if (method !== DEFLATED) throw new UnreadableSource('a part packed in an unknown way');
  // What the archive says about its sizes is not believed: unpacking stops where the limit is.
  return inflateRawSync(data, { maxOutputLength: MOST_IN_PART });
};

/**
 * The parts of a ZIP archive (PKWARE APPNOTE 6.3.10) whose names are wanted. It comes from outside: what is locked, cut
 * short, or grows beyond the limits is refused, whatever it says about itself.
 * @throws UnreadableSource
 */
export const readZip = (bytes: Buffer, isWanted: (name: string) => boolean): Map<string, Buffer> => {
  try {
    const parts = new Map<string, Buffer>();
    let whole = 0;
    for (const [name, entry] of entriesOf(bytes)) {
      if (!isWanted(name)) continue;
      const part = unpack(bytes, entry);
      whole += part.length;
      if (whole > MOST_IN_ALL) throw new UnreadableSource('too much in all');
      parts.set(name, part);
    }
    return parts;
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource('not an archive');
  }
};

/** An archive of these parts, stored as they are. */
export const writeZip = (parts: ReadonlyMap<string, Uint8Array>): Buffer => {
  const files: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [path, part] of parts) {
    const name = Buffer.from(path, 'utf8');
    const about = Buffer.alloc(26);
    about.writeUInt16LE(20, 0);
    about.writeUInt16LE(UTF8_NAMES, 2);
    about.writeUInt16LE(STORED, 4);
    about.writeUInt32LE(crc32(part), 10);
    about.writeUInt32LE(part.length, 14);
    about.writeUInt32LE(part.length, 18);
    about.writeUInt16LE(name.length, 22);
    const local = Buffer.alloc(4);
    local.writeUInt32LE(LOCAL);
    const central = Buffer.alloc(6);
    central.writeUInt32LE(CENTRAL);
    central.writeUInt16LE(20, 4);
    const where = Buffer.alloc(14);
    where.writeUInt32LE(at, 10);
    files.push(local, about, name, Buffer.from(part));
    list.push(central, about, where, name);
    at += 4 + about.length + name.length + part.length;
  }
  const end = Buffer.alloc(END_LENGTH);
  end.writeUInt32LE(END);
  end.writeUInt16LE(parts.size, 8);
  end.writeUInt16LE(parts.size, 10);
  end.writeUInt32LE(
    list.reduce((sum, { length }) => sum + length, 0),
    12,
  );
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...files, ...list, end]);
};
