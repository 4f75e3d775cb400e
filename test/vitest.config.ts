import solid from 'vite-plugin-solid';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './support/longest-first.ts';

/**
 * Two workers for two cores. Browser journeys share one built platform each; nothing depends on timing. A worker reads
 * the libraries and our own modules once, not again for each file: what they remember hangs on a world, and each file
 * makes its own. What a page will say is waited for as long as for an element of it.
 */
export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  plugins: [solid({ ssr: true })],
  resolve: { conditions: ['node'] },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    environment: 'node',
    globalSetup: 'test/support/seeded-stores.ts',
    setupFiles: 'test/support/same-draws.ts',
    pool: 'forks',
    maxWorkers: 2,
    // What a request or a message makes is soon of no use: with more room for the young, a sixth less is spent on sorting.
    execArgv: ['--min-semi-space-size=32', '--max-semi-space-size=64'],
    isolate: false,
    sequence: { sequencer: LongestFirst },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 15_000 } },
    reporters: ['default'],
  },
});
