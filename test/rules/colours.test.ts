import * as fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  GROUNDS,
  LEAST_CONTRAST,
  contrast,
  contrastIn,
  isColour,
  isReadable,
  nearestReadable,
  shadesOf,
  type Theme,
} from '#shared/places/colour.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const colours = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`);
const tokens = readFileSync(new URL('../../web/styles/tokens.css', import.meta.url), 'utf8');
const [lightTokens = '', darkTokens = ''] = tokens.split('@media (prefers-color-scheme: dark)');
const token = (theme: Theme, name: string): string => {
  const [, value = ''] =
    new RegExp(`--${name}: (#[0-9a-f]+);`).exec(theme === 'light' ? lightTokens : darkTokens) ?? [];
  return value.length === 4 ? value.replaceAll(/[0-9a-f]/g, '$&$&') : value;
};

describe('to everybody who reads on a cheap phone in the sun', () => {
  test('contrast is measured as WCAG 2.2 says', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
    expect(contrast('#ffffff', '#ffffff')).toBe(1);
    // The published examples of the success criterion's techniques.
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
    expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
  });

  test('the grounds of the rule are those of the stylesheet', () => {
    for (const theme of THEMES)
      for (const [name, colour] of Object.entries(GROUNDS[theme]))
        expect([theme, name, colour]).toEqual([theme, name, token(theme, name)]);
  });

  test('whatever colour a city chooses, every shade that the house makes of it can be read on every ground', () => {
    fc.assert(
      fc.property(colours, fc.constantFrom(...THEMES), (accent, theme) => {
        const shades = shadesOf(accent, theme);
        expect(Object.values(shades).every(isColour)).toBe(true);
        const grounds = [...Object.values(GROUNDS[theme]), shades['act-tint']];
        for (const ground of grounds) {
          expect(contrast(shades.act, ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
          expect(contrast(shades['act-strong'], ground)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        }
        for (const button of [shades.act, shades['act-strong']])
          expect(contrast(shades['on-act'], button)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
        // Words in a tinted notice keep what words have everywhere.
        expect(contrast(token(theme, 'ink'), shades['act-tint'])).toBeGreaterThanOrEqual(7);
      }),
      { numRuns: 2000 },
    );
  });

  test('the nearest colour can be read, is the colour itself where that can be, and is not darker than it has to be', () => {
    fc.assert(
      fc.property(colours, (colour) => {
        const nearest = nearestReadable(colour);
        expect(isReadable(nearest)).toBe(true);
        expect(nearest === colour).toBe(isReadable(colour));
        expect(nearestReadable(nearest)).toBe(nearest);
        if (nearest !== colour) expect(contrastIn('light', nearest)).toBeLessThan(LEAST_CONTRAST + 0.5);
      }),
      { numRuns: 2000 },
    );
  });

  test("the house's own teal passes its own rule", () => {
    expect(isReadable(token('light', 'act'))).toBe(true);
    expect(contrastIn('dark', token('dark', 'act'))).toBeGreaterThanOrEqual(LEAST_CONTRAST);
  });
});
