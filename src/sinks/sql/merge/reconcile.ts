/**
 * Asks the database, before the commit, whether it holds what was parsed: row
 * by row count, and column by column the exact sum.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import { FlexError } from '../../../errors.js';
import type { Mode } from '../../sink.js';
import type { SqlEngine } from '../engine.js';
import { partOfRow } from '../ledger/coverage-key.js';
import { literalList } from '../ledger/literal-rows.js';
import { canonicalSum, type TableTotals } from './control-totals.js';
import { isAppended } from './keys.js';
import { INCOMING_COVERAGE } from './spoken.js';

interface Held {
  readonly rows: number;
  readonly sums: ReadonlyMap<string, string>;
}

/**
 * Holds the rows of a staging table against what was parsed.
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export async function reconcileStage(
  engine: SqlEngine,
  element: RowElement,
  stage: string,
  totals: TableTotals,
): Promise<void> {
  const expected = parsed(engine, totals);
  const names = [...expected.sums.keys()];
  compare(element, 'received', expected, await held(engine, `${stage} t`, names));
}

/**
 * Holds the rows of the table against what was to be put there.
 * @param relation the staged rows that stand; each must be found by its key
 * @param totals of all rows that were parsed; not all of them may stand
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export async function reconcileTable(
  engine: SqlEngine,
  element: RowElement,
  relation: string,
  totals: TableTotals,
): Promise<void> {
  const names = [...parsed(engine, totals).sums.keys()];
  const expected = await held(engine, `${relation} t`, names);
  const table = `${engine.schema}.${quote(element.table)}`;
  const key = keyColumns(element).map((name) => `t.${quote(name)} = s.${quote(name)}`);
  const same = [...key, 't._statement_id = s._statement_id'].join(' AND ');
  const found = await held(engine, `${relation} s JOIN ${table} t ON ${same}`, names);
  compare(element, 'stored', expected, found);
}

/**
 * Holds all rows that the table has of the input's statements against what was parsed,
 * without looking at the staged rows again.
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export async function reconcileStatements(
  engine: SqlEngine,
  element: RowElement,
  mode: Mode,
  totals: TableTotals,
): Promise<void> {
  const expected = parsed(engine, totals);
  // A statement may stand there merged and side by side; its own row is the same in both.
  const same =
    element.table === STATEMENTS_TABLE
      ? 'TRUE'
      : `${mode === 'append' ? '' : 'NOT '}(${isAppended('t')})`;
  const found = await held(
    engine,
    `${engine.schema}.${quote(element.table)} t
     WHERE ${same} AND t._statement_id IN
       (SELECT n.statement_id FROM ${INCOMING_COVERAGE} n WHERE n.table_name = ${partOfRow(element, 't')})`,
    [...expected.sums.keys()],
  );
  compare(element, 'stored', expected, found);
}

/**
 * The query of the count and the sums over all rows of statements.
 * @param ids of the statements, of which nothing else may be in the table
 */
export function statementTotalsSql(
  engine: SqlEngine,
  element: RowElement,
  totals: TableTotals,
  ids: readonly string[],
): string {
  const table = `${engine.schema}.${quote(element.table)}`;
  const of = `${table} t WHERE t._statement_id IN ${literalList(ids)}`;
  return totalsSql(of, [...parsed(engine, totals).sums.keys()]);
}

/**
 * Holds what `statementTotalsSql` gave against what was parsed.
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export function compareTotals(
  engine: SqlEngine,
  element: RowElement,
  totals: TableTotals,
  [count = null, ...sums]: readonly (string | null)[],
): void {
  const expected = parsed(engine, totals);
  const names = [...expected.sums.keys()];
  compare(element, 'stored', expected, {
    rows: Number(count),
    sums: new Map(names.map((name, i) => [name, canonicalSum(sums[i] ?? null)])),
  });
}

function parsed(engine: SqlEngine, totals: TableTotals): Held {
  const sums = new Map(
    totals.sums(engine.summableIntegerDigits).map(({ name, sum }) => [name, sum]),
  );
  return { rows: totals.rows, sums };
}

async function held(engine: SqlEngine, from: string, names: readonly string[]): Promise<Held> {
  const [row] = await engine.rows(totalsSql(from, names));
  return {
    rows: Number(row!['n']),
    sums: new Map(names.map((name, i) => [name, canonicalSum(row![`s${i}`] ?? null)])),
  };
}

function totalsSql(from: string, names: readonly string[]): string {
  const sums = names.map((name, i) => `, CAST(sum(t.${quote(name)}) AS text) AS s${i}`);
  return `SELECT count(*) AS n${sums.join('')} FROM ${from}`;
}

function compare(element: RowElement, what: string, expected: Held, found: Held): void {
  if (expected.rows !== found.rows) {
    throw totalError(element, `${expected.rows} rows were parsed and ${found.rows} ${what}`);
  }
  for (const [name, sum] of expected.sums) {
    const other = found.sums.get(name);
    if (other === sum) continue;
    throw totalError(element, `the sum of ${name} is ${sum} in the file and ${other} ${what}`);
  }
}

function totalError({ table }: RowElement, difference: string): FlexError {
  return new FlexError('FLEX_CONTROL_TOTAL', `${table}: ${difference}.`);
}
