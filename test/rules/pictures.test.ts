import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PICTURE_BYTES, PICTURE_SIDE, pictureIn } from '#shared/places/picture.ts';
import { NO_PICTURES, PICTURES } from '#test/support/pictures.ts';

describe('to everybody whose browser shows the logo of a city', () => {
  test.each(Object.entries(PICTURES))('a %s is known by its bytes, with its size', (name, bytes) => {
    const type = `image/${name.split(' ').at(-1)}`;
    expect(pictureIn(bytes)).toEqual({ type, width: 8, height: 6 });
  });

  test.each(Object.entries(NO_PICTURES))('%s is no picture', (_, bytes) => {
    expect(pictureIn(bytes)).toBeUndefined();
  });

  test('whatever bytes come, there is an answer, and what is called a picture is one of a size we show', () => {
    const beginnings = Object.values(PICTURES).map((bytes) => bytes.subarray(0, 30));
    fc.assert(
      fc.property(fc.constantFrom(Buffer.alloc(0), ...beginnings), fc.uint8Array({ maxLength: 200 }), (begin, rest) => {
        const found = pictureIn(Buffer.concat([begin, rest]));
        if (!found) return;
        for (const side of [found.width, found.height]) {
          expect(side).toBeGreaterThanOrEqual(1);
          expect(side).toBeLessThanOrEqual(PICTURE_SIDE);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('a picture of the most bytes is taken', () => {
    expect(pictureIn(Buffer.concat([PICTURES.png, Buffer.alloc(PICTURE_BYTES - PICTURES.png.length)]))).toBeDefined();
  });
});
