/**
 * The driver of DuckDB: all of src/ has it from here. It opens a file so that names in SQL mean what
 * they say, whatever the file is called, and reads every text as it is. What is done with a file is
 * engine.ts and query.ts.
 */
import { basename } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBResult } from '@duckdb/node-api';
import accessors from '@duckdb/node-api/lib/vectors/dataAccessors.js';
import { quoteLiteral } from '../../catalog/sql.js';

export type { DuckDBConnection, DuckDBInstance, DuckDBResult };

// Its decoder takes U+FEFF at the beginning of a text for a byte order mark and drops it: an
// account or a description would come back shorter than it is stored. The driver has no setting
// for it, but its decoder can be replaced.
Object.assign(accessors, { textDecoder: new TextDecoder('utf-8', { ignoreBOM: true }) });

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
      await connection.run(`SET temp_directory = ${quoteLiteral(`${path}.tmp`)}`);
      const reads = access === 'READ_ONLY' ? ' (READ_ONLY)' : '';
      await connection.run(`ATTACH ${quoteLiteral(path)} AS ${NAME}${reads}`);
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
