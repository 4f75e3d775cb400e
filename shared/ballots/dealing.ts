/**
 * Draws `count` cards without replacement, each with its chance to come first in proportion to its weight, so nobody can
 * make the deck deal a certain card. Efraimidis & Spirakis 2006: keep the largest u^(1/w). `random` gives numbers in
 * [0, 1).
 */
export const drawCards = <Card>(
  cards: readonly Card[],
  weightOf: (card: Card, nth: number) => number,
  count: number,
  random: () => number,
): Card[] =>
  cards
    .map((card, nth) => ({ card, luck: Math.log(1 - random()) / weightOf(card, nth) }))
    .sort((a, b) => b.luck - a.luck)
    .slice(0, count)
    .map(({ card }) => card);
