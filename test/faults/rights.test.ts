/**
 * A server that refuses: who may not come in, what a role may not do, and what its settings
 * forbid. Each is told by a code, an exit status and what to do, and leaves nothing behind.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, logLines } from '../commands/run.js';
import { sharedDatabase, type TestRole } from '../postgres/database.js';
import { connected, urlWith } from '../postgres/server.js';
import { loadBefore } from './databases.js';
import { activity, NEXT, writeInputs } from './inputs.js';
import { load, type Loaded } from './processes.js';
import { storedIn, type Stored } from './stored.js';

const database = sharedDatabase();
const [next, other] = writeInputs(freshFolder(), [NEXT, activity({ rowsPerDay: 2 })]);
let before: Stored;

beforeAll(async () => {
  await loadBefore(database());
  before = await storedIn(database());
});

async function expectRefused(
  url: string,
  { exit, code, message, advice }: { exit: number; code: string; message: RegExp; advice: RegExp },
): Promise<Loaded> {
  const loaded = await load([next!], url);
  expect(loaded.summary.error).toMatchObject({
    code,
    message: expect.stringMatching(message) as string,
    advice: expect.stringMatching(advice) as string,
  });
  expect([loaded.status, loaded.summary.tables]).toEqual([exit, {}]);
  expect(await storedIn(database())).toEqual(before);
  return loaded;
}

/** A role with some rights in the schema that has the week. */
async function roleWith(...grants: readonly string[]): Promise<TestRole> {
  const role = await database().createRole();
  for (const grant of grants) await database().query(`${grant} TO ${role.name}`);
  return role;
}

const READS = ['GRANT USAGE ON SCHEMA flex', 'GRANT SELECT ON ALL TABLES IN SCHEMA flex'];
const LOADS = [
  'GRANT USAGE, CREATE ON SCHEMA flex',
  'GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA flex',
];

describe('a server refuses', () => {
  it('a wrong password', async () => {
    const role = await database().createRole();
    const url = urlWith(role.url, { password: 'gues5ed' });
    const { stdout, stderr } = await expectRefused(url, {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /password authentication failed/,
      advice: /the password in the URL, in PGUSER and PGPASSWORD/,
    });
    expect(`${stdout}${stderr}`).not.toContain('gues5ed');
  });

  it('a password that is not there', async () => {
    const role = await database().createRole();
    await expectRefused(urlWith(role.url, { password: '' }), {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /asks for a password, and none was given/,
      advice: /PGPASSWORD/,
    });
  });

  it.each(['verify-full', 'require'])(
    'to be spoken to in secret, where it cannot: %s',
    async (mode) => {
      const { stderr } = await expectRefused(`${database().url}?sslmode=${mode}`, {
        exit: 78,
        code: 'FLEX_CONFIG',
        message: /does not support SSL/,
        advice: /sslmode=disable/,
      });
      // The driver warns of a mode whose meaning it will change, and flexetl does not.
      expect(logLines(stderr).map(({ level }) => level)).toEqual(['error']);
    },
  );

  it('nothing yet where the file of a certificate is not there', async () => {
    const settings = 'sslmode=verify-full&sslrootcert=/nowhere/root.crt';
    await expectRefused(`${database().url}?${settings}`, {
      exit: 78,
      code: 'FLEX_CONFIG',
      message: /\/nowhere\/root\.crt cannot be read \(ENOENT\)/,
      advice: /sslrootcert/,
    });
  });

  it('a database that is not there', async () => {
    await expectRefused(urlWith(database().url, { database: 'nowhere' }), {
      exit: 78,
      code: 'FLEX_CONFIG',
      message: /database "nowhere" does not exist/,
      advice: /CREATE DATABASE/,
    });
  });

  it('to make a schema, where the role may not', async () => {
    const role = await roleWith();
    await expectRefused(`${role.url}?schema=own`, {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /permission denied for database/,
      advice: /GRANT CREATE ON DATABASE/,
    });
  });

  it('to look into a schema, where the role may not', async () => {
    const role = await roleWith();
    await expectRefused(role.url, {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /permission denied for schema flex/,
      advice: /GRANT USAGE, CREATE ON SCHEMA flex/,
    });
  });

  it('to write into tables, where the role may only read', async () => {
    const role = await roleWith(...READS);
    await expectRefused(role.url, {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /permission denied for table flexetl_/,
      advice: /GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA/,
    });
  });

  it('temporary tables, where the role may not have them', async () => {
    const role = await roleWith(...LOADS);
    await database().query(`REVOKE TEMPORARY ON DATABASE ${database().name} FROM PUBLIC`);
    try {
      await expectRefused(role.url, {
        exit: 77,
        code: 'FLEX_DEST_REFUSED',
        message: /permission denied to create temporary tables/,
        advice: /GRANT TEMPORARY ON DATABASE/,
      });
    } finally {
      await database().query(`GRANT TEMPORARY ON DATABASE ${database().name} TO PUBLIC`);
    }
  });

  it('any change, where it only reads', async () => {
    const role = await roleWith(...LOADS);
    await database().query(`ALTER ROLE ${role.name} SET default_transaction_read_only = on`);
    await expectRefused(role.url, {
      exit: 77,
      code: 'FLEX_DEST_REFUSED',
      message: /read-only transaction/,
      advice: /primary/,
    });
  });

  it.each([
    ['statement_timeout', /statement timeout/, /statement_timeout/],
    ['lock_timeout', /lock timeout/, /lock_timeout/],
  ])('to go on after %s', async (setting, message, advice) => {
    const role = await roleWith(...LOADS);
    await database().query(`ALTER ROLE ${role.name} SET ${setting} = '1s'`);
    await connected(database().url, async (holder) => {
      await holder.query(`BEGIN; UPDATE flex.flexetl_locks SET holder = 'a test'`);
      await expectRefused(role.url, { exit: 75, code: 'FLEX_DEST_BUSY', message, advice });
      await holder.query('ROLLBACK');
    });
  });
});

describe('a role that owns nothing but its schema', () => {
  it('can load', async () => {
    const role = await database().createRole();
    await database().query(`CREATE SCHEMA own AUTHORIZATION ${role.name}`);
    const url = `${role.url}?schema=own`;
    expect(await load([other!], url)).toMatchObject({ status: 0, summary: { status: 'loaded' } });
    const again = await load([other!], url);
    expect(again.summary.status).toBe('already_loaded');
    expect(await load([next!], url)).toMatchObject({ status: 0 });
    await database().query('DROP SCHEMA own CASCADE');
  });
});

describe('a role whose search_path puts temporary tables last', () => {
  it('can load, beside tables of its own that have the names of ours', async () => {
    const role = await database().createRole();
    const names = ['flexetl_stage_trades', 'flexetl_stage_cash_transactions', 'flexetl_now'];
    const made = names.map(
      (name) => `CREATE TABLE mine.${name} AS SELECT 'precious' AS what;
        GRANT ALL ON mine.${name} TO ${role.name};`,
    );
    await database().query(`CREATE SCHEMA mine; GRANT USAGE ON SCHEMA mine TO ${role.name};
      ${made.join(' ')} CREATE SCHEMA last AUTHORIZATION ${role.name};
      ALTER ROLE ${role.name} SET search_path = mine, pg_temp`);
    for (const path of [other!, next!]) {
      const { status, summary } = await load([path], `${role.url}?schema=last`);
      expect([status, summary.error]).toEqual([0, undefined]);
    }
    for (const name of names) {
      expect(await database().query(`SELECT what FROM mine.${name}`)).toEqual([
        { what: 'precious' },
      ]);
    }
    await database().query('DROP SCHEMA last, mine CASCADE');
  });
});

describe('a role that may load into tables of another', () => {
  it('is told that a view is missing which it may not make', async () => {
    const role = await database().createRole();
    await database().query(`CREATE SCHEMA watched AUTHORIZATION ${role.name}`);
    const url = `${role.url}?schema=watched`;
    const first = await load([other!], url);
    expect([first.status, first.summary.notices]).toEqual([0, []]);
    await database().query(`DROP VIEW watched.trades_net;
      ALTER SCHEMA watched OWNER TO CURRENT_USER; GRANT USAGE ON SCHEMA watched TO ${role.name}`);
    const { status, summary, stderr } = await load([next!], url);
    const told = expect.stringMatching(
      /Some views could not be created: trades_net\. .*permission denied for schema watched/,
    ) as string;
    expect([status, summary.notices]).toEqual([0, [told]]);
    const lines = stderr.split('\n').filter((line) => line.includes('trades_net'));
    expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'warn', msg: told }),
    ]);
    await database().query('DROP SCHEMA watched CASCADE');
  });

  it('can load what needs no new table', async () => {
    const role = await roleWith(...LOADS);
    expect(await load([next!], role.url)).toMatchObject({ status: 0 });
  });
});
