/**
 * Compares the rows that must be in a table with those that are, column by column, in SQL. Which
 * rows must be there is decided in sink.ts.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { keyColumns, tableColumns } from '../../../catalog/table-columns.js';
import { FlexError } from '../../../errors.js';
import { withoutNeedlessZeros } from '../../query.js';
import {
  dropTemporary,
  makeTemporary,
  Scratch,
  type ExistingColumn,
  type SqlEngine,
} from '../engine.js';
import { partOfRow } from '../ledger/coverage-key.js';
import { keyOf, sameKey } from '../merge/keys.js';
import {
  byStatement,
  countByStatement,
  isOfFile,
  rowsByStatement,
  STATEMENTS,
  FOUND,
  FOUND_COLUMNS,
} from './unexpected.js';

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

/** Temporary: of these, those that must be there, and how many of them say anything else. */
const STANDING = 'flexetl_standing';
const STANDING_COLUMNS = {
  ...{ statement_id: 'text', part: 'text', met: 'bigint', different: 'bigint' },
};
/** Temporary: keys that are weighed one by one, where something differs. */
const WEIGHED = 'flexetl_weighed';

/** The sum of a column of a relation `f`, as SQL. */
function sumOf(column: string, relation: string | undefined, which = 'TRUE'): string {
  if (relation === undefined) return '0';
  return `(SELECT coalesce(sum(f.${column}), 0) FROM ${relation} f WHERE ${which})`;
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
    const { engine, required, element } = this;
    if (required === undefined)
      throw new FlexError('FLEX_BUG', `No row of ${this.table} is required.`);
    const scratch = new Scratch(engine);
    const standing = await scratch.hold(
      STANDING,
      STANDING_COLUMNS,
      `SELECT t._statement_id AS statement_id, ${partOfRow(element, 't')} AS part,
         count(*) AS met, count(*) FILTER (WHERE ${this.differs()}) AS different
       FROM ${required} w JOIN ${this.target} t ON ${this.sameKey('t', 'w')}
       GROUP BY ${byStatement(element, 't')}`,
    );
    const found = await scratch.hold(FOUND, FOUND_COLUMNS, this.countFound());
    const [row] = await engine.rows(
      `SELECT (SELECT count(*) FROM ${required} w) AS required,
         ${sumOf('met', standing)} AS met, ${sumOf('different', standing)} AS different,
         ${sumOf('n', found, this.isOfFile('f'))} - ${this.expected(standing)} AS unexpected`,
    );
    await scratch.clear();
    const number = (name: string): number => Number(row![name]);
    return {
      parsed,
      required: number('required'),
      // What is required both merged and side by side counts twice.
      overruled: Math.max(0, parsed - number('required')),
      missing: number('required') - number('met'),
      different: number('different'),
      unexpected: number('unexpected'),
    };
  }

  /** The rows of the file's statements that must be there, of those that are its business. */
  private expected(standing: string | undefined): string {
    if (standing === undefined) return '0';
    return `(SELECT coalesce(sum(f.met), 0) FROM ${standing} f
      WHERE f.statement_id IN (SELECT o.statement_id FROM ${STATEMENTS} o) AND ${this.isOfFile('f')})`;
  }

  /** Query of `table_name`, `statement_id`, `part` and `n`: the rows of the file's statements. */
  countFound(): string {
    return countByStatement(this.element, this.target);
  }

  /** Condition: see unexpected.ts. */
  isOfFile(alias: string): string {
    return isOfFile(this.engine, this.said, alias);
  }

  /**
   * Some of the rows that differ: those that are missing, then those that say something else, then
   * those that must not be there, each in order of their keys. @param limit how many at most
   */
  async some(verdict: TableVerdict, limit: number): Promise<Difference[]> {
    const found: Difference[] = [];
    const kinds = [
      [verdict.missing, (left: number) => this.missing(left)],
      [verdict.different, (left: number) => this.different(left)],
      [verdict.unexpected, (left: number) => this.surplus(left)],
    ] as const;
    for (const [count, look] of kinds) {
      const left = limit - found.length;
      if (left > 0 && count > 0) found.push(...(await look(left)));
    }
    await dropTemporary(this.engine, WEIGHED);
    return found;
  }

  private async missing(limit: number): Promise<Difference[]> {
    const { engine, required, keys } = this;
    await makeTemporary(
      engine,
      WEIGHED,
      `SELECT ${keyOf(keys, 't')} FROM ${required} w JOIN ${this.target} t
       ON ${this.sameKey('t', 'w')}`,
    );
    const rows = await engine.rows(
      `SELECT ${this.names('w')} FROM ${required} w
       WHERE NOT EXISTS (SELECT 1 FROM ${WEIGHED} k WHERE ${this.sameKey('k', 'w')})
       ORDER BY ${keyOf(keys, 'w')} LIMIT ${limit}`,
    );
    return rows.map((row) => ({ ...this.named(row), kind: 'missing', columns: [] }));
  }

  private async different(limit: number): Promise<Difference[]> {
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
      `SELECT ${this.names('w')}, ${values.join(', ')}
       FROM ${this.required} w JOIN ${this.target} t ON ${this.sameKey('t', 'w')}
       WHERE ${this.differs()}
       ORDER BY ${keyOf(this.keys, 'w')} LIMIT ${limit}`,
    );
    return rows.map((row) => {
      const columns = this.compared.flatMap((column, index) =>
        row[`d${index}`] === '1'
          ? [{ column, file: this.shown(row, `f${index}`), stored: this.shown(row, `s${index}`) }]
          : [],
      );
      return { ...this.named(row), kind: 'different', columns };
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
    const { engine, element, required } = this;
    await makeTemporary(engine, WEIGHED, rowsByStatement(element, this.target));
    const expected =
      required === undefined
        ? 'FALSE'
        : `EXISTS (SELECT 1 FROM ${required} w WHERE ${this.sameKey('k', 'w')})`;
    const rows = await engine.rows(
      `SELECT ${this.names('k')} FROM ${WEIGHED} k
       WHERE NOT ${expected} AND ${this.isOfFile('k')}
       ORDER BY ${keyOf(this.keys, 'k')} LIMIT ${limit}`,
    );
    return rows.map((row) => ({ ...this.named(row), kind: 'unexpected', columns: [] }));
  }

  private differs(): string {
    return this.compared
      .map((name) => `w.${quote(name)} IS DISTINCT FROM t.${quote(name)}`)
      .join(' OR ');
  }

  private sameKey(left: string, right: string): string {
    return sameKey(this.keys, left, right);
  }

  private names(alias: string): string {
    const account = this.element.ofAccount ? `${alias}.account_id` : 'CAST(NULL AS text)';
    return `${account} AS account, ${alias}._query AS query, ${alias}._row_key AS key,
      ${alias}._statement_id AS statement`;
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
