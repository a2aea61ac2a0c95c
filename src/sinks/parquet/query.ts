/**
 * Reading a dataset: a DuckDB database in memory, with a view for each table over the files that the log
 * names. For a user's SQL it is closed to everything else; for a comparison rows can be staged beside
 * the views.
 */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { quoteIdentifier as quote, quoteLiteral, SQL_DIALECTS } from '../../catalog/sql.js';
import { makeSpoolFolder } from '../../files/spool.js';
import { DuckdbEngine } from '../duckdb/engine.js';
import { openDatabaseFile } from '../duckdb/open.js';
import { DuckdbText } from '../duckdb/query-cells.js';
import { DuckdbQuery } from '../duckdb/query.js';
import { memoryLimits, type DuckdbSettings } from '../duckdb/settings.js';
import { noDatabase, type QueryableDestination } from '../query.js';
import type { SqlEngine } from '../sql/engine.js';
import { allViews, canBeMade, defineView } from '../sql/schema/view-text.js';
import { LOG_FOLDER, type DataFile, type DatasetState, type TableState } from './dataset-log.js';
import { openDataset } from './open.js';
import type { DatasetStorage } from './storage.js';
import { fromFile } from './table-shape.js';

const SCHEMA = 'main';

/**
 * @param timezone in which timestamps are shown and cast
 * @throws FlexError FLEX_CONFIG where there is no dataset
 */
export async function openParquetQuery(
  path: string,
  timezone: string,
  memoryLimit: string | undefined,
): Promise<QueryableDestination> {
  const { storage, state } = await openMade(path);
  const folder = await makeSpoolFolder();
  const { instance, connection } = await openDatabaseFile(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: folder,
    ...memoryLimits(settingsOf(memoryLimit)),
  });
  const query = new DuckdbQuery(storage.name, instance, connection, new DuckdbText(timezone), {
    // What may be read could be written over otherwise.
    selectsOnly: true,
    closed: () => rm(folder, { recursive: true, force: true }),
  });
  try {
    for (const sql of viewsOf(storage, state)) await connection.run(sql);
    for (const sql of namedViews(state)) await connection.run(sql);
    await connection.run(`SET allowed_directories = [${quoteLiteral(resolve(path))}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run(`SET TimeZone = ${quoteLiteral(timezone)}`);
    await connection.run('SET lock_configuration = true');
    return query;
  } catch (thrown) {
    await query.close();
    throw thrown;
  }
}

/** @throws FlexError FLEX_CONFIG where there is no dataset */
export async function openParquetReading(
  path: string,
  memoryLimit: string | undefined,
): Promise<SqlEngine> {
  const { storage, state } = await openMade(path);
  const engine = new ComparingEngine(
    storage.name,
    await makeSpoolFolder(),
    settingsOf(memoryLimit),
  );
  try {
    await engine.show(viewsOf(storage, state));
    return engine;
  } catch (thrown) {
    await engine.close();
    throw thrown;
  }
}

function openMade(path: string): ReturnType<typeof openDataset> {
  if (!existsSync(join(path, LOG_FOLDER))) throw noDatabase(path);
  return openDataset(path);
}

function settingsOf(memoryLimit: string | undefined): DuckdbSettings {
  return { wait: undefined, memoryLimit };
}

/** A database in memory; what does not fit goes to a folder of its own. */
class ComparingEngine extends DuckdbEngine {
  constructor(
    name: string,
    private readonly folder: string,
    settings: DuckdbSettings,
  ) {
    super(name, ':memory:', { access_mode: 'READ_ONLY' }, settings);
  }

  async show(views: readonly string[]): Promise<void> {
    await this.run(`SET temp_directory = ${quoteLiteral(this.folder)}`);
    for (const sql of views) await this.run(sql);
  }

  override async close(): Promise<void> {
    await super.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** The tables, as views. */
function viewsOf(storage: DatasetStorage, { tables }: DatasetState): string[] {
  return [...tables].map(([name, table]) => {
    return `CREATE VIEW ${SCHEMA}.${quote(name)} AS ${rowsOf(storage, name, table)}`;
  });
}

/** Files that have fewer columns were written before the table had more. */
function rowsOf(storage: DatasetStorage, name: string, { shape, files }: TableState): string {
  const groups = new Map<number, DataFile[]>();
  for (const file of files.values()) {
    groups.set(file.columns, [...(groups.get(file.columns) ?? []), file]);
  }
  if (groups.size === 0) {
    const nulls = fromFile(shape, 0);
    return `SELECT ${nulls} WHERE FALSE`;
  }
  const selects = [...groups].map(([has, some]) => {
    const paths = some.map(({ path }) => quoteLiteral(storage.pathOf(`${name}/${path}`)));
    return `SELECT ${fromFile(shape, has)} FROM read_parquet([${paths.join(', ')}], hive_partitioning = false)`;
  });
  return selects.join(' UNION ALL ');
}

/** The views that every database has, as far as their tables are there. */
function namedViews({ tables }: DatasetState): string[] {
  const present = new Map([...tables].map(([name, { shape }]) => [name, shape.columns]));
  return allViews()
    .filter((view) => canBeMade(view, present) && !present.has(view.name))
    .flatMap((view) => defineView(view, SCHEMA, SQL_DIALECTS.duckdb, present).statements);
}
