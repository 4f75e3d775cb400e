import { rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { build, transform, type BuildOptions, type Plugin } from 'esbuild';
import { folderOf } from './built.ts';
import { ENTRIES, type Entry } from './entries.ts';

/** Which bundles need the words and pages of `web` beside them. */
const WITH_PAGES: readonly Entry[] = ['pages', 'doors', 'schedule'];

/** Packages in CommonJS ask for `require`, which a module does not have. */
const REQUIRE = "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** zod brings its messages in fifty languages: 300 kB, read at every start. Ours are codes, so English is enough. */
const onlyEnglish: Plugin = {
  name: 'only-english',
  setup: ({ onResolve }) => {
    onResolve({ filter: /\/locales\/index\.js$/ }, ({ importer }) =>
      importer.includes('/zod/') ? { path: folderOf('node_modules/zod/v4/locales/en.js') } : undefined,
    );
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
  plugins: [onlyEnglish],
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
