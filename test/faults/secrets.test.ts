/** A password appears in nothing that flexetl writes, however it was given and whatever happens. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder, run, type Ran } from '../commands/run.js';
import { sharedDatabase, type TestRole } from '../postgres/database.js';
import { urlWith } from '../postgres/server.js';
import { activity, writeInputs } from './inputs.js';

const database = sharedDatabase();

/** Characters that a URL has to escape, so that there are several forms of it. */
const PASSWORD = `s3cret/p@ss wörd%"'`;
const FORMS = [PASSWORD, encodeURIComponent(PASSWORD), JSON.stringify(PASSWORD).slice(1, -1)];

async function roleWithPassword(): Promise<TestRole> {
  const role = await database().createRole();
  await database().query(`ALTER ROLE ${role.name} PASSWORD '${PASSWORD.replaceAll("'", "''")}'`);
  await database().query(`CREATE SCHEMA ${role.name} AUTHORIZATION ${role.name}`);
  return role;
}

interface Given {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** All that the call has written: what it said, the summary file, the ledger. */
async function expectConcealed(role: TestRole, { args, env }: Given): Promise<Ran> {
  const folder = freshFolder();
  const [path] = writeInputs(folder, [activity({ rowsPerDay: 1 })]);
  const ran = await run(
    ['load', path!, '--log-level', 'debug', '--summary-file', 'summary.json', ...args],
    { cwd: folder, env },
  );
  const written = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const ledger = await database().texts(
    `SELECT query_to_xml('SELECT * FROM ${role.name}.flexetl_loads', true, false, '')::text AS text
     WHERE to_regclass('${role.name}.flexetl_loads') IS NOT NULL`,
  );
  for (const text of [ran.stdout, ran.stderr, ...written, JSON.stringify(ledger)]) {
    for (const form of FORMS) expect(text).not.toContain(form);
  }
  await database().query(`DROP SCHEMA ${role.name} CASCADE`);
  return ran;
}

/** The URL of the role's own schema, without a password. */
function bare(role: TestRole): string {
  const url = new URL(urlWith(role.url, { password: '' }));
  url.searchParams.set('schema', role.name);
  return url.href;
}

const withPassword = (role: TestRole): string => urlWith(bare(role), { password: PASSWORD });

function passwordFile(role: TestRole): string {
  const escaped = PASSWORD.replaceAll(/[\\:]/g, String.raw`\$&`);
  const path = join(freshFolder(), 'passwords');
  writeFileSync(path, `*:*:*:${role.name}:${escaped}\n`, { mode: 0o600 });
  return path;
}

const WAYS: readonly (readonly [string, (role: TestRole) => Given])[] = [
  ['in FLEXETL_TO', (role) => ({ args: [], env: { FLEXETL_TO: withPassword(role) } })],
  ['in PGPASSWORD', (role) => ({ args: ['--to', bare(role)], env: { PGPASSWORD: PASSWORD } })],
  [
    'in a password file',
    (role) => ({ args: ['--to', bare(role)], env: { PGPASSFILE: passwordFile(role) } }),
  ],
  ['on the command line', (role) => ({ args: ['--to', withPassword(role)], env: {} })],
];

describe.each(WAYS)('a password %s', (way, given) => {
  it('opens the database and is nowhere to be read', async () => {
    const role = await roleWithPassword();
    const { status, stderr } = await expectConcealed(role, given(role));
    expect(status).toBe(0);
    // What a library warns of is a line of the log as well.
    for (const line of stderr.split('\n').filter(Boolean)) expect(JSON.parse(line)).toBeTruthy();
    if (way === 'on the command line') expect(stderr).toContain('FLEXETL_TO');
  });

  it('that does not open it is nowhere to be read', async () => {
    const role = await roleWithPassword();
    await database().query(`ALTER ROLE ${role.name} PASSWORD 'another'`);
    const { status, stderr } = await expectConcealed(role, given(role));
    expect(status).toBe(77);
    expect(stderr).toContain('FLEX_DEST_REFUSED');
  });
});

describe('a password in a URL', () => {
  it.each([
    ['of a server that is not there', 'postgres://me:PW@127.0.0.1:1/none?stall_timeout=1', 69],
    ['that cannot be read', 'postgres://me:PW@[::bad/none', 78],
    ['with a schema that cannot be', `postgres://me:PW@127.0.0.1:1/none?schema=`, 78],
    ['of another destination', 'mysql://me:PW@127.0.0.1/none', 78],
  ])('%s is nowhere to be read', async (_, form, exit) => {
    const folder = freshFolder();
    const [path] = writeInputs(folder, [activity({ rowsPerDay: 1 })]);
    const to = form.replace('PW', encodeURIComponent(PASSWORD));
    const { status, stdout, stderr } = await run(['load', path!, '--log-level', 'debug'], {
      env: { FLEXETL_TO: to },
    });
    expect(status).toBe(exit);
    for (const secret of FORMS) expect(`${stdout}${stderr}`).not.toContain(secret);
  });
});
