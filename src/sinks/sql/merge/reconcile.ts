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
 * @param totals of all rows that were parsed: what was staged has been held against them
 * @param standing how many of them stand
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export async function reconcileTable(
  engine: SqlEngine,
  element: RowElement,
  relation: string,
  totals: TableTotals,
  standing: number,
): Promise<void> {
  const names = totals.names(engine.summableIntegerDigits);
  const all = standing === totals.rows;
  const expected = all ? parsed(engine, totals) : await held(engine, `${relation} t`, names);
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
    `${engine.schema}.${quote(element.table)} t JOIN ${INCOMING_COVERAGE} n
       ON n.statement_id = t._statement_id AND n.table_name = ${partOfRow(element, 't')}
     WHERE ${same}`,
    [...expected.sums.keys()],
  );
  compare(element, 'stored', expected, found);
}

/** What totals are summed by. */
type Summing = Pick<SqlEngine, 'summableIntegerDigits'>;

/**
 * The query of the count and the sums over a relation `t`, for an engine that answers with texts.
 * @param from what follows FROM
 */
export function sumsSql(engine: Summing, from: string, totals: TableTotals): string {
  return `SELECT ${sumsOf(engine, totals)} FROM ${from}`;
}

/** The same as a select list. @param which condition of the rows that are summed; default all */
export function sumsOf(engine: Summing, totals: TableTotals, which?: string): string {
  const filter = which === undefined ? '' : ` FILTER (WHERE ${which})`;
  const sums = totals.names(engine.summableIntegerDigits).map((name) => `sum(t.${quote(name)})`);
  return ['count(*)', ...sums].map((sum) => sum + filter).join(', ');
}

/** Rows of the answers to `sumsSql`. */
interface Sums {
  /** Default: the totals themselves. */
  readonly expected?: readonly (string | null)[];
  readonly received?: readonly (string | null)[];
  readonly stored?: readonly (string | null)[];
}

/**
 * Holds what came or is stored against what was to.
 * @throws FlexError FLEX_CONTROL_TOTAL
 */
export function compareSums(
  engine: Summing,
  element: RowElement,
  totals: TableTotals,
  { expected, received, stored }: Sums,
): void {
  const all = parsed(engine, totals);
  const read = ([count = null, ...sums]: readonly (string | null)[]): Held => ({
    rows: Number(count),
    sums: new Map([...all.sums.keys()].map((name, i) => [name, canonicalSum(sums[i] ?? null)])),
  });
  const wanted = expected === undefined ? all : read(expected);
  if (received !== undefined) compare(element, 'received', wanted, read(received));
  if (stored !== undefined) compare(element, 'stored', wanted, read(stored));
}

function parsed(engine: Summing, totals: TableTotals): Held {
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
