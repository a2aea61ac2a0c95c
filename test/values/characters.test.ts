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
    const rows: (string | null)[][] = [];
    for await (const row of (await destination.query(asked)).rows()) {
      rows.push(row.map(({ text }) => text));
    }
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
