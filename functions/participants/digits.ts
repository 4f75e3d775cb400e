import type { World } from '../world.ts';

const DIGITS = 16;

/** Sixteen random digits. Bytes of 250 and more are thrown away, so that every digit is equally likely. */
export const randomDigits = (world: World): string => {
  let digits = '';
  while (digits.length < DIGITS) {
    for (const byte of world.randomBytes(DIGITS)) if (byte < 250) digits += byte % 10;
  }
  return digits.slice(0, DIGITS);
};
