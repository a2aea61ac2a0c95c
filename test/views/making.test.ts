import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { PACKAGE_SCHEMAS } from '../../src/catalog/schema-directory.js';
import { assertLoaded, load } from '../../src/library/load.js';
import { allViews } from '../../src/sinks/sql/schema/view-text.js';
import { freshDatabase } from '../postgres/database.js';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

const VIEWS = allViews();
/** Made where there are trades, and where there is cash. */
const OF_TRADES = [
  'cash_ledger',
  'fees_and_interest',
  'fx_conversions',
  'realized_lots',
  'realized_pnl_by_symbol',
  'trades_net',
];
const OF_CASH = ['cash_by_currency_and_day', 'dividends_net'];
const listed = (...views: readonly string[]): string[][] => [...views].sort().map((name) => [name]);

const trades = (day: string): string =>
  statement({
    from: day,
    sections: section('Trades', 'Trade', [
      { transactionID: `1${day}`, reportDate: day, quantity: '3', conid: '1' },
    ]),
  });

/** The catalogue with one more column in trades. */
function widened(): Catalog {
  const overlay = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  onTestFinished(() => rmSync(overlay, { recursive: true, force: true }));
  const file = join(PACKAGE_SCHEMAS, 'Trades.json');
  const form = JSON.parse(readFileSync(file, 'utf8')) as { rows: { columns: unknown[] }[] };
  form.rows[0]!.columns.push({ name: 'brandNew', type: 'text', doc: 'New.' });
  writeFileSync(join(overlay, 'Trades.json'), JSON.stringify(form));
  return Catalog.load({ overlay });
}

describe('sql/views', () => {
  it('holds views with a paragraph each, of tables of the catalogue or the ledger', () => {
    expect(VIEWS.map(({ name }) => name)).toEqual([
      'latest_positions',
      'positions_by_day',
      'trades_net',
      'realized_pnl_by_symbol',
      'realized_lots',
      'fx_conversions',
      'corporate_actions_summary',
      'dividends_net',
      'dividend_calendar',
      'cash_ledger',
      'cash_by_currency_and_day',
      'fees_and_interest',
      'nav_by_day',
    ]);
    const catalog = Catalog.load();
    const ledger = ['flexetl_coverage', 'flexetl_load_statements'];
    for (const { doc, sql, required, optional } of VIEWS) {
      expect(doc).toMatch(/^[A-Z].{80,}\.$/);
      expect(sql).toMatch(/^CREATE OR REPLACE VIEW \{schema\}\.\w+ AS\n/);
      expect(sql).not.toMatch(/--|;$|\*\s*FROM \{(?:schema|maybe)\}|\$1|\{(?!schema|maybe)/);
      const tables = [...required, ...optional];
      expect(tables.length).toBeGreaterThan(0);
      for (const table of tables) {
        expect([table, catalog.table(table) ?? ledger.includes(table)]).not.toContain(false);
      }
    }
  });
});

describe.each(ENGINES)('the views of %s', (engine) => {
  const names = (schema: string): string =>
    `SELECT table_name FROM information_schema.tables
     WHERE table_type = 'VIEW' AND table_schema = '${schema.slice(0, -1)}' ORDER BY table_name`;

  it('are made when their tables are there', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([trades('20240304')]);
    expect(await warehouse.rows(names(warehouse.prefix))).toEqual(listed(...OF_TRADES));
    const dividend = { transactionID: '1', reportDate: '20240304', amount: '1' };
    await warehouse.load([
      statement({
        from: '20240304',
        sections: section('CashTransactions', 'CashTransaction', [dividend]),
      }),
    ]);
    expect(await warehouse.rows(names(warehouse.prefix))).toEqual(listed(...OF_CASH, ...OF_TRADES));
  });

  it('are made later, where the tables are older, and go with a load that is rolled back', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([trades('20240304')]);
    await warehouse.change(`DROP VIEW ${warehouse.prefix}trades_net`);
    await warehouse.load([trades('20240305')], { dryRun: true });
    expect(await warehouse.rows(names(warehouse.prefix))).toEqual(
      listed(...OF_TRADES.filter((name) => name !== 'trades_net')),
    );
    await warehouse.load([trades('20240305')]);
    expect(await warehouse.rows('SELECT quantity FROM trades_net')).toEqual([['3'], ['3']]);
  });

  it('are renewed when their text has changed, also to other columns', async () => {
    const warehouse = await openWarehouse(engine);
    const view = `${warehouse.prefix}trades_net`;
    await warehouse.load([trades('20240304')]);
    await warehouse.change(`DROP VIEW ${view}`);
    await warehouse.change(`CREATE VIEW ${view} AS SELECT 1 AS of_an_older_version`);
    await warehouse.change(`COMMENT ON VIEW ${view} IS 'Older. [flexetl view 000000000000]'`);
    await warehouse.load([trades('20240305')]);
    expect(await warehouse.rows('SELECT quantity FROM trades_net')).toEqual([['3'], ['3']]);
  });

  it('leave alone what somebody else has made under their name', async () => {
    const warehouse = await openWarehouse(engine);
    const view = `${warehouse.prefix}trades_net`;
    await warehouse.load([trades('20240304')]);
    await warehouse.change(`DROP VIEW ${view}`);
    await warehouse.change(`CREATE VIEW ${view} AS SELECT 'mine' AS whose`);
    await warehouse.load([trades('20240305')]);
    expect(await warehouse.rows('SELECT whose FROM trades_net')).toEqual([['mine']]);
    await warehouse.change(`DROP VIEW ${view}`);
    await warehouse.change(`CREATE TABLE ${view} (whose text)`);
    await warehouse.load([trades('20240306')]);
    expect(await warehouse.rows('SELECT whose FROM trades_net')).toEqual([]);
  });

  it('stand when a table of theirs is widened', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([trades('20240304')]);
    await warehouse.load([trades('20240305')], { catalog: widened() });
    expect(await warehouse.rows('SELECT quantity FROM trades_net')).toEqual([['3'], ['3']]);
    expect(await warehouse.rows('SELECT brand_new FROM trades')).toEqual([[null], [null]]);
  });

  it('do not fail a load where they cannot be made', async () => {
    const warehouse = await openWarehouse(engine);
    const { prefix } = warehouse;
    await warehouse.load([trades('20240304')]);
    for (const view of OF_TRADES) {
      await warehouse.change(`DROP VIEW ${prefix}${view}`);
    }
    const failed = engine === 'postgres' ? ['trades_net'] : ['trades_net', 'realized_lots'];
    // Something else has the name; a function that the view uses means something else.
    await warehouse.change(
      engine === 'postgres'
        ? `CREATE SEQUENCE ${prefix}trades_net`
        : `CREATE MACRO ${prefix}replace(a, b, c) AS [a]`,
    );
    const source = [trades('20240305'), trades('20240306')].map((text) => Buffer.from(text));
    const [outcome, later] = await load({ source, sink: warehouse.dest });
    assertLoaded([outcome!, later!]);
    expect(outcome!.committed!.notices).toEqual([
      expect.stringMatching(
        new RegExp(
          `^Some views could not be created: ${failed.join(', ')}\\. The tables are not affected\\. .*[a-z]`,
          's',
        ),
      ),
    ]);
    // Once a call is enough.
    expect(later!.committed!.notices).toEqual([]);
    expect(await warehouse.rows('SELECT count(*) FROM trades')).toEqual([['3']]);
    expect(await warehouse.rows(names(prefix))).toEqual(
      listed(...OF_TRADES.filter((name) => !failed.includes(name))),
    );
  });
});

describe('the views of a role in Postgres', () => {
  it('do not fail its loads where it may make none', async () => {
    const database = await freshDatabase();
    const owner = await database.createRole();
    await database.query(`CREATE SCHEMA flex AUTHORIZATION ${owner.name}`);
    const source = [trades('20240304'), trades('20240305')].map((text) => Buffer.from(text));
    assertLoaded(await load({ source: source.slice(0, 1), sink: owner.url }));
    expect(await database.query('SELECT * FROM flex.trades_net')).toHaveLength(1);
    await database.query('DROP VIEW flex.trades_net');
    await database.query(`ALTER SCHEMA flex OWNER TO CURRENT_USER`);
    await database.query(`GRANT USAGE ON SCHEMA flex TO ${owner.name}`);
    const outcomes = await load({ source: source.slice(1), sink: owner.url });
    assertLoaded(outcomes);
    expect(outcomes[0]!.committed!.notices).toEqual([
      expect.stringMatching(
        /could not be created: trades_net\. .*permission denied for schema flex/,
      ),
    ]);
    expect(await database.query('SELECT * FROM flex.trades')).toHaveLength(2);
  });

  it('stay as they are where another view builds on them and columns have changed', async () => {
    const database = await freshDatabase();
    const source = [trades('20240304'), trades('20240305')].map((text) => Buffer.from(text));
    assertLoaded(await load({ source: source.slice(0, 1), sink: database.url }));
    await database.query(
      `DROP VIEW flex.trades_net;
       CREATE VIEW flex.trades_net AS SELECT 1 AS older;
       COMMENT ON VIEW flex.trades_net IS 'Older. [flexetl view 000000000000]';
       CREATE VIEW flex.upon_it AS SELECT older FROM flex.trades_net`,
    );
    assertLoaded(await load({ source: source.slice(1), sink: database.url }));
    expect(await database.query('SELECT * FROM flex.upon_it')).toEqual([{ older: 1 }]);
    expect(await database.query('SELECT * FROM flex.trades')).toHaveLength(2);
  });
});
