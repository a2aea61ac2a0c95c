import { tableColumns } from '../../../src/catalog/table-columns.js';
import { openPostgres, PostgresEngine } from '../../../src/sinks/postgres/engine.js';
import { parsePostgresUrl } from '../../../src/sinks/postgres/url.js';
import { SqlSink } from '../../../src/sinks/sql/sink.js';
import { sharedDatabase } from '../../postgres/database.js';
import { ELEMENTS } from '../batches.js';
import { describeSinkContract, type Place, type SeenRow } from '../contract.js';
import { seenRow } from '../stored.js';

const database = sharedDatabase();
/** A schema for each place: a fresh destination at no cost. */
const urlOf = (place: Place): string => `${database().url}?schema=${place.label}`;

/** Every row of the contract's tables, as Postgres prints them. */
async function readBack(place: Place): Promise<SeenRow[]> {
  const query = async (sql: string): Promise<Record<string, string | null>[]> =>
    (await database().query(sql)) as Record<string, string | null>[];
  const tables = (
    await query(`SELECT tablename FROM pg_tables WHERE schemaname = '${place.label}'`)
  ).map((row) => row['tablename']);
  const rows: SeenRow[] = [];
  for (const element of ELEMENTS.filter(({ table }) => tables.includes(table))) {
    const texts = tableColumns(element).map(({ name }) => `"${name}"::text`);
    const sql = `SELECT ${texts.join(', ')} FROM ${place.label}."${element.table}"`;
    for (const row of await query(sql)) rows.push(seenRow(element, row));
  }
  return rows;
}

describeSinkContract(
  'postgres',
  (place, options) => openPostgres(urlOf(place), options, '0.0.0'),
  readBack,
  { lasting: true, ordered: false },
);

/** As where rows cannot go straight into their tables. */
class Staging extends PostgresEngine {
  override get direct(): undefined {
    return undefined;
  }
}

describeSinkContract(
  'postgres, by staging',
  async (place, options) => {
    const engine = new Staging(parsePostgresUrl(urlOf(place)), options.onWait);
    await engine.connect();
    return new SqlSink(engine, options, '0.0.0');
  },
  readBack,
  { lasting: true, ordered: false },
);
