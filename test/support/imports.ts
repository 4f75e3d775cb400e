import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

export type Import = { from: string; to: string; typeOnly: boolean; lazy: boolean };
export type SourceFile = { path: string; text: string; lines: number; imports: Import[] };

const STATEMENT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\s+from\s+)?['"]([^'"]+)['"]/gm;
const LAZY = /\bimport\(\s*['"]([^'"$]+)['"]\s*\)/g;

/** A path of ours from the root, or the name of a package. */
const resolved = (from: string, named: string): string => {
  if (named.startsWith('.')) return relative(ROOT, join(ROOT, dirname(from), named));
  return named.startsWith('#') ? named.slice(1) : named;
};

const read = (path: string): SourceFile => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const code = text.replaceAll(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const imports = [...code.matchAll(STATEMENT)].map(([, type, named = '']) => ({
    from: path,
    to: resolved(path, named),
    typeOnly: type !== undefined,
    lazy: false,
  }));
  const lazy = [...code.matchAll(LAZY)].map(([, named = '']) => ({
    from: path,
    to: resolved(path, named),
    typeOnly: false,
    lazy: true,
  }));
  return { path, text, lines: text.split('\n').length - 1, imports: [...imports, ...lazy] };
};

/** Every source file of a layer, without what is made by the build. */
export const filesOf = (...layers: string[]): SourceFile[] =>
  layers.flatMap((layer) =>
    globSync(`${layer}/**/*.{ts,tsx}`, { cwd: ROOT, exclude: (path) => /node_modules|\/compiled/.test(path) })
      .toSorted()
      .map(read),
  );

/** Everything that a file reaches through imports of values, itself included. */
export const reach = (entry: string): Set<string> => {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    if (!existsSync(join(ROOT, path)) || !/\.tsx?$/.test(path)) return;
    for (const { to, typeOnly } of read(path).imports) if (!typeOnly) visit(to);
  };
  visit(entry);
  return seen;
};
