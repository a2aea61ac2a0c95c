/**
 * The only place that imports the DuckDB driver. Opens a file so that names in SQL are unambiguous,
 * whatever the file is called, and every text is read unchanged. What is done with a file is
 * engine.ts and query.ts.
 */
import { basename } from 'node:path';
import {
  DuckDBInstance,
  StatementType,
  type DuckDBConnection,
  type DuckDBResult,
} from '@duckdb/node-api';
import accessors from '@duckdb/node-api/lib/vectors/dataAccessors.js';
import { quoteIdentifier, quoteLiteral } from '../../catalog/sql.js';

export { StatementType };
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
  'memory',
  'temp',
  'system',
  'information_schema',
  'pg_catalog',
]);
/** What such a database is called in place of that. */
const NAME = 'flexetl';

/**
 * How databases of ours are laid out. Of each column of each table that a load touches DuckDB holds
 * blocks in memory, and there are hundreds of columns. Blocks stay what they are in a file; the rows
 * that make a group are to be said each time.
 */
const LAYOUT = 'BLOCK_SIZE 16384, ROW_GROUP_SIZE 16384';

/**
 * @param path absolute, or `:memory:`
 * @param settings of DuckDB's, access_mode among them
 * @throws Error of DuckDB
 */
export async function openDatabaseFile(
  path: string,
  { access_mode: access, ...settings }: Readonly<Record<string, string>>,
): Promise<OpenedFile> {
  const readsOnly = access === 'READ_ONLY';
  if (path !== ':memory:' && !TAKEN.has(nameOf(path)) && readsOnly) {
    return connected(path, { access_mode: access, ...settings }, () => Promise.resolve());
  }
  return connected(':memory:', settings, async (connection) => {
    if (path === ':memory:') return;
    const name = quoteIdentifier(TAKEN.has(nameOf(path)) ? NAME : nameOf(path));
    // As it is for a file that is opened itself.
    await connection.run(`SET temp_directory = ${quoteLiteral(`${path}.tmp`)}`);
    const attach = `ATTACH ${quoteLiteral(path)} AS ${name}`;
    if (readsOnly) await connection.run(`${attach} (READ_ONLY)`);
    else await attachToWrite(connection, attach);
    await connection.run(`USE ${name}`);
  });
}

/** A file that has other blocks was made by others, or long ago, and stays as it is. */
async function attachToWrite(connection: DuckDBConnection, attach: string): Promise<void> {
  try {
    await connection.run(`${attach} (${LAYOUT})`);
  } catch (thrown) {
    if (
      !(thrown instanceof Error) ||
      !/does not match the file's block size/.test(thrown.message)
    ) {
      throw thrown;
    }
    await connection.run(attach);
  }
}

async function connected(
  file: string,
  settings: Readonly<Record<string, string>>,
  prepare: (connection: DuckDBConnection) => Promise<void>,
): Promise<OpenedFile> {
  const instance = await DuckDBInstance.create(file, { ...settings });
  try {
    const connection = await instance.connect();
    await prepare(connection);
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
