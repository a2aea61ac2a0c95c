/**
 * Questions of the page to a destination: what there is, rows of it, and lists that are cut in the
 * database. Any table may be missing, and any column of one. No SQL of a section.
 */
import { readTables } from '../audit/books.js';
import { quoteIdentifier as quote } from '../catalog/sql.js';
import type { Reader, Row } from '../sinks/sql/ledger/reader.js';

/** Rows of a list, and how many there are. */
export interface Cut {
  readonly rows: readonly Row[];
  readonly total: number;
}

/** The most rows of one list. With them all, a page of ten years stays below three megabytes. */
export const LIST_KEPT = 4000;

export class Warehouse {
  private constructor(
    readonly reader: Reader,
    /** Columns by table or view. */
    private readonly relations: ReadonlyMap<string, ReadonlySet<string>>,
  ) {}

  static async open(reader: Reader): Promise<Warehouse> {
    return new Warehouse(reader, await readTables(reader));
  }

  has(relation: string): boolean {
    return this.relations.has(relation);
  }

  /** In SQL, with its schema. */
  relation(name: string): string {
    return `${this.reader.schema}.${quote(name)}`;
  }

  /** A column in SQL; NULL where the relation does not have it. */
  column(relation: string, name: string, type: 'text' | 'date' | 'numeric(38, 12)'): string {
    if (this.relations.get(relation)?.has(name) === true) return quote(name);
    return `CAST(NULL AS ${type})`;
  }

  rows(sql: string): Promise<readonly Row[]> {
    return this.reader.rows(sql);
  }

  /**
   * The first rows of a query.
   * @param order of the rows, which must decide between any two
   */
  async cut(sql: string, order: string, most = LIST_KEPT): Promise<Cut> {
    const rows = await this.rows(
      `SELECT q.*, count(*) OVER () AS rows_in_all FROM (${sql}) q ORDER BY ${order} LIMIT ${most}`,
    );
    return { rows, total: rows.length === 0 ? 0 : Number(rows[0]!['rows_in_all']) };
  }
}

/** Columns of rows, as a table takes them. */
export function cellsOf(rows: readonly Row[], names: readonly string[]): (string | null)[][] {
  return rows.map((row) => names.map((name) => row[name] ?? null));
}

/** SQL of the month of a day: `2024-03`. */
export function monthOf(day: string): string {
  return `substr(CAST(${day} AS text), 1, 7)`;
}
