/**
 * How DuckDB reads rows that were collected as text: the types of the fields, and the query
 * that gives them as rows for staging. Text of SQL only; what the text looks like is
 * staging-encoder.ts, the files and the connection are engine.ts.
 */
import type { RowElement } from '../../catalog/section.js';
import { duckdbType, quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import { tableColumns } from '../../catalog/table-columns.js';
import type { SqlColumn } from '../sql/engine.js';
import type { StagedText } from './collected-rows.js';
import { DELIMITER, ESCAPE, ESCAPES, type StagingEncoder } from './staging-encoder.js';

const DECIMAL = duckdbType('decimal');

/** What DuckDB takes for the longest line when nobody says. */
const SHORT_LINE_BYTES = 2 * 1024 * 1024;
/** It reads so many of the longest lines at a time; by itself it would take sixteen. */
const LINES_BUFFERED = 2;

/**
 * A query of the collected rows of a table: its columns, the lineage, `_day` and `_place`.
 * @param text undefined where no rows were collected
 * @param named where it is given, the columns that the text omits are left out, but for these
 * @returns the query, and the columns of the table that it has
 */
export function collectedRows(
  element: RowElement,
  text: StagedText | undefined,
  named?: ReadonlySet<string>,
): { select: string; columns: string[] } {
  const columns: Field[] = [
    ...tableColumns(element).map(({ name, type }) => ({ name, type: duckdbType(type) })),
    { name: '_day', type: 'DATE' },
    { name: '_place', type: 'BIGINT' },
  ].map((column, index) => ({
    ...column,
    omitted: text?.omitted?.[index] ?? text === undefined,
    escapes: text?.encoder.escapes[index] ?? 0,
    index,
  }));
  // Where the file does not say, these are the empty text, which in the file is nothing.
  const blank = new Set(element.ofAccount ? ['_query', 'account_id'] : ['_query']);
  const shown = columns.filter(
    ({ name, omitted }) => !omitted || named === undefined || named.has(name),
  );
  const select = shown.map((field) => {
    const { name, type, omitted } = field;
    if (omitted) return `NULL::${type} AS ${quote(name)}`;
    const value = valueOf(field);
    return `${blank.has(name) ? `coalesce(${value}, '')` : value} AS ${quote(name)}`;
  });
  const own = new Set(tableColumns(element).map(({ name }) => name));
  return {
    select: `SELECT ${select.join(', ')} ${text === undefined ? 'WHERE FALSE' : `FROM ${read(text, columns)}`}`,
    columns: shown.map(({ name }) => name).filter((name) => own.has(name)),
  };
}

/**
 * The digest of a row, as SQL: two hashes that begin differently, 128 bits together. Staged decimals
 * have fewer digits than those of a table, and would be hashed otherwise.
 */
export function digestOf(columns: readonly SqlColumn[], alias: string): string {
  const values = columns.map(({ name, type }) => {
    const value = `${alias}.${quote(name)}`;
    return type === 'decimal' ? `CAST(${value} AS ${DECIMAL})` : value;
  });
  return `row(hash(${values.join(', ')}), hash(1, ${values.join(', ')}))`;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly omitted: boolean;
  /** The bits of what is escaped in it. */
  readonly escapes: number;
  readonly index: number;
}

/** A field with what is escaped in it as it was; each escape takes DuckDB time. */
function valueOf({ name, type, escapes }: Field): string {
  if (escapes === 0) return quote(name);
  const text = ESCAPES.filter(({ bit }) => (escapes & bit) !== 0).reduce(
    (value, { code, letter }) => `replace(${value}, chr(${ESCAPE}) || '${letter}', chr(${code}))`,
    quote(name),
  );
  return type === 'VARCHAR' ? text : `(${text})::${type}`;
}

function read({ path, encoder }: StagedText, columns: readonly Field[]): string {
  const place = columns.at(-1)!;
  const types = [place, ...columns.slice(0, -1)]
    .filter(({ omitted }) => !omitted)
    .map(({ name, type, escapes, index }) => {
      const narrow = type === DECIMAL ? decimalType(encoder, index) : type;
      return `${quoteLiteral(name)}: ${quoteLiteral(escapes === 0 ? narrow : 'VARCHAR')}`;
    });
  const longest = Math.max(encoder.longestRow, SHORT_LINE_BYTES);
  return `read_csv(${quoteLiteral(path)}, columns = {${types.join(', ')}}, auto_detect = false,
      header = false, delim = ${quoteLiteral(String.fromCharCode(DELIMITER))}, quote = '', escape = '',
      new_line = '\\n', nullstr = '', max_line_size = ${longest}, buffer_size = ${LINES_BUFFERED * longest})`;
}

/**
 * The type that the decimals of a staged column are read as. DuckDB reads text
 * into 128 bits a hundred times slower than into 64, so what fits there goes
 * that way: 18 digits, 6 or 12 of them decimals. The table's own type is the same.
 */
function decimalType(encoder: StagingEncoder, column: number): string {
  const integer = encoder.integerDigits[column]!;
  const fraction = encoder.fractionDigits[column]!;
  if (integer <= 12 && fraction <= 6) return 'DECIMAL(18,6)';
  if (integer <= 6 && fraction <= 12) return 'DECIMAL(18,12)';
  return DECIMAL;
}
