/**
 * How DuckDB reads rows that were collected as CSV text: the types of the fields,
 * and the query that gives them as rows for staging. Text of SQL only; the files
 * and the connection are duckdb.ts.
 */
import { duckdbType, quoteIdentifier as quote, tableColumns } from '../catalog/ddl.js';
import type { RowElement } from '../catalog/section.js';
import type { CsvEncoder } from './csv-encoder.js';
import type { CsvText } from './duckdb-collected.js';

const DECIMAL = duckdbType('decimal');

/** What DuckDB takes for the longest line when nobody says. */
const SHORT_LINE_BYTES = 2 * 1024 * 1024;

/**
 * A query of the collected rows of a table: its columns, the lineage, `_day` and `_place`.
 * @param text undefined where no rows were collected
 * @param named where it is given, the columns that the text omits are left out, but for these
 * @returns the query, and the columns of the table that it has
 */
export function collectedRows(
  element: RowElement,
  text: CsvText | undefined,
  named?: ReadonlySet<string>,
): { select: string; columns: string[] } {
  const columns = [
    ...tableColumns(element).map(({ name, type }) => ({ name, type: duckdbType(type) })),
    { name: '_day', type: 'DATE' },
    { name: '_place', type: 'BIGINT' },
  ].map((column, index) => ({ ...column, index, omitted: isOmitted(text, index) }));
  // Where the file does not say, these are the empty text, which in CSV is nothing.
  const blank = new Set(element.ofAccount ? ['_query', 'account_id'] : ['_query']);
  const shown = columns.filter(
    ({ name, omitted }) => !omitted || named === undefined || named.has(name),
  );
  const select = shown.map(({ name, type, omitted }) => {
    if (omitted) return `NULL::${type} AS ${quote(name)}`;
    return blank.has(name) ? `coalesce(${quote(name)}, '') AS ${quote(name)}` : quote(name);
  });
  const own = new Set(tableColumns(element).map(({ name }) => name));
  return {
    select: `SELECT ${select.join(', ')} ${text === undefined ? 'WHERE FALSE' : `FROM ${read(text, columns)}`}`,
    columns: shown.map(({ name }) => name).filter((name) => own.has(name)),
  };
}

function isOmitted(text: CsvText | undefined, column: number): boolean {
  return text === undefined || text.omitted?.[column] === true;
}

interface Field {
  readonly name: string;
  readonly type: string;
  readonly index: number;
  readonly omitted: boolean;
}

function read({ path, encoder }: CsvText, columns: readonly Field[]): string {
  const types = columns
    .filter(({ omitted }) => !omitted)
    .map(({ name, type, index }) => {
      const narrow = type === DECIMAL ? decimalType(encoder, index) : type;
      return `${literal(name)}: ${literal(narrow)}`;
    });
  // DuckDB makes its buffers many times as large as the longest line it is told of.
  const longest = Math.max(encoder.longestRow, SHORT_LINE_BYTES);
  return `read_csv(${literal(path)}, columns = {${types.join(', ')}},
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
