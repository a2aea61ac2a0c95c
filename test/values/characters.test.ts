/** Whatever characters XML can write, every destination gives them back. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assertLoaded, load } from '../../src/index.js';
import { DUCKDB_DEFAULTS } from '../../src/sinks/duckdb/settings.js';
import { openDuckdbQuery } from '../../src/sinks/duckdb/query.js';
import { openPostgresQuery } from '../../src/sinks/postgres/query.js';
import type { QueryableDestination } from '../../src/sinks/query.js';
import { freshFolder } from '../commands/run.js';
import { PATIENCE, runs } from '../fuzz/runs.js';
import { sharedDatabase } from '../postgres/database.js';
import { bytesOf, repeated, reportsOf, type ReportGiven } from './characters.js';
import {
  expected,
  storedInCsv,
  storedInDuckdb,
  storedInNdjson,
  storedInPostgres,
  type Stored,
} from './stored.js';

const database = sharedDatabase();
let places = 0;

interface Destination {
  /** A DEST that nobody has used, and how to read what is there. */
  fresh(): { to: string; stored: (given: ReportGiven) => Stored | Promise<Stored> };
}

const DESTINATIONS: Readonly<Record<string, Destination>> = {
  csv: {
    fresh() {
      const path = join(freshFolder(), 'out');
      return { to: `csv:${path}`, stored: ({ query }) => storedInCsv(path, query) };
    },
  },
  ndjson: {
    fresh() {
      const path = join(freshFolder(), 'out.ndjson');
      return { to: `ndjson:${path}`, stored: ({ query }) => storedInNdjson(path, query) };
    },
  },
  duckdb: {
    fresh() {
      const path = join(freshFolder(), 'out.duckdb');
      return { to: `duckdb:${path}`, stored: () => storedInDuckdb(path) };
    },
  },
  postgres: {
    fresh() {
      const schema = `place${++places}`;
      return {
        to: `${database().url}?schema=${schema}`,
        stored: () => storedInPostgres(database(), schema),
      };
    },
  },
};

async function expectEqual(name: string, given: ReportGiven, source: string | Buffer) {
  const { to, stored } = DESTINATIONS[name]!.fresh();
  assertLoaded(await load({ source, sink: to }));
  expect(await stored(given)).toEqual(expected(given));
}

async function textsIn(
  destination: QueryableDestination,
  sql: string,
): Promise<(string | null)[][]> {
  const rows: (string | null)[][] = [];
  for await (const row of (await destination.query(sql)).rows()) {
    rows.push(row.map(({ text }) => text));
  }
  return rows;
}

describe.each(Object.keys(DESTINATIONS))('%s gives back every character', (name) => {
  it('of a few rows', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(reportsOf(6), (given) => expectEqual(name, given, bytesOf(given))),
      runs(name === 'csv' || name === 'ndjson' ? 25 : 10),
    );
  });

  it('of more rows than a buffer holds', { timeout: PATIENCE }, async () => {
    await fc.assert(
      fc.asyncProperty(reportsOf(40, 60), (few) => {
        const given = repeated(few, 3000);
        return expectEqual(name, given, bytesOf(given));
      }),
      runs(1),
    );
  });
});

describe('flexetl query gives back a text that begins with what may be a byte order mark', () => {
  const given: ReportGiven = {
    version: '1.0',
    query: '\ufeffq',
    account: '\ufeffU1000001',
    rows: [{ description: '\ufeffDividend', symbol: '\ufeff', note: '\ufeff\ufeff' }],
    novelties: [],
  };
  const asked = `SELECT _query, account_id, description, symbol, _extra FROM cash_transactions`;

  async function textsOf(destination: QueryableDestination): Promise<(string | null)[][]> {
    const rows = await textsIn(destination, asked);
    await destination.close();
    return rows;
  }

  const wanted = (extra: string) => [
    ['\ufeffq', '\ufeffU1000001', '\ufeffDividend', '\ufeff', extra],
  ];

  it('from DuckDB', async () => {
    const { to } = DESTINATIONS['duckdb']!.fresh();
    assertLoaded(await load({ source: bytesOf(given), sink: to }));
    const path = to.slice('duckdb:'.length);
    const destination = await openDuckdbQuery(path, 'UTC', DUCKDB_DEFAULTS);
    expect(await textsOf(destination)).toEqual(wanted('{"note":"\ufeff\ufeff"}'));
  });

  it('from Postgres', async () => {
    const { to } = DESTINATIONS['postgres']!.fresh();
    assertLoaded(await load({ source: bytesOf(given), sink: to }));
    const destination = await openPostgresQuery(to, 'UTC');
    expect(await textsOf(destination)).toEqual(wanted('{"note": "\ufeff\ufeff"}'));
  });
});

describe('a name that no index holds is marked in the rows and stands whole beside them', () => {
  const query = 'Ünder a quarter \ud83d\ude42'.repeat(20);
  const account = 'U1000001 🙂'.repeat(20);
  const given: ReportGiven = {
    ...{ version: '1.0', query, account, novelties: [] },
    rows: [{ description: 'Dividend', symbol: 'ALPH', note: '-' }],
  };
  const marked = (name: string, most: number) => [name.slice(0, most - 33), most] as const;

  async function expectWhole(destination: QueryableDestination): Promise<void> {
    const [row] = await textsIn(
      destination,
      'SELECT account_id, _query, _extra FROM cash_transactions',
    );
    const [accountId, queryOfRow, extra] = row!.map((text) => text!);
    for (const [name, [beginning, most]] of [
      [accountId!, marked(account, 128)],
      [queryOfRow!, marked(query, 256)],
    ] as const) {
      expect(beginning.startsWith(name.slice(0, name.lastIndexOf('~')))).toBe(true);
      expect(name).toMatch(/~[0-9a-f]{32}$/);
      expect(most - name.length).toBeOneOf([0, 1]);
    }
    expect(JSON.parse(extra!)).toEqual({ note: '-' });
    const asked = 'SELECT query_name, _extra FROM flexetl_statements';
    const [statement] = await textsIn(destination, asked);
    expect(statement![0]).toBe(query);
    expect(JSON.parse(statement![1]!)).toHaveProperty('accountId', account);
    await destination.close();
  }

  it('in DuckDB', async () => {
    const { to } = DESTINATIONS['duckdb']!.fresh();
    assertLoaded(await load({ source: bytesOf(given), sink: to }));
    const path = to.slice('duckdb:'.length);
    await expectWhole(await openDuckdbQuery(path, 'UTC', DUCKDB_DEFAULTS));
  });

  it('in Postgres', async () => {
    const { to } = DESTINATIONS['postgres']!.fresh();
    assertLoaded(await load({ source: bytesOf(given), sink: to }));
    await expectWhole(await openPostgresQuery(to, 'UTC'));
  });
});

it('a line break in a first row is no end of a row', async () => {
  const folder = freshFolder();
  const path = join(folder, 'report.xml');
  const given: ReportGiven = {
    ...{ version: '1.0', query: 'q', account: 'U1000001', novelties: [] },
    rows: [
      { description: 'ALPHA\rCORP', symbol: 'ALPH', note: '-' },
      { description: 'plain', symbol: 'ALPH', note: '-' },
    ],
  };
  writeFileSync(path, bytesOf(given));
  for (const name of Object.keys(DESTINATIONS)) await expectEqual(name, given, path);
});
