import { defineConfig } from 'vite';
import solid from 'vite-plugin-solid';

/** Two builds from one source: what browsers load, and one file that renders pages on the server. */
export default defineConfig(({ isSsrBuild }) => ({
  plugins: [solid({ ssr: true })],
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
      : { input: ['web/entry-client.tsx', 'web/styles/main.css'] },
  },
  ssr: { noExternal: true },
}));
