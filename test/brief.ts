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
 * A negative number counts from the end of a file, where its first tests take many seconds.
 * The numbers that are odd take other cases of one database than of the other, where a file
 * has all cases for DuckDB and then all for Postgres.
 */
export const SOME: Readonly<Record<string, number>> = {
  'audit/cash-movements.test.ts': 1,
  'audit/cash.test.ts': 1,
  'audit/funds.test.ts': 2,
  'audit/lots.test.ts': 1,
  'audit/nav-parts.test.ts': 1,
  'audit/positions.test.ts': 1,
  'commands/archive-damage.test.ts': -1,
  'commands/audit.test.ts': 1,
  'commands/backfill.test.ts': 1,
  'commands/bad-among-good.test.ts': 1,
  'commands/catch-up.test.ts': 1,
  'commands/check-directory.test.ts': 1,
  'commands/check.test.ts': 1,
  'commands/dagster-pipes.test.ts': 2,
  'commands/demo-service.test.ts': 1,
  'commands/duckdb-names.test.ts': 1,
  'commands/fake-service.test.ts': 3,
  'commands/fetch.test.ts': 1,
  'commands/help-loads.test.ts': 3,
  'commands/init.test.ts': 1,
  'commands/inspect.test.ts': 2,
  'commands/listeners.test.ts': 1,
  'commands/load.test.ts': 1,
  'commands/metrics-file.test.ts': 2,
  'commands/no-ddl.test.ts': -1,
  'commands/node-debug.test.ts': 1,
  'commands/numbers.test.ts': 1,
  'commands/object-store.test.ts': -1,
  'commands/openlineage.test.ts': 2,
  'commands/parquet-bucket.test.ts': -1,
  'commands/pipes.test.ts': 1,
  'commands/private.test.ts': 1,
  'commands/query-id.test.ts': 1,
  'commands/query.test.ts': 1,
  'commands/report.test.ts': 1,
  'commands/run.test.ts': 1,
  'commands/schema-ledger.test.ts': 1,
  'commands/schema.test.ts': 5,
  'commands/share.test.ts': 2,
  'commands/signals.test.ts': 1,
  'commands/status.test.ts': 1,
  'commands/stdout-full.test.ts': 4,
  'commands/usage.test.ts': 7,
  'commands/verify.test.ts': 1,
  'docs/samples.test.ts': 2,
  'faults/altered.test.ts': 1,
  'faults/full.test.ts': 1,
  'faults/hostile.test.ts': -1,
  'faults/interrupted.test.ts': 1,
  'faults/kill-files.test.ts': 1,
  'faults/kill.test.ts': 1,
  'faults/modes.test.ts': 1,
  'faults/network.test.ts': 1,
  'faults/parquet-bucket.test.ts': 1,
  'faults/parquet.test.ts': 1,
  'faults/pooler.test.ts': -1,
  'faults/rights.test.ts': 1,
  'faults/roles.test.ts': -1,
  'faults/secrets.test.ts': 3,
  'faults/store-secrets.test.ts': 2,
  'faults/together.test.ts': -1,
  'faults/turns.test.ts': 1,
  'faults/workers.test.ts': 1,
  'flex-service/client/bodies.test.ts': 5,
  'flex-service/client/faults.test.ts': 3,
  'flex-service/client/pacing.test.ts': 7,
  'flex-service/client/secrecy.test.ts': 19,
  'flex-service/fake/rebasing.test.ts': 20,
  'fuzz/enormous.test.ts': 2,
  'fuzz/refused.test.ts': 2,
  'laws/broker.test.ts': 1,
  'laws/cases.test.ts': 1,
  'laws/groups.test.ts': -2,
  'laws/laws.test.ts': 1,
  'laws/loads.test.ts': 1,
  'laws/model.test.ts': 13,
  'laws/modes.test.ts': 1,
  'laws/readings.test.ts': 1,
  'laws/split.test.ts': 1,
  'laws/spread.test.ts': 1,
  'lossless/fixtures.test.ts': 18,
  'object-store/real-store.test.ts': 3,
  'object-store/s3.test.ts': 7,
  'parser/lane/lane.test.ts': 7,
  'parser/values/dates.property.test.ts': 2,
  'pipeline/spill-counter.test.ts': 1,
  'postgres/cluster.test.ts': 1,
  'postgres/database.test.ts': 1,
  'report-page/browser.test.ts': -1,
  'report-page/sections.test.ts': -2,
  'repository/packed.test.ts': 1,
  'sinks/csv/sink.test.ts': 20,
  'sinks/duckdb-file.test.ts': 2,
  'sinks/duckdb/engine.test.ts': 4,
  'sinks/duckdb/memory.test.ts': 1,
  'sinks/ndjson/sink.test.ts': 16,
  'sinks/parquet/bucket.test.ts': 2,
  'sinks/sql/merge/succession.test.ts': -2,
  'sinks/parquet/dataset.test.ts': -1,
  'sinks/parquet/referees.test.ts': 1,
  'sinks/parquet/sink.test.ts': 2,
  'sinks/parquet/two-writers.test.ts': 1,
  'sinks/postgres/direct.test.ts': 2,
  'sinks/postgres/engine.test.ts': 6,
  'sinks/singer/sink.test.ts': 16,
  'sinks/sql/comments.test.ts': 1,
  'sinks/sql/ledger/many-statements.test.ts': 1,
  'sinks/sql/ledger/status.test.ts': 1,
  'sinks/sql/recast.test.ts': 1,
  'sinks/sql/verify/sink.test.ts': 1,
  'sinks/waits.test.ts': 1,
  'values/characters.test.ts': 1,
  'views/cash.test.ts': 3,
  'views/comments.test.ts': 1,
  'views/dates.test.ts': 1,
  'views/making.test.ts': 2,
  'views/positions.test.ts': 2,
  'views/trades.test.ts': 1,
};

/** How often a random test is tried: in a run of all tests, and in `npm test`. */
export const often = (usual: number, briefly: number): number =>
  inject('brief') ? briefly : usual;

/**
 * Places in a list, spread evenly over it, the first among them.
 * @param count if negative, counted from the end: the last among them
 */
export function spread(length: number, count: number): Set<number> {
  const most = Math.min(Math.abs(count), length);
  const places = Array.from({ length: most }, (_, i) => Math.floor((i * length) / most));
  return new Set(count < 0 ? places.map((place) => length - 1 - place) : places);
}
