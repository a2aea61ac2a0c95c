/**
 * Reading a dataset: a DuckDB database in memory, with the tables that the log names. For a user's SQL
 * it is closed to everything else; for a comparison rows can be staged beside the tables.
 */
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteLiteral, SQL_DIALECTS } from '../../catalog/sql.js';
import { DuckdbEngine } from '../duckdb/engine.js';
import { openDatabaseFile } from '../duckdb/open.js';
import { DuckdbText } from '../duckdb/query-cells.js';
import { DuckdbQuery } from '../duckdb/query.js';
import { memoryLimits, type DuckdbSettings } from '../duckdb/settings.js';
import { noDatabase, type QueryableDestination } from '../query.js';
import type { SqlEngine, SqlValue } from '../sql/engine.js';
import { allViews, canBeMade, defineView } from '../sql/schema/view-text.js';
import { readState, type DatasetState } from './dataset-log.js';
import { hasDataset, makeFolder, openStorage, type PlaceOptions } from './place.js';
import { ShownTables } from './shown-tables.js';
import type { DatasetStorage } from './storage.js';

const SCHEMA = 'main';

export interface ReadingOptions extends PlaceOptions {
  readonly memoryLimit?: string | undefined;
}

/**
 * @param timezone in which timestamps are shown and cast
 * @throws FlexError FLEX_CONFIG where there is no dataset
 */
export function openParquetQuery(
  path: string,
  timezone: string,
  options: ReadingOptions = {},
): Promise<QueryableDestination> {
  return inFolder(path, options, (dataset) => openQuery(dataset, timezone, settingsOf(options)));
}

/** @throws FlexError FLEX_CONFIG where there is no dataset */
export function openParquetReading(path: string, options: ReadingOptions = {}): Promise<SqlEngine> {
  return inFolder(path, options, async (dataset) => {
    const engine = new ComparingEngine(dataset, settingsOf(options));
    try {
      await engine.prepare();
      return engine;
    } catch (thrown) {
      await engine.close();
      throw thrown;
    }
  });
}

interface OpenedDataset {
  readonly storage: DatasetStorage;
  readonly state: DatasetState;
  readonly tables: ShownTables;
  /** Of this machine, for what is fetched or does not fit into memory; to be removed. */
  readonly folder: string;
}

async function inFolder<T>(
  path: string,
  place: PlaceOptions,
  open: (dataset: OpenedDataset) => Promise<T>,
): Promise<T> {
  const folder = await makeFolder();
  try {
    const storage = await openStorage(path, folder, place);
    if (!(await hasDataset(storage))) throw noDatabase(path);
    const state = await readState(storage);
    return await open({ storage, state, tables: new ShownTables(storage, state), folder });
  } catch (thrown) {
    await rm(folder, { recursive: true, force: true });
    throw thrown;
  }
}

function settingsOf({ memoryLimit }: ReadingOptions): DuckdbSettings {
  return { wait: undefined, memoryLimit };
}

async function openQuery(
  { storage, state, tables, folder }: OpenedDataset,
  timezone: string,
  settings: DuckdbSettings,
): Promise<QueryableDestination> {
  const { instance, connection } = await openDatabaseFile(':memory:', {
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
    temp_directory: join(folder, 'spilled'),
    ...memoryLimits(settings),
  });
  const views = namedViews(state);
  const names = await tables.openNames(views);
  const query = new DuckdbQuery(storage.name, instance, connection, new DuckdbText(timezone), {
    // What may be read could be written over otherwise.
    selectsOnly: true,
    before: async (sql) => {
      const shown = await tables.show(names?.in(sql) ?? []);
      for (const each of shown) await connection.run(each);
    },
    closed: () => {
      names?.close();
      return rm(folder, { recursive: true, force: true });
    },
  });
  try {
    for (const sql of await tables.definitions(views)) await connection.run(sql);
    await connection.run(`SET allowed_directories = [${quoteLiteral(storage.directory)}]`);
    await connection.run('SET enable_external_access = false');
    await connection.run(`SET TimeZone = ${quoteLiteral(timezone)}`);
    await connection.run('SET lock_configuration = true');
    return query;
  } catch (thrown) {
    await query.close();
    throw thrown;
  }
}

/** A database in memory; what does not fit goes to a folder of its own. */
class ComparingEngine extends DuckdbEngine {
  constructor(
    private readonly dataset: OpenedDataset,
    settings: DuckdbSettings,
  ) {
    super(dataset.storage.name, ':memory:', { access_mode: 'READ_ONLY' }, settings);
  }

  async prepare(): Promise<void> {
    const spilled = join(this.dataset.folder, 'spilled');
    await mkdir(spilled);
    await super.run(`SET temp_directory = ${quoteLiteral(spilled)}`);
    for (const sql of await this.dataset.tables.definitions()) await super.run(sql);
  }

  override async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    await this.show(sql);
    return super.run(sql, parameters);
  }

  override async rows(
    sql: string,
    parameters: readonly SqlValue[] = [],
  ): Promise<Record<string, string | null>[]> {
    await this.show(sql);
    return super.rows(sql, parameters);
  }

  override async begin(): Promise<void> {
    await super.begin();
    this.dataset.tables.begun();
  }

  override async rollback(): Promise<void> {
    await super.rollback();
    this.dataset.tables.undone();
  }

  override interrupt(): void {
    this.dataset.storage.interrupt();
    super.interrupt();
  }

  override async close(): Promise<void> {
    await super.close();
    await rm(this.dataset.folder, { recursive: true, force: true });
  }

  private async show(sql: string): Promise<void> {
    const names = [...sql.matchAll(NAMED)].map(([, quoted, plain]) => (quoted ?? plain)!);
    for (const each of await this.dataset.tables.show(names)) await super.run(each);
  }
}

/** A table as an engine's SQL names it. */
const NAMED = /"main"\.(?:"([^"]+)"|(\w+))/g;

/** The views that every database has, as far as their tables are there. */
function namedViews({ tables }: DatasetState): string[] {
  const present = new Map([...tables].map(([name, { shape }]) => [name, shape.columns]));
  return allViews()
    .filter((view) => canBeMade(view, present) && !present.has(view.name))
    .flatMap((view) => defineView(view, SCHEMA, SQL_DIALECTS.duckdb, present).statements);
}
