import { availableParallelism } from 'node:os';
import { configDefaults, defineConfig } from 'vitest/config';

/** Of `npm test`, which runs some tests of the long files: test/brief.ts says which. */
const BRIEF = 'brief';
const RUNNER = 'test/brief-runner.ts';
/** Of `npm run test:ecosystem`, the only call that runs these: they need programs that are installed. */
const ECOSYSTEM = 'ecosystem';
const WITH_PROGRAMS = ['test/ecosystem/**/*.test.ts'];

/** Folders whose tests start servers and processes, or use what those tests share: a Postgres. */
const PROCESSES = [
  ...[
    'audit',
    'report-page',
    'commands',
    'day',
    'faults',
    'laws',
    'postgres',
    'sinks',
    'values',
    'views',
  ],
  ...['cli', 'docs', 'files', 'archive', 'object-store'],
].map((folder) => `test/${folder}/**/*.test.ts`);
/** Files that replace parts of a module, or that measure the memory of their process. */
const ALONE = [
  'test/repository/packed.test.ts',
  'test/flex-service/client/bodies.test.ts',
  'test/files/atomic.test.ts',
  'test/files/directories.test.ts',
  'test/sinks/csv/directory.test.ts',
];

export default defineConfig(({ mode }) => ({
  test: {
    // A test that asserts nothing fails, whatever the reason why it came to no assertion.
    expect: { requireAssertions: true },
    ...(mode === BRIEF && { reporters: ['default', 'test/brief-reporter.ts'] }),
    // Two at least: tests wait for processes and servers more than they compute.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Tests start real processes; the bound is there to end a hang, never to measure.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What depends on the mode stands in each project: `extends` reads this file without it.
    projects: [
      ...(mode === ECOSYSTEM
        ? [
            {
              extends: true as const,
              test: {
                name: ECOSYSTEM,
                provide: { brief: false },
                include: WITH_PROGRAMS,
                globalSetup: ['test/postgres/global-setup.ts'],
                testTimeout: 600_000,
                pool: 'forks' as const,
              },
            },
          ]
        : []),
      {
        extends: true,
        test: {
          ...(mode === BRIEF && { runner: RUNNER }),
          name: 'units',
          include: ['test/**/*.test.ts'],
          exclude: [...configDefaults.exclude, ...PROCESSES, ...ALONE, ...WITH_PROGRAMS],
          // No threads: the binding of DuckDB aborts the process when a thread that used it ends.
          pool: 'forks',
          isolate: false,
          provide: {
            brief: mode === BRIEF,
            postgres: { failure: 'Its folder is not in PROCESSES of vitest.config.ts.' },
          },
        },
      },
      {
        extends: true,
        test: {
          ...(mode === BRIEF && { runner: RUNNER }),
          name: 'processes',
          provide: { brief: mode === BRIEF },
          include: PROCESSES,
          exclude: [...configDefaults.exclude, ...ALONE],
          pool: 'forks',
          isolate: false,
          globalSetup: ['test/postgres/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          ...(mode === BRIEF && { runner: RUNNER }),
          name: 'alone',
          provide: {
            brief: mode === BRIEF,
            postgres: { failure: 'Files that run alone have no Postgres (vitest.config.ts).' },
          },
          include: ALONE,
        },
      },
    ],
  },
}));
