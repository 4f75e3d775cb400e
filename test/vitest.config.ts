import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';

/** Two workers for two cores. Browser journeys share one built platform each; nothing depends on timing. */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [solid({ ssr: true })],
  resolve: { conditions: ['node'] },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    environment: 'node',
    globalSetup: 'test/support/seeded-stores.ts',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: ['default'],
  },
});
