/**
 * Postgres as an SqlEngine: one connection, one transaction an input. Batches
 * go by COPY into temporary tables while the file is parsed, with the socket's
 * back-pressure; what they become there is sql/publish.ts.
 */
import pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';
import { postgresType, quoteIdentifier as quote, tableColumns } from '../catalog/ddl.js';
import type { RowElement } from '../catalog/section.js';
import type { ErrorCode } from '../errors.js';
import type { Batch } from '../parser/batch.js';
import { patiently, REAL_CLOCK } from '../patience.js';
import { ByteWriter } from './byte-writer.js';
import { CopyEncoder } from './copy-encoder.js';
import { postgresError } from './postgres-error.js';
import { parsePostgresUrl, type PostgresPlace } from './postgres-url.js';
import type { Sink, SinkOptions } from './sink.js';
import type { ExistingColumn, RowLineage, SqlEngine, SqlValue } from './sql/engine.js';
import { SqlSink } from './sql/sql-sink.js';

/** Between tries to connect, in milliseconds. */
const CONNECT_PAUSES = [250, 500, 1000, 2000, 4000];

/** Every value as the server's text: numbers stay exact, times keep their words. */
const AS_TEXT = { getTypeParser: () => (text: string | Buffer) => text };

/**
 * Connects to a Postgres database.
 * @param url as pg understands it; PG* variables fill what it leaves out; `schema` is ours
 * @throws FlexError FLEX_DEST_UNAVAILABLE, FLEX_DEST_REFUSED, FLEX_CONFIG
 */
export async function openPostgres(
  url: string,
  options: SinkOptions,
  toolVersion: string,
): Promise<Sink> {
  const engine = new PostgresEngine(parsePostgresUrl(url));
  await engine.connect();
  return new SqlSink(engine, options, toolVersion);
}

/** A COPY under way. Its error may come at any time, also when nobody waits for it. */
interface Copy {
  readonly table: string;
  readonly stream: CopyStreamQuery;
  error: Error | undefined;
}

/** Rows of one table on their way into its staging table. */
interface Staged {
  readonly table: string;
  readonly encoder: CopyEncoder;
}

class PostgresEngine implements SqlEngine {
  readonly dialect = 'postgres';
  readonly name: string;
  readonly schema: string;
  readonly decimalLimit = undefined;
  readonly sqlType = postgresType;
  private client: pg.Client | undefined;
  private inTransaction = false;
  /** Why the connection ended, when it ended by itself. */
  private lost: Error | undefined;
  private readonly staged = new Map<string, Staged>();
  private copy: Copy | undefined;
  private readonly writer = new ByteWriter();

  constructor(private readonly place: PostgresPlace) {
    this.name = place.name;
    this.schema = quote(place.schema);
  }

  /** The connection, made where there is none; a server that is still starting is waited for. */
  async connect(): Promise<pg.Client> {
    const codes = new Set<ErrorCode>(['FLEX_DEST_UNAVAILABLE']);
    this.client ??= await patiently({ codes, pauses: CONNECT_PAUSES, clock: REAL_CLOCK }, () =>
      this.newClient(),
    );
    return this.client;
  }

  private async newClient(): Promise<pg.Client> {
    const client = new pg.Client({ ...this.place.config, types: AS_TEXT });
    this.lost = undefined;
    // Without a listener a lost connection would end the process.
    client.on('error', (error) => {
      this.lost ??= error;
    });
    try {
      await client.connect();
      await client.query(`SET TimeZone = 'UTC'; SET DateStyle = 'ISO, YMD'`);
      return client;
    } catch (thrown) {
      void client.end().catch(() => undefined);
      throw postgresError(this.name, thrown);
    }
  }

  async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    const result = await this.query(sql, parameters);
    return result.rowCount ?? 0;
  }

  async rows(
    sql: string,
    parameters: readonly SqlValue[] = [],
  ): Promise<Record<string, string | null>[]> {
    const result = await this.query(sql, parameters);
    return result.rows;
  }

  async begin(): Promise<void> {
    if (this.inTransaction) return;
    await this.query('BEGIN ISOLATION LEVEL READ COMMITTED');
    this.inTransaction = true;
  }

  async commit(): Promise<void> {
    await this.endCopy();
    await this.query('COMMIT');
    this.inTransaction = false;
  }

  async rollback(): Promise<void> {
    const { copy } = this;
    this.copy = undefined;
    this.inTransaction = false;
    try {
      copy?.stream.destroy();
      if (this.lost === undefined) await this.client?.query('ROLLBACK');
    } catch {
      this.lost ??= new Error('The rollback failed.');
    }
    // A connection in doubt is not used again: the server rolls back when it ends.
    if (this.lost !== undefined) await this.disconnect();
  }

  async existingTables(): Promise<ReadonlyMap<string, readonly ExistingColumn[]>> {
    const rows = await this.rows(
      `SELECT c.relname AS table_name, a.attname AS column_name,
         format_type(a.atttypid, a.atttypmod) AS data_type,
         (NOT a.attnotnull OR a.atthasdef) AS nullable
       FROM pg_catalog.pg_class c
       JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
       JOIN pg_catalog.pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE n.nspname = $1 AND c.relkind IN ('r', 'p', 'f', 'v')
       ORDER BY c.relname, a.attnum`,
      [this.place.schema],
    );
    const tables = new Map<string, ExistingColumn[]>();
    for (const row of rows) {
      const columns = tables.get(row['table_name']!) ?? [];
      tables.set(row['table_name']!, columns);
      columns.push({
        name: row['column_name']!,
        type: row['data_type']!,
        nullable: row['nullable'] === 't',
      });
    }
    return tables;
  }

  /** Not CREATE SCHEMA IF NOT EXISTS: that asks for a right which the owner of a schema need not have. */
  async makeSchema(): Promise<void> {
    const found = await this.rows(
      'SELECT 1 AS found FROM pg_catalog.pg_namespace WHERE nspname = $1',
      [this.place.schema],
    );
    if (found.length === 0) await this.run(`CREATE SCHEMA ${this.schema}`);
  }

  async collect(batch: Batch, lineage: RowLineage): Promise<void> {
    await this.begin();
    const { table, encoder } = await this.stagingOf(batch.element);
    if (this.copy !== undefined && this.copy.table !== table) await this.endCopy();
    const copy = (this.copy ??= await this.startCopy(table));
    for (let row = 0; row < batch.rowCount;) {
      row = encoder.encode(batch, lineage, row, this.writer);
      // The rest goes with the next batch: a chunk larger than the socket's
      // high-water mark is what makes the write wait, and so the buffer ours again.
      if (row < batch.rowCount) await this.flush(copy);
    }
    await this.flush(copy);
  }

  async stage(element: RowElement): Promise<string> {
    await this.endCopy();
    const { table } = await this.stagingOf(element);
    return table;
  }

  /** Without it a new table is taken for one of a few rows, and joins become nested loops. */
  async analyze(relation: string, columns: readonly string[]): Promise<void> {
    await this.run(`ANALYZE ${relation} (${columns.map(quote).join(', ')})`);
  }

  async unstage(element: RowElement): Promise<void> {
    const staged = this.staged.get(element.table);
    this.staged.delete(element.table);
    if (staged !== undefined) await this.run(`DROP TABLE ${staged.table}`);
  }

  discard(): Promise<void> {
    // Staging tables go with the transaction.
    this.staged.clear();
    this.writer.clear();
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.rollback();
    await this.disconnect();
  }

  private async query(
    sql: string,
    parameters: readonly SqlValue[] = [],
  ): Promise<pg.QueryResult<pg.QueryResultRow>> {
    await this.endCopy();
    const client = await this.connect();
    try {
      return await client.query(sql, [...parameters]);
    } catch (thrown) {
      throw postgresError(this.name, this.lost ?? thrown);
    }
  }

  private async stagingOf(element: RowElement): Promise<Staged> {
    let staged = this.staged.get(element.table);
    if (staged === undefined) {
      const table = quote(`stage_${element.table}`.slice(0, 63));
      const columns = tableColumns(element).map(
        ({ name, type }) => `${quote(name)} ${postgresType(type)}`,
      );
      await this.run(
        `CREATE TEMPORARY TABLE ${table} (${columns.join(', ')}, _day date) ON COMMIT DROP`,
      );
      staged = { table, encoder: new CopyEncoder(element) };
      this.staged.set(element.table, staged);
    }
    return staged;
  }

  private async startCopy(table: string): Promise<Copy> {
    const client = await this.connect();
    const stream = client.query(copyFrom(`COPY ${table} FROM STDIN`));
    const copy: Copy = { table, stream, error: undefined };
    stream.on('error', (error: Error) => {
      copy.error ??= error;
    });
    return copy;
  }

  private async flush(copy: Copy): Promise<void> {
    const { writer } = this;
    if (writer.length === 0) return;
    // A copy of its own: a small chunk may lie in the socket's queue when the write returns.
    const chunk = Buffer.from(writer.view());
    writer.clear();
    await this.outcome(copy, (settle) => copy.stream.write(chunk, settle));
  }

  private async endCopy(): Promise<void> {
    const { copy } = this;
    if (copy === undefined) return;
    this.copy = undefined;
    await this.outcome(copy, (settle) => {
      copy.stream.once('finish', () => settle());
      copy.stream.end();
    });
  }

  /** Waits for one step of a COPY, or for its error, whichever comes first. */
  private async outcome(
    copy: Copy,
    begin: (settle: (error?: Error | null) => void) => void,
  ): Promise<void> {
    const { stream } = copy;
    let failed: ((error: Error) => void) | undefined;
    try {
      if (copy.error !== undefined) throw copy.error;
      await new Promise<void>((resolve, reject) => {
        failed = reject;
        stream.once('error', failed);
        begin((error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    } catch (thrown) {
      this.copy = undefined;
      throw postgresError(this.name, this.lost ?? copy.error ?? thrown);
    } finally {
      if (failed !== undefined) stream.off('error', failed);
    }
  }

  private async disconnect(): Promise<void> {
    const { client } = this;
    this.client = undefined;
    this.inTransaction = false;
    await client?.end().catch(() => undefined);
  }
}
