import type { ItemFigure, Snapshot } from './snapshot.ts';

/** The share of all chances that every card keeps, whatever its figures. */
const chance = 0.2;
/** Votes after which an item's bonus for being new to its readers has halved. Polis: 5. */
const votesToHalve = 15;

/**
 * How likely each card should be dealt next to somebody who reads some languages, in the order of `snapshot.items`;
 * the numbers add up to 1. After Polis (Small et al. 2021): first what may still turn out to be wanted (its upper bound),
 * what is uncertain (the width of its interval), and above all what few readers of these languages have met; passed
 * cards later. A fifth of the chances is even, so that no card is ever certain to come or to stay away. Nobody's group
 * is asked: people are not to be fed what those like them like.
 * @param languages the locales she reads; cards in other languages are for the deck to leave out
 */
export function dealingWeights(snapshot: Snapshot, languages: readonly string[]): Float64Array {
  const pull = Float64Array.from(snapshot.items, (item) => pullOf(item, languages) ** 2);
  const all = pull.reduce((sum, one) => sum + one, 0);
  return pull.map((one) => (1 - chance) * (one / all) + chance / pull.length);
}

function pullOf({ agree, disagree, weighed, seenIn }: ItemFigure, languages: readonly string[]): number {
  const passes = weighed.seen - weighed.agree - weighed.disagree;
  const passed = (passes + 1) / (weighed.seen + 2);
  const uncertain = Math.max(agree.high - agree.low, disagree.high - disagree.low);
  const met = languages.reduce((sum, language) => sum + (seenIn[language] ?? 0), 0);
  return (1 - passed) * agree.high * (1 + uncertain) * (1 + 8 * 2 ** (-met / votesToHalve));
}
