/**
 * The ledger tables: how they are migrated, and the rows that each input adds in
 * its own transaction. Their SQL is in schema/migrations.ts, what the merge rules read of
 * them in merge/merge.ts.
 */
import { STATEMENTS_TABLE } from '../../../catalog/section.js';
import { FlexError } from '../../../errors.js';
import { undatedNotices } from '../../../parser/undated.js';
import { extentOf, type ParseReport } from '../../../parser/statement.js';
import type { InputFacts, LoadedBefore, Mode, TableCounts } from '../../sink.js';
import type { SqlEngine, SqlValue } from '../engine.js';
import { INCOMING_COVERAGE } from '../merge/spoken.js';
import { insertRows } from './insert-rows.js';

/** The first version whose loads follow the rules of today. */
const RULES_SINCE = 2;

/**
 * Rows loaded under older rules have other keys: a load under today's rules would insert them once
 * more.
 * @param version of a ledger that has loads
 * @throws FlexError FLEX_LEDGER_OUTDATED
 */
export async function refuseOlderRules(
  engine: Pick<SqlEngine, 'name' | 'schema' | 'rows'>,
  version: number,
): Promise<void> {
  // Without a version, the table that holds it was emptied, which is another fault.
  if (version === 0 || version >= RULES_SINCE) return;
  const loads = await engine.rows(`SELECT 1 AS found FROM ${engine.schema}.flexetl_loads LIMIT 1`);
  if (loads.length > 0) throw outdatedLedger(engine.name, version);
}

function outdatedLedger(name: string, version: number): FlexError {
  return new FlexError(
    'FLEX_LEDGER_OUTDATED',
    `The ledger of ${name} has version ${version}: an earlier flexetl loaded events without a report date as figures about their window, so one event can be there several times.`,
  );
}

/**
 * Whether the destination has loaded these bytes in this way.
 * @param by only where this load has
 */
export async function isLoaded(
  engine: SqlEngine,
  input: InputFacts,
  by?: string,
): Promise<boolean> {
  const rows = await engine.rows(
    `SELECT load_id FROM ${engine.schema}.flexetl_loads WHERE sha256 = $1 AND variant = $2`,
    [input.sha256, input.variant],
  );
  return rows.some(({ load_id: load }) => by === undefined || load === by);
}

/** What the ledger has of an input that is loaded, by one query. */
export async function loadedBefore(engine: SqlEngine, input: InputFacts): Promise<LoadedBefore> {
  const { schema } = engine;
  const rows = await engine.rows(
    `SELECT s.account_id, CAST(min(s.from_date) AS text) AS first_day,
       CAST(max(s.to_date) AS text) AS last_day, CAST(NULL AS text) AS tables
     FROM ${schema}.flexetl_load_statements l
     JOIN ${schema}.${STATEMENTS_TABLE} s ON s._statement_id = l.statement_id
     WHERE l.sha256 = $1 AND l.variant = $2
     GROUP BY s.account_id
     UNION ALL
     SELECT NULL, NULL, NULL, tables FROM ${schema}.flexetl_loads
     WHERE sha256 = $1 AND variant = $2`,
    [input.sha256, input.variant],
  );
  return {
    extent: extentOf(
      rows.flatMap(({ account_id: account, first_day: from, last_day: to }) =>
        account == null ? [] : { account, from: from ?? null, to: to ?? null },
      ),
    ),
    tables: rows.flatMap(({ tables }) => (tables == null ? [] : namesIn(tables))),
  };
}

/** @param tables as the ledger has them; nobody else writes there, but anybody could */
function namesIn(tables: string): string[] {
  try {
    return Object.keys(JSON.parse(tables) as object);
  } catch {
    return [];
  }
}

export interface LoadRecord {
  readonly input: InputFacts;
  readonly mode: Mode;
  readonly toolVersion: string;
  readonly startedAt: Date;
  readonly report: ParseReport;
  readonly tables: ReadonlyMap<string, TableCounts>;
}

/**
 * Claims the input: of two processes that load it, the second waits here for
 * the first and then finds it loaded.
 * @returns false where another process has loaded it meanwhile
 */
export async function claimLoad(engine: SqlEngine, record: LoadRecord): Promise<boolean> {
  const table = `${engine.schema}.flexetl_loads`;
  const values = loadValues(record, record.startedAt, '{}');
  const places = values.map((_, i) => `$${i + 1}`).join(', ');
  const changed = await engine.run(
    `INSERT INTO ${table} VALUES (${places}) ON CONFLICT (sha256, variant) DO NOTHING`,
    values,
  );
  return changed > 0;
}

/** The row of flexetl_loads. @param tables what became of its rows, as JSON */
export function loadValues(record: LoadRecord, finishedAt: Date, tables: string): SqlValue[] {
  const { input, report } = record;
  return [
    input.sha256,
    input.variant,
    input.loadId,
    input.name,
    input.bytes,
    record.mode,
    input.asQuery ?? null,
    record.toolVersion,
    input.orchestrator ?? null,
    record.startedAt.toISOString(),
    finishedAt.toISOString(),
    report.statements.length,
    sum(report.rows.values()),
    tables,
    report.problemCount,
    JSON.stringify([...undatedNotices([report]), ...report.notices]),
  ];
}

/** Forgets that the input was loaded, so that it can be claimed again. */
export async function releaseLoad(engine: SqlEngine, input: InputFacts): Promise<void> {
  for (const table of ['flexetl_loads', 'flexetl_load_statements']) {
    await engine.run(`DELETE FROM ${engine.schema}.${table} WHERE sha256 = $1 AND variant = $2`, [
      input.sha256,
      input.variant,
    ]);
  }
}

/**
 * Writes the result of the input, with its statements from the incoming coverage, its problems and
 * drift.
 */
export async function recordLoad(engine: SqlEngine, record: LoadRecord): Promise<void> {
  const { input, tables } = record;
  const { schema } = engine;
  await engine.run(
    `UPDATE ${schema}.flexetl_loads SET tables = $1, finished_at = $2
     WHERE sha256 = $3 AND variant = $4`,
    [
      JSON.stringify(Object.fromEntries(tables)),
      new Date().toISOString(),
      input.sha256,
      input.variant,
    ],
  );
  await engine.run(
    `INSERT INTO ${schema}.flexetl_load_statements
     SELECT CAST($1 AS text), CAST($2 AS text), n.statement_id
     FROM (SELECT DISTINCT statement_id FROM ${INCOMING_COVERAGE}) n`,
    [input.sha256, input.variant],
  );
  await recordFindings(engine, [record]);
}

/** Writes the problems and the drift of inputs. */
export async function recordFindings(
  engine: SqlEngine,
  records: readonly Pick<LoadRecord, 'input' | 'report'>[],
): Promise<void> {
  const { schema } = engine;
  const ofProblem = ['text', 'text', 'text', 'bigint', ...new Array<string>(6).fill('text')];
  await insertRows(engine, `${schema}.flexetl_problems`, ofProblem, records.flatMap(problemRows));
  const ofDrift = ['text', 'text', 'text', 'text', 'bigint'];
  await insertRows(engine, `${schema}.flexetl_drift`, ofDrift, records.flatMap(driftRows));
}

/** Rows of flexetl_problems. */
export function problemRows({ input, report }: Pick<LoadRecord, 'input' | 'report'>): SqlValue[][] {
  const { loadId, sha256, name } = input;
  return report.problems.map(({ at, table, literal, reason }) => [
    loadId,
    sha256,
    name,
    at.line ?? null,
    at.section ?? null,
    at.element ?? null,
    at.attribute ?? null,
    table,
    literal,
    reason,
  ]);
}

/** Rows of flexetl_drift. */
export function driftRows({ input, report }: Pick<LoadRecord, 'input' | 'report'>): SqlValue[][] {
  const { loadId, sha256 } = input;
  const drift = [
    ...[...report.driftAttributes].map(([at, seen]) => ['attribute', at, seen] as const),
    ...[...report.driftSections].map(([at, seen]) => ['section', at, seen] as const),
  ];
  return drift.map(([kind, at, seen]) => [loadId, sha256, kind, at, seen]);
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
