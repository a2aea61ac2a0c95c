import { describe, expect, it } from 'vitest';
import { run } from './run.js';

describe('flexetl schema', () => {
  it.each([
    ['markdown', /^## trades\n[\s\S]*`trade_price`[\s\S]*## cash_transactions\n/],
    [
      'sql',
      /CREATE SCHEMA IF NOT EXISTS "flex";\n[\s\S]*"flex"\."trades"[\s\S]*"trade_price" numeric/,
    ],
    ['typescript', /export interface TradesRow \{[\s\S]*readonly trade_price:/],
    ['dbt', /^version: 2\n[\s\S]*name: "trades"/],
  ])('prints %s', async (format, expected) => {
    const { status, stdout, stderr } = await run([
      ...['schema', 'trades', 'cash_transactions'],
      ...['--format', format],
    ]);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(expected);
    expect(stdout).toMatch(/cash_transactions|CashTransactions/);
    expect(stdout).not.toMatch(/open_positions|OpenPositions/);
  });

  it('prints JSON Schema', async () => {
    const { stdout } = await run(['schema', 'trades', '--format', 'json-schema']);
    expect(JSON.parse(stdout)).toMatchObject({ title: 'trades', type: 'object' });
  });

  it('lists tables and views with a line each where none is named', async () => {
    const { status, stdout, stderr } = await run(['schema']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Rows of reports\n {2}\w/);
    for (const name of ['trades', 'flexetl_loads', 'latest_positions']) {
      expect(stdout).toMatch(new RegExp(`^  ${name} +[A-Z].*\\.$`, 'm'));
    }
  });

  it('prints all tables in the form that is asked for', async () => {
    const { stdout } = await run(['schema', '--format', 'markdown']);
    expect(stdout).toContain('## trades\n');
    expect(stdout).toContain('## open_positions\n');
  });

  it('speaks the dialect of DuckDB', async () => {
    const { stdout } = await run(['schema', 'trades', '--format', 'sql', '--dialect', 'duckdb']);
    expect(stdout).toContain('DECIMAL(38,12)');
    expect(stdout).not.toContain('"flex"');
  });

  it('prints how a Citus cluster spreads the tables, before the views', async () => {
    const args = ['schema', '--format', 'sql', '--distributed', 'citus'];
    const { status, stdout } = await run(args);
    expect(status).toBe(0);
    expect(stdout).toContain(`SELECT create_distributed_table('"flex"."trades"', 'account_id')`);
    expect(stdout).toContain(`SELECT create_reference_table('"flex"."conversion_rates"')`);
    expect(stdout).not.toMatch(/create_\w+_table\('"flex"\.flexetl_/);
    const tables = [...stdout.matchAll(/^CREATE TABLE IF NOT EXISTS "flex"\."/gm)];
    expect([...stdout.matchAll(/^SELECT create_\w+_table/gm)]).toHaveLength(tables.length);
    expect(stdout.indexOf('create_reference_table')).toBeLessThan(stdout.indexOf('-- Views.'));
  });

  it('has no cluster for other forms', async () => {
    const { status, stderr } = await run(['schema', '--distributed', 'citus']);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/--format sql/)]);
  });
});
