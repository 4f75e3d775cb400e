import type { Choice } from '#shared/ballots/rules.ts';

export type Camp = 'first' | 'second' | 'few';

/**
 * The written model behind the demo's ballots. It is invented, like the town, and it is here so that everybody can see
 * what the results ought to show.
 *
 * Residents of a consultation belong to two camps, `first` and `second`, which disagree about much and share some
 * things, and to a small third group, `few`, with a strong need that most others do not know about. Each text has one
 * stance. The stance and the camp together give the chance to agree and the chance to disagree; the rest passes.
 *
 *  - shared:  both camps and the few agree
 *  - first:   the first camp agrees, the second mostly does not
 *  - second:  the second camp agrees, the first mostly does not
 *  - need:    almost all of the few agree; in both camps more than half pass, because it is not about them
 *  - divided: every camp is divided in itself
 *  - refused: hardly anybody agrees
 *  - unclear: most pass, as they do with a question
 *
 * A resident votes on the passages first, then on as many cards as she has patience for, in languages she reads, in
 * the order in which the deck deals them: exposure is whatever the deck gave, it is not drawn here.
 */
const CHANCES = {
  shared: { first: [0.86, 0.05], second: [0.81, 0.08], few: [0.84, 0.05] },
  first: { first: [0.84, 0.06], second: [0.17, 0.67], few: [0.52, 0.2] },
  second: { first: [0.18, 0.66], second: [0.83, 0.07], few: [0.3, 0.36] },
  need: { first: [0.27, 0.16], second: [0.22, 0.24], few: [0.96, 0.01] },
  divided: { first: [0.44, 0.42], second: [0.42, 0.44], few: [0.4, 0.35] },
  refused: { first: [0.08, 0.8], second: [0.14, 0.7], few: [0.05, 0.85] },
  unclear: { first: [0.26, 0.14], second: [0.24, 0.17], few: [0.3, 0.12] },
} as const satisfies Record<string, Record<Camp, readonly [agree: number, disagree: number]>>;

export type Stance = keyof typeof CHANCES;
export const STANCES = Object.keys(CHANCES) as Stance[];

/** A number from 0 up to 1, drawn from a seed: the same seed draws the same town. */
export type Draw = () => number;

export const choose = (stance: Stance, camp: Camp, draw: Draw): Exclude<Choice, 'withdrawn'> => {
  const [agree, disagree] = CHANCES[stance][camp];
  const drawn = draw();
  if (drawn < agree) return 'agree';
  return drawn < agree + disagree ? 'disagree' : 'pass';
};

/** How many cards a resident answers before she stops: most a few, some all of them. */
export const patience = (draw: Draw): number => 4 + Math.floor(40 * draw() ** 2);
