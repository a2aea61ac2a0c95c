import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { section, statement } from '../views/warehouse.js';
import { freshFolder, logLines, run } from './run.js';

const POSITIONS = section('OpenPositions', 'OpenPosition', [
  { symbol: 'AAPL', levelOfDetail: 'SUMMARY', position: '7', conid: '1' },
]);
const REPORT = statement({ from: '20240304', sections: POSITIONS });
const START = '<!doctype html>\n<html lang="en">\n';

describe('flexetl report', () => {
  it('writes a page for its owner alone, and replaces it the next day', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT });
    await run(['load', 'a.xml'], { cwd });
    const args = ['report', '--out', 'report.html'];
    expect(await run(args, { cwd })).toMatchObject({ status: 0, stdout: '', stderr: '' });
    const path = join(cwd, 'report.html');
    const page = readFileSync(path, 'utf8');
    expect(page.startsWith(START)).toBe(true);
    expect(page).toContain('<td>AAPL</td>');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    const next = REPORT.replaceAll('20240304', '20240305').replace('AAPL', 'MSFT');
    writeFileSync(join(cwd, 'b.xml'), next);
    await run(['load', 'b.xml'], { cwd });
    expect(await run(args, { cwd })).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path, 'utf8')).toContain('<td>MSFT</td>');
    expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });

  it('prints it, of a Parquet dataset too', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT });
    const env = { FLEXETL_TO: 'parquet:warehouse' };
    await run(['load', 'a.xml'], { cwd, env });
    const { status, stdout, stderr } = await run(['report', '--out', '-'], { cwd, env });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.startsWith(START)).toBe(true);
    expect(stdout).toContain('<td>AAPL</td>');
    expect(stdout.endsWith('</html>\n')).toBe(true);
  });

  it('has no secret of the destination in it', async () => {
    const database = await freshDatabase();
    const role = await database.createRole();
    await database.query(`GRANT CREATE ON DATABASE ${database.name} TO ${role.name}`);
    const env = { FLEXETL_TO: role.url };
    const cwd = freshFolder({ 'a.xml': REPORT });
    await run(['load', 'a.xml'], { cwd, env });
    const { status, stdout, stderr } = await run(['report', '--out', '-'], { cwd, env });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(`/${database.name}, schema flex</bdi></h1>`);
    expect(stdout).toContain('<td>AAPL</td>');
    expect(stdout).not.toContain(role.password);
    expect(stdout).not.toContain(role.name);
  });

  it('of a destination that is not there leaves the page of yesterday', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT });
    await run(['load', 'a.xml'], { cwd });
    await run(['report'], { cwd });
    const page = readFileSync(join(cwd, 'flexetl-report.html'), 'utf8');
    const before = readdirSync(cwd);
    const { url } = await freshDatabase();
    for (const to of ['duckdb:mistyped.duckdb', 'parquet:mistyped', url]) {
      const { status, stderr } = await run(['report'], { cwd, env: { FLEXETL_TO: to } });
      expect([to, status]).toEqual([to, 78]);
      expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_CONFIG' }]);
    }
    expect(readFileSync(join(cwd, 'flexetl-report.html'), 'utf8')).toBe(page);
    expect(readdirSync(cwd)).toEqual(before);
  });

  it('replaces nothing but a report', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT, 'notes.html': '<!doctype html>\nmine\n' });
    for (const out of ['a.xml', 'notes.html', '.', 'missing/report.html']) {
      const { status, stderr } = await run(['report', '--out', out], { cwd });
      expect(status).toBe(78);
      expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_CONFIG' }]);
    }
    expect(readFileSync(join(cwd, 'notes.html'), 'utf8')).toBe('<!doctype html>\nmine\n');
    expect(readFileSync(join(cwd, 'a.xml'), 'utf8')).toBe(REPORT);
  });

  it('replaces the report that a link leads to, and leaves the link', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT });
    mkdirSync(join(cwd, 'kept'));
    writeFileSync(join(cwd, 'kept', 'page.html'), '');
    const link = join(cwd, 'report.html');
    symlinkSync(join('kept', 'page.html'), link);
    await run(['load', 'a.xml'], { cwd });
    expect(await run(['report', '--out', 'report.html'], { cwd })).toMatchObject({ status: 0 });
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
    expect(readFileSync(join(cwd, 'kept', 'page.html'), 'utf8').startsWith(START)).toBe(true);
    expect(readdirSync(join(cwd, 'kept'))).toEqual(['page.html']);
  });

  it('refuses a link that leads nowhere', async () => {
    const cwd = freshFolder();
    symlinkSync('gone.html', join(cwd, 'report.html'));
    const { status, stderr } = await run(['report', '--out', 'report.html'], { cwd });
    expect([status, stderr]).toEqual([78, expect.stringContaining('report.html is a link')]);
    expect(readdirSync(cwd)).toEqual(['report.html']);
  });

  it('leaves the old page where the new one cannot be made', async () => {
    const cwd = freshFolder({ 'a.xml': REPORT, 'bad.duckdb': 'no database' });
    await run(['load', 'a.xml', '--to', 'duckdb:good.duckdb'], { cwd });
    await run(['report', '--to', 'duckdb:good.duckdb', '--out', 'report.html'], { cwd });
    const path = join(cwd, 'report.html');
    const before = readFileSync(path, 'utf8');
    chmodSync(path, 0o644);
    const args = ['report', '--to', 'duckdb:bad.duckdb', '--out', 'report.html'];
    const { status, stderr } = await run(args, { cwd });
    expect(status).not.toBe(0);
    expect(stderr).toContain('bad.duckdb');
    expect(readFileSync(path, 'utf8')).toBe(before);
    const files = ['a.xml', 'bad.duckdb', 'good.duckdb', 'report.html'];
    expect(readdirSync(cwd).sort()).toEqual(files);
  });

  it('has no report of files', async () => {
    const { status, stderr } = await run(['report', '--to', 'csv:out']);
    expect(status).toBe(78);
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_CONFIG' }]);
  });
});
