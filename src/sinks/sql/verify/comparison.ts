/**
 * Compares the rows that must be in a table with those that are, column by column, in SQL. Which
 * rows must be there is decided in sink.ts.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { withoutNeedlessZeros } from '../../query.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';
import { OUTSIDE, partOfRow } from '../ledger/coverage-key.js';

/** Rows of one table. */
export interface TableVerdict {
  /** In the file. */
  readonly parsed: number;
  /** Of these, those that must be there. */
  readonly required: number;
  /** The others: newer statements, or other rows of the file, have their key or day. */
  readonly overruled: number;
  readonly missing: number;
  /** There, with other values. */
  readonly different: number;
  /** There in the name of the file's statements, and not in the file, or overruled. */
  readonly unexpected: number;
}

/** One row that differs. */
export interface Difference {
  readonly table: string;
  readonly kind: 'missing' | 'different' | 'unexpected';
  /** null where the rows of the table belong to no account. */
  readonly account: string | null;
  readonly query: string;
  readonly key: string;
  readonly statement: string;
  /** Columns that differ, values as text; empty for other kinds. */
  readonly columns: readonly {
    readonly column: string;
    readonly file: string | null;
    readonly stored: string | null;
  }[];
}

/** Not of the file, but of the load that wrote the row. */
const NOT_COMPARED = '_load_id';

/**
 * Nor this of a statement: with --as-query, the same statement comes from files of several
 * names, and the last one's stands. What it is loaded as is part of its key.
 */
const OWN_QUERY_NAME = 'query_name';

/** How many rows of each table are there and must not be, asked at once. */
export async function countUnexpected(
  engine: SqlEngine,
  comparisons: readonly Comparison[],
): Promise<Map<string, number>> {
  if (comparisons.length === 0) return new Map();
  const counts = comparisons.map((each) => each.countUnexpected());
  const rows = await engine.rows(counts.join(' UNION ALL '));
  return new Map(rows.map((row) => [row['table_name']!, Number(row['n'])]));
}

export class Comparison {
  readonly table: string;
  /** What stands for the table in SQL; columns that it lacks are NULL, and so is a table that is not there. */
  readonly target: string;
  private readonly keys: readonly string[];
  private readonly compared: readonly string[];

  /**
   * @param existing columns that the table has; none where there is no table
   * @param required relation of the rows that must be there; undefined: none must
   * @param said relations of what the file's statements spoke of
   */
  constructor(
    private readonly engine: SqlEngine,
    private readonly element: RowElement,
    existing: readonly ExistingColumn[],
    private readonly required: string | undefined,
    private readonly said: readonly string[],
  ) {
    const have = new Set(existing.map(({ name }) => name));
    const columns = tableColumns(element);
    const table = `${engine.schema}.${quote(element.table)}`;
    const whole = columns.every(({ name }) => have.has(name));
    const select = columns.map(({ name, type }) =>
      have.has(name)
        ? quote(name)
        : `CAST(NULL AS ${engine.dialect.typeOf(type)}) AS ${quote(name)}`,
    );
    const from = have.size > 0 ? `FROM ${table}` : 'WHERE FALSE';
    this.target = whole ? table : `(SELECT ${select.join(', ')} ${from})`;
    this.table = element.table;
    this.keys = keyColumns(element);
    this.compared = columns
      .map(({ name }) => name)
      .filter((name) => !this.keys.includes(name) && name !== NOT_COMPARED)
      .filter((name) => element.table !== STATEMENTS_TABLE || name !== OWN_QUERY_NAME);
  }

  /** @param parsed rows of the table in the file */
  async count(parsed: number): Promise<TableVerdict> {
    const [extra] = await this.engine.rows(this.countUnexpected());
    const unexpected = Number(extra!['n']);
    if (this.required === undefined) {
      return { parsed, required: 0, overruled: parsed, missing: 0, different: 0, unexpected };
    }
    const [row] = await this.engine.rows(
      `SELECT count(*) AS required,
         count(*) FILTER (WHERE t._row_key IS NULL) AS missing,
         count(*) FILTER (WHERE t._row_key IS NOT NULL AND (${this.differs()})) AS different
       FROM ${this.required} w LEFT JOIN ${this.target} t ON ${this.sameKey()}`,
    );
    const { required, missing, different } = row!;
    return {
      parsed,
      required: Number(required),
      // What is required both merged and side by side counts twice.
      overruled: Math.max(0, parsed - Number(required)),
      missing: Number(missing),
      different: Number(different),
      unexpected,
    };
  }

  /** A query of one row: `table_name`, and `n`, how many rows are there and must not be. */
  countUnexpected(): string {
    return `SELECT ${quoteLiteral(this.table)} AS table_name, count(*) AS n ${this.unexpected()}`;
  }

  /** Some of the rows that differ, in order of their keys. @param limit how many at most */
  async some(verdict: TableVerdict, limit: number): Promise<Difference[]> {
    const found: Difference[] = [];
    if (limit > 0 && verdict.missing + verdict.different > 0)
      found.push(...(await this.wrong(limit)));
    const left = limit - found.length;
    if (left > 0 && verdict.unexpected > 0) found.push(...(await this.surplus(left)));
    return found;
  }

  private async wrong(limit: number): Promise<Difference[]> {
    const values = this.compared.flatMap((name, index) => {
      const [file, stored] = [`w.${quote(name)}`, `t.${quote(name)}`];
      const differs = `${file} IS DISTINCT FROM ${stored}`;
      return [
        `CASE WHEN ${differs} THEN 1 ELSE 0 END AS d${index}`,
        `CASE WHEN ${differs} THEN CAST(${file} AS text) END AS f${index}`,
        `CASE WHEN ${differs} THEN CAST(${stored} AS text) END AS s${index}`,
      ];
    });
    const rows = await this.engine.rows(
      `SELECT ${this.names('w')}, CASE WHEN t._row_key IS NULL THEN 'missing' ELSE 'different' END
         AS kind, ${values.join(', ')}
       FROM ${this.required} w LEFT JOIN ${this.target} t ON ${this.sameKey()}
       WHERE t._row_key IS NULL OR ${this.differs()}
       ORDER BY ${this.order('w')} LIMIT ${limit}`,
    );
    return rows.map((row) => {
      const kind = row['kind'] as 'missing' | 'different';
      const columns = this.compared.flatMap((column, index) =>
        kind === 'different' && row[`d${index}`] === '1'
          ? [{ column, file: this.shown(row, `f${index}`), stored: this.shown(row, `s${index}`) }]
          : [],
      );
      return { ...this.named(row), kind, columns };
    });
  }

  /** A decimal without needless zeros: how many there are is the table's business. */
  private shown(row: Readonly<Record<string, string | null>>, name: string): string | null {
    const text = row[name] ?? null;
    const column = this.compared[Number(name.slice(1))];
    const decimal = this.element.columns.some(
      (each) => each.name === column && each.type === 'decimal',
    );
    return text !== null && decimal ? withoutNeedlessZeros(text) : text;
  }

  private async surplus(limit: number): Promise<Difference[]> {
    const rows = await this.engine.rows(
      `SELECT ${this.names('t')} ${this.unexpected()} ORDER BY ${this.order('t')} LIMIT ${limit}`,
    );
    return rows.map((row) => ({ ...this.named(row), kind: 'unexpected', columns: [] }));
  }

  /**
   * FROM and WHERE of the rows that are stored under the file's statements and must not be. Parts
   * that are not covered with the current options may have been loaded with others: then the ledger
   * says so. Rows outside of a statement may come from another file with the same statement.
   */
  private unexpected(): string {
    const part = partOfRow(this.element, 't');
    const saying = (condition: string): string =>
      this.said
        .map((said) => `SELECT statement_id FROM ${said} n WHERE ${condition}`)
        .join(' UNION ');
    const expected =
      this.required === undefined
        ? 'FALSE'
        : `EXISTS (SELECT 1 FROM ${this.required} w WHERE ${this.sameKey()})`;
    return `FROM ${this.target} t
      WHERE t._statement_id IN (${saying('TRUE')})
        AND NOT ${expected}
        AND ${part} <> '${OUTSIDE}'
        AND (t._statement_id IN (${saying(`n.table_name = ${part}`)})
          OR NOT EXISTS (SELECT 1 FROM ${this.engine.schema}.flexetl_coverage c
            WHERE c.statement_id = t._statement_id AND c.table_name = ${part}))`;
  }

  private differs(): string {
    return this.compared
      .map((name) => `w.${quote(name)} IS DISTINCT FROM t.${quote(name)}`)
      .join(' OR ');
  }

  private sameKey(): string {
    return this.keys.map((name) => `t.${quote(name)} = w.${quote(name)}`).join(' AND ');
  }

  private names(alias: string): string {
    const account = this.element.ofAccount ? `${alias}.account_id` : 'CAST(NULL AS text)';
    return `${account} AS account, ${alias}._query AS query, ${alias}._row_key AS key,
      ${alias}._statement_id AS statement`;
  }

  private order(alias: string): string {
    return this.keys.map((name) => `${alias}.${quote(name)}`).join(', ');
  }

  private named(
    row: Readonly<Record<string, string | null>>,
  ): Omit<Difference, 'kind' | 'columns'> {
    return {
      table: this.table,
      account: row['account'] ?? null,
      query: row['query'] ?? '',
      key: row['key'] ?? '',
      statement: row['statement'] ?? '',
    };
  }
}
