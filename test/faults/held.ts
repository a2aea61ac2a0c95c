/**
 * All that a Parquet dataset holds, as one digest for each table, so that two datasets, or one before and
 * after a fault, can be compared. Read by the protocol of Delta.
 */
import { inDelta } from '../sinks/parquet/delta-reader.js';

/** Digest of the rows of each table, without what differs from load to load. */
export type Held = Readonly<Record<string, string>>;

const OF_THE_LOAD = ['_load_id', 'load_id', 'started_at', 'finished_at', 'applied_at', 'input'];

export function held(dataset: string, besides: readonly string[] = []): Promise<Held> {
  const left = [...OF_THE_LOAD, ...besides].map((name) => `'${name}'`).join(', ');
  return inDelta(dataset, async (query) => {
    const digests: Record<string, string> = {};
    for (const { name } of await query(
      'SELECT view_name AS name FROM duckdb_views() WHERE NOT internal',
    )) {
      const [row] = await query(
        `SELECT count(*)::VARCHAR || ' ' || coalesce(md5(string_agg(r, ' ' ORDER BY r)), '') AS digest
         FROM (SELECT CAST(row(COLUMNS(c -> c NOT IN (${left}))) AS VARCHAR) AS r FROM "${name}")`,
      );
      digests[name!] = row!['digest']!;
    }
    return digests;
  });
}
