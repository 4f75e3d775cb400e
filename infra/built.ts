import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Built } from './civic-stack.ts';

export const folderOf = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url));

const commitHere = (): string | undefined => {
  const { stdout } = spawnSync('git', ['rev-parse', '--short=12', 'HEAD'], { cwd: folderOf(''), encoding: 'utf8' });
  return process.env.COMMIT ?? stdout?.trim();
};

/** What `npm run build` left. */
export const whatWasBuilt = (): Built => {
  const built = { bundles: folderOf('dist/lambda'), client: folderOf('dist/client') };
  if (!existsSync(built.bundles) || !existsSync(built.client))
    throw new Error('Nothing is built yet. Run: npm run build');
  const commit = commitHere();
  return {
    ...built,
    named: readdirSync(folderOf('web/public')).sort(),
    ...(commit && { commit }),
  };
};
