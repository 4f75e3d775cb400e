import { beliefs, type Share } from './agreement.ts';
import type { Item, PackedBallots } from './packed.ts';
import type { Parameters } from './parameters.ts';

/**
 * What participants said, of their own accord, about belonging to an affected group. By group, then input row:
 * 1 belongs; 0 everything else (no answer, "prefer not to say", another group, consent withdrawn).
 */
export type Answers = { groups: readonly string[]; belongs: readonly Uint8Array[] };

/** Support for an item among people who say that they belong to a group. */
export type AffectedFigure = { group: string; id: string; people: number } & Share;

/**
 * Support among affected groups, by group and item id. Given where at least `parameters.affected` (10) of them met the
 * item on a dealt card and as many others did, so that neither they nor the others can be told one by one. What was
 * released before stays word for word until the people behind it are at least that many more or fewer: no difference
 * of two releases is about one person. A figure that has become too small is withdrawn.
 * @param weight by input row, as from the recount, so that near-identical ballots do not pose as a community
 * @param released the figures published before
 */
export function affectedSupport(
  ballots: PackedBallots,
  items: readonly Item[],
  answers: Answers,
  weight: Float64Array,
  released: readonly AffectedFigure[],
  parameters: Parameters,
): AffectedFigure[] {
  const before = new Map(released.map((figure) => [JSON.stringify([figure.group, figure.id]), figure]));
  const belief = beliefs(parameters.credible);
  const figures = answers.groups.flatMap((group, nth) => {
    const { own, others } = met(ballots, answers.belongs[nth]!, weight);
    return items.flatMap(({ id }, column): AffectedFigure[] => {
      const people = own.seen[column]!;
      if (people < parameters.affected || others.seen[column]! < parameters.affected) return [];
      const old = before.get(JSON.stringify([group, id]));
      if (old !== undefined && Math.abs(people - old.people) < parameters.affected) return [old];
      const { share, low, high } = belief.agreement({ agree: own.agree[column]!, disagree: 0, seen: people });
      return [{ group, id, people, share, low, high }];
    });
  });
  return figures.sort((a, b) => compareText(a.group, b.group) || compareText(a.id, b.id));
}

/** Weighed dealt votes by column: of those who belong, and of everybody else. */
function met(ballots: PackedBallots, belongs: Uint8Array, weight: Float64Array) {
  const table = () => ({ seen: new Float64Array(ballots.items), agree: new Float64Array(ballots.items) });
  const [own, others] = [table(), table()];
  for (let row = 0; row < ballots.rows; row++) {
    const to = belongs[row] === 1 ? own : others;
    for (let vote = ballots.start[row]!; vote < ballots.start[row + 1]!; vote++) {
      if (ballots.way[vote] === 1) continue;
      const column = ballots.item[vote]!;
      to.seen[column]! += weight[row]!;
      if (ballots.choice[vote] === 1) to.agree[column]! += weight[row]!;
    }
  }
  return { own, others };
}

const compareText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
