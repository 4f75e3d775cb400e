import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build, transform, type BuildOptions, type Plugin } from 'esbuild';
import { folderOf } from './built.ts';
import { ENTRIES, type Entry } from './entries.ts';

/** Which bundles need the words and pages of `web` beside them. */
const WITH_PAGES: readonly Entry[] = ['pages', 'doors', 'schedule'];

/** Packages in CommonJS ask for `require`, which a module does not have. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/**
 * Two libraries bring far more than is asked of them, and all of it would be read at every start: zod its messages in
 * fifty languages and a compiler of JSON Schema (its one name `z` holds everything), the rate limiter clients for a
 * dozen databases.
 */
const onlyWhatIsAsked: Plugin = {
  name: 'only-what-is-asked',
  setup: (plugged) => {
    // Nothing in node_modules is TypeScript, so this is our own source.
    plugged.onLoad({ filter: /\.ts$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replace("import { z } from 'zod'", "import * as z from 'zod'"),
      loader: 'ts',
    }));
    plugged.onResolve({ filter: /^zod\/v4\/core$/ }, () => ({
      path: folderOf('node_modules/zod/v4/core/to-json-schema.js'),
    }));
    plugged.onResolve({ filter: /^rate-limiter-flexible$/ }, () => ({ path: 'limiters', namespace: 'asked' }));
    plugged.onLoad({ filter: /^limiters$/, namespace: 'asked' }, () => ({
      contents: ['RateLimiterDynamo', 'RateLimiterMemory', 'RateLimiterRes']
        .map((name) => `export { default as ${name} } from 'rate-limiter-flexible/lib/${name}.js';`)
        .join('\n'),
      resolveDir: folderOf(''),
    }));
  },
};

/** The SDK goes in: a bundled one starts faster than the one that the runtime brings. What is imported lazily stays a file of its own. */
export const bundling = (entryPoint: string, outdir: string): BuildOptions & { metafile: true } => ({
  entryPoints: { index: entryPoint },
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  minify: true,
  metafile: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  plugins: [onlyWhatIsAsked],
  banner: { js: REQUIRE },
  logLevel: 'warning',
});

/** Builds one function into `dist/lambda/<entry>`; answers which source files went in. */
export const bundle = async (entry: Entry): Promise<string[]> => {
  const outdir = folderOf(`dist/lambda/${entry}`);
  rmSync(outdir, { recursive: true, force: true });
  const { metafile } = await build(bundling(folderOf(`functions/${entry}.ts`), outdir));
  if (WITH_PAGES.includes(entry)) {
    const pages = await readFile(folderOf('dist/server/entry-server.js'), 'utf8');
    const { code } = await transform(pages, { minify: true, format: 'esm', target: 'node24', legalComments: 'none' });
    writeFileSync(`${outdir}/entry-server.js`, code);
  }
  // Lambda reads `.js` as CommonJS unless a package says otherwise.
  writeFileSync(`${outdir}/package.json`, '{"type":"module"}\n');
  return Object.keys(metafile.inputs);
};

if (import.meta.main) await Promise.all(ENTRIES.map(bundle));
