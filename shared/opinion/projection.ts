import type { Components, Votes } from './components.ts';

/**
 * Where people stand on the opinion map: two numbers per row of `votes.rows`. Each is scaled by
 * √(columns / votes cast), so that few votes do not pull somebody to the middle (as in Polis: Small et al. 2021).
 */
export function projected(votes: Votes, components: Components): Float64Array {
  const { items, rows, start, token } = votes;
  const { mean, axes } = components;
  const read = new Float64Array(6 * items);
  for (let t = 0; t < 3 * items; t++) {
    const j = Math.floor(t / 3);
    const centred = (t % 3) - 1 - mean[j]!;
    read[2 * t] = centred * axes[0][j]!;
    read[2 * t + 1] = centred * axes[1][j]!;
  }
  const points = new Float64Array(2 * rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    const end = start[row + 1]!;
    let x = 0;
    let y = 0;
    for (let vote = start[row]!; vote < end; vote++) {
      const at = 2 * token[vote]!;
      x += read[at]!;
      y += read[at + 1]!;
    }
    const scale = Math.sqrt(items / Math.max(1, end - start[row]!));
    points[2 * i] = x * scale;
    points[2 * i + 1] = y * scale;
  }
  return points;
}
