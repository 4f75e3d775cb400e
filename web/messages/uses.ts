import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

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

const slicesIn = (file: string, slices: readonly string[]): string[] => {
  const sources = [...reachedFrom(file).values()].join('\n');
  return slices.filter((slice) => new RegExp(`['"\`]${slice}\\.`).test(sources));
};

/**
 * Which slices of messages each page speaks with, read from its source: every key is written with its slice in front.
 * What every page needs is under `''`.
 */
export const slicesOfPages = (slices: readonly string[]): Record<string, string[]> => {
  const everywhere = slicesIn(join(WEB, 'entry-client.tsx'), slices);
  const pages = globSync('*/*.page.tsx', { cwd: WEB })
    .sort()
    .map((page) => {
      const own = slicesIn(join(WEB, page), slices).filter((slice) => !everywhere.includes(slice));
      return [`./${relative('.', page)}`, own] as const;
    });
  return Object.fromEntries([['', everywhere], ...pages]);
};
