import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/postgres/global-setup.ts'],
    // Two at least: tests wait for processes and servers more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests start real processes; the bound is there to end a hang, never to measure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
