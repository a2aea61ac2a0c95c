/** Under --no-ddl, what a destination lacks is named in words. */
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import { freshDatabase } from '../postgres/database.js';
import { report } from './reports.js';
import { freshFolder, logLines, run } from './run.js';

/** Makes in DuckDB what `flexetl schema` prints, each statement changed, or left out. */
async function make(cwd: string, change: (statement: string) => string): Promise<void> {
  const { stdout } = await run(['schema', '--format', 'sql', '--dialect', 'duckdb']);
  // Views read what is not made here: a load does without.
  const [tables = ''] = stdout.split('\n-- Views.\n');
  const changed = tables.split(';\n').map(change);
  expect(changed.join(';\n')).not.toBe(tables);
  const instance = await DuckDBInstance.create(join(cwd, 'flexetl.duckdb'));
  const connection = await instance.connect();
  await connection.run(changed.join(';\n'));
  connection.closeSync();
  instance.closeSync();
}

async function refusal(cwd: string, env: Readonly<Record<string, string>> = {}): Promise<string> {
  const { status, stderr } = await run(['load', 'a.xml', '--no-ddl'], { cwd, env });
  expect(status).toBe(78);
  return String(logLines(stderr)[0]!['msg']);
}

const SCRIPT =
  'Run what `flexetl schema --format sql --dialect duckdb` prints, as the owner of the schema, or leave out --no-ddl.';
const COLUMNS =
  'Add them with ALTER TABLE, of the types that `flexetl schema --format sql --dialect duckdb` prints, or leave out --no-ddl.';

it.each([
  ['a table', /main\."wash_sales"/, 'the table wash_sales', SCRIPT],
  ['tables', /main\."(wash_sales|trade_lots)"/, 'the tables trade_lots and wash_sales', SCRIPT],
  ['the ledger', /main\.flexetl_/, 'the ledger', SCRIPT],
  ['a part of the ledger', /main\.flexetl_drift/, 'the table of the ledger flexetl_drift', SCRIPT],
  [
    'some of all',
    /main\."wash_sales"|main\.flexetl_/,
    'the ledger and the table wash_sales',
    SCRIPT,
  ],
])('%s', async (_, lost, lacking, advice) => {
  const cwd = freshFolder({ 'a.xml': report() });
  await make(cwd, (statement) => (lost.test(statement) ? '' : statement));
  expect(await refusal(cwd)).toBe(
    `FLEX_CONFIG: a.xml: duckdb:flexetl.duckdb lacks ${lacking}, and --no-ddl forbids creating anything. ${advice}`,
  );
});

it('a column', async () => {
  const cwd = freshFolder({ 'a.xml': report() });
  await make(cwd, (statement) => {
    if (statement.startsWith('COMMENT ON COLUMN main."trades"."ib_exec_id"')) return '';
    return statement.includes('TABLE IF NOT EXISTS main."trades" (')
      ? statement.replace('"ib_exec_id" VARCHAR,', '')
      : statement;
  });
  expect(await refusal(cwd)).toBe(
    `FLEX_CONFIG: a.xml: duckdb:flexetl.duckdb lacks the column trades.ib_exec_id, and --no-ddl forbids creating anything. ${COLUMNS}`,
  );
});

it('everything of Postgres', async () => {
  const { url } = await freshDatabase();
  const cwd = freshFolder({ 'a.xml': report() });
  expect(await refusal(cwd, { FLEXETL_TO: url })).toMatch(
    / lacks the ledger and the tables .*\btrades\b.*, and --no-ddl forbids creating anything\. Run what `flexetl schema --format sql` prints/,
  );
});
