/** A vote of one ballot; `folded`: cast on something that was merged into what stands at `place`. */
export type FoldableVote = { place: number; choice: number; linked: boolean; folded: boolean };

const PASS = 0;

/** What several votes on the same thing say together: what they agree on; a pass where they are for and against it. */
const together = (votes: readonly FoldableVote[]): number => {
  const sides = new Set(votes.map(({ choice }) => choice).filter((choice) => choice !== PASS));
  const [side = PASS] = sides;
  return sides.size === 1 ? side : PASS;
};

/**
 * One vote for each place: her own on the one that stands, else what she said of those merged into it. Votes on dealt
 * cards come first; one reached by a link says something only where there is no other.
 */
export function foldVotes(votes: readonly FoldableVote[]): Omit<FoldableVote, 'folded'>[] {
  const places = [...new Set(votes.map(({ place }) => place))].sort((a, b) => a - b);
  return places.map((place) => {
    const here = votes.filter((vote) => vote.place === place);
    const dealt = here.filter(({ linked }) => !linked);
    const among = dealt.length > 0 ? dealt : here;
    const own = among.find(({ folded }) => !folded);
    return { place, choice: own ? own.choice : together(among), linked: dealt.length === 0 };
  });
}
