/**
 * The tables of a dataset in a database of DuckDB's that reads them, as views of their files. Where
 * files have to be fetched, they are when SQL first names their table; until then the table is a
 * view that fails, so that no query takes it for an empty one.
 */
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import { openDatabaseFile, type OpenedFile } from '../duckdb/open.js';
import type { DataFile, DatasetState, TableState } from './dataset-log.js';
import type { DatasetStorage } from './storage.js';
import { fromFile } from './table-shape.js';

const SCHEMA = 'main';
/** Where tables were of which views were made, and are gone. */
const UNFETCHED = 'flexetl_not_fetched';

export class ShownTables {
  private readonly shown = new Set<string>();
  /** Those that a transaction shows which may be undone. */
  private uncommitted: Set<string> | undefined;

  constructor(
    private readonly storage: DatasetStorage,
    private readonly state: DatasetState,
  ) {}

  /**
   * SQL that makes all tables.
   * @param views SQL of views of them
   */
  async definitions(views: readonly string[] = []): Promise<string[]> {
    const { storage, state } = this;
    if (storage.atOnce === Infinity) return [...(await this.show(state.tables.keys())), ...views];
    const absent = [...state.tables.keys()].map((name) => `${UNFETCHED}.${quote(name)}`);
    const made = [...state.tables].flatMap(([name, { shape }], index) => [
      `CREATE TABLE ${absent[index]} AS SELECT ${fromFile(shape, 0)} WHERE FALSE`,
      `CREATE VIEW ${nameOf(name)} AS SELECT * FROM ${absent[index]}`,
    ]);
    const gone = absent.map((table) => `DROP TABLE ${table}`);
    return [`CREATE SCHEMA ${UNFETCHED}`, ...made, ...views, ...gone];
  }

  /**
   * Fetches the files of tables; they stay for as long as the database does.
   * @param names of anything, in letters of any case
   * @returns the SQL that shows them; to be run at once
   */
  async show(names: Iterable<string>): Promise<string[]> {
    const statements: string[] = [];
    for (const name of [...names].map((each) => each.toLowerCase())) {
      const table = this.state.tables.get(name);
      if (table === undefined || this.shown.has(name)) continue;
      this.shown.add(name);
      this.uncommitted?.add(name);
      const rows = await this.rowsOf(name, table);
      statements.push(`CREATE OR REPLACE VIEW ${nameOf(name)} AS ${rows}`);
    }
    return statements;
  }

  /**
   * A database that has nothing but the names, by which DuckDB tells which tables SQL reads;
   * undefined where all are shown.
   * @param views SQL of views of them
   */
  async openNames(views: readonly string[]): Promise<TableNames | undefined> {
    if (this.storage.atOnce === Infinity) return undefined;
    const tables = [...this.state.tables].map(
      ([name, { shape }]) =>
        `CREATE TABLE ${nameOf(name)} AS SELECT ${fromFile(shape, 0)} WHERE FALSE`,
    );
    const opened = await openDatabaseFile(':memory:', { threads: '1' });
    for (const sql of [...tables, ...views]) await opened.connection.run(sql);
    return new TableNames(opened);
  }

  begun(): void {
    this.uncommitted = new Set();
  }

  undone(): void {
    for (const name of this.uncommitted ?? []) this.shown.delete(name);
    this.uncommitted = undefined;
  }

  /** Files that have fewer columns were written before the table had more. */
  private async rowsOf(name: string, { shape, files }: TableState): Promise<string> {
    const groups = new Map<number, DataFile[]>();
    for (const file of files.values()) {
      groups.set(file.columns, [...(groups.get(file.columns) ?? []), file]);
    }
    if (groups.size === 0) return `SELECT ${fromFile(shape, 0)} WHERE FALSE`;
    const selects: string[] = [];
    for (const [has, some] of groups) {
      const paths = await this.storage.fetch(some.map(({ path }) => `${name}/${path}`));
      const list = paths.map(quoteLiteral).join(', ');
      selects.push(
        `SELECT ${fromFile(shape, has)} FROM read_parquet([${list}], hive_partitioning = false)`,
      );
    }
    return selects.join(' UNION ALL ');
  }
}

export class TableNames {
  constructor(private readonly opened: OpenedFile) {}

  /** Those of tables, also where SQL names views of them. */
  in(sql: string): readonly string[] {
    return this.opened.connection.getTableNames(sql, false);
  }

  close(): void {
    this.opened.connection.closeSync();
    this.opened.instance.closeSync();
  }
}

function nameOf(table: string): string {
  return `${SCHEMA}.${quote(table)}`;
}
