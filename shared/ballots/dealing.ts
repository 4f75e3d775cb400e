/** What the draw knows of a card: its number, and on how many ballots it has a dealt answer. */
export type DealableCard = { item: number; exposure: number };

/**
 * Draws `count` cards without replacement, each with weight 1 ÷ (exposure + 1): under-exposed cards come first, but
 * always by chance, so nobody can make the deck deal a certain card. Efraimidis & Spirakis 2006: keep the largest
 * u^(1/w). `random` gives numbers in [0, 1).
 */
export const drawCards = <Card extends DealableCard>(
  cards: readonly Card[],
  count: number,
  random: () => number,
): Card[] =>
  cards
    .map((card) => ({ card, luck: Math.log(1 - random()) * (card.exposure + 1) }))
    .sort((a, b) => b.luck - a.luck)
    .slice(0, count)
    .map(({ card }) => card);
