/**
 * Roles and databases whose settings change how Postgres reads SQL and writes values: what is
 * loaded, compared, told and printed is the same as for a role that has none.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, run, type Ran } from '../commands/run.js';
import { sharedDatabase, type TestRole } from '../postgres/database.js';
import { BEFORE, NEXT, writeInputs } from './inputs.js';
import { load } from './processes.js';
import { storedIn, type Stored } from './stored.js';

const database = sharedDatabase();
const [week, next] = writeInputs(freshFolder(), [BEFORE, NEXT]);

const SQL = `SELECT _generated_at, trade_date, quantity, DATE '2024-03-04' AS day,
  INTERVAL '1 day 2 hours' AS span, '\\x00ff'::bytea AS bytes, 0.1::float8 + 0.2 AS sum,
  'a\\b' AS backslash, 'é' AS letter
  FROM trades ORDER BY _row_key LIMIT 3`;

/** Of a role with a schema of its own. */
async function roleWith(schema: string, settings: readonly string[]): Promise<TestRole> {
  const role = await database().createRole();
  await database().query(`CREATE SCHEMA ${schema} AUTHORIZATION ${role.name}`);
  for (const setting of settings) {
    await database().query(`ALTER ROLE ${role.name} SET ${setting}`);
  }
  return { ...role, url: `${role.url}?schema=${schema}` };
}

const command = (args: readonly string[], url: string): Promise<Ran> =>
  run(args, { env: { FLEXETL_TO: url } });

let stored: Stored;
let printed: string;
beforeAll(async () => {
  const plain = await roleWith('plain', []);
  for (const path of [week!, next!]) {
    const { status, stderr } = await load([path], plain.url);
    expect([status, stderr]).toEqual([0, '']);
  }
  stored = await storedIn(database(), { schema: 'plain' });
  const { status, stdout } = await command(['query', SQL, '--json'], plain.url);
  printed = stdout;
  expect([status, (JSON.parse(printed) as unknown[]).length]).toEqual([0, 3]);
});

describe('a role', () => {
  it.each<[string, string, readonly string[]]>([
    ['of an empty search_path', 'pathless', [`search_path = ''`]],
    ['that quotes all identifiers', 'quoted', ['quote_all_identifiers = on']],
    [
      'that writes and reads everything otherwise',
      'otherwise',
      [
        `DateStyle = 'SQL, DMY'`,
        `IntervalStyle = 'iso_8601'`,
        `TimeZone = 'Pacific/Auckland'`,
        `timezone_abbreviations = 'India'`,
        `bytea_output = 'escape'`,
        'extra_float_digits = -5',
        'standard_conforming_strings = off',
        'escape_string_warning = off',
        'transform_null_equals = on',
        `client_encoding = 'LATIN1'`,
        `default_transaction_isolation = 'serializable'`,
        'default_transaction_deferrable = on',
        'row_security = off',
      ],
    ],
  ])('%s loads, compares and reads the same', async (_, schema, settings) => {
    const role = await roleWith(schema, settings);
    for (const path of [week!, next!]) {
      const { status, summary, stderr } = await load([path], role.url);
      expect([status, summary.error, stderr]).toEqual([0, undefined, '']);
    }
    expect(await storedIn(database(), { schema })).toEqual(stored);
    expect(await command(['verify', next!], role.url)).toMatchObject({ status: 0, stderr: '' });
    const status = await command(['status', '--json'], role.url);
    expect(JSON.parse(status.stdout)).toMatchObject({ ledger: true, loads: { inputs: 2 } });
    expect(await command(['query', SQL, '--json'], role.url)).toMatchObject({ stdout: printed });
  });

  it('that only reads, by its default and its rights, compares and queries', async () => {
    const role = await database().createRole();
    await database().query(`GRANT USAGE ON SCHEMA plain TO ${role.name};
      GRANT SELECT ON ALL TABLES IN SCHEMA plain TO ${role.name};
      ALTER ROLE ${role.name} SET default_transaction_read_only = on`);
    const url = `${role.url}?schema=plain`;
    expect(await command(['verify', next!], url)).toMatchObject({ status: 0, stderr: '' });
    expect(await command(['query', SQL, '--json'], url)).toMatchObject({ stdout: printed });
    expect(await command(['status'], url)).toMatchObject({ status: 0 });
    expect(await storedIn(database(), { schema: 'plain' })).toEqual(stored);
  });
});
