/**
 * The tables of a dataset in a DuckDB database in memory, as far as a call needs them: the ledger as a
 * whole, of all other tables the files that were read in. Here is what is in it by now; which files an
 * input needs is read-in.ts, and what goes back into files is changes.ts.
 */
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import type { SqlEngine } from '../sql/engine.js';
import { ledgerTableSql } from '../sql/schema/migrations.js';
import type { DataFile, DatasetState, TableChange, TableState } from './dataset-log.js';
import {
  accountSql,
  fromOwned,
  makeOwners,
  ownerSql,
  partitionName,
  yearSql,
  type Partition,
} from './partitions.js';
import type { DatasetStorage } from './storage.js';
import { createShapeSql, fromFile, isLedger, UNKEPT_ROWS, type TableShape } from './table-shape.js';

/** DuckDB gives rows of a transaction that is not committed numbers from here on. */
export const UNCOMMITTED_ROWS = '36028797018960000';

/** Where it is, so are the other tables of the ledger. */
const LEDGER_VERSION = 'flexetl_migrations';

/** What a partition holds, in few words: rows, and a digest of them that no order changes. */
export interface PartitionSum extends Partition {
  readonly rows: number;
  readonly digest: string;
  /** The same of the rows that were there before the transaction. */
  readonly oldRows: number;
  readonly oldDigest: string;
  /** Accounts of statements, where they are not that of the rows. */
  readonly owners: readonly string[];
}

export type Sums = ReadonlyMap<string, PartitionSum>;

export class WorkingCopy {
  /** By table: paths of the files of which it has the rows. */
  private readonly present = new Map<string, Set<string>>();
  /** By table, what its partitions hold; absent where that must be asked for. */
  private readonly sums = new Map<string, Sums>();
  /** By table, partitions of which files hold rows that belong elsewhere by now. */
  private readonly drifted = new Map<string, Map<string, Partition>>();
  /** Files that were read in by the transaction that is open. */
  private pending: { readonly table: string; readonly path: string }[] = [];

  constructor(
    private readonly engine: SqlEngine,
    private readonly storage: DatasetStorage,
    readonly state: DatasetState,
  ) {}

  /** Makes all tables, and reads the ledger in. */
  async open(): Promise<void> {
    await this.renew(this.state.tables.keys());
  }

  /** Makes tables anew, as the state has them now. */
  async renew(tables: Iterable<string>): Promise<void> {
    for (const name of tables) {
      const { shape, files } = this.state.tables.get(name)!;
      this.present.delete(name);
      this.sums.delete(name);
      this.drifted.delete(name);
      await this.engine.run(`DROP TABLE IF EXISTS ${this.nameOf(name)}`);
      await this.engine.run(createShapeSql(this.nameOf(name), shape));
      if (isLedger(name)) await this.readIn(name, [...files.values()]);
      if (name === LEDGER_VERSION) await this.makeUnkept();
    }
  }

  /** What the ledger has beside tables that are kept. */
  private async makeUnkept(): Promise<void> {
    for (const table of UNKEPT_ROWS) {
      await this.engine.run(`DROP TABLE IF EXISTS ${this.nameOf(table)}`);
      await this.engine.run(ledgerTableSql(table, this.engine.schema));
    }
  }

  table(name: string): TableState | undefined {
    return this.state.tables.get(name);
  }

  /** The files of a table of which it has no rows. */
  absent(name: string): DataFile[] {
    const there = this.present.get(name);
    const files = [...(this.table(name)?.files.values() ?? [])];
    return there === undefined ? files : files.filter(({ path }) => !there.has(path));
  }

  /** The files of a partition. @param which those of which it has the rows, or all */
  filesIn(name: string, partition: Partition, which: 'present' | 'all'): DataFile[] {
    const there = this.present.get(name);
    const wanted = partitionName(partition);
    return [...(this.table(name)?.files.values() ?? [])].filter(
      (file) =>
        partitionName(file) === wanted && (which === 'all' || there?.has(file.path) === true),
    );
  }

  /**
   * Reads rows in; `makeOwners` comes before.
   * @param uncommitted whether a transaction is open that may be undone
   */
  async readIn(name: string, files: readonly DataFile[], uncommitted = false): Promise<void> {
    if (files.length === 0) return;
    const { engine } = this;
    const { shape } = this.table(name)!;
    const columns = shape.columns.map((column) => quote(column.name)).join(', ');
    for (const [has, same] of byColumns(files)) {
      for (const some of this.portions(same)) {
        await this.reading(name, some, '', (relation) =>
          engine.run(
            `INSERT INTO ${this.nameOf(name)} (${columns})
             SELECT ${fromFile(shape, has)} FROM ${relation}`,
          ),
        );
      }
    }
    const there = this.present.get(name) ?? new Set();
    this.present.set(name, there);
    for (const { path } of files) {
      there.add(path);
      if (uncommitted) this.pending.push({ table: name, path });
    }
    this.sums.delete(name);
    if (shape.levels.year?.of === 'window end') await this.findDrift(name, files);
  }

  /** The files in portions, of which each has room on this machine. */
  portions(files: readonly DataFile[]): DataFile[][] {
    const portions: DataFile[][] = [];
    let bytes = Infinity;
    for (const file of files) {
      bytes += file.bytes;
      if (bytes > this.storage.atOnce || portions.length === 0) {
        portions.push([]);
        ({ bytes } = file);
      }
      portions.at(-1)!.push(file);
    }
    return portions;
  }

  /**
   * Has files where DuckDB can read them for as long as `use` takes.
   * @param use gets the SQL of their rows, and the file of each path
   */
  async reading<T>(
    name: string,
    files: readonly DataFile[],
    options: string,
    use: (relation: string, fileAt: ReadonlyMap<string, DataFile>) => Promise<T>,
  ): Promise<T> {
    const keys = files.map(({ path }) => `${name}/${path}`);
    const paths = await this.storage.fetch(keys);
    try {
      const list = paths.map(quoteLiteral).join(', ');
      const fileAt = new Map(files.map((file, index) => [paths[index]!, file]));
      return await use(`read_parquet([${list}], hive_partitioning = false${options})`, fileAt);
    } finally {
      await this.storage.release(keys);
    }
  }

  /** Sees to it that the sums of what was read in are known, before a transaction changes it. */
  async sumUp(): Promise<void> {
    const unknown = [...this.present.keys()].filter((name) => !this.sums.has(name));
    if (unknown.length === 0) return;
    await makeOwners(this.engine);
    for (const name of unknown) {
      this.sums.set(name, await this.sumsOf(name, this.table(name)!.shape));
    }
  }

  /** What the partitions of a table held before the transaction. */
  before(name: string): Sums {
    return this.sums.get(name) ?? new Map<string, never>();
  }

  mustRewrite(name: string): ReadonlyMap<string, Partition> {
    return this.drifted.get(name) ?? new Map<string, never>();
  }

  /** Those of the tables that have rows now: a sum over none takes as long as one over a thousand. */
  async notEmpty(names: readonly string[]): Promise<Set<string>> {
    if (names.length === 0) return new Set();
    const looks = names.map(
      (name) => `SELECT ${quoteLiteral(name)} AS name WHERE EXISTS (FROM ${this.nameOf(name)})`,
    );
    const rows = await this.engine.rows(looks.join(' UNION ALL '));
    return new Set(rows.map((row) => row['name']!));
  }

  /** What the partitions of a table hold now; `makeOwners` comes before. */
  async sumsOf(name: string, shape: TableShape): Promise<Sums> {
    const rows = await this.engine.rows(
      `SELECT account, year, count(*) AS n, CAST(sum(h) AS VARCHAR) AS digest,
         count(*) FILTER (old) AS old_n, CAST(sum(h) FILTER (old) AS VARCHAR) AS old_digest,
         string_agg(DISTINCT owner, chr(31)) AS owners
       FROM (SELECT ${accountSql(shape)} AS account, ${yearSql(shape)} AS year,
           hash(${tellingColumns(shape).join(', ')}) AS h, t.rowid < ${UNCOMMITTED_ROWS} AS old,
           ${ownerSql(shape)} AS owner
         FROM ${fromOwned(name, shape, this.nameOf(name))})
       GROUP BY account, year`,
    );
    const sums = rows.map((row): PartitionSum => ({
      ...(row['account'] == null ? {} : { account: row['account'] }),
      ...(row['year'] == null ? {} : { year: row['year'] }),
      rows: Number(row['n']),
      digest: row['digest']!,
      oldRows: Number(row['old_n']),
      oldDigest: row['old_digest'] ?? '',
      owners: row['owners']?.split('\u001f') ?? [],
    }));
    return new Map(sums.map((sum) => [partitionName(sum), sum]));
  }

  /** The changes were committed, in the dataset and here. */
  committed(changes: Readonly<Record<string, TableChange>>, sums: ReadonlyMap<string, Sums>): void {
    this.pending = [];
    for (const [name, { add, remove }] of Object.entries(changes)) {
      const there = this.present.get(name) ?? new Set();
      this.present.set(name, there);
      for (const { path } of remove) there.delete(path);
      for (const { path } of add) there.add(path);
      this.drifted.delete(name);
    }
    for (const [name, after] of sums) this.sums.set(name, after);
  }

  /** The transaction that was open has been undone. */
  undone(): void {
    for (const { table, path } of this.pending) {
      this.present.get(table)?.delete(path);
      this.sums.delete(table);
    }
    this.pending = [];
  }

  nameOf(table: string): string {
    return `${this.engine.schema}.${quote(table)}`;
  }

  /**
   * The end of a statement's window may be read as another day than when a file was written (an
   * ambiguous date). Its rows then belong to another partition than their file, and both are to be
   * written anew.
   */
  private async findDrift(name: string, files: readonly DataFile[]): Promise<void> {
    const { shape } = this.table(name)!;
    for (const file of files) {
      const rows = await this.reading(name, [file], '', (relation) =>
        this.engine.rows(
          `SELECT DISTINCT ${yearSql(shape)} AS year FROM ${fromOwned(name, shape, relation)}`,
        ),
      );
      const strange = rows.filter(({ year }) => year !== file.year);
      if (strange.length === 0) continue;
      const drifted = this.drifted.get(name) ?? new Map<string, Partition>();
      this.drifted.set(name, drifted);
      const account = file.account === undefined ? {} : { account: file.account };
      for (const year of [file.year!, ...strange.map((row) => row['year']!)]) {
        const partition = { ...account, year };
        drifted.set(partitionName(partition), partition);
      }
    }
  }
}

/**
 * The columns that tell whether a row is the same as before. Of a row of a report its lineage
 * does: whatever a load puts in its place has another statement or another load.
 */
function tellingColumns({ columns, key }: TableShape): string[] {
  const names = columns.map(({ name }) => name);
  const telling = names.includes('_row_key')
    ? [...new Set([...key, '_statement_id', '_load_id', '_row_number', '_generated_at'])]
    : names;
  return telling.filter((name) => names.includes(name)).map((name) => `t.${quote(name)}`);
}

function byColumns(files: readonly DataFile[]): Map<number, DataFile[]> {
  const groups = new Map<number, DataFile[]>();
  for (const file of files) groups.set(file.columns, [...(groups.get(file.columns) ?? []), file]);
  return groups;
}
