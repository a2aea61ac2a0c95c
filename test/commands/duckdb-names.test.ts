/**
 * DuckDB names a database after its file. No name of a file changes what the names in SQL mean,
 * and none is taken for an option, a pattern or SQL.
 */
import { describe, expect, it } from 'vitest';
import { assertLoaded, load } from '../../src/library/load.js';
import { openForReading } from '../../src/sinks/destinations.js';
import { Reader } from '../../src/sinks/sql/ledger/reader.js';
import { readStatus } from '../../src/sinks/sql/ledger/status.js';
import { section, statement } from '../views/warehouse.js';
import { freshFolder, run } from './run.js';

const day = (date: string): string =>
  statement({
    from: date,
    sections: section('Trades', 'Trade', [
      { transactionID: date, reportDate: date, quantity: '2', tradePrice: '3', symbol: 'ALFA' },
    ]),
  });

describe('a DuckDB file named', () => {
  it.each([
    'main.db',
    'MAIN.duckdb',
    'Main.v2.db',
    'temp.duckdb',
    'Temp.db',
    'SYSTEM.db',
    'memory.duckdb',
    'information_schema.duckdb',
    'pg_catalog.db',
    'trades.duckdb',
    'flexetl_loads.db',
  ])('%s is loaded into twice, and queried', async (name) => {
    const dest = `duckdb:${freshFolder()}/${name}`;
    for (const date of ['20240304', '20240305', '20240305']) {
      assertLoaded(await load({ source: Buffer.from(day(date)), sink: dest }));
    }
    const destination = await openForReading(dest, 'UTC');
    try {
      const reader = new Reader(destination);
      const status = await readStatus(reader);
      expect([status.ledger, status.loads.inputs]).toEqual([true, 2]);
      const counted = [{ n: '2' }];
      for (const from of ['trades', 'main.trades', 'trades_net', 'main.trades_net']) {
        expect(await reader.rows(`SELECT count(*) AS n FROM ${from}`)).toEqual(counted);
      }
      await expect(destination.query('CREATE TABLE more (n int)')).rejects.toMatchObject({
        code: 'FLEX_QUERY_FAILED',
      });
      await expect(destination.query(`SELECT * FROM read_text('/etc/hosts')`)).rejects.toThrow();
    } finally {
      await destination.close();
    }
  });

  it.each(['MAIN.db', `-it's "mine", v1.2 [a]*.db`])(
    '%s is written to, compared, told of, tried and queried by the command',
    async (name) => {
      const cwd = freshFolder({ '1.xml': day('20240304') });
      const to = `duckdb:${name}`;
      const calls: [string[], RegExp][] = [
        [['load', '1.xml', '--to', to], /"status":"loaded"/],
        [['load', '1.xml', '--to', to], /"status":"already_loaded"/],
        [['verify', '1.xml', '--to', to, '--json'], /"status":"same"/],
        [['status', '--to', to, '--json'], /"inputs":1/],
        [['check', '--to', to], /A test row was written and rolled back/],
        [['query', 'SELECT sum(quantity) AS q FROM main.trades', '--to', to, '--csv'], /^q\n2\n$/],
      ];
      for (const [args, said] of calls) {
        const { status, stdout } = await run(args, { cwd });
        expect([args, status, stdout]).toEqual([args, 0, expect.stringMatching(said)]);
      }
    },
  );
});
