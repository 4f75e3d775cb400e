import type { Draw } from './model.ts';

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state are plenty for a demo and for tests, never for secrets. */
export const drawFrom = (seed: number): Draw => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

export const pick = <Value>(values: readonly Value[], draw: Draw): Value => {
  const value = values[Math.floor(draw() * values.length)];
  if (value === undefined) throw new Error('Nothing to pick from.');
  return value;
};

export const shuffled = <Value>(values: readonly Value[], draw: Draw): Value[] =>
  values
    .map((value) => ({ value, turn: draw() }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ value }) => value);
