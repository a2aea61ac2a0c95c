/**
 * What statements speak of, in the ledger: a row of flexetl_coverage for each statement and
 * table, and the same of the input in hand. What follows from it is covers.ts and publish.ts.
 */
import type { Grain } from '../../catalog/section.js';
import type { EventFacts, Statement } from '../../parser/statement.js';
import type { Mode } from '../sink.js';
import type { SqlEngine, SqlValue } from './engine.js';
import { insertRows } from './ledger.js';
import { partsOf, tableOf } from './parts.js';
import { makeTemporary } from './temporary.js';

/** Temporary: the statements of the input in hand, a row for each table they speak of. */
export const NOW = 'flexetl_now';

/** Orders statements: the time of generation at a fixed width, the digest, the id. */
export function rankOf(statement: Statement): string {
  const generated = statement.rankedAt ?? '0000-00-00T00:00:00Z';
  const [seconds, fraction = ''] = generated.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z|${statement.digest}|${statement.id}`;
}

/** Makes the temporary table of what this input's statements speak of, part by part. */
export async function stageCoverage(
  engine: SqlEngine,
  statements: readonly Statement[],
  { mode, timezone }: { readonly mode: Mode; readonly timezone: string },
  grainOf: (table: string) => Grain,
): Promise<void> {
  const none = `SELECT * FROM ${engine.schema}.flexetl_coverage WHERE FALSE`;
  await makeTemporary(engine, NOW, none);
  const rows = new Map<string, SqlValue[]>();
  for (const statement of statements) {
    for (const [part, parsed] of partsOf(statement)) {
      const facts = statement.events.get(part);
      // A statement that stands twice in a file is one statement.
      rows.set(`${statement.id} ${part}`, [
        statement.account,
        statement.query,
        part,
        statement.id,
        mode === 'append' ? 'append' : 'merge',
        grainOf(tableOf(part)),
        statement.from,
        statement.to,
        rankOf(statement),
        parsed,
        timezone,
        ...(facts === undefined ? NO_FACTS : factsOf(facts)),
      ]);
    }
  }
  await insertRows(engine, NOW, COVERAGE_TYPES, [...rows.values()]);
}

const COVERAGE_TYPES = [
  ...new Array<string>(6).fill('text'),
  ...['date', 'date', 'text', 'bigint', 'text'],
  ...['text', 'text', 'bigint', 'bigint', 'boolean', 'date', 'date', 'date'],
];

/** What coverage says of events, where the statement has no rows of them. */
const NO_FACTS: readonly SqlValue[] = new Array<null>(8).fill(null);

function factsOf(facts: EventFacts): readonly SqlValue[] {
  const { attributes, keyedBy, undated, dateless, bounded } = facts;
  const { boundFrom, boundTo, tradedFrom } = facts;
  return [attributes, keyedBy, undated, dateless, bounded, boundFrom, boundTo, tradedFrom];
}

/** Keeps what this input's statements speak of; what they spoke of before is brought up to date. */
export async function recordCoverage(engine: SqlEngine): Promise<void> {
  await engine.run(
    `INSERT INTO ${engine.schema}.flexetl_coverage SELECT * FROM ${NOW} WHERE TRUE
     ON CONFLICT (account_id, query, table_name, statement_id, mode) DO UPDATE SET
       grain = excluded.grain, window_from = excluded.window_from,
       window_to = excluded.window_to, rank = excluded.rank, parsed = excluded.parsed,
       timezone = excluded.timezone, attributes = excluded.attributes,
       keyed_by = excluded.keyed_by, undated = excluded.undated, dateless = excluded.dateless,
       bounded = excluded.bounded, bound_from = excluded.bound_from, bound_to = excluded.bound_to,
       traded_from = excluded.traded_from`,
  );
}
