const bytes = (base64: string): Buffer => Buffer.from(base64, 'base64');

/** Eight by six pixels of teal, in each kind that a logo may have. */
export const PICTURES = {
  png: bytes(
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGAQMAAADEy024AAAAA1BMVEUKWlsWAIWuAAAAC0lEQVQI12NgQAAAAAwAAeQ06mYAAAAASUVORK5CYII=',
  ),
  jpeg: bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wAARCAAGAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAACP/EABQQAQAAAAAAAAAAAAAAAAAAAAD/xAAVAQEBAAAAAAAAAAAAAAAAAAAGB//EABQRAQAAAAAAAAAAAAAAAAAAAAD/2gAMAwEAAhEDEQA/AC0Soo//2Q==',
  ),
  'progressive jpeg': bytes(
    '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/2wBDAQMDAwQDBAgEBAgQCwkLEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBD/wgARCAAGAAgDAREAAhEBAxEB/8QAFAABAAAAAAAAAAAAAAAAAAAAB//EABUBAQEAAAAAAAAAAAAAAAAAAAUG/9oADAMBAAIQAxAAAAEsSif/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAEFAn//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAEDAQE/AX//xAAUEQEAAAAAAAAAAAAAAAAAAAAA/9oACAECAQE/AX//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAY/An//xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAE/IX//2gAMAwEAAgADAAAAEP8A/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAwEBPxB//8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAAgBAgEBPxB//8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxB//9k=',
  ),
  webp: bytes('UklGRjQAAABXRUJQVlA4ICgAAABwAQCdASoIAAYAAgA0JaACdAFAAAD+8ut8CStWbp/8Wh/bz/g1tKAA'),
  'lossless webp': bytes('UklGRiIAAABXRUJQVlA4TBYAAAAvB0ABAAdQrSp0q/8BgCD8b5uI6H8I'),
} as const;

const png = PICTURES.png;
/** The picture with other bytes at a place of it. */
const with32 = (at: number, value: number): Buffer => {
  const changed = Buffer.from(png);
  changed.writeUInt32BE(value, at);
  return changed;
};

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>';

/** What somebody may send instead of a picture. */
export const NO_PICTURES: Record<string, Buffer> = {
  nothing: Buffer.alloc(0),
  'one byte': Buffer.from([0x89]),
  'an SVG with a program': Buffer.from(SVG),
  'a page': Buffer.from('<!doctype html><script>alert(1)</script>'),
  'a GIF': bytes(
    'R0lGODlhCAAGAPAAAApaWwAAACH5BAAAAAAAIf8LSW1hZ2VNYWdpY2sNZ2FtbWE9MC40NTQ1NDUALAAAAAAIAAYAAAIGhI+py+0FADs=',
  ),
  'a PNG by its first bytes only': png.subarray(0, 8),
  'a PNG without a picture in it': png.subarray(0, 33),
  'a PNG by its name, an SVG by its bytes': Buffer.concat([Buffer.from(' '), Buffer.from(SVG)]),
  'a PNG of four thousand million pixels': with32(16, 65_000),
  'a PNG without width': with32(16, 0),
  'a PNG whose first chunk never ends': with32(8, 0xffffffff),
  'a PNG that moves': Buffer.concat([
    png.subarray(0, 33),
    Buffer.from([0, 0, 0, 0]),
    Buffer.from('acTL1234'),
    png.subarray(33),
  ]),
  'a JPEG by its first bytes only': PICTURES.jpeg.subarray(0, 4),
  'a JPEG of segments without end': Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(5000, 0xff)]),
  'a WebP that moves': bytes(
    'UklGRsAAAABXRUJQVlA4WAoAAAACAAAABwAABQAAQU5JTQYAAAD/////AABBTk1GSAAAAAAAAAAAAAcAAAUAAGQAAAJWUDggMAAAANABAJ0BKggABgACADQloAJ0ugH4AAOwAP7wxAv/ILlhdcjX/yA/5Af8gP/48gAAAA==',
  ),
  'a WebP by its name': Buffer.from('RIFF\u0000\u0000\u0000\u0000WEBPJUNK00000000000000000000000000'),
  'a picture one byte too long': Buffer.concat([png, Buffer.alloc(200 * 1024 + 1 - png.length)]),
};
