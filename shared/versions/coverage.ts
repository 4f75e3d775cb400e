import type { ContributionId } from '../contributions/schema.ts';
import type { PassageId } from '../documents/schema.ts';

/** One thing that people said, with what is known of it: what coverage is counted over. */
export type Voice = {
  id: ContributionId;
  language: string;
  passage: PassageId | undefined;
  /** Its place among what has enough data; undefined where there is too little. */
  rank: number | undefined;
  /** Groups that want it for certain. */
  groups: readonly string[];
};

type Part = { key: string; all: number; left: number };
export type Coverage = {
  all: number;
  cited: number;
  answered: number;
  /** Neither cited nor answered: what would be forgotten. */
  left: Voice[];
  byLanguage: Part[];
  byGroup: Part[];
  byPassage: Part[];
  byRank: Part[];
};

/** Upper ends of the tiers of rank, the best first. */
const TIERS = [10, 50] as const;
export const RANK_TIERS = ['first-10', 'first-50', 'further', 'too-little'] as const;
type Tier = (typeof RANK_TIERS)[number];

const tierOf = ({ rank }: Voice): Tier => {
  if (rank === undefined) return 'too-little';
  return rank <= TIERS[0] ? 'first-10' : rank <= TIERS[1] ? 'first-50' : 'further';
};

/** Where nothing is about a passage: the consultation as a whole. */
const AS_A_WHOLE = 'whole';

/** So many there are, and so many are left, for each key that voices have; what most is left of first. */
const parts = (
  voices: readonly Voice[],
  left: ReadonlySet<ContributionId>,
  keysOf: (voice: Voice) => readonly string[],
): Part[] => {
  const counted = new Map<string, Part>();
  for (const voice of voices) {
    for (const key of keysOf(voice)) {
      const part = counted.get(key) ?? { key, all: 0, left: 0 };
      part.all++;
      if (left.has(voice.id)) part.left++;
      counted.set(key, part);
    }
  }
  return [...counted.values()].sort((a, b) => b.left - a.left || b.all - a.all || (a.key < b.key ? -1 : 1));
};

const byRank = (a: Voice, b: Voice): number => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.id < b.id ? -1 : 1);

/** What nobody took up and nobody answered, so that no voice is forgotten by accident. */
export const coverageOf = (
  voices: readonly Voice[],
  cited: ReadonlySet<ContributionId>,
  answered: ReadonlySet<ContributionId>,
): Coverage => {
  const left = voices.filter(({ id }) => !cited.has(id) && !answered.has(id)).sort(byRank);
  const ids = new Set(left.map(({ id }) => id));
  const tiers = parts(voices, ids, (voice) => [tierOf(voice)]);
  return {
    all: voices.length,
    cited: voices.filter(({ id }) => cited.has(id)).length,
    answered: voices.filter(({ id }) => answered.has(id) && !cited.has(id)).length,
    left,
    byLanguage: parts(voices, ids, ({ language }) => [language]),
    byGroup: parts(voices, ids, ({ groups }) => groups),
    byPassage: parts(voices, ids, ({ passage }) => [passage ?? AS_A_WHOLE]),
    byRank: RANK_TIERS.flatMap((tier) => tiers.find(({ key }) => key === tier) ?? []),
  };
};
