/**
 * The temporary tables of a transaction: how they are made and dropped. On Postgres each goes
 * with its transaction, also where that is committed: behind a pooler the next transaction of
 * the same connection is another client's. What they hold is the business of those who make them.
 */
import type { SqlEngine } from './engine.js';

/**
 * Makes a temporary table of the rows of a query, in the place of one of that name.
 * @param name ours alone: it begins with `flexetl_` and needs no quotes
 */
export async function makeTemporary(
  engine: SqlEngine,
  name: string,
  select: string,
): Promise<void> {
  await dropTemporary(engine, name);
  // DuckDB knows no ON COMMIT DROP; nobody else has a connection of ours to it.
  const until = engine.dialect === 'postgres' ? 'ON COMMIT DROP ' : '';
  await engine.run(`CREATE TEMPORARY TABLE ${name} ${until}AS ${select}`);
}

/** Drops it where it is there: never a table of that name in a schema of somebody else. */
export async function dropTemporary(engine: SqlEngine, name: string): Promise<void> {
  const schema = engine.dialect === 'postgres' ? 'pg_temp' : 'temp';
  await engine.run(`DROP TABLE IF EXISTS ${schema}.${name}`);
}
