import type { Count } from './counts.ts';

/** How one group's agreement (or disagreement) with an item stands out (as in Polis: Small et al. 2021). */
type Standing = {
  /** (n + 1) / (seen + 2) in the group. */
  success: number;
  /** One-proportion z of that against one half. */
  successTest: number;
  /** `success` over the same in all other groups. */
  ratio: number;
  /** Two-proportion z of that. */
  ratioTest: number;
};

export type Representativeness = {
  agree: Standing;
  disagree: Standing;
  /** The side that stands out more. */
  direction: 'agree' | 'disagree';
  /** Product of the four numbers of that side. */
  metric: number;
  /** Whether either side passes both tests. */
  sufficient: boolean;
};

/** The 90th percentile of the normal distribution, as Polis has it. */
export const z90 = 1.2816;

/** How representative an item is of a group, given the group's votes on it and those of all other groups. */
export function representativeness(group: Count, rest: Count): Representativeness {
  const agree = standing(group.agree, group.seen, rest.agree, rest.seen);
  const disagree = standing(group.disagree, group.seen, rest.disagree, rest.seen);
  const direction = agree.ratioTest > disagree.ratioTest ? 'agree' : 'disagree';
  const side = direction === 'agree' ? agree : disagree;
  return {
    agree,
    disagree,
    direction,
    metric: side.ratio * side.ratioTest * side.success * side.successTest,
    sufficient: isSufficient(agree) || isSufficient(disagree),
  };
}

function isSufficient(side: Standing): boolean {
  return side.ratioTest > z90 && side.successTest > z90;
}

function standing(votes: number, seen: number, restVotes: number, restSeen: number): Standing {
  const success = (votes + 1) / (seen + 2);
  const ratio = success / ((restVotes + 1) / (restSeen + 2));
  const successTest = 2 * Math.sqrt(seen + 1) * ((votes + 1) / (seen + 1) - 0.5);
  const [s, n, restS, restN] = [votes + 1, seen + 1, restVotes + 1, restSeen + 1];
  const pooled = (s + restS) / (n + restN);
  const spread = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / restN));
  return { success, successTest, ratio, ratioTest: pooled === 1 ? 0 : (s / n - restS / restN) / spread };
}
