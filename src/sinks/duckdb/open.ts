/**
 * Opens a DuckDB file so that names in SQL mean what they say, whatever the file is called. What is
 * done with it is duckdb.ts and duckdb-query.ts.
 */
import { basename } from 'node:path';
import { DuckDBInstance, type DuckDBConnection } from './driver.js';

export interface OpenedFile {
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
}

/**
 * DuckDB names a database after its file, and these are names of its schemas and of databases of
 * its own: in `main.duckdb`, `main.trades` could be either.
 */
const TAKEN: ReadonlySet<string> = new Set([
  'main',
  'temp',
  'system',
  'information_schema',
  'pg_catalog',
]);
/** What such a database is called in place of that. */
const NAME = 'flexetl';

/**
 * @param path absolute, or `:memory:`
 * @param settings of DuckDB's, access_mode among them
 * @throws Error of DuckDB
 */
export async function openDatabaseFile(
  path: string,
  { access_mode: access, ...settings }: Readonly<Record<string, string>>,
): Promise<OpenedFile> {
  const taken = TAKEN.has(nameOf(path));
  const mode = access === undefined || taken ? {} : { access_mode: access };
  const instance = await DuckDBInstance.create(taken ? ':memory:' : path, { ...mode, ...settings });
  try {
    const connection = await instance.connect();
    if (taken) {
      // As it is for a file that is opened itself.
      await connection.run(`SET temp_directory = ${literal(`${path}.tmp`)}`);
      const reads = access === 'READ_ONLY' ? ' (READ_ONLY)' : '';
      await connection.run(`ATTACH ${literal(path)} AS ${NAME}${reads}`);
      await connection.run(`USE ${NAME}`);
    }
    return { instance, connection };
  } catch (thrown) {
    instance.closeSync();
    throw thrown;
  }
}

/** As DuckDB makes it of a path: what stands before the first point of the file's name. */
function nameOf(path: string): string {
  const [name = ''] = basename(path)
    .split('.')
    .filter((part) => part !== '');
  return name.toLowerCase();
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
