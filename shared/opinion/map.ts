import { noGroup } from './counts.ts';
import type { Grouping } from './groups.ts';
import type { MapCell } from './snapshot.ts';

/** The grid has about this many people to a cell, within bounds. */
const peoplePerCell = 6;
const fewestAcross = 4;
const mostAcross = 24;
/** Fewer people than this are never shown as a point of their own. */
const fewestPeople = 5;

/**
 * The opinion map: how many people stand where, on a grid, never a single person. Cells with fewer than five people
 * are added to the nearest shown cell of their group; a group too small for any cell is not on the map.
 * @param signs ±1 for each axis, so that the map does not flip between snapshots
 */
export function mapOf(grouping: Grouping, labels: readonly string[], signs: readonly [number, number]): MapCell[] {
  const { points, rows, group } = grouping;
  const reach = reachOf(points);
  const even = Math.round(Math.sqrt(rows.length / peoplePerCell));
  const cellsAcross = Math.max(fewestAcross, Math.min(mostAcross, even));
  const cells = new Map<string, { x: number; y: number; people: number; group: number }>();
  const cellOf = (value: number): number => {
    const at = Math.floor(((value / reach + 1) / 2) * cellsAcross);
    return Math.max(0, Math.min(cellsAcross - 1, at));
  };
  rows.forEach((row, i) => {
    const [x, y] = [cellOf(signs[0] * points[2 * i]!), cellOf(signs[1] * points[2 * i + 1]!)];
    const key = `${group[row]!} ${x} ${y}`;
    const cell = cells.get(key);
    if (cell === undefined) cells.set(key, { x, y, people: 1, group: group[row]! });
    else cell.people++;
  });
  const order = [...cells.values()].sort((a, b) => a.group - b.group || a.x - b.x || a.y - b.y);
  const shown = order.filter((cell) => cell.people >= fewestPeople);
  const people = new Map(shown.map((cell) => [cell, cell.people]));
  for (const cell of order) {
    if (cell.people >= fewestPeople) continue;
    const near = nearest(shown, cell);
    if (near !== undefined) people.set(near, people.get(near)! + cell.people);
  }
  const middle = (at: number): number => (((at + 0.5) / cellsAcross) * 2 - 1) * reach;
  return shown.map((cell) => ({
    x: middle(cell.x),
    y: middle(cell.y),
    people: people.get(cell)!,
    group: cell.group === noGroup ? null : labels[cell.group]!,
  }));
}

type Cell = { x: number; y: number; group: number };

function nearest<C extends Cell>(shown: readonly C[], cell: Cell): C | undefined {
  let found: C | undefined;
  let least = Infinity;
  for (const other of shown) {
    const distance = (other.x - cell.x) ** 2 + (other.y - cell.y) ** 2;
    if (other.group === cell.group && distance < least) {
      found = other;
      least = distance;
    }
  }
  return found;
}

/** Half the map's width: 99 in 100 coordinates lie within; the others stand at its edge. */
function reachOf(points: Float64Array): number {
  const sizes = points.map(Math.abs).sort();
  return sizes[Math.floor(0.99 * (sizes.length - 1))] || 1;
}
