import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { section, statement } from '../views/warehouse.js';
import { freshFolder, logLines, run } from './run.js';

const NAV = {
  startingValue: '1000',
  mtm: '10',
  depositsWithdrawals: '5',
  dividends: '0',
  commissions: '-1',
  endingValue: '1014',
};

function report(day: string, endingValue: string): string {
  const sections = section('ChangeInNAV', 'ChangeInNAV', [{ ...NAV, endingValue }]);
  return statement({ from: day, sections });
}

// Windows that do not follow each other: it is their parts alone that are compared.
const TIES = { 'a.xml': report('20240304', '1014'), 'b.xml': report('20240318', '1014.0000005') };
const DIFFERS = { ...TIES, 'c.xml': report('20240401', '1014.01') };

describe('flexetl audit', () => {
  it('says that everything that can be proved ties', async () => {
    const cwd = freshFolder(TIES);
    await run(['load', '.'], { cwd });
    const { status, stdout, stderr } = await run(['audit'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^duckdb:flexetl\.duckdb\n\nidentity /);
    expect(stdout).toMatch(/^nav_parts +1 +1 +0 +0 +ties$/m);
    expect(stdout).toContain(
      "Equal but for the broker's rounding\n" +
        '  nav_parts: 1 check by at most 0.0000005; up to 0.000001 is taken for rounding\n',
    );
    expect(stdout).toMatch(/\nEverything that can be proved ties: 2 checks\.\n$/);
  });

  it('names the day and the amount that do not tie, and ends with 65', async () => {
    const cwd = freshFolder(DIFFERS);
    await run(['load', '.'], { cwd });
    const { status, stdout, stderr } = await run(['audit'], { cwd });
    expect(status).toBe(65);
    const line =
      '2024-04-01: nav_parts of U1000001, Daily: expected 1014, found 1014.01, off by 0.01';
    expect(stdout).toContain(
      `Does not tie\n  ${line}\n    not selected: withholdingTax, interest,`,
    );
    expect(stdout).toMatch(/\n1 check does not tie; 2 checks did\.\n$/);
    expect(logLines(stderr)).toMatchObject([
      { level: 'error', code: 'FLEX_AUDIT_DIFFERS', msg: expect.stringContaining(line) as string },
    ]);
  });

  it('is one JSON document, of Postgres too, without the password', async () => {
    const database = await freshDatabase();
    const role = await database.createRole();
    await database.query(`GRANT CREATE ON DATABASE ${database.name} TO ${role.name}`);
    const env = { FLEXETL_TO: role.url };
    const cwd = freshFolder(DIFFERS);
    await run(['load', '.'], { cwd, env });
    const { status, stdout, stderr } = await run(['audit', '--json'], { env });
    expect(status).toBe(65);
    expect(stdout).toMatch(/^\{.*\}\n$/);
    expect(stdout + stderr).not.toContain(role.password);
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'flexetl/audit@1',
      status: 'differs',
      totals: { exact: 1, rounded: 1, differing: 1 },
      differences: [
        {
          identity: 'nav_parts',
          account: 'U1000001',
          query: 'Daily',
          day: '2024-04-01',
          expected: '1014',
          found: '1014.01',
          difference: '0.01',
        },
      ],
      exitCode: 65,
    });
  });

  it('lists what cannot be proved, and does not take it for proved', async () => {
    const cwd = freshFolder({ 'a.xml': statement({ from: '20240304', sections: '<Trades/>' }) });
    await run(['load', '.'], { cwd });
    const { status, stdout, stderr } = await run(['audit'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^nav_parts +0 +0 +0 +0 +not provable$/m);
    expect(stdout).toContain(
      'Not provable, and what is missing\n  nav_parts: ChangeInNAV (U1000001 Daily)\n',
    );
    expect(stdout).toMatch(/\nNothing could be proved: no two figures were there to compare\.\n$/);
    const { stdout: json } = await run(['audit', '--json'], { cwd });
    expect(JSON.parse(json)).toMatchObject({ status: 'nothing_proved', exitCode: 0 });
  });

  it('proves nothing where nothing was loaded, and makes nothing', async () => {
    const cwd = freshFolder();
    const { status, stdout } = await run(['audit', '--json'], { cwd });
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ status: 'nothing_proved', notProvable: [] });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('has no audit of files', async () => {
    const { status, stderr } = await run(['audit', '--to', 'csv:out']);
    expect(status).toBe(78);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_CONFIG' }]);
  });
});
