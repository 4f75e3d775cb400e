import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { ON_DEMAND } from './on-demand.ts';

const WEB = join(import.meta.dirname, '..');
const COMPILED = join(import.meta.dirname, 'compiled');

const importsOf = (file: string, source: string): string[] =>
  // A type says nothing.
  [...source.replaceAll(/import type [^;]+;/g, '').matchAll(/(?:from|import) '([^']+\.tsx?)'/g)]
    .map(([, path = '']) =>
      path.startsWith('#web/') ? join(WEB, path.slice('#web/'.length)) : join(dirname(file), path),
    )
    .filter((path) => path.startsWith(WEB) && !path.startsWith(COMPILED) && existsSync(path));

/** A file of the browser's side and all it imports there. */
const reachedFrom = (file: string, found = new Map<string, string>()): Map<string, string> => {
  if (found.has(file)) return found;
  const source = readFileSync(file, 'utf8');
  found.set(file, source);
  for (const path of importsOf(file, source)) reachedFrom(path, found);
  return found;
};

/** A page that says by itself when it needs them has none of these because of its source alone. */
const saysItself = (file: string): boolean => /^ {2}says\b/m.test(readFileSync(file, 'utf8'));

const slicesIn = (file: string, slices: readonly string[]): string[] => {
  const sources = [...reachedFrom(file).values()].join('\n');
  return slices.filter((slice) => new RegExp(`['"\`]${slice}\\.`).test(sources));
};

/**
 * Which slices of messages each page speaks with, read from its source: every key is written with its slice in front.
 * What every page needs is under `''`.
 */
export const slicesOfPages = (slices: readonly string[]): Record<string, string[]> => {
  const isOnDemand = (slice: string): boolean => slice in ON_DEMAND;
  const everywhere = slicesIn(join(WEB, 'entry-client.tsx'), slices).filter((slice) => !isOnDemand(slice));
  const pages = globSync('*/*.page.tsx', { cwd: WEB })
    .sort()
    .map((page) => {
      const file = join(WEB, page);
      const own = slicesIn(file, slices)
        .filter((slice) => !everywhere.includes(slice))
        .filter((slice) => !isOnDemand(slice) || !saysItself(file));
      return [`./${relative('.', page)}`, own] as const;
    });
  return Object.fromEntries([['', everywhere], ...pages]);
};
