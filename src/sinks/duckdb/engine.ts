/**
 * DuckDB as an SqlEngine: one file, nothing to install. Rows are collected as text in private
 * temporary files; the database is written to only while an input is committed.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote, SQL_DIALECTS } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import { noDatabase } from '../query.js';
import type { Sink, SinkOptions } from '../sink.js';
import {
  columnsByTable,
  dropTemporary,
  makeTemporary,
  type ExistingColumn,
  type HeldRows,
  type RowLineage,
  type SqlEngine,
  type SqlValue,
  type Staged,
} from '../sql/engine.js';
import { SqlSink } from '../sql/sink.js';
import { inodeOf, makeDatabase } from './create-file.js';
import { isOutOfMemory, translate } from './errors.js';
import { loadingSettings, MemoryLimit } from './memory-limit.js';
import { openDatabaseFile, type DuckDBConnection, type OpenedFile } from './open.js';
import { DUCKDB_DEFAULTS, memoryLimits, whenReleased, type DuckdbSettings } from './settings.js';
import type { TellWait } from '../../time/long-wait.js';
import { RowsInHand } from './rows-in-hand.js';
import { collectedRows, digestOf } from './staging.js';

const STAGE = 'flexetl_stage';

/**
 * Opens the database file. One that does not exist yet is made when the first input is committed.
 * @param settings default: another process is waited for 30 seconds; DuckDB limits its memory itself
 * @throws FlexError FLEX_DEST_BUSY where another process holds it, FLEX_CONFIG where it is no database
 */
export async function openDuckdb(
  path: string,
  options: SinkOptions,
  toolVersion: string,
  settings: DuckdbSettings = DUCKDB_DEFAULTS,
): Promise<Sink> {
  // A dry run into a file that does not exist has nothing to keep.
  const file = options.dryRun && !existsSync(path) ? ':memory:' : path;
  const engine = new DuckdbEngine(`duckdb:${path}`, file, {}, settings, options.onWait);
  if (existsSync(path)) await engine.connect();
  return new SqlSink(engine, options, toolVersion);
}

/**
 * Opens a database file that nothing can be written to: rows can be staged beside it.
 * @throws FlexError FLEX_DEST_BUSY, FLEX_CONFIG where there is no database
 */
export async function openDuckdbReading(
  path: string,
  settings: DuckdbSettings,
): Promise<SqlEngine> {
  if (!existsSync(path)) throw noDatabase(path);
  const readOnly = { access_mode: 'READ_ONLY' };
  const engine = new DuckdbEngine(`duckdb:${path}`, path, readOnly, settings);
  await engine.connect();
  return engine;
}

/** Of a file, or `:memory:`; others may keep tables elsewhere, and merge in one. */
export class DuckdbEngine implements SqlEngine {
  readonly dialect = SQL_DIALECTS.duckdb;
  readonly schema = quote('main');
  readonly decimalLimit = { precision: 38, scale: 12 };
  readonly temporarySchema = 'temp';
  /** It has no ON COMMIT DROP, and no other client shares our connection. */
  readonly temporaryEnds = '';
  /** It has none, and needs none: a view that it rejects leaves no trace. */
  readonly savepoints = false;
  readonly sharesTurns = false;
  readonly insertsFasterWithoutConflict = true;
  readonly conflictsAreOfKeys = true;
  readonly manyByDigest = { of: digestOf };
  /** It adds within 38 digits, 12 of them decimals; the others leave room for the sum. */
  readonly summableIntegerDigits = 18;
  private opened: OpenedFile | undefined;
  private inTransaction = false;
  private committing = false;
  /** Which file the path named when it was opened; undefined for none. */
  private inode: number | undefined;
  private readonly ended = new AbortController();
  /** Whether there is a table STAGE. */
  private staged = false;
  /** By table, the columns with a default that a user added: NULL must be written there. */
  private readonly defaults = new Map<string, Set<string>>();
  private readonly limit: MemoryLimit;
  private readonly rowsInHand = new RowsInHand();
  readonly held: HeldRows = this.rowsInHand;

  constructor(
    readonly name: string,
    private readonly file: string,
    private readonly access: Readonly<Record<string, string>>,
    private readonly settings: DuckdbSettings,
    private readonly onWait?: TellWait,
  ) {
    this.limit = new MemoryLimit(this, settings);
  }

  /** The connection, made where there is none; a process that holds the file is waited for. */
  async connect(): Promise<DuckDBConnection> {
    if (this.opened !== undefined) return this.opened.connection;
    const { name, onWait } = this;
    return whenReleased(this.settings, () => this.openFile(), {
      ...{ name, onWait },
      signal: this.ended.signal,
    });
  }

  private openFile(): Promise<DuckDBConnection> {
    return translate(this.name, async () => {
      const { file, access, settings } = this;
      const place = file === ':memory:' ? file : resolve(file);
      if (place !== ':memory:' && !existsSync(place)) {
        // It was there, and went while it was waited for.
        if (access['access_mode'] === 'READ_ONLY') throw noDatabase(file);
        await makeDatabase(place);
      }
      // Rows that are compared are joined, which takes what it takes.
      const reads = access['access_mode'] === 'READ_ONLY';
      const own = reads ? memoryLimits(settings) : loadingSettings(settings);
      const opened = await openDatabaseFile(place, { ...access, ...own });
      const { connection } = opened;
      await connection.run(`SET TimeZone = 'UTC'`);
      this.opened = opened;
      this.inode = await inodeOf(place);
      return connection;
    });
  }

  async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    const connection = await this.connect();
    // A signal that comes between two statements interrupts neither.
    this.ended.signal.throwIfAborted();
    return translate(this.name, async () => {
      const result = await connection.run(sql, valuesOf(parameters));
      return result.rowsChanged;
    });
  }

  /** In one call of DuckDB's: a comment on a column takes less time than a call. */
  async runAll(statements: readonly string[]): Promise<void> {
    if (statements.length > 0) await this.run(statements.join('\n;\n'));
  }

  async rows(
    sql: string,
    parameters: readonly SqlValue[] = [],
  ): Promise<Record<string, string | null>[]> {
    const connection = await this.connect();
    this.ended.signal.throwIfAborted();
    return translate(this.name, async () => {
      const reader = await connection.runAndReadAll(sql, valuesOf(parameters));
      return reader
        .getRowObjects()
        .map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([key, value]) => [key, value === null ? null : String(value)]),
          ),
        );
    });
  }

  async begin(): Promise<void> {
    if (this.inTransaction) return;
    await this.run('BEGIN TRANSACTION');
    this.inTransaction = true;
  }

  async commit(): Promise<void> {
    await this.refuseRemoved();
    this.committing = true;
    await this.run('COMMIT').finally(() => {
      this.committing = false;
    });
    this.inTransaction = false;
  }

  /** Rows written to a file without a name would be lost silently. */
  private async refuseRemoved(): Promise<void> {
    if (this.file === ':memory:' || (await inodeOf(resolve(this.file))) === this.inode) return;
    throw new FlexError(
      'FLEX_DEST_BUSY',
      `${this.name}: the file was removed or replaced during the load.`,
      { advice: 'Run again when no other process replaces the file.' },
    );
  }

  async rollback(): Promise<void> {
    this.inTransaction = false;
    // Outside of a transaction there is nothing to undo, and DuckDB says so.
    await this.opened?.connection.run('ROLLBACK').catch(() => undefined);
  }

  async canTryAgain(thrown: unknown): Promise<boolean> {
    return isOutOfMemory(thrown) && (await this.limit.lift());
  }

  async existingTables(): Promise<ReadonlyMap<string, readonly ExistingColumn[]>> {
    if (this.opened === undefined && !existsSync(this.file)) return new Map();
    const rows = await this.rows(
      `SELECT table_name, column_name, data_type, is_nullable, column_default
       FROM information_schema.columns
       WHERE table_catalog = current_database() AND table_schema = 'main'
       ORDER BY table_name, ordinal_position`,
    );
    for (const row of rows.filter(({ column_default: value }) => value !== null)) {
      const defaults = this.defaults.get(row['table_name']!) ?? new Set();
      this.defaults.set(row['table_name']!, defaults.add(row['column_name']!));
    }
    return columnsByTable(rows, (row) => ({
      name: row['column_name']!,
      type: row['data_type']!.toLowerCase(),
      nullable: row['is_nullable'] === 'YES',
    }));
  }

  async viewComments(): Promise<ReadonlyMap<string, string>> {
    const views = await this.rows(
      `SELECT view_name AS name, comment FROM duckdb_views()
       WHERE database_name = current_database() AND schema_name = 'main'`,
    );
    return new Map(views.map(({ name, comment }) => [name!, comment ?? '']));
  }

  /** It compares JSON as text, and has no row comparison over unnamed fields of such a width. */
  rowDiffers(columns: readonly string[], left: string, right: string): string {
    const differ = columns.map((name) => `${left}.${name} IS DISTINCT FROM ${right}.${name}`);
    return `(${differ.join(' OR ')})`;
  }

  collect(batch: Batch, lineage: RowLineage): Promise<void> {
    return this.rowsInHand.current.add(batch, lineage.loadId);
  }

  analyze(): Promise<void> {
    return Promise.resolve(); // DuckDB knows how many rows a table has
  }

  makeSchema(): Promise<void> {
    return Promise.resolve(); // `main` is always there
  }

  /** Read once, the rows come straight from the files; else from a table, which may be spilled. */
  async stage(element: RowElement, reads: 'once' | 'often'): Promise<Staged> {
    const text = await this.rowsInHand.current.textOf(element);
    if (reads === 'once') {
      const defaults = this.defaults.get(element.table) ?? new Set();
      const { select, columns } = collectedRows(element, text, defaults);
      return { relation: `(${select})`, columns };
    }
    const { select, columns } = collectedRows(element, text);
    await makeTemporary(this, STAGE, select);
    this.staged = true;
    return { relation: STAGE, columns };
  }

  /** A query of all columns of the collected rows of a table; undefined where there are none. */
  protected async collected(element: RowElement): Promise<string | undefined> {
    const text = await this.rowsInHand.current.textOf(element);
    return text && collectedRows(element, text).select;
  }

  async unstage(): Promise<void> {
    if (this.staged) await dropTemporary(this, STAGE);
    this.staged = false;
  }

  async discard(): Promise<void> {
    await this.rowsInHand.current.discard();
  }

  interrupt(): void {
    this.ended.abort(new Error('The load was interrupted.'));
    if (!this.committing) this.opened?.connection.interrupt();
  }

  async close(): Promise<void> {
    await this.discard();
    this.opened?.connection.closeSync();
    this.opened?.instance.closeSync();
    this.opened = undefined;
  }
}

/** undefined where there are none: the driver prepares a statement that has a list, and then runs it. */
function valuesOf(parameters: readonly SqlValue[]): SqlValue[] | undefined {
  return parameters.length === 0 ? undefined : [...parameters];
}
