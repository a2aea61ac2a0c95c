/**
 * Makes a DuckDB file where there is none: aside, and under its name only when it is whole. DuckDB
 * itself makes the file first and fills it then; a kill in between would leave one that is no
 * database, and no later load could use it.
 */
import { link } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { asidePath, clearLeftovers, removeAside } from './aside.js';

/**
 * Makes an empty database. One that another process makes in the same moment is left alone.
 *
 * Never throws: where it cannot be done (a directory that is missing, a file system without hard
 * links), DuckDB makes the file when it is opened, or says what is in the way.
 */
export async function makeDatabase(path: string): Promise<void> {
  const aside = asidePath(path);
  try {
    await clearLeftovers(path);
    const instance = await DuckDBInstance.create(aside);
    instance.closeSync();
    await link(aside, path);
  } catch {
    // Told by whoever opens the file.
  } finally {
    await removeAside(aside).catch(() => undefined);
  }
}
