export type Measured = { perSecond: number; p50: number; p99: number; errors: number; count: number };

const percentile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs `act` on so many workers at once for some seconds; `act` answers whether it went well. Latencies in ms. */
export const measure = async (
  workers: number,
  seconds: number,
  act: (worker: number, round: number) => Promise<boolean>,
): Promise<Measured> => {
  const taken: number[] = [];
  let errors = 0;
  const begun = performance.now();
  const until = begun + seconds * 1000;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      for (let round = 0; performance.now() < until; round++) {
        const started = performance.now();
        if (!(await act(worker, round))) errors++;
        taken.push(performance.now() - started);
      }
    }),
  );
  const elapsed = (performance.now() - begun) / 1000;
  taken.sort((a, b) => a - b);
  return {
    perSecond: taken.length / elapsed,
    p50: percentile(taken, 0.5),
    p99: percentile(taken, 0.99),
    errors,
    count: taken.length,
  };
};
