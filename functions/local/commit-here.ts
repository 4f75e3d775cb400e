import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Which commit this is, where it runs from a clone; a container is told by COMMIT. */
export const commitHere = (): { commit?: string } => {
  const cwd = fileURLToPath(new URL('..', import.meta.url));
  const told = process.env.COMMIT ?? spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd }).stdout?.toString();
  const commit = told?.trim();
  return commit ? { commit } : {};
};
