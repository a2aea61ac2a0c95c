import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { openDuckdb } from '../../../src/sinks/duckdb/engine.js';
import { ELEMENTS } from '../batches.js';
import { describeSinkContract, type Place, type SeenRow } from '../contract.js';
import { seenRow } from '../stored.js';

const fileOf = (place: Place): string => join(place.directory, `${place.label}.duckdb`);

/** Every row of the contract's tables; opened anew, as somebody else would. */
async function readBack(place: Place): Promise<SeenRow[]> {
  if (!existsSync(fileOf(place))) return [];
  const instance = await DuckDBInstance.create(fileOf(place));
  const connection = await instance.connect();
  const query = async (sql: string): Promise<Record<string, string | null>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjects() as Record<string, string | null>[];
  await connection.run(`SET TimeZone = 'UTC'`);
  const tables = (await query('SHOW TABLES')).map((row) => row['name']);
  const rows: SeenRow[] = [];
  for (const element of ELEMENTS.filter(({ table }) => tables.includes(table))) {
    for (const row of await query(`SELECT COLUMNS(*)::VARCHAR FROM "${element.table}"`)) {
      rows.push(seenRow(element, row));
    }
  }
  connection.closeSync();
  instance.closeSync();
  return rows;
}

describeSinkContract(
  'duckdb',
  (place, options) => openDuckdb(fileOf(place), options, '0.0.0'),
  readBack,
  { lasting: true, ordered: false },
);
