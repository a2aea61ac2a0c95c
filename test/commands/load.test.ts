import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { emptyReport, report } from './reports.js';
import { freshFolder, lastLine, logLines, run, type RunOptions } from './run.js';

interface Loaded {
  readonly status: number | null;
  readonly summary: Summary;
  readonly stderr: string;
}

/** Loads, and takes the summary from the one line of stdout. */
async function load(args: readonly string[], options: RunOptions): Promise<Loaded> {
  const { status, stdout, stderr } = await run(['load', ...args], options);
  expect(stdout.split('\n')).toHaveLength(2);
  const summary = JSON.parse(lastLine(stdout)) as Summary;
  expect(summary.exitCode).toBe(status);
  return { status, summary, stderr };
}

describe('flexetl load', () => {
  it('says in one line what it did, and nothing else', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { status, summary, stderr } = await load(['a.xml'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(summary).toMatchObject({
      schema: 'flexetl/summary@1',
      status: 'loaded',
      inputs: [
        {
          name: 'a.xml',
          bytes: Buffer.byteLength(report()),
          accounts: ['U1000001'],
          from: '2024-03-04',
          to: '2024-03-04',
          status: 'loaded',
        },
      ],
      tables: {
        trades: { parsed: 2, inserted: 2, updated: 0, unchanged: 0, overruled: 0, deleted: 0 },
      },
      problems: { count: 0, first: [] },
      drift: { attributes: [], sections: [] },
      notices: [],
    });
    expect(summary.inputs[0]!.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(summary.loadId).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    expect(existsSync(join(cwd, 'flexetl.duckdb'))).toBe(true);
  });

  it('knows what it has loaded, and takes it for an error never', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const first = await load(['a.xml'], { cwd });
    const again = await load(['a.xml'], { cwd });
    const nothing = { parsed: 0, inserted: 0, updated: 0, unchanged: 0, overruled: 0, deleted: 0 };
    expect(again.summary.tables).toEqual(
      Object.fromEntries(Object.keys(first.summary.tables).map((name) => [name, nothing])),
    );
    expect(again.summary).toMatchObject({
      status: 'already_loaded',
      inputs: [
        {
          name: 'a.xml',
          bytes: Buffer.byteLength(report()),
          accounts: ['U1000001'],
          from: '2024-03-04',
          to: '2024-03-04',
          status: 'already_loaded',
        },
      ],
      exitCode: 0,
    });
    const skipped = await load(['a.xml', '--skip-exit-code', '99'], { cwd });
    expect(skipped.summary).toMatchObject({ status: 'already_loaded', exitCode: 99 });
    const forced = await load(['a.xml', '--force', '--skip-exit-code', '99'], { cwd });
    expect(forced.summary).toMatchObject({ status: 'loaded', exitCode: 0 });
    const failed = await load(['b.xml', '--skip-exit-code', '99'], { cwd });
    expect(failed.summary).toMatchObject({ status: 'failed', exitCode: 65 });
  });

  it('says which directory cannot keep the rows on their way', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const TMPDIR = join(cwd, 'absent');
    const { status, stderr } = await load(['a.xml'], { cwd, env: { TMPDIR } });
    expect([status, stderr]).toEqual([78, expect.stringContaining(`directory ${TMPDIR} cannot`)]);
  });

  it('asks for the directory of a DuckDB file that has none', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { status, stderr } = await load(['a.xml', '--to', 'duckdb:absent/a.duckdb'], { cwd });
    expect([status, stderr]).toEqual([78, expect.stringContaining('Create its directory first')]);
  });

  it('lets DuckDB take as much memory as it is allowed, and says how to allow more', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const to = (limit: string) => ['--to', `duckdb:a.duckdb?memory_limit=${limit}`];
    const little = await load(['a.xml', ...to('1KB')], { cwd });
    expect(little.summary.exitCode).toBe(73);
    expect(little.stderr).toMatch(/Out of Memory Error.*memory_limit=4GB/);
    expect((await load(['a.xml', ...to('1GB')], { cwd })).summary.status).toBe('loaded');
    for (const wrong of ['1', 'much', '-1GB']) {
      const { status, stderr } = await run(['load', 'a.xml', ...to(wrong)], { cwd });
      expect([status, stderr]).toEqual([78, expect.stringContaining('memory_limit is an amount')]);
    }
    const asked = await run(['query', 'SELECT count(*) AS n FROM trades', ...to('1GB')], { cwd });
    expect(asked.stdout).toContain('2');
  });

  it('tells an empty statement from rows', async () => {
    const cwd = freshFolder({ 'a.xml': emptyReport() });
    const { summary } = await load(['a.xml', '--skip-exit-code', '7'], { cwd });
    expect(summary).toMatchObject({ status: 'empty', exitCode: 7 });
  });

  it('goes on after an input that fails', async () => {
    const whole = report();
    const cwd = freshFolder({
      'a.xml': whole.slice(0, 700),
      'b.xml': whole,
      'c.xml': '<html></html>',
    });
    const { summary, stderr } = await load(['a.xml', 'b.xml', 'c.xml', 'd.xml'], { cwd });
    expect(summary).toMatchObject({
      status: 'failed',
      exitCode: 65,
      error: { code: 'FLEX_INPUTS_FAILED' },
      tables: { trades: { inserted: 2 } },
    });
    expect(summary.inputs.map(({ status, error }) => [status, error?.code])).toEqual([
      ['failed', 'FLEX_TRUNCATED'],
      ['loaded', undefined],
      ['failed', 'FLEX_HTML'],
      ['failed', 'FLEX_INPUT_NOT_FOUND'],
    ]);
    expect(summary.error!.message).toMatch(/^3 of 4 inputs .* FLEX_TRUNCATED: a\.xml/);
    const logged = logLines(stderr).map(({ level, code, file }) => [level, code, file]);
    expect(logged).toEqual([
      ['error', 'FLEX_TRUNCATED', 'a.xml'],
      ['error', 'FLEX_HTML', 'c.xml'],
      ['error', 'FLEX_INPUT_NOT_FOUND', 'd.xml'],
    ]);
  });

  it('opens no destination for inputs that are not there', async () => {
    const cwd = freshFolder();
    const { summary } = await load(['a.xml'], { cwd });
    expect(summary.error).toMatchObject({ code: 'FLEX_INPUT_NOT_FOUND' });
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('stops where the destination is at fault', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': report(), 'no.duckdb': 'no database' });
    const args = ['a.xml', 'b.xml', '--to', 'duckdb:no.duckdb'];
    const { summary } = await load(args, { cwd });
    expect(summary).toMatchObject({ status: 'failed', exitCode: 78, tables: {} });
    expect(summary.error).toMatchObject({ code: 'FLEX_CONFIG' });
    expect(summary.inputs.at(-1)).toMatchObject({ name: 'b.xml', status: 'not_attempted' });
  });

  it('has a summary also where the destination is unknown', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { summary } = await load(['a.xml', '--to', 'oracle:x'], { cwd });
    expect(summary).toMatchObject({ status: 'failed', exitCode: 78 });
  });

  it('writes nothing in a dry run, and counts all the same', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { summary } = await load(['a.xml', '--dry-run'], { cwd });
    expect(summary).toMatchObject({ status: 'planned', tables: { trades: { parsed: 2 } } });
    expect((await load(['a.xml'], { cwd })).summary).toMatchObject({ status: 'loaded' });
  });

  it('says where a dry run had to begin anew, and what the counts after that lack', async () => {
    const cwd = freshFolder({
      'a.xml': report(),
      'b.xml': report({ query: 'Other' }),
      'c.xml': report({ trades: 3 }),
      'd.xml': report({ trades: 4 }),
    });
    const dryRun = async (...files: string[]): Promise<Summary> =>
      (await load([...files, '--dry-run'], { cwd })).summary;
    const whole = await dryRun('a.xml', 'c.xml', 'd.xml');
    expect([whole.status, whole.tables['trades']?.inserted, whole.notices]).toEqual([
      'planned',
      4,
      [],
    ]);
    // The overlap of the queries is found in the transaction, which is undone.
    const anew = await dryRun('a.xml', 'b.xml', 'c.xml', 'd.xml');
    expect([anew.status, anew.tables['trades']?.inserted]).toEqual(['failed', 6]);
    expect(anew.notices).toEqual([
      expect.stringContaining('as if the earlier ones were not loaded'),
    ]);
    const nothingLost = await dryRun('b.xml', 'a.xml');
    expect(nothingLost.notices).toEqual([]);
  });

  it('takes the sections that are wanted', async () => {
    const sections = '<CashTransactions /><OpenPositions />';
    const cwd = freshFolder({ 'a.xml': report({ sections }) });
    const tables = async (...args: string[]): Promise<string[]> => {
      const { summary } = await load(['a.xml', '--to', 'duckdb::memory:', ...args], { cwd });
      const spokenOf = Object.keys(summary.tables);
      return ['trades', 'cash_transactions', 'open_positions'].filter((name) =>
        spokenOf.includes(name),
      );
    };
    expect(await tables()).toEqual(['trades', 'cash_transactions', 'open_positions']);
    expect(await tables('--only', 'Trades,OpenPositions')).toEqual(['trades', 'open_positions']);
    expect(await tables('--only', 'Trades', '--only', 'CashTransactions')).toEqual([
      'trades',
      'cash_transactions',
    ]);
    expect(await tables('--skip', 'Trades')).toEqual(['cash_transactions', 'open_positions']);
  });

  it('tells of problems and of names that are new', async () => {
    const xml = report({ extra: 'brandNew="1" taxes="none"', sections: '<Novelties />' });
    const cwd = freshFolder({ 'a.xml': xml });
    const { summary, stderr } = await load(['a.xml'], { cwd });
    expect(summary.problems.count).toBe(2);
    expect(summary.problems.first[0]).toMatchObject({
      file: 'a.xml',
      line: 5,
      section: 'Trades',
      element: 'Trade',
      attribute: 'taxes',
      table: 'trades',
      literal: 'none',
    });
    expect(summary.drift.attributes).toEqual(['Trade@brandNew']);
    expect(logLines(stderr).map(({ level, problems }) => [level, problems])).toEqual([['warn', 2]]);
    const strict = await load(['a.xml', '--strict', '--force'], { cwd });
    expect(strict.summary).toMatchObject({ exitCode: 65, error: { code: 'FLEX_STRICT' } });
    expect(strict.summary.problems).toEqual(summary.problems);
    expect(strict.summary.inputs[0]?.sha256).toBe(summary.inputs[0]?.sha256);
  });

  it('says where a query does not select what places rows on their days', async () => {
    const cash = (date: string): string =>
      `<CashTransactions>${`<CashTransaction amount="1" ${date}/>`.repeat(2)}</CashTransactions>`;
    const noticesOf = async (sections: string): Promise<readonly string[]> => {
      const cwd = freshFolder({ 'cash.xml': report({ sections }) });
      return (await load(['cash.xml'], { cwd })).summary.notices;
    };
    const [notice, ...more] = await noticesOf(cash(''));
    expect(more).toEqual([]);
    expect(notice).toMatch(/^Query "[^"]*" has rows without their date: Report Date for Cash Tran/);
    // Rule 1: what is selected and empty is undated, too.
    expect(await noticesOf(cash('reportDate="" '))).toEqual([notice]);
    expect(await noticesOf(cash('reportDate="20240304" '))).toEqual([]);
    expect(await noticesOf('<CashTransactions />')).toEqual([]);
  });

  it('says once a call and query, not once a file, that rows have no report date', async () => {
    const files = Object.fromEntries(
      [1, 2, 3].map((day) => {
        const row = `<CashTransaction transactionID="${day}" amount="1" />`;
        const sections = `<CashTransactions>${row}</CashTransactions>`;
        return [`${day}.xml`, report({ sections })];
      }),
    );
    const cwd = freshFolder(files);
    const { summary, stderr } = await load(['.'], { cwd });
    expect(summary.notices.filter((notice) => notice.includes('without their date'))).toHaveLength(
      1,
    );
    expect(stderr.split('without their date')).toHaveLength(2);
  });

  it('reads stdin', async () => {
    const { summary } = await load(['-'], { stdin: report() });
    expect(summary).toMatchObject({ status: 'loaded', inputs: [{ name: '-' }] });
  });

  it('ends with the summary on stderr where rows go to stdout', async () => {
    const cwd = freshFolder({ 'a.xml': report({ extra: 'taxes="none"' }) });
    const { status, stdout, stderr } = await run(['load', 'a.xml', '--to', 'ndjson:-'], { cwd });
    expect(status).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { table: string });
    expect(rows.filter(({ table }) => table === 'trades')).toHaveLength(2);
    expect(JSON.parse(lastLine(stderr))).toMatchObject({ schema: 'flexetl/summary@1' });
  });

  it('shows in files all of a call or nothing of it', async () => {
    const cwd = freshFolder({ 'a.xml': report(), 'b.xml': '<html></html>' });
    const to = ['--to', 'csv:out'];
    const failed = await load(['a.xml', 'b.xml', ...to], { cwd });
    expect(existsSync(join(cwd, 'out'))).toBe(false);
    expect(failed.summary).toMatchObject({ status: 'failed', tables: {} });
    expect(failed.summary.inputs.map(({ status }) => status)).toEqual(['cancelled', 'failed']);
    expect(failed.summary.notices[0]).toMatch(/^csv:out has nothing of this call/);
    expect((await load(['a.xml', ...to], { cwd })).summary).toMatchObject({ status: 'loaded' });
    expect(existsSync(join(cwd, 'out', 'trades.csv'))).toBe(true);
  });
});

describe('--summary-file', () => {
  it('holds what stdout says, also after a failure', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    for (const input of ['a.xml', 'b.xml']) {
      const args = ['load', input, '--summary-file', 'summary.json'];
      const { stdout } = await run(args, { cwd });
      expect(readFileSync(join(cwd, 'summary.json'), 'utf8')).toBe(stdout);
    }
    expect(readdirSync(cwd).filter((name) => name.includes('summary'))).toEqual(['summary.json']);
  });

  it('is refused before anything is loaded where it cannot be written', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    mkdirSync(join(cwd, 'folder'));
    for (const path of ['missing/summary.json', 'folder']) {
      const { status, stderr } = await run(['load', 'a.xml', '--summary-file', path], { cwd });
      expect(status).toBe(78);
      expect(stderr).toContain('FLEX_CONFIG');
    }
    expect(existsSync(join(cwd, 'flexetl.duckdb'))).toBe(false);
  });
});

describe('a password', () => {
  const secret = 'correct/horse-battery';

  it('in the destination is printed nowhere', async () => {
    const to = `postgres://flex:${encodeURIComponent(secret)}@127.0.0.1:1/db?sslpassword=${'x'.repeat(12)}`;
    for (const options of [{ env: { FLEXETL_TO: to } }, { args: ['--to', to] }]) {
      const cwd = freshFolder({ 'a.xml': report() });
      const { args = [], env = {} } = options as { args?: string[]; env?: Record<string, string> };
      const ran = await run(
        ['load', 'a.xml', ...args, '--log-level', 'trace', '--summary-file', 'summary.json'],
        { cwd, env },
      );
      expect(ran.status).not.toBe(0);
      const printed = ran.stdout + ran.stderr + readFileSync(join(cwd, 'summary.json'), 'utf8');
      expect(printed).not.toContain(secret);
      expect(printed).not.toContain(encodeURIComponent(secret));
      expect(printed).not.toContain('x'.repeat(12));
      expect(ran.stderr.includes('Use the environment variable FLEXETL_TO')).toBe(args.length > 0);
    }
  });

  it('in the name of an input is printed nowhere', async () => {
    const cwd = freshFolder();
    writeFileSync(join(cwd, 'token=abcdefgh.xml'), '<html></html>');
    const { stdout, stderr } = await run(['load', 'token=abcdefgh.xml'], { cwd });
    expect(stdout + stderr).not.toContain('abcdefgh');
    expect(stdout).toContain('token=***');
  });
});
