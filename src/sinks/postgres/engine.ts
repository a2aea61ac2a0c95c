/**
 * Postgres as an SqlEngine: one connection, one transaction for each input, and nothing outside of
 * a transaction. Batches go by COPY into temporary tables while the file is parsed, with the
 * back-pressure of the socket; merge/merge.ts publishes them from there.
 */
import type pg from 'pg';
import { boundedIdentifier } from '../../catalog/resolve.js';
import type { RowElement } from '../../catalog/section.js';
import { postgresType, quoteIdentifier as quote } from '../../catalog/sql.js';
import { tableColumns } from '../../catalog/table-columns.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { TellWait } from '../../time/long-wait.js';
import type { Sink, SinkOptions } from '../sink.js';
import {
  dropTemporary,
  type DirectWriter,
  type Purpose,
  type RowLineage,
  type SqlEngine,
  type SqlValue,
  type Staged,
} from '../sql/engine.js';
import { SqlSink } from '../sql/sink.js';
import { CopyRows } from './copy-rows.js';
import { DirectRows } from './direct.js';
import { postgresError } from './errors.js';
import { runScript, type Answer, type Step } from './script.js';
import { RowCopy } from './row-copy.js';
import { openSession, whenStarted, type Session } from './session.js';
import { answered } from './stall-watch.js';
import { PostgresTraits } from './traits.js';
import { MODES, OF_A_SINK } from './transaction.js';
import { parsePostgresUrl, type PostgresPlace } from './url.js';

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
  const engine = new PostgresEngine(parsePostgresUrl(url), options.onWait);
  await engine.connect();
  return new SqlSink(engine, options, toolVersion);
}

/** Rows of one table on their way into its staging table; its name is quoted. */
interface StagingTable {
  readonly name: string;
  /** With its schema. */
  readonly table: string;
  readonly rows: RowCopy;
}

export class PostgresEngine extends PostgresTraits implements SqlEngine {
  readonly name: string;
  readonly schema: string;
  private session: Session | undefined;
  private inTransaction = false;
  private committing = false;
  private readonly ended = new AbortController();
  /** Why the connection ended, if it ended by itself. */
  private lost: Error | undefined;
  private readonly staged = new Map<string, StagingTable>();
  private readonly copying = new CopyRows((steps) => this.send(steps));
  private readonly directly: DirectWriter;
  /** Whether tables may be spread over servers; told by the last session. */
  private spreads = false;

  constructor(
    protected readonly place: PostgresPlace,
    private readonly onWait?: TellWait,
  ) {
    super();
    this.name = place.name;
    this.schema = quote(place.schema);
    this.directly = new DirectRows(
      this.schema,
      this.copying,
      (asked) => this.beginAnd(asked),
      (statements) => this.commitAfter(statements),
      async (asked) => {
        await this.copying.settle();
        return this.send(asked.map((sql) => ({ sql })));
      },
    );
  }

  /**
   * Tables that are spread over servers are written by the few kinds of statements that take all
   * rows at once: they are staged.
   */
  get direct(): DirectWriter | undefined {
    return this.spreads ? undefined : this.directly;
  }

  /** The connection, made where there is none; a server that is still starting is waited for. */
  async connect(): Promise<Session> {
    this.session ??= await whenStarted(this.place, () => this.openSession(), {
      signal: this.ended.signal,
      onWait: this.onWait,
    });
    return this.session;
  }

  private async openSession(): Promise<Session> {
    this.lost = undefined;
    const session = await openSession(this.place, (error) => {
      this.lost ??= error;
    });
    this.spreads = session.spreads;
    if (!this.ended.signal.aborted) return session;
    // The signal came while the connection was being made.
    void session.client.end().catch(() => undefined);
    throw this.ended.signal.reason as Error;
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

  async begin(purpose: Purpose | 'to read' = 'to load'): Promise<void> {
    if (this.inTransaction) return;
    const session = await this.connect();
    // Set even if it fails halfway: then there is something to roll back.
    this.inTransaction = true;
    await this.answer(session.begin(MODES[purpose], OF_A_SINK));
  }

  private async beginAnd(
    questions: readonly string[],
  ): Promise<readonly Record<string, string | null>[][]> {
    const session = await this.connect();
    this.inTransaction = true;
    return this.answer(session.begin(MODES['to load'], OF_A_SINK, questions));
  }

  private async send(steps: readonly Step[]): Promise<readonly Answer[]> {
    if (steps.length === 0) return [];
    return this.answer(runScript((await this.connect()).client, steps));
  }

  async runAll(statements: readonly string[]): Promise<void> {
    await this.send(statements.map((sql) => ({ sql })));
  }

  async commit(): Promise<void> {
    await this.copying.finish();
    await this.commitAfter([]);
  }

  private async commitAfter(statements: readonly string[]): Promise<void> {
    this.committing = true;
    try {
      const answers = await this.copying.finish([...statements, 'COMMIT']);
      const { command } = answers.at(-1)!;
      // The server answers like this if an earlier statement failed unnoticed.
      if (command !== 'COMMIT') throw new Error(`COMMIT was answered with ${command}`);
    } finally {
      this.committing = false;
    }
    this.inTransaction = false;
    this.session?.ended();
  }

  async rollback(): Promise<void> {
    const { session, inTransaction } = this;
    this.inTransaction = false;
    this.copying.clear();
    try {
      if (this.lost === undefined && session !== undefined && inTransaction) {
        await answered(session.rollback(), session, this.place);
      }
    } catch {
      this.lost ??= new Error('The rollback failed.');
    }
    // A connection in doubt is not used again: the server rolls back when it ends.
    if (this.lost !== undefined) await this.disconnect();
  }

  async collect(batch: Batch, lineage: RowLineage): Promise<void> {
    await this.begin();
    const { rows } = await this.stagingOf(batch.element);
    await this.copying.write(rows, batch, lineage);
  }

  async stage(element: RowElement): Promise<Staged> {
    await this.copying.finish();
    const { table } = await this.stagingOf(element);
    return { relation: table, columns: tableColumns(element).map(({ name }) => name) };
  }

  async unstage(element: RowElement): Promise<void> {
    const staged = this.staged.get(element.table);
    this.staged.delete(element.table);
    if (staged !== undefined) await dropTemporary(this, staged.name);
  }

  discard(): Promise<void> {
    // Staging tables go with the transaction.
    this.staged.clear();
    this.copying.clear();
    return Promise.resolve();
  }

  /** Ends the connection; the server rolls back. */
  interrupt(): void {
    if (this.committing) return;
    this.lost ??= new Error('The load was interrupted.');
    this.ended.abort(this.lost);
    void this.session?.client.end().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.rollback();
    await this.disconnect();
  }

  private async query(
    sql: string,
    parameters: readonly SqlValue[] = [],
  ): Promise<pg.QueryResult<pg.QueryResultRow>> {
    await this.copying.settle();
    const ofItsOwn = !this.inTransaction;
    try {
      if (ofItsOwn) await this.begin('to read');
      return await this.answer((await this.connect()).client.query(sql, [...parameters]));
    } finally {
      if (ofItsOwn) await this.rollback();
    }
  }

  /** The server's answer, unless it is silent for too long. */
  private async answer<T>(answer: Promise<T>): Promise<T> {
    try {
      return await answered(answer, await this.connect(), this.place);
    } catch (thrown) {
      throw this.failure(thrown);
    }
  }

  private async stagingOf(element: RowElement): Promise<StagingTable> {
    let staged = this.staged.get(element.table);
    if (staged === undefined) {
      const name = quote(boundedIdentifier(`flexetl_stage_${element.table}`));
      const columns = tableColumns(element).map(
        ({ name, type }) => `${quote(name)} ${postgresType(type)}`,
      );
      await this.run(
        `CREATE TEMPORARY TABLE ${name} (${columns.join(', ')}, _day date, _place bigint) ON COMMIT DROP`,
      );
      const table = `pg_temp.${name}`;
      staged = { name, table, rows: new RowCopy(element, table, 'staged') };
      this.staged.set(element.table, staged);
    }
    return staged;
  }

  /** The error to report: the first cause explains most. */
  private failure(thrown: unknown): FlexError {
    // A stalled connection is not used any more, not even to roll back.
    if (thrown instanceof FlexError) this.lost ??= thrown;
    return postgresError(this.name, this.lost ?? thrown);
  }

  private async disconnect(): Promise<void> {
    const { session } = this;
    this.session = undefined;
    this.inTransaction = false;
    await session?.client.end().catch(() => undefined);
  }
}
