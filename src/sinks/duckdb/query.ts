/**
 * Reading SQL on a DuckDB file. The file is opened read-only, without access to
 * other files or the network, and with its configuration locked, so that no SQL
 * can write or reach anything else.
 */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { quoteLiteral } from '../../catalog/sql.js';
import { FlexError, type ErrorCode } from '../../errors.js';
import { memoryLimits, whenReleased, type DuckdbSettings, type Waiting } from './settings.js';
import {
  openDatabaseFile,
  StatementType,
  type DuckDBConnection,
  type DuckDBInstance,
  type DuckDBResult,
} from './open.js';
import { DuckdbText } from './query-cells.js';
import {
  noDatabase,
  ONE_STATEMENT,
  READS_ONLY,
  refuseNothing,
  withoutPreamble,
  type QueryableDestination,
  type QueryCell,
  type QueryResult,
} from '../query.js';

const OPENED_FOR_READING = {
  access_mode: 'READ_ONLY',
  autoinstall_known_extensions: 'false',
  autoload_known_extensions: 'false',
};

/**
 * Opens the file at `path` for reading.
 * @param timezone in which timestamps are shown and cast
 * @throws FlexError FLEX_CONFIG where there is no database, FLEX_DEST_BUSY where a process goes on
 *   writing to it for longer than is waited
 */
export async function openDuckdbQuery(
  path: string,
  timezone: string,
  settings: DuckdbSettings,
  waiting: Omit<Waiting, 'name'> = {},
): Promise<QueryableDestination> {
  if (!existsSync(path)) throw noDatabase(path);
  return whenReleased(settings, () => openFile(path, timezone, settings), {
    ...waiting,
    name: `duckdb:${path}`,
  });
}

async function openFile(
  path: string,
  timezone: string,
  settings: DuckdbSettings,
): Promise<QueryableDestination> {
  try {
    const { instance, connection } = await openDatabaseFile(resolve(path), {
      ...OPENED_FOR_READING,
      ...memoryLimits(settings),
    });
    // From here on: the file itself had to be reached.
    await connection.run('SET enable_external_access = false');
    await connection.run(`SET TimeZone = ${quoteLiteral(timezone)}`);
    await connection.run('SET lock_configuration = true');
    return new DuckdbQuery(`duckdb:${path}`, instance, connection, new DuckdbText(timezone));
  } catch (thrown) {
    throw openingError(path, thrown);
  }
}

export interface QueryLimits {
  /** Whether statements that are no SELECT are refused; else the database itself takes none. */
  readonly selectsOnly?: boolean;
  /** Called before a statement is run, which may still be wrong. */
  readonly before?: (sql: string) => Promise<void>;
  /** Called when it has been closed. */
  readonly closed?: () => Promise<void>;
}

/** Over a database that was opened so that nothing can be written. */
export class DuckdbQuery implements QueryableDestination {
  readonly schema = 'main';

  constructor(
    readonly name: string,
    private readonly instance: DuckDBInstance,
    private readonly connection: DuckDBConnection,
    private readonly text: DuckdbText,
    private readonly limits: QueryLimits = {},
  ) {}

  async query(sql: string): Promise<QueryResult> {
    const result = await failing(() => this.start(sql));
    const types = result.columnTypes();
    const columns = result.deduplicatedColumnNames().map((name, index) => ({
      name,
      numeric: this.text.isNumeric(types[index]!),
    }));
    return { columns, rows: () => this.rows(result) };
  }

  async close(): Promise<void> {
    this.connection.closeSync();
    this.instance.closeSync();
    await this.limits.closed?.();
  }

  private async start(sql: string): Promise<DuckDBResult> {
    refuseNothing(sql);
    const statements = await this.connection.extractStatements(sql);
    if (statements.count !== 1) {
      throw new FlexError(
        'FLEX_QUERY_FAILED',
        `The SQL has ${statements.count} statements.`,
        ONE_STATEMENT,
      );
    }
    await this.limits.before?.(sql);
    const prepared = await statements.prepare(0);
    if (this.limits.selectsOnly === true) refuseAllButReads(sql, prepared.statementType);
    return prepared.stream();
  }

  private async *rows(result: DuckDBResult): AsyncGenerator<QueryCell[], void, undefined> {
    const types = result.columnTypes();
    while (true) {
      const chunk = await failing(() => result.fetchChunk());
      if (chunk === null || chunk.rowCount === 0) return;
      for (const row of chunk.getRows()) {
        yield row.map((value, index) => this.text.cell(value, types[index]!));
      }
    }
  }
}

/** EXPLAIN ANALYZE runs the statement that it explains. */
function refuseAllButReads(sql: string, type: StatementType): void {
  const explains = type === StatementType.EXPLAIN && /^explain\s+[a-z]/i.test(withoutPreamble(sql));
  if (type === StatementType.SELECT) return;
  if (explains && !/^explain\s+analyze/i.test(withoutPreamble(sql))) return;
  throw new FlexError('FLEX_QUERY_FAILED', 'The statement is no SELECT.', READS_ONLY);
}

async function failing<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof FlexError) throw thrown;
    const said = messageOf(thrown);
    const writes =
      /read-only mode|file system operations are disabled|configuration has been locked/;
    throw new FlexError('FLEX_QUERY_FAILED', sentence(said), {
      cause: thrown,
      ...(writes.test(said) ? READS_ONLY : {}),
    });
  }
}

function openingError(path: string, thrown: unknown): FlexError {
  const said = messageOf(thrown);
  const code: ErrorCode = /Could not set lock on file|Conflicting lock/.test(said)
    ? 'FLEX_DEST_BUSY'
    : /Permission denied/.test(said)
      ? 'FLEX_DEST_REFUSED'
      : 'FLEX_CONFIG';
  const message =
    code === 'FLEX_DEST_BUSY'
      ? `Another process${/ \(PID \d+\)/.exec(said)?.[0] ?? ''} is writing to ${path}.`
      : `${path} cannot be opened as a DuckDB database: ${sentence(said)}`;
  return new FlexError(code, message, { cause: thrown });
}

function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The first lines of what DuckDB says, on one line; it draws the SQL below them. */
function sentence(message: string): string {
  const [said = ''] = message.split(/\n\s*\n|\nLINE \d+:/);
  const line = said.replace(/\s+/g, ' ').trim();
  return /[.!?]$/.test(line) ? line : `${line}.`;
}
