/**
 * `npm test` answers in minutes: of the files below, whose tests start processes, kill them or
 * play long histories, it runs some tests, and `npm run test:all` runs all. Which ones is
 * the same on every machine and at every time, so that a red test is the fault of a change. Any other
 * call of vitest runs all tests of the files that it names.
 */
import { inject } from 'vitest';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Whether this is `npm test`. */
    brief: boolean;
  }
}

/** The mode of vitest that `npm test` chooses. */
export const BRIEF_MODE = 'brief';

/**
 * How many tests of a file `npm test` runs, by the path from test/; they are spread evenly over it.
 * The numbers that are odd take other cases of one database than of the other, where a file
 * has all cases for DuckDB and then all for Postgres.
 */
export const SOME: Readonly<Record<string, number>> = {
  'commands/archive-damage.test.ts': 1,
  'commands/audit.test.ts': 1,
  'commands/backfill.test.ts': 1,
  'commands/bad-among-good.test.ts': 2,
  'commands/catch-up.test.ts': 2,
  'commands/check.test.ts': 4,
  'commands/demo-service.test.ts': 1,
  'commands/fetch.test.ts': 7,
  'commands/load.test.ts': 4,
  'commands/no-ddl.test.ts': 1,
  'commands/private.test.ts': 1,
  'commands/query.test.ts': 9,
  'commands/run.test.ts': 3,
  'commands/schema-ledger.test.ts': 1,
  'commands/signals.test.ts': 1,
  'commands/status.test.ts': 2,
  'commands/usage.test.ts': 7,
  'commands/verify.test.ts': 2,
  'faults/altered.test.ts': 3,
  'faults/full.test.ts': 2,
  'faults/hostile.test.ts': 1,
  'faults/interrupted.test.ts': 1,
  'faults/kill.test.ts': 3,
  'faults/kill-files.test.ts': 2,
  'faults/modes.test.ts': 3,
  'faults/network.test.ts': 2,
  'faults/pooler.test.ts': 2,
  'faults/rights.test.ts': 3,
  'faults/roles.test.ts': 1,
  'faults/secrets.test.ts': 3,
  'faults/together.test.ts': 1,
  'flex-service/client/bodies.test.ts': 5,
  'flex-service/client/faults.test.ts': 17,
  'flex-service/client/secrecy.test.ts': 19,
  'flex-service/fake/rebasing.test.ts': 20,
  'fuzz/enormous.test.ts': 5,
  'laws/cases.test.ts': 3,
  'laws/groups.test.ts': 2,
  'laws/laws.test.ts': 5,
  'laws/loads.test.ts': 15,
  'laws/modes.test.ts': 3,
  'laws/readings.test.ts': 1,
  'laws/split.test.ts': 1,
  'lossless/fixtures.test.ts': 18,
  'postgres/cluster.test.ts': 3,
  'repository/packed.test.ts': 1,
  'sinks/sql/ledger/many-statements.test.ts': 2,
  'sinks/sql/ledger/status.test.ts': 3,
  'sinks/sql/recast.test.ts': 3,
  'sinks/sql/verify/sink.test.ts': 5,
  'values/characters.test.ts': 3,
  'views/cash.test.ts': 3,
  'views/comments.test.ts': 1,
  'views/making.test.ts': 3,
  'views/trades.test.ts': 3,
};

/** How often a random test is tried: in a run of all tests, and in `npm test`. */
export const often = (usual: number, briefly: number): number =>
  inject('brief') ? briefly : usual;

/** Places in a list, spread evenly over it, the first among them. */
export function spread(length: number, count: number): Set<number> {
  return new Set(Array.from({ length: count }, (_, i) => Math.floor((i * length) / count)));
}
