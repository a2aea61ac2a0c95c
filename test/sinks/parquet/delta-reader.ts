/**
 * A reader of Delta tables that shares no code with the writer: it goes through the log as the
 * protocol says, checks what it finds on the way, and has DuckDB read the files that are left.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';

interface File {
  readonly path: string;
  readonly partitionValues: Readonly<Record<string, string>>;
  readonly size: number;
  readonly stats?: string;
}

interface Action {
  readonly protocol?: { readonly minReaderVersion: number; readonly minWriterVersion: number };
  readonly metaData?: {
    readonly id: string;
    readonly schemaString: string;
    readonly partitionColumns: readonly string[];
  };
  readonly add?: File;
  readonly remove?: Omit<File, 'stats'>;
}

export interface Field {
  readonly name: string;
  readonly type: string;
}

/** A table as its log has it. */
export interface DeltaTable {
  readonly name: string;
  readonly version: number;
  readonly fields: readonly Field[];
  readonly partitions: readonly string[];
  readonly files: readonly { readonly path: string; readonly file: File }[];
}

export type Texts = Readonly<Record<string, string | null>>;

/** All tables of a dataset. @throws Error where a log breaks the protocol */
export function deltaTables(dataset: string): DeltaTable[] {
  if (!existsSync(dataset)) return [];
  return (
    readdirSync(dataset)
      // Where a writer was killed before the first of a log, there is no table yet.
      .filter((name) => existsSync(join(dataset, name, '_delta_log/00000000000000000000.json')))
      .map((name) => deltaTable(join(dataset, name), name))
  );
}

function deltaTable(folder: string, name: string): DeltaTable {
  const log = join(folder, '_delta_log');
  const names = readdirSync(log).filter((each) => /^\d{20}\.json$/.test(each));
  const files = new Map<string, File>();
  let fields: Field[] = [];
  let partitions: readonly string[] = [];
  for (let version = 0; version < names.length; version += 1) {
    const text = readFileSync(join(log, `${String(version).padStart(20, '0')}.json`), 'utf8');
    const actions = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Action);
    if (version === 0 && !actions.some(({ protocol }) => protocol?.minReaderVersion === 1)) {
      throw new Error(`${name}: no protocol`);
    }
    for (const { metaData, add, remove } of actions) {
      if (metaData !== undefined) {
        const found = (JSON.parse(metaData.schemaString) as { fields: Field[] }).fields;
        const lost = fields.filter((field) => !found.some((now) => isSame(now, field)));
        if (lost.length > 0) throw new Error(`${name}: ${lost[0]!.name} is gone or another`);
        ({ partitionColumns: partitions } = metaData);
        fields = found;
      }
      if (remove !== undefined && !files.delete(remove.path)) {
        throw new Error(`${name}: ${remove.path} is removed and was not there`);
      }
      if (add === undefined) continue;
      if (files.has(add.path)) throw new Error(`${name}: ${add.path} is added twice`);
      files.set(add.path, add);
    }
  }
  return {
    name,
    version: names.length - 1,
    fields,
    partitions,
    files: [...files.values()].map((file) => {
      const path = join(folder, decodeURIComponent(file.path));
      if (statSync(path).size !== file.size) throw new Error(`${path} has another size`);
      return { path, file };
    }),
  };
}

const isSame = (one: Field, other: Field): boolean =>
  one.name === other.name && one.type === other.type;

/** Asks SQL of all tables of a dataset, which are views there; in UTC. */
export async function inDelta<T>(
  dataset: string,
  use: (query: (sql: string) => Promise<Texts[]>) => Promise<T>,
): Promise<T> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const query = async (sql: string): Promise<Texts[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects() as unknown as Texts[];
  try {
    await connection.run(`SET TimeZone = 'UTC'`);
    for (const table of deltaTables(dataset)) {
      await connection.run(`CREATE VIEW "${table.name}" AS ${rowsOf(table)}`);
      const [row] = await query(`SELECT count(*)::VARCHAR AS n FROM "${table.name}"`);
      if (Number(row!['n']) !== told(table)) throw new Error(`${table.name} has ${row!['n']} rows`);
    }
    return await use(query);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** What a column is that a file lacks: files hold no partitions, and older ones fewer columns. */
function rowsOf({ fields, files }: DeltaTable): string {
  const names = fields.map(({ name }) => `"${name}"`).join(', ');
  const none = `SELECT ${fields.map(({ name }) => `NULL AS "${name}"`).join(', ')} WHERE FALSE`;
  if (files.length === 0) return none;
  const selects = files.map(({ path, file }) => {
    const values = Object.entries(file.partitionValues).map(
      ([name, value]) => `nullif(${quoted(value)}, '') AS "${name}"`,
    );
    return `SELECT ${['*', ...values].join(', ')} FROM read_parquet(${quoted(path)}, hive_partitioning = false)`;
  });
  return `SELECT ${names} FROM (${[none, ...selects].join(' UNION ALL BY NAME ')})`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** How many rows the log says that a table has. */
function told({ files }: DeltaTable): number {
  const counts = files.map(({ file }) => {
    return (JSON.parse(file.stats ?? '{}') as { numRecords: number }).numRecords;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}
