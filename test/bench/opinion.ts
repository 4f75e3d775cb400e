/**
 * How fast the mathematics of opinion is, on one core, from packed ballots to the snapshot. Every size runs
 * in a process of its own, so that its memory is its own; beside it a plain dense reference, and ml-matrix as oracle.
 * `ONLY=2000x900` runs one size; the largest takes about half a minute with making its ballots.
 */
import { execFileSync } from 'node:child_process';
import { EigenvalueDecomposition, Matrix as Dense } from 'ml-matrix';
import { principalComponents } from '#shared/opinion/components.ts';
import { matrixOf } from '#shared/opinion/matrix.ts';
import { recount } from '#shared/opinion/recount.ts';
import { snapshotText } from '#shared/opinion/snapshot.ts';
import { denseReference, filledIn } from '../opinion/support/dense-reference.ts';
import { aCrowd } from '../opinion/support/crowd.ts';
import { parameters, someItems } from '../opinion/support/town.ts';

type Size = { people: number; items: number; votes: number; limit: { ms: number; mb?: number } };
type Measured = {
  first: number;
  median: number;
  best: number;
  /** Median processor time of the thread that counts: what a loaded machine distorts least. */
  cpu: number;
  votes: number;
  rss: number;
  groups: string;
  bytes: number;
};
type Compared = { ms: number; cosines: string };

const sizes: Size[] = [
  { people: 2_000, items: 900, votes: 225_000, limit: { ms: 150 } },
  { people: 10_000, items: 1_000, votes: 508_000, limit: { ms: 500 } },
  { people: 50_000, items: 500, votes: 1_300_000, limit: { ms: 2_500, mb: 400 } },
  { people: 200_000, items: 1_000, votes: 10_000_000, limit: { ms: Number.NaN } },
  { people: 1_000_000, items: 1_000, votes: 50_000_000, limit: { ms: 60_000, mb: 4_000 } },
];

const nameOf = ({ people, items }: Size): string => `${people}x${items}`;

const medianOf = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;

function measured(size: Size): Measured {
  const ballots = aCrowd(size);
  const items = someItems(size.items);
  const runs = size.votes > 5_000_000 ? 1 : 15;
  const times: number[] = [];
  const processor: number[] = [];
  let text = '';
  let groups = '';
  for (let time = 0; time < runs; time++) {
    const began = performance.now();
    const used = process.threadCpuUsage();
    const { snapshot } = recount(ballots, items, undefined, parameters);
    times.push(performance.now() - began);
    const { user, system } = process.threadCpuUsage(used);
    processor.push((user + system) / 1000);
    groups = snapshot.groups.list.map((group) => group.ballots).join('/');
    text = snapshotText(snapshot);
  }
  const rss = process.resourceUsage().maxRSS / 1024;
  const median = medianOf(times);
  const cpu = medianOf(processor);
  const best = Math.min(...times);
  return { first: times[0]!, median, best, cpu, votes: ballots.item.length, rss, groups, bytes: text.length };
}

/** The dense reference's time, and how far both principal components agree with ml-matrix's eigenvectors. */
function compared(size: Size): Compared {
  const ballots = aCrowd(size);
  const { ms } = denseReference(ballots);
  const items = someItems(size.items);
  const matrix = matrixOf(ballots, items, parameters.locales);
  const rows = Uint32Array.from({ length: matrix.rows }, (_, row) => row);
  const weight = new Float64Array(matrix.rows).fill(1);
  const { axes } = principalComponents({ items: size.items, rows, start: matrix.start, token: matrix.token, weight });
  const eigen = new EigenvalueDecomposition(covariance(filledIn(ballots), size), { assumeSymmetric: true });
  const { eigenvectorMatrix, realEigenvalues } = eigen;
  const strongest = [...realEigenvalues.keys()].sort((a, b) => realEigenvalues[b]! - realEigenvalues[a]!);
  const cosines = axes.map((axis, nth) => {
    const vector = eigenvectorMatrix.getColumn(strongest[nth]!);
    return Math.abs(axis.reduce((sum, pull, j) => sum + pull * vector[j]!, 0)).toFixed(9);
  });
  return { ms, cosines: cosines.join(' ') };
}

function covariance(rows: Float64Array[], { items }: Size): Dense {
  const sums = Array.from({ length: items }, () => new Float64Array(items));
  for (const row of rows) {
    for (let i = 0; i < items; i++) {
      const own = row[i]!;
      const to = sums[i]!;
      if (own !== 0) for (let j = 0; j <= i; j++) to[j]! += own * row[j]!;
    }
  }
  for (let i = 0; i < items; i++) for (let j = 0; j < i; j++) sums[j]![i] = sums[i]![j]!;
  return new Dense(sums.map((row) => Array.from(row)));
}

type Steps = { measure: Measured; compare: Compared };

/** Runs one step for one size in a process of its own. */
function apart<Step extends keyof Steps>(step: Step, size: Size): Steps[Step] {
  const args = ['--max-old-space-size=8000', import.meta.filename, step, nameOf(size)];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }));
}

export async function run(): Promise<void> {
  const only = process.env['ONLY'];
  for (const size of sizes.filter((one) => only === undefined || nameOf(one) === only)) {
    const { first, median, best, cpu, votes, rss, groups, bytes } = apart('measure', size);
    const { ms, mb } = size.limit;
    const limit = Number.isNaN(ms) ? '' : ` (limit ${ms}${mb === undefined ? '' : ` ms, ${mb} MB`})`;
    console.log(
      `${size.people} × ${size.items}, ${votes} votes: median ${median.toFixed(0)} ms, best ${best.toFixed(0)}, first ${first.toFixed(0)}, ` +
        `processor ${cpu.toFixed(0)} ms (median), ` +
        `${((1000 * cpu) / votes).toFixed(2)} µs/vote, ${rss.toFixed(0)} MB with the ballots${limit}; ` +
        `groups ${groups}, snapshot ${(bytes / 1024).toFixed(0)} kB`,
    );
    if (size.people > 50_000) {
      const gigabytes = ((8 * size.people * size.items) / 2 ** 30).toFixed(1);
      console.log(`  dense reference: not run, its matrix alone has ${gigabytes} GB`);
      continue;
    }
    const dense = apart('compare', size);
    console.log(
      `  dense reference ${dense.ms.toFixed(0)} ms (no weights, no null model, no intervals); ` +
        `|cos| of both components to ml-matrix: ${dense.cosines}`,
    );
  }
}

if (import.meta.main) {
  const [step, name] = process.argv.slice(2);
  const size = sizes.find((one) => nameOf(one) === name);
  if (size === undefined) await run();
  else console.log(JSON.stringify(step === 'measure' ? measured(size) : compared(size)));
}
