import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import solid from 'vite-plugin-solid';

/**
 * Vite's helper around `import()` loads styles and preloads chunks. Our styles are one linked file and the server's page
 * preloads what it needs, so the helper is weight on every page.
 */
const plainImports: Plugin = {
  name: 'plain-imports',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load();' : null),
};

/** What is left of that helper: a call around each import, a byte or two of every page that nobody needs. */
const AROUND_IMPORT =
  /[\w$]+\((?:\(\)=>import\((`\.\/[^`]+`)\)|async\(\)=>\{let\{[^}]*\}=await import\((`\.\/[^`]+`)\);return\{[^}]*\}\}),\[\]\)/g;
const bareImports: Plugin = {
  name: 'bare-imports',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const one of Object.values(bundle)) {
        if (one.type === 'chunk') one.code = one.code.replaceAll(AROUND_IMPORT, 'import($1$2)');
      }
    },
  },
};

const smallest = promisify(brotliCompress);

/** Files lie there compressed as small as it gets, so that serving them costs nothing. */
const compressed: Plugin = {
  name: 'compressed',
  async writeBundle({ dir = '.' }, bundle) {
    const files = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
    await Promise.all(
      files.map(async (file) => writeFile(join(dir, `${file}.br`), await smallest(await readFile(join(dir, file))))),
    );
  },
};

/** What every page and the deck need goes into one file: together it compresses better than in twenty. */
const CORE =
  /node_modules\/(solid-js|@messageformat)|web\/(messages\/i18n|messages\/meta|messages\/compiled\/messages|api|visit|done|ids|page|post-form|ui\/(notice|error-summary|reading|language-label|button|details|time|page-header|page-footer|skip-link|leave-quickly|language-menu))|shared\/(locales|reading|time|verdict)/;
const DECK =
  /shared\/(consultations\/phases|participants\/rules|ballots\/rules)|web\/(ballots\/(cast|choice-button|queue|unsent|use-queue|queue-notice)|contributions\/(author-words|say-something)|consultations\/(load|addresses)|form-data)/;
/** What a page with a form in it needs around its fields. */
const FORMS = /web\/(forms\.ts|form-problem|with-proof|problems\/explanation|ui\/choice\/)/;

/** Two builds from one source: what browsers load, and one file that renders pages on the server. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [plainImports, solid({ ssr: true }), ...(isSsrBuild ? [] : [bareImports, compressed])],
  appType: 'custom',
  publicDir: 'web/public',
  build: {
    copyPublicDir: !isSsrBuild,
    outDir: isSsrBuild ? 'dist/server' : 'dist/client',
    emptyOutDir: true,
    manifest: isSsrBuild ? false : 'manifest.json',
    modulePreload: false,
    assetsInlineLimit: 0,
    target: 'es2022',
    rolldownOptions: isSsrBuild
      ? { input: 'web/entry-server.tsx', output: { codeSplitting: false } }
      : {
          input: ['web/entry-client.tsx', 'web/styles/main.css'],
          output: {
            // Dozens of these names stand in what a phone loads first, and a hash does not compress.
            chunkFileNames: 'assets/[name]-[hash:7].js',
            codeSplitting: {
              groups: [
                { name: 'core', test: CORE, priority: 2 },
                { name: 'voting', test: DECK, priority: 1 },
                { name: 'form', test: FORMS, priority: 1 },
              ],
            },
          },
        },
  },
  ssr: { noExternal: true },
}));
