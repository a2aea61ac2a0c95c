/** A file that cannot be loaded keeps no other from being loaded, whatever is wrong with it. */
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { load } from '../../src/index.js';
import type { Summary } from '../../src/summary/summary.js';
import { FreshDatabase, freshDatabase, providedServer } from '../postgres/database.js';
import { freshName, Server } from '../postgres/server.js';
import { freshFolder, run } from './run.js';

function report(account: string, description: string, more = ''): string {
  return `<FlexQueryResponse queryName="q" type="AF"><FlexStatements count="1">
<FlexStatement accountId="${account}" fromDate="2024-03-01" toDate="2024-03-31" whenGenerated="2024-04-01;080000">
<CashTransactions><CashTransaction transactionID="1" reportDate="2024-03-04" amount="1" description="${description}" ${more}/></CashTransactions>
</FlexStatement></FlexStatements></FlexQueryResponse>\n`;
}

/** In the order of their names: good, bad, good, bad … good. */
function archive(bad: readonly string[]): string {
  const folder = freshFolder();
  writeFileSync(join(folder, '0-good.xml'), report('U1000001', 'first'));
  bad.forEach((text, n) => {
    writeFileSync(join(folder, `${n + 1}a-bad.xml`), text);
    writeFileSync(join(folder, `${n + 1}b-good.xml`), report(`U100000${n + 2}`, 'next'));
  });
  return folder;
}

/** A database that has Latin letters only. */
async function latinDatabase(): Promise<FreshDatabase> {
  const server = new Server(providedServer().url);
  const name = freshName('flexetl');
  await server.exec(
    `CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'`,
  );
  const database = new FreshDatabase(server, name);
  onTestFinished(() => database.drop());
  return database;
}

async function expectOthersLoaded(
  folder: string,
  to: string,
  exitCode: number,
  codes: readonly string[],
): Promise<void> {
  const { status, stdout } = await run(['load', folder, '--to', to, '--json']);
  const summary = JSON.parse(stdout) as Summary;
  const failed = summary.inputs.filter(({ name }) => name.includes('bad'));
  expect(failed.map(({ error }) => error?.code)).toEqual(codes);
  const good = summary.inputs.filter(({ name }) => name.includes('good'));
  expect(good.map((one) => one.status)).toEqual(good.map(() => 'loaded'));
  expect(good.length).toBe(codes.length + 1);
  expect(status).toBe(exitCode);
  expect(summary.tables['cash_transactions']?.inserted).toBe(good.length);
}

const UNREADABLE = ['', '<html></html>', report('U1000009', 'cut').slice(0, 300), '<a><b></a>'];
const CODES = ['FLEX_EMPTY_INPUT', 'FLEX_HTML', 'FLEX_TRUNCATED', 'FLEX_WRONG_ROOT'];

describe('what is no report', () => {
  it('stands in nobody’s way in DuckDB', async () => {
    const to = `duckdb:${join(freshFolder(), 'w.duckdb')}`;
    await expectOthersLoaded(archive(UNREADABLE), to, 65, CODES);
  });

  it('stands in nobody’s way in Postgres', async () => {
    const database = await freshDatabase();
    await expectOthersLoaded(archive(UNREADABLE), database.url, 65, CODES);
  });
});

describe('what a Postgres database cannot hold', () => {
  const JAPANESE = [report('U1000008', '日本'), report('U1000009', 'x', 'note="日本"')];

  it('ends with 65, and the others are loaded', async () => {
    const database = await latinDatabase();
    const codes = ['FLEX_VALUES_REFUSED', 'FLEX_VALUES_REFUSED'];
    await expectOthersLoaded(archive(JAPANESE), database.url, 65, codes);
  });

  it('is one outcome of several for the library', async () => {
    const database = await latinDatabase();
    const source = [report('U1000001', 'first'), JAPANESE[0]!, report('U1000002', 'last')];
    const outcomes = await load({
      source: source.map((text) => Buffer.from(text)),
      sink: database.url,
    });
    expect(outcomes.map(({ status, error }) => [status, error?.code])).toEqual([
      ['loaded', undefined],
      ['failed', 'FLEX_VALUES_REFUSED'],
      ['loaded', undefined],
    ]);
  });
});

/** The same account and days as the first good file, by another query. */
const OVERLAPPING = report('U1000001', 'again').replace('queryName="q"', 'queryName="other"');

it.each(['duckdb', 'postgres'])('what another query delivered already: %s', async (engine) => {
  const to =
    engine === 'duckdb' ? `duckdb:${join(freshFolder(), 'w.duckdb')}` : (await freshDatabase()).url;
  await expectOthersLoaded(archive([OVERLAPPING]), to, 65, ['FLEX_QUERY_OVERLAP']);
});

it('what a trigger changes is told, and the others are loaded', async () => {
  const database = await freshDatabase();
  const first = join(freshFolder({ 'a.xml': report('U1000007', 'before') }), 'a.xml');
  expect((await run(['load', first, '--to', database.url])).status).toBe(0);
  await database.query(`
    CREATE FUNCTION flex.change() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.description = 'changed' THEN NEW.amount := 2; END IF; RETURN NEW; END $$;
    CREATE TRIGGER change BEFORE INSERT ON flex.cash_transactions
      FOR EACH ROW EXECUTE FUNCTION flex.change()`);
  const bad = [report('U1000009', 'changed')];
  await expectOthersLoaded(archive(bad), database.url, 70, ['FLEX_CONTROL_TOTAL']);
});

it('what a constraint of somebody else refuses is told, and the others are loaded', async () => {
  const database = await freshDatabase();
  const first = join(freshFolder({ 'a.xml': report('U1000007', 'before') }), 'a.xml');
  expect((await run(['load', first, '--to', database.url])).status).toBe(0);
  await database.query(
    `ALTER TABLE flex.cash_transactions ADD CONSTRAINT no CHECK (description <> 'refused')`,
  );
  const bad = [report('U1000008', 'refused'), report('U1000009', 'refused')];
  const codes = ['FLEX_DEST_ALTERED', 'FLEX_DEST_ALTERED'];
  await expectOthersLoaded(archive(bad), database.url, 78, codes);
});

it.each(['duckdb', 'postgres'])('a file that may not be read: %s', async (engine) => {
  const folder = archive([report('U1000009', 'secret')]);
  const path = join(folder, '1a-bad.xml');
  chmodSync(path, 0);
  // Whoever may read everything reads this too: then the file is a good one.
  const mayRead = process.getuid?.() === 0;
  const to =
    engine === 'duckdb' ? `duckdb:${join(freshFolder(), 'w.duckdb')}` : (await freshDatabase()).url;
  const { status, stdout } = await run(['load', folder, '--to', to, '--json']);
  const { inputs } = JSON.parse(stdout) as Summary;
  expect(status).toBe(mayRead ? 0 : 65);
  expect(inputs.map((one) => one.status)).toEqual([
    'loaded',
    mayRead ? 'loaded' : 'failed',
    'loaded',
  ]);
});

it('numbers beyond numeric are problems, and their literals are kept', async () => {
  const database = await freshDatabase();
  const wide = '9'.repeat(131_073);
  const deep = `0.${'0'.repeat(16_383)}1`;
  const most = '9'.repeat(131_072);
  const finest = `0.${'0'.repeat(16_382)}1`;
  const texts = [wide, deep, most, finest].map((literal, n) =>
    report(`U100000${n + 1}`, 'x', `fxRateToBase="${literal}"`),
  );
  const outcomes = await load({
    source: texts.map((text) => Buffer.from(text)),
    sink: database.url,
  });
  expect(outcomes.map(({ error, report: found }) => [error, found?.problemCount])).toEqual([
    [undefined, 1],
    [undefined, 1],
    [undefined, 0],
    [undefined, 0],
  ]);
  const rows = await database.texts(
    `SELECT fx_rate_to_base, _extra ->> 'fxRateToBase' FROM flex.cash_transactions ORDER BY account_id`,
  );
  expect(rows).toEqual([
    [null, wide],
    [null, deep],
    [most, null],
    [finest, null],
  ]);
});

it('numbers whose sum is beyond numeric are loaded', async () => {
  const database = await freshDatabase();
  const row = (id: number) =>
    `<CashTransaction transactionID="${id}" reportDate="2024-03-04" amount="${'9'.repeat(131_072)}" />`;
  const text = report('U1000001', 'x').replace('</CashTransactions>', `${row(2)}${row(3)}$&`);
  const [outcome] = await load({ source: Buffer.from(text), sink: database.url });
  expect(outcome).toMatchObject({ status: 'loaded', report: { problemCount: 0 } });
});
