/**
 * The interface of a database to loads, and the few operations that are the same for all: temporary
 * tables, lists of columns. The SQL around it is portable; where databases differ, the interface
 * has a member, so that no code asks which database it is.
 */
import type { ColumnType, RowElement } from '../../catalog/section.js';
import { quoteIdentifier as quote, quoteLiteral, type SqlDialect } from '../../catalog/sql.js';
import type { TableColumn } from '../../catalog/table-columns.js';
import type { Batch } from '../../parser/batch.js';
import type { Statement } from '../../parser/statement.js';
import type { Mode } from '../sink.js';

export type SqlValue = string | number | bigint | boolean | null;

/**
 * Constant cells of a statement's rows, in the order of the lineage columns that are not in the
 * batch.
 */
export interface RowLineage {
  readonly query: string;
  readonly statementId: string;
  readonly loadId: string;
  readonly generatedAt: string | null;
}

/** The same where rows are not staged. */
export interface DirectLineage extends RowLineage {
  /** Stands before the key of each row. */
  readonly beforeKey: string;
}

/** A column as the database has it. */
export interface ExistingColumn {
  readonly name: string;
  /** Type in the database's words, lower case. */
  readonly type: string;
  readonly nullable: boolean;
}

/** A column of a table of ours. */
export interface SqlColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** The collected rows of a table. */
export interface Staged {
  /** A quoted name, or a query in parentheses. */
  readonly relation: string;
  /** The columns that it has of those of the table; any others are NULL in all rows. */
  readonly columns: readonly string[];
}

/**
 * Inserts rows directly into their tables while a file is read: for an engine that is faster that
 * way than by staging. direct/admission.ts decides when rows may go this way.
 */
export interface DirectWriter {
  /**
   * Begins a transaction, and asks questions in the same message.
   * @param questions queries without parameters
   * @returns the rows of each
   */
  begin(questions: readonly string[]): Promise<readonly Record<string, string | null>[][]>;
  /** Relation, without an alias, of rows given as objects of JSON: these columns of theirs. */
  relationOf(
    columns: readonly Pick<TableColumn, 'name' | 'type'>[],
    rows: readonly string[],
  ): string;
  /** Runs statements in one message, and sends nothing that is held back. @returns as finish */
  ask(statements: readonly string[]): ReturnType<DirectWriter['finish']>;
  /** May hold the rows back. Resolves when the next batch may come. */
  write(batch: Batch, lineage: DirectLineage): Promise<void>;
  /**
   * Sends the rows that are held back, then runs statements, in one message if it can.
   * @param statements without parameters
   * @returns for each of them how many rows it changed or gave, and the rows, as text or null
   */
  finish(
    statements: readonly string[],
  ): Promise<readonly { count: number; rows: readonly (readonly (string | null)[])[] }[]>;
  /** Runs statements and commits, in one message. Nothing is committed where one of them fails. */
  commit(statements: readonly string[]): Promise<void>;
}

/**
 * Rows of inputs that wait to be published together. Only for a database that has no other writers
 * in the meantime.
 */
export interface HeldRows {
  /**
   * Puts the collected rows of the input in hand behind those that are held; another may come then.
   * @returns false where they are too many to wait in memory, and stay in hand
   */
  hold(): boolean;
  /** Has the rows of these held inputs in hand while it runs, as if they were one input's. */
  inHand<T>(first: number, end: number, run: () => Promise<T>): Promise<T>;
  /** Forgets them. */
  drop(): void;
}

/** What is about to be published: the collected rows in hand are its rows. */
export interface Incoming {
  /** That the statements speak of. */
  readonly elements: readonly RowElement[];
  readonly statements: Iterable<Statement>;
  readonly mode: Mode;
}

/** What a transaction is for. */
export type Purpose = 'to load' | 'to compare';

export interface SqlEngine {
  /** How tables and views are made. */
  readonly dialect: SqlDialect;
  /** For messages and the ledger: without password. */
  readonly name: string;
  /** Name of the schema that holds the tables, quoted. */
  readonly schema: string;
  readonly decimalLimit: { readonly precision: number; readonly scale: number } | undefined;
  /** Where temporary tables are: no table of that name elsewhere is meant. */
  readonly temporarySchema: string;
  /** Clause of CREATE TEMPORARY TABLE by which one ends with its transaction; '' where it may stay. */
  readonly temporaryEnds: string;
  /** Whether a statement that fails must be undone by a savepoint for the transaction to go on. */
  readonly savepoints: boolean;
  /** Whether several processes write at once, and a row can be locked by some of them together. */
  readonly sharesTurns: boolean;
  /**
   * Whether ON CONFLICT is so slow that it pays to insert without it first, starting over if a key
   * collides, and to delete rows before they are replaced.
   */
  readonly insertsFasterWithoutConflict: boolean;
  /** Whether its FLEX_DEST_CONFLICT can only mean a unique key. */
  readonly conflictsAreOfKeys: boolean;
  /**
   * For many rows, whether it takes less memory to compare digests of rows; absent if rows are
   * compared directly. Only with `insertsFasterWithoutConflict`.
   */
  readonly manyByDigest?: {
    /** SQL of the digest of a row: the same for rows that hold the same in these columns. */
    of(columns: readonly SqlColumn[], alias: string): string;
  };
  /** Whether nothing of others hangs on rows of a table: may be deleted and inserted anew. Absent: no. */
  replacesWhole?(element: RowElement): Promise<boolean>;
  /** Absent if publishing several inputs at once gains nothing. */
  readonly held?: HeldRows;
  /** Digits before the point up to which decimals are summed: sums of longer ones may overflow. */
  readonly summableIntegerDigits: number;
  /** Condition: two rows differ in one of these columns, given in quotes; NULL is a value. */
  rowDiffers(columns: readonly string[], left: string, right: string): string;

  /** undefined if rows are always staged. */
  readonly direct?: DirectWriter | undefined;

  /** Runs one statement; parameters are $1, $2 …. @returns the number of rows it changed */
  run(sql: string, parameters?: readonly SqlValue[]): Promise<number>;
  /** Runs statements without parameters, as one message if it can. */
  runAll(statements: readonly string[]): Promise<void>;
  /** Runs a query and takes all its rows, each value as text or null. */
  rows(sql: string, parameters?: readonly SqlValue[]): Promise<Record<string, string | null>[]>;

  /**
   * Begins a transaction, where `collect` has not done so already.
   * @param purpose 'to compare': all of it sees what was there when it began, and nothing is
   *   written but temporary tables. Default: 'to load'
   */
  begin(purpose?: Purpose): Promise<void>;
  commit(): Promise<void>;
  /** Never throws: a connection that is gone has rolled back by itself. */
  rollback(): Promise<void>;

  /** The tables of the schema with their columns, in order. */
  existingTables(): Promise<ReadonlyMap<string, readonly ExistingColumn[]>>;
  /** The comments of the views of the schema, by name; '' where there is none. */
  viewComments(): Promise<ReadonlyMap<string, string>>;

  /**
   * Takes rows for staging; may hold them outside of the database until `stage`.
   * Resolves when the next batch may come.
   */
  collect(batch: Batch, lineage: RowLineage): Promise<void>;
  /** Tells the planner what a temporary relation holds, by these of its columns. */
  analyze(relation: string, columns: readonly string[]): Promise<void>;
  /** Makes the schema where there is none. */
  makeSchema(): Promise<void>;
  /**
   * Shows the collected rows of a table as a temporary table or view: its columns,
   * the lineage, `_day`, and `_place`, by which the rows of the input are told apart.
   * An account that is unknown is the empty text there.
   * @param reads 'once' where its rows are to be inserted and no more: it may then lack columns.
   *   May be asked for again.
   */
  stage(element: RowElement, reads: 'once' | 'often'): Promise<Staged>;
  /**
   * Asked after an error, before the same publication is undone and given up.
   * @returns whether it is to be done once more: the engine takes more memory now, or will see what
   *   another process has published meanwhile
   */
  canTryAgain?(thrown: unknown): Promise<boolean>;
  /**
   * Called before a transaction that publishes begins, where the tables of the engine hold what it
   * has read of a destination: reads in whatever the merge may meet. Absent where they hold all.
   * @returns whether tables are other ones than before
   */
  readIn?(incoming: Incoming): Promise<boolean>;
  /** Drops what `stage` made. The collected rows may still be staged again where `discard` was not called. */
  unstage(element: RowElement): Promise<void>;
  /** Forgets collected rows and temporary files of the input in hand. */
  discard(): Promise<void>;

  /** Makes the call that waits fail soon, and the ones after it; does nothing while committing. */
  interrupt(): void;
  close(): Promise<void>;
}

/**
 * Creates a temporary table from a query, replacing one of that name. If possible, it ends with its
 * transaction, even with a commit: behind a pooler, the next transaction on the same connection is
 * another client's.
 * @param name only ours: it begins with `flexetl_` and needs no quotes
 */
export async function makeTemporary(
  engine: SqlEngine,
  name: string,
  select: string,
): Promise<void> {
  await dropTemporary(engine, name);
  await engine.run(`CREATE TEMPORARY TABLE ${name} ${engine.temporaryEnds} AS ${select}`);
}

/** Drops it if it exists: never a table of that name in another schema. */
export async function dropTemporary(engine: SqlEngine, name: string): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${engine.temporarySchema}.${name}`);
}

/** The temporary tables in which something is weighed: made one after the other, dropped together. */
export class Scratch {
  /** Rows that are named in SQL one by one, at most; tests lower it, to have tables made. */
  static mostNamed = 500;
  private readonly made = new Set<string>();

  constructor(private readonly engine: SqlEngine) {}

  /** As makeTemporary. */
  async make(name: string, select: string): Promise<void> {
    await makeTemporary(this.engine, name, select);
    this.made.add(name);
  }

  /**
   * The rows of a query as a relation: named one by one where they are few, for a temporary table
   * costs a database more than some hundred rows in a statement; else in one.
   * @param columns of the query with their types, in the database's words
   * @returns what stands for a table, without an alias; undefined where there are no rows
   */
  async hold(
    name: string,
    columns: Readonly<Record<string, string>>,
    select: string,
  ): Promise<string | undefined> {
    const rows = await this.engine.rows(`${select} LIMIT ${Scratch.mostNamed + 1}`);
    if (rows.length === 0) return undefined;
    if (rows.length > Scratch.mostNamed) {
      await this.make(name, select);
      return name;
    }
    const names = Object.keys(columns);
    const values = rows.map((row) => {
      const cells = names.map((column) => {
        const text = row[column] ?? null;
        return `CAST(${text === null ? 'NULL' : quoteLiteral(text)} AS ${columns[column]})`;
      });
      return `(${cells.join(', ')})`;
    });
    return `(SELECT * FROM (VALUES ${values.join(', ')}) v (${names.map(quote).join(', ')}))`;
  }

  /** Not called after an error: the transaction is undone then, and these tables with it. */
  async clear(): Promise<void> {
    for (const name of this.made) await dropTemporary(this.engine, name);
    this.made.clear();
  }
}

/** Columns as a database lists them, table by table. @param rows in order, each with its table */
export function columnsByTable<Row extends Readonly<Record<string, string | null>>>(
  rows: readonly Row[],
  columnOf: (row: Row) => ExistingColumn,
): Map<string, ExistingColumn[]> {
  const tables = new Map<string, ExistingColumn[]>();
  for (const row of rows) {
    const table = row['table_name']!;
    const columns = tables.get(table) ?? [];
    tables.set(table, columns);
    columns.push(columnOf(row));
  }
  return tables;
}
