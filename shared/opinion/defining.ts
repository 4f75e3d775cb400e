import { z90, type Representativeness } from './representativeness.ts';

/** An item that says what a group is about. */
export type Defining = {
  /** Column. */
  item: number;
  direction: 'agree' | 'disagree';
  /** Whether it is the one the group agrees on best. */
  best: boolean;
  ratio: number;
  ratioTest: number;
  success: number;
  successTest: number;
};

const mostDefining = 5;

/**
 * What defines a group: the item it agrees on best, then the other sufficient ones by metric, five in all, agreement
 * before disagreement (as in Polis: Small et al. 2021). Items nobody in the group voted on are passed as undefined.
 */
export function definingItems(standings: readonly (Representativeness | undefined)[]): Defining[] {
  const best = bestAgreed(standings);
  const candidates = standings.flatMap((standing, item) =>
    standing?.sufficient === true && item !== best ? [{ item, standing }] : [],
  );
  candidates.sort((a, b) => b.standing.metric - a.standing.metric || a.item - b.item);
  if (best !== undefined) candidates.unshift({ item: best, standing: standings[best]! });
  const chosen = candidates.length > 0 ? candidates : mostExtreme(standings);
  const defining = chosen.slice(0, mostDefining).map(({ item, standing }) => {
    const direction = item === best ? 'agree' : standing.direction;
    return { item, direction, best: item === best, ...standing[direction] } as const;
  });
  return defining.sort((a, b) => (a.direction === b.direction ? 0 : a.direction === 'agree' ? -1 : 1));
}

function bestAgreed(standings: readonly (Representativeness | undefined)[]): number | undefined {
  let best: number | undefined;
  standings.forEach((standing, item) => {
    if (standing !== undefined && replaces(standing, best === undefined ? undefined : standings[best])) best = item;
  });
  return best;
}

function replaces({ agree }: Representativeness, current: Representativeness | undefined): boolean {
  const pull = (side: typeof agree): number => side.success * side.successTest;
  if (current === undefined) return agree.successTest > z90 || (agree.ratio > 1 && agree.success > 0.5);
  if (current.agree.ratio <= 1) return pull(agree) > pull(current.agree);
  const product = (side: typeof agree): number => side.ratio * side.ratioTest * pull(side);
  return product(agree) > product(current.agree);
}

/** Where nothing is sufficient: the one item that comes nearest. */
function mostExtreme(standings: readonly (Representativeness | undefined)[]) {
  let found: { item: number; standing: Representativeness } | undefined;
  standings.forEach((standing, item) => {
    if (standing !== undefined && (found === undefined || extremity(standing) > extremity(found.standing)))
      found = { item, standing };
  });
  return found === undefined ? [] : [found];
}

function extremity({ agree, disagree }: Representativeness): number {
  return Math.max(agree.ratioTest, disagree.ratioTest);
}
