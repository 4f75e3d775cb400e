import type { ResultsView } from '#shared/consultations/views.ts';

type Cell = ResultsView['map'][number];
type Group = ResultsView['groups']['list'][number];

/** A cell as it is drawn: on a square of 100 by 100, the larger its people the larger its shape. */
export type Drawn = { x: number; y: number; radius: number; place: number; label: string };

const SIZE = 100;
const MARGIN = 12;
const LARGEST = 8;
const SMALLEST = 1;
/** Below this a letter in a shape would be too small to read on a phone. */
export const READABLE = 3.2;

/** The step of the grid that the cells stand on; the whole width when all stand in one column. */
const stepOf = (values: readonly number[], reach: number): number => {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const steps = sorted.slice(1).map((value, i) => value - (sorted[i] ?? 0));
  return Math.min(reach, ...steps);
};

/** More shapes than this cannot be told apart on a phone, nor read as a table. */
const MOST_CELLS = 80;

/** The same people on a grid coarse enough to look at: four neighbours become one, as often as it takes. */
export const coarsened = (cells: readonly Cell[]): Cell[] => {
  let shown = [...cells];
  let size = Math.min(
    stepOf(
      shown.map(({ x }) => x),
      Infinity,
    ),
    stepOf(
      shown.map(({ y }) => y),
      Infinity,
    ),
  );
  while (shown.length > MOST_CELLS && Number.isFinite(size)) {
    size *= 2;
    const merged = new Map<string, Cell>();
    for (const { x, y, people, group } of shown) {
      const [column, row] = [Math.floor(x / size), Math.floor(y / size)];
      const key = `${column} ${row} ${group}`;
      const before = merged.get(key)?.people ?? 0;
      merged.set(key, { x: (column + 0.5) * size, y: (row + 0.5) * size, people: before + people, group });
    }
    shown = [...merged.values()];
  }
  return shown;
};

/** Half the width of what is shown. */
const reachOf = (cells: readonly Cell[], groups: readonly Pick<Group, 'centre'>[]): number =>
  Math.max(
    ...cells.flatMap(({ x, y }) => [Math.abs(x), Math.abs(y)]),
    ...groups.flatMap(({ centre: { x, y } }) => [Math.abs(x), Math.abs(y)]),
    1e-6,
  );

/** Where everything on the map is drawn: cells, the largest first so that small ones stay in sight, and the middles. */
export const layoutOf = (cells: readonly Cell[], groups: readonly Pick<Group, 'label' | 'centre'>[]) => {
  const reach = reachOf(cells, groups);
  const half = SIZE / 2;
  const scale = (half - MARGIN) / reach;
  const step =
    Math.min(
      stepOf(
        cells.map(({ x }) => x),
        reach,
      ),
      stepOf(
        cells.map(({ y }) => y),
        reach,
      ),
    ) * scale;
  const largest = Math.min(LARGEST, Math.max(SMALLEST, step / 2));
  const most = Math.max(...cells.map(({ people }) => people), 1);
  const labels = groups.map(({ label }) => label);
  const taken = new Map<string, number>();
  const drawn = cells
    .toSorted((a, b) => b.people - a.people)
    .map((cell): Drawn => {
      const key = `${cell.x} ${cell.y}`;
      const before = taken.get(key) ?? 0;
      taken.set(key, before + 1);
      // Groups that meet in one cell stand beside each other in it.
      const aside = before * largest * (before % 2 === 0 ? -0.9 : 0.9);
      return {
        x: half + cell.x * scale + aside,
        y: half - cell.y * scale,
        radius: Math.max(SMALLEST, largest * Math.sqrt(cell.people / most)),
        place: cell.group === null ? -1 : labels.indexOf(cell.group),
        label: cell.group ?? '',
      };
    });
  const middles = groups.map(({ label, centre }, place) => ({
    x: half + centre.x * scale,
    y: half - centre.y * scale,
    radius: 4.2,
    place,
    label,
  }));
  return { drawn, middles };
};
