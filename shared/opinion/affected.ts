import { beliefs, type Share } from './agreement.ts';
import { countOf } from './counts.ts';
import { matrixOf, type Matrix } from './matrix.ts';
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
  const matrix = matrixOf(ballots, items, parameters.locales);
  const before = new Map(released.map((figure) => [JSON.stringify([figure.group, figure.id]), figure]));
  const belief = beliefs(parameters.credible);
  const order = [...answers.groups.keys()].sort((a, b) => (answers.groups[a]! < answers.groups[b]! ? -1 : 1));
  return order.flatMap((nth) => {
    const group = answers.groups[nth]!;
    const { own, others } = met(matrix, answers.belongs[nth]!, weight);
    return matrix.items.flatMap(({ id }, column): AffectedFigure[] => {
      const { seen: people, ...votes } = countOf(own, column);
      if (people < parameters.affected || countOf(others, column).seen < parameters.affected) return [];
      const old = before.get(JSON.stringify([group, id]));
      if (old !== undefined && Math.abs(people - old.people) < parameters.affected) return [old];
      return [{ group, id, people, ...belief.agreement({ ...votes, seen: people }) }];
    });
  });
}

/** Weighed dealt votes by token: of those who belong, and of everybody else. */
function met({ rows, items, start, token, origin }: Matrix, belongs: Uint8Array, weight: Float64Array) {
  const own = new Float64Array(3 * items.length);
  const others = new Float64Array(3 * items.length);
  for (let row = 0; row < rows; row++) {
    const to = belongs[origin[row]!] === 1 ? own : others;
    for (let vote = start[row]!; vote < start[row + 1]!; vote++) to[token[vote]!]! += weight[origin[row]!]!;
  }
  return { own, others };
}
