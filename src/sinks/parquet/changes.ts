/**
 * What a transaction has changed in the working copy, as files: of a partition that has only got new
 * rows a file of these, of any other a file of all its rows, in the place of those that it had. Files
 * are written here and named by their content; that they become part of the dataset is the log.
 */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalog } from '../../catalog/catalog.js';
import { quoteIdentifier as quote, quoteLiteral } from '../../catalog/sql.js';
import type { SqlEngine } from '../sql/engine.js';
import { AtOnce } from './at-once.js';
import type { DataFile, TableChange } from './dataset-log.js';
import { folderOf, fromOwned, isIn, makeOwners, type Partition } from './partitions.js';
import { MOST_FILES } from './read-in.js';
import type { DatasetStorage } from './storage.js';
import {
  findTables,
  newShape,
  toFile,
  UNKEPT_ROWS,
  widened,
  type FoundTable,
  type TableShape,
} from './table-shape.js';
import {
  UNCOMMITTED_ROWS,
  type PartitionSum,
  type Sums,
  type WorkingCopy,
} from './working-copy.js';

/** A reader skips as many by their statistics; DuckDB holds as many of each column while it writes. */
const ROWS_IN_GROUP = 20_480;

export interface Changes {
  readonly tables: Readonly<Record<string, TableChange>>;
  /** By table, what its partitions hold now. */
  readonly sums: ReadonlyMap<string, Sums>;
}

/** Files on their way to their place: as many more are being written than a disk or a store delays. */
const MOST_ON_THEIR_WAY = 4;

export class ChangeWriter {
  private files = 0;
  private underWay = new AtOnce(MOST_ON_THEIR_WAY);

  constructor(
    private readonly engine: SqlEngine,
    private readonly copy: WorkingCopy,
    private readonly storage: DatasetStorage,
    private readonly options: {
      readonly catalog: Catalog;
      /** For files on their way. */
      readonly folder: string;
    },
  ) {}

  /**
   * When it resolves, all files are where they belong.
   * @param touched tables that the transaction may have changed
   */
  async write(touched: Iterable<string>): Promise<Changes> {
    this.underWay = new AtOnce(MOST_ON_THEIR_WAY);
    try {
      return await this.writeAll(touched);
    } finally {
      await this.underWay.settled();
    }
  }

  private async writeAll(touched: Iterable<string>): Promise<Changes> {
    const kept = [...touched].filter((name) => !UNKEPT_ROWS.has(name)).sort();
    const tables: Record<string, TableChange> = {};
    const sums = new Map<string, Sums>();
    if (kept.length > 0) await makeOwners(this.engine);
    const all = await findTables(this.engine, kept);
    const filled = await this.copy.notEmpty(all.map(({ name }) => name));
    for (const found of all) {
      const known = this.copy.table(found.name);
      const shape = this.shapeOf(found);
      const { add, remove, after } = await this.writeTable(found.name, shape, filled);
      sums.set(found.name, after);
      const reshaped = shape === known?.shape ? {} : { shape };
      if (known !== undefined && shape === known.shape && add.length + remove.length === 0)
        continue;
      tables[found.name] = { version: (known?.version ?? -1) + 1, ...reshaped, add, remove };
    }
    await this.underWay.end();
    return { tables, sums };
  }

  private shapeOf(found: FoundTable): TableShape {
    const { catalog } = this.options;
    const known = this.copy.table(found.name)?.shape;
    if (known === undefined) return newShape(found, catalog.table(found.name));
    return widened(known, found) ?? known;
  }

  private async writeTable(
    name: string,
    shape: TableShape,
    filled: ReadonlySet<string>,
  ): Promise<Pick<TableChange, 'add' | 'remove'> & { after: Sums }> {
    const { copy } = this;
    const before = copy.before(name);
    const after = filled.has(name) ? await copy.sumsOf(name, shape) : new Map<string, never>();
    const drifted = copy.mustRewrite(name);
    const add: DataFile[] = [];
    const remove: DataFile[] = [];
    for (const key of new Set([...before.keys(), ...after.keys(), ...drifted.keys()])) {
      const [was, is] = [before.get(key), after.get(key)];
      const partition = partitionOf(was ?? is ?? drifted.get(key)!);
      const rewritten = drifted.has(key);
      if (!rewritten && was?.rows === is?.rows && was?.digest === is?.digest) continue;
      const replaced = copy.filesIn(name, partition, 'present');
      const grown = !rewritten && hasOnlyGrown(was, is) && replaced.length < MOST_FILES;
      const file = is && (await this.writeFile(name, shape, is, grown));
      const gone = grown ? [] : replaced.filter(({ path }) => path !== file?.path);
      remove.push(...gone);
      const isThere = copy.table(name)?.files.has(file?.path ?? '') === true;
      if (file !== undefined && !isThere) add.push(file);
    }
    return { add, remove, after };
  }

  /** Writes rows of a partition, and puts them where they belong. @param grown only those that are new */
  private async writeFile(
    name: string,
    shape: TableShape,
    sum: PartitionSum,
    grown: boolean,
  ): Promise<DataFile> {
    const { engine, copy, storage, options } = this;
    const partition = partitionOf(sum);
    const local = join(options.folder, `${this.files++}.parquet`);
    const rows = await engine.run(
      `COPY (SELECT ${toFile(shape, 't')} FROM ${fromOwned(name, shape, copy.nameOf(name))}
         WHERE ${isIn(shape, partition)} ${grown ? `AND t.rowid >= ${UNCOMMITTED_ROWS}` : ''}
         ORDER BY ${orderOf(shape)})
       TO ${quoteLiteral(local)}
       (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${ROWS_IN_GROUP})`,
    );
    const days = await this.daysOf(shape, local);
    const path = `${folderOf(shape, partition)}${await digestOf(local)}.parquet`;
    const { size } = await stat(local);
    await this.underWay.begin(() => storage.putFile(`${name}/${path}`, local));
    const { owners } = sum;
    return {
      path,
      ...partition,
      rows,
      bytes: size,
      columns: shape.columns.length,
      ...(owners.length > 0 && { owners }),
      ...(days && { days }),
    };
  }

  private async daysOf({ day, columns }: TableShape, local: string): Promise<DataFile['days']> {
    if (columns.find(({ name }) => name === day)?.type !== 'DATE') return undefined;
    const value = quote(day!);
    const [row] = await this.engine.rows(
      `SELECT CAST(min(${value}) AS VARCHAR) AS first, CAST(max(${value}) AS VARCHAR) AS last,
         count(*) FILTER (${value} IS NULL) AS none
       FROM read_parquet(${quoteLiteral(local)}, hive_partitioning = false)`,
    );
    const { first, last, none } = row!;
    return { first: first ?? '', last: last ?? '', none: Number(none) };
  }
}

function partitionOf({ account, year }: Partition): Partition {
  return { ...(account === undefined ? {} : { account }), ...(year === undefined ? {} : { year }) };
}

/** Whether all rows that were there are there as they were. */
function hasOnlyGrown(was: PartitionSum | undefined, is: PartitionSum | undefined): boolean {
  if (is === undefined) return false;
  return is.oldRows === (was?.rows ?? 0) && is.oldDigest === (was?.digest ?? '');
}

/** By account and day, and then so that the same rows give the same bytes. */
function orderOf({ levels, day, key }: TableShape): string {
  const names = [
    ...(levels.account ? [levels.account.column] : []),
    ...(day === undefined ? [] : [day]),
    ...key,
  ];
  return key.length === 0
    ? 'ALL'
    : [...new Set(names)].map((each) => `t.${quote(each)}`).join(', ');
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex').slice(0, 32);
}
