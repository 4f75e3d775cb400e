import { betaQuantile, normalQuantile, polygammas } from './beta.ts';
import type { Count } from './counts.ts';

/** A share with what may be believed about it: (n + 1) / (seen + 2) and the credible interval around it, 0 to 1. */
export type Share = { share: number; low: number; high: number };

/** What turns counts into beliefs, all with one central credible mass. */
export type Beliefs = {
  /** The share that agrees, of all who saw an item (uniform prior). */
  agreement: (count: Count) => Share;
  /** The share that disagrees. */
  disagreement: (count: Count) => Share;
  /** Group-informed consensus: the geometric mean of the groups' agreement, and its credible lower bound. */
  consensus: (groups: readonly Count[]) => { share: number; low: number };
  /** How far the two most different groups lie apart, and how far credibly. */
  divisiveness: (groups: readonly Count[]) => { gap: number; low: number };
};

/**
 * @param credible the central mass of every interval, so 0.9 bounds a share at its 5th and 95th percentile
 */
export function beliefs(credible: number): Beliefs {
  const tail = (1 - credible) / 2;
  const z = normalQuantile(1 - tail);
  const known = new Map<string, Share>();
  const shareOf = (votes: number, seen: number): Share => {
    const key = `${votes}/${seen}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const [a, b] = [votes + 1, seen - votes + 1];
    const share = { share: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
    known.set(key, share);
    return share;
  };
  return {
    agreement: (count) => shareOf(count.agree, count.seen),
    disagreement: (count) => shareOf(count.disagree, count.seen),
    consensus: (groups) => consensus(groups, z),
    divisiveness: (groups) => divisiveness(groups, z),
  };
}

/**
 * Polis' group-informed consensus with its G-th root. The lower bound is that of the mean of the groups' log shares, each the log of
 * a Beta variable with cumulants ψ(a) - ψ(a + b), ψ'(a) - ψ'(a + b), …, by Cornish and Fisher's expansion with the third.
 */
function consensus(groups: readonly Count[], z: number): { share: number; low: number } {
  let [logs, mean, variance, third] = [0, 0, 0, 0];
  for (const { agree, seen } of groups) {
    const of = polygammas(agree + 1);
    const all = polygammas(seen + 2);
    logs += Math.log((agree + 1) / (seen + 2));
    mean += of[0] - all[0];
    variance += of[1] - all[1];
    third += of[2] - all[2];
  }
  const count = groups.length;
  const deviation = Math.sqrt(variance);
  const skew = third / (variance * deviation);
  const quantile = -z + ((z * z - 1) * skew) / 6;
  return { share: Math.exp(logs / count), low: Math.exp((mean + deviation * quantile) / count) };
}

/** The largest difference in agreement between two groups that have seen it; its lower bound is never below 0. */
function divisiveness(groups: readonly Count[], z: number): { gap: number; low: number } {
  const worst = { gap: 0, low: 0 };
  const seen = groups.filter((group) => group.seen > 0).map(posterior);
  for (const a of seen) {
    for (const b of seen) {
      const gap = a.mean - b.mean;
      if (gap <= 0) continue;
      worst.gap = Math.max(worst.gap, gap);
      worst.low = Math.max(worst.low, gap - z * Math.sqrt(a.variance + b.variance));
    }
  }
  return worst;
}

function posterior({ agree, seen }: Count): { mean: number; variance: number } {
  const mean = (agree + 1) / (seen + 2);
  return { mean, variance: (mean * (1 - mean)) / (seen + 3) };
}
