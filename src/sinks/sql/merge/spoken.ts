/**
 * What statements cover, in the ledger: a row of flexetl_coverage for each statement and table, and
 * the same for the current input. What follows from it is deciders.ts and merge.ts.
 */
import type { Grain } from '../../../catalog/section.js';
import { FingerprintCounts } from '../../../parser/fingerprints.js';
import type { EventFacts, Statement } from '../../../parser/statement.js';
import type { Mode } from '../../sink.js';
import { makeTemporary, type SqlEngine, type SqlValue } from '../engine.js';
import { insertRows } from '../ledger/insert-rows.js';
import { partsOf, tableOf } from '../ledger/coverage-key.js';

/** Temporary: the statements of the input in hand, a row for each table they speak of. */
export const INCOMING_COVERAGE = 'flexetl_now';

/** Orders statements: the time of generation at a fixed width, the digest, the id. */
export function rankOf(statement: Statement): string {
  const generated = statement.rankedAt ?? '0000-00-00T00:00:00Z';
  const [seconds, fraction = ''] = generated.slice(0, -1).split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}Z|${statement.digest}|${statement.id}`;
}

/** Rows of coverage that are in hand at once. */
const ROWS_IN_HAND = 2_000;

/**
 * Makes the temporary table of what this input's statements speak of, part by part. Of the
 * statements no more is kept on the way than a fingerprint each.
 */
export async function stageCoverage(
  engine: SqlEngine,
  statements: Iterable<Statement>,
  { mode, timezone }: { readonly mode: Mode; readonly timezone: string },
  grainOf: (table: string) => Grain,
): Promise<void> {
  const none = `SELECT * FROM ${engine.schema}.flexetl_coverage WHERE FALSE`;
  await makeTemporary(engine, INCOMING_COVERAGE, none);
  const staging = new CoverageStaging(engine);
  for (const statement of statements) {
    await staging.add(statement.id, coverageOf(statement, { mode, timezone }, grainOf));
  }
  await staging.end();
}

export interface CoverageRow {
  readonly part: string;
  readonly values: readonly SqlValue[];
}

/** What a statement speaks of, as rows of flexetl_coverage. */
export function coverageOf(
  statement: Statement,
  { mode, timezone }: { readonly mode: Mode; readonly timezone: string },
  grainOf: (table: string) => Grain,
): CoverageRow[] {
  return partsOf(statement).map(([part, parsed]): CoverageRow => {
    const facts = statement.events.get(part);
    const values = [
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
    ];
    return { part, values };
  });
}

/**
 * Rows of coverage on their way into INCOMING_COVERAGE, some at a time. A statement that occurs
 * twice in a file is one statement: its last occurrence counts.
 */
class CoverageStaging {
  private readonly seen = new FingerprintCounts();
  /** By statement and part. */
  private rows = new Map<string, readonly SqlValue[]>();
  /** By part: statements that may be in INCOMING_COVERAGE already. */
  private again = new Map<string, string[]>();
  private writes = 0;

  constructor(private readonly engine: SqlEngine) {}

  async add(id: string, rows: readonly CoverageRow[]): Promise<void> {
    const mayBeRepeated = this.see(id);
    for (const { part, values } of rows) {
      this.rows.set(`${id} ${part}`, values);
      if (!mayBeRepeated) continue;
      const ids = this.again.get(part);
      if (ids === undefined) this.again.set(part, [id]);
      else ids.push(id);
    }
    if (this.rows.size >= ROWS_IN_HAND) await this.write();
  }

  async end(): Promise<void> {
    await this.write();
    // Otherwise the planner assumes that a new table has few rows, and uses nested loops.
    if (this.writes > 1) await this.engine.analyze(INCOMING_COVERAGE, KEY);
  }

  /** @returns whether a statement of that fingerprint has been seen before */
  private see(id: string): boolean {
    const [high, low] = [id.slice(0, 8), id.slice(8, 16)].map((half) => Number.parseInt(half, 16));
    const place = this.seen.find(high!, low!);
    if (this.seen.at(place) > 0) return true;
    this.seen.put(place, high!, low!, 1);
    return false;
  }

  private async write(): Promise<void> {
    const { engine, rows, again } = this;
    if (rows.size === 0) return;
    this.rows = new Map();
    this.again = new Map();
    for (const [part, ids] of this.writes > 0 ? again : []) {
      await engine.run(
        `DELETE FROM ${INCOMING_COVERAGE} WHERE table_name = $1
           AND statement_id IN (SELECT unnest(string_to_array(CAST($2 AS text), ' ')))`,
        [part, ids.join(' ')],
      );
    }
    await insertRows(engine, INCOMING_COVERAGE, COVERAGE_TYPES, [...rows.values()]);
    this.writes++;
  }
}

const KEY = ['account_id', 'query', 'table_name', 'statement_id', 'mode'];

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
    `INSERT INTO ${engine.schema}.flexetl_coverage SELECT * FROM ${INCOMING_COVERAGE} WHERE TRUE
     ON CONFLICT (account_id, query, table_name, statement_id, mode) DO UPDATE SET
       grain = excluded.grain, window_from = excluded.window_from,
       window_to = excluded.window_to, rank = excluded.rank, parsed = excluded.parsed,
       timezone = excluded.timezone, attributes = excluded.attributes,
       keyed_by = excluded.keyed_by, undated = excluded.undated, dateless = excluded.dateless,
       bounded = excluded.bounded, bound_from = excluded.bound_from, bound_to = excluded.bound_to,
       traded_from = excluded.traded_from`,
  );
}
