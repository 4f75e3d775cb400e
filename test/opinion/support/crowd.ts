import type { PackedBallots } from '#shared/opinion/packed.ts';
import { seeded } from '#shared/opinion/random.ts';

/**
 * A large made-up crowd, packed directly: three camps (50, 25 and 25 in a hundred), every second ballot by the open
 * door, the others handed. Everybody meets cards by chance, some people few and some many.
 */
export function aCrowd({ people, items, votes }: { people: number; items: number; votes: number }): PackedBallots {
  const random = seeded(1);
  const camps = Array.from({ length: 3 }, () => Float64Array.from({ length: items }, () => random.next()));
  const start = new Uint32Array(people + 1);
  const item = new Uint32Array(Math.ceil(1.1 * votes));
  const choice = new Int8Array(item.length);
  let at = 0;
  for (let person = 0; person < people; person++) {
    const leaning = camps[[0, 0, 1, 2][random.below(4)]!]!;
    const eager = Math.min(0.95, (votes / people / items) * (0.4 + 1.2 * random.next()));
    const stride = 1 / Math.log1p(-eager);
    // The gap between two cards that she meets, each with the same chance, is geometric.
    for (let j = skip(random.next(), stride); j < items && at < item.length; j += 1 + skip(random.next(), stride)) {
      item[at] = j;
      choice[at++] = random.next() < 0.12 ? 0 : random.next() < leaning[j]! ? 1 : -1;
    }
    start[person + 1] = at;
  }
  return {
    rows: people,
    items,
    start,
    item: item.subarray(0, at),
    choice: choice.subarray(0, at),
    way: new Uint8Array(at),
    door: Uint8Array.from(start.subarray(1), (_, person) => person % 2),
    language: Uint8Array.from(start.subarray(1), (_, person) => person % 3),
  };
}

const skip = (uniform: number, stride: number): number => Math.floor(Math.log(uniform + 1e-12) * stride);
