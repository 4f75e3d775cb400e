import { createCache } from '../storage/cache.ts';
import type { World } from '../world.ts';
import { drawFrom } from './draw.ts';

/** A world over the same store whose clock stands wherever seeding puts it. It remembers nothing of the outer one. */
export type PastWorld = { world: World; setClock: (milliseconds: number) => void };

export const pastOf = (outer: World, begin: number): PastWorld => {
  let now = begin;
  const clock = (): number => now;
  return {
    world: { ...outer, clock, cache: createCache(clock) },
    setClock: (milliseconds) => {
      now = Math.round(milliseconds);
    },
  };
};

/**
 * The same world with drawn instead of random bytes: for ids of public things and for dealing, so that a seed always
 * gives the same town. Never for sessions, cards or keys: whoever knows the seed would know them too.
 */
export const withDrawnBytes = (world: World, seed: number): World => {
  const draw = drawFrom(seed);
  return { ...world, randomBytes: (length) => Uint8Array.from({ length }, () => Math.floor(draw() * 256)) };
};
