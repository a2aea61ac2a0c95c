/**
 * How DuckDB reads rows that were collected as CSV text: the types of the fields,
 * and the query that gives them as rows for staging. Text of SQL only; the files
 * and the connection are duckdb.ts.
 */
import { duckdbType, quoteIdentifier as quote, tableColumns } from '../catalog/ddl.js';
import type { RowElement } from '../catalog/section.js';
import type { CsvEncoder } from './csv-encoder.js';

const DECIMAL = duckdbType('decimal');

/** What DuckDB takes for the longest line when nobody says. */
const SHORT_LINE_BYTES = 2 * 1024 * 1024;

/**
 * A query of the collected rows of a table: its columns, the lineage, `_day` and `_place`.
 * @param path the CSV text; undefined where no rows were collected
 * @param encoder the one that wrote it
 */
export function collectedRows(
  element: RowElement,
  path: string | undefined,
  encoder: CsvEncoder | undefined,
): string {
  const columns = [
    ...tableColumns(element).map(({ name, type }) => ({ name, type: duckdbType(type) })),
    { name: '_day', type: 'DATE' },
    { name: '_place', type: 'BIGINT' },
  ];
  if (path === undefined || encoder === undefined) {
    const empty = columns.map(({ name, type }) => `NULL::${type} AS ${quote(name)}`);
    return `SELECT ${empty.join(', ')} WHERE FALSE`;
  }
  const account = element.ofAccount ? quote('account_id') : undefined;
  const select = columns
    .map(({ name }) => quote(name))
    .map((name) => (name === account ? `coalesce(${name}, '') AS ${name}` : name));
  const types = columns.map(({ name, type }, column) => {
    const read = type === DECIMAL ? decimalType(encoder, column) : type;
    return `${literal(name)}: ${literal(read)}`;
  });
  // DuckDB makes its buffers many times as large as the longest line it is told of.
  const longest = Math.max(encoder.longestRow, SHORT_LINE_BYTES);
  return `SELECT ${select.join(', ')}
    FROM read_csv(${literal(path)}, columns = {${types.join(', ')}},
      auto_detect = false, header = false, delim = ',', quote = '"', escape = '"',
      nullstr = '', max_line_size = ${longest})`;
}

/**
 * The type that the decimals of a staged column are read as. DuckDB reads text
 * into 128 bits a hundred times slower than into 64, so what fits there goes
 * that way: 18 digits, 6 or 12 of them decimals. The table's own type is the same.
 */
function decimalType(encoder: CsvEncoder, column: number): string {
  const integer = encoder.integerDigits[column]!;
  const fraction = encoder.fractionDigits[column]!;
  if (integer <= 12 && fraction <= 6) return 'DECIMAL(18,6)';
  if (integer <= 6 && fraction <= 12) return 'DECIMAL(18,12)';
  return DECIMAL;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
