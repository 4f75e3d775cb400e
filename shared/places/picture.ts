/** Pictures that a place may use as its logo, by what their first bytes are. SVG is none: it is a program. */
export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const;
type PictureType = (typeof PICTURE_TYPES)[number];

export const PICTURE_BYTES = 200 * 1024;
/** More would fill the memory of a cheap phone, however few bytes it takes on the way. */
export const PICTURE_SIDE = 2000;

export type Picture = { type: PictureType; width: number; height: number };

const ascii = (bytes: Uint8Array, from: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(from, from + length));
const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** ISO/IEC 15948: the signature, then IHDR. `acTL` before the picture's data makes it move. */
const png = (bytes: Uint8Array): Picture | undefined => {
  if (bytes.length < 33 || PNG.some((byte, i) => bytes[i] !== byte) || ascii(bytes, 12, 4) !== 'IHDR') return undefined;
  for (let at = 8; at + 8 <= bytes.length; at += 12 + view(bytes).getUint32(at)) {
    const chunk = ascii(bytes, at + 4, 4);
    if (chunk === 'acTL') return undefined;
    if (chunk === 'IDAT')
      return { type: 'image/png', width: view(bytes).getUint32(16), height: view(bytes).getUint32(20) };
  }
  return undefined;
};

/** Start of frame of every kind that browsers show: baseline, extended, progressive (ITU-T T.81, table B.1). */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

const jpeg = (bytes: Uint8Array): Picture | undefined => {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (FRAMES.has(marker))
      return { type: 'image/jpeg', height: view(bytes).getUint16(at + 5), width: view(bytes).getUint16(at + 7) };
    at += marker === 0xff ? 1 : 2 + view(bytes).getUint16(at + 2);
  }
  return undefined;
};

const ANIMATED = 0x02;
const uint24 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16);

/** RFC 9649: a RIFF container whose first chunk is lossy, lossless or extended. */
const webp = (bytes: Uint8Array): Picture | undefined => {
  if (bytes.length < 30 || ascii(bytes, 0, 4) !== 'RIFF' || ascii(bytes, 8, 4) !== 'WEBP') return undefined;
  const type = 'image/webp';
  switch (ascii(bytes, 12, 4)) {
    case 'VP8 ':
      return uint24(bytes, 23) === 0x2a019d
        ? { type, width: view(bytes).getUint16(26, true) & 0x3fff, height: view(bytes).getUint16(28, true) & 0x3fff }
        : undefined;
    case 'VP8L': {
      if (bytes[20] !== 0x2f) return undefined;
      const sizes = view(bytes).getUint32(21, true);
      return { type, width: (sizes & 0x3fff) + 1, height: ((sizes >>> 14) & 0x3fff) + 1 };
    }
    case 'VP8X':
      return (bytes[20] ?? 0) & ANIMATED
        ? undefined
        : { type, width: uint24(bytes, 24) + 1, height: uint24(bytes, 27) + 1 };
    default:
      return undefined;
  }
};

/** What these bytes are, whatever their name says; undefined for what is no still picture of a size we show. */
export const pictureIn = (bytes: Uint8Array): Picture | undefined => {
  if (bytes.length > PICTURE_BYTES) return undefined;
  const picture = png(bytes) ?? jpeg(bytes) ?? webp(bytes);
  const fits = (side: number): boolean => side >= 1 && side <= PICTURE_SIDE;
  return picture && fits(picture.width) && fits(picture.height) ? picture : undefined;
};
