/**
 * Destinations for the tests of views, status and verify: the same reports in
 * DuckDB and in Postgres, and SQL on them as text.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { onTestFinished } from 'vitest';
import { assertLoaded, load, type LoadOptions } from '../../src/library/load.js';
import { openForReading } from '../../src/sinks/destinations.js';
import { freshDatabase } from '../postgres/database.js';

export const ENGINES = ['duckdb', 'postgres'] as const;
export type Engine = (typeof ENGINES)[number];

/** A destination that is gone after the test in hand. */
export interface Warehouse {
  readonly engine: Engine;
  readonly dest: string;
  /** The schema's name in SQL, with a point. */
  readonly prefix: string;
  /** Loads reports, one after the other. */
  load(reports: readonly string[], options?: Partial<LoadOptions>): Promise<void>;
  /** Rows of a query, each a list of texts. */
  rows(sql: string): Promise<(string | null)[][]>;
  /** Changes something, as somebody with another tool would. */
  change(sql: string): Promise<void>;
}

export async function openWarehouse(engine: Engine): Promise<Warehouse> {
  const { dest, change } = engine === 'duckdb' ? duckdbPlace() : await postgresPlace();
  return {
    engine,
    dest,
    prefix: engine === 'duckdb' ? 'main.' : 'flex.',
    change,
    load: async (reports, options = {}) => {
      const source = reports.map((report) => Buffer.from(report));
      assertLoaded(await load({ source, sink: dest, ...options }));
    },
    rows: async (sql) => {
      const reading = await openForReading(dest, 'America/New_York');
      try {
        const result = await reading.query(sql);
        const rows: (string | null)[][] = [];
        for await (const cells of result.rows()) rows.push(cells.map(({ text }) => text));
        return rows;
      } finally {
        await reading.close();
      }
    },
  };
}

type Place = Pick<Warehouse, 'dest' | 'change'>;

function duckdbPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'warehouse.duckdb');
  return {
    dest: `duckdb:${path}`,
    change: async (sql) => {
      const instance = await DuckDBInstance.create(path);
      const connection = await instance.connect();
      try {
        await connection.run(sql);
      } finally {
        connection.closeSync();
        instance.closeSync();
      }
    },
  };
}

async function postgresPlace(): Promise<Place> {
  const database = await freshDatabase();
  return {
    dest: database.url,
    change: async (sql) => {
      await database.query(sql);
    },
  };
}

export interface ReportOptions {
  readonly account?: string;
  readonly query?: string;
  readonly from: string;
  /** Default: `from`. */
  readonly to?: string;
  readonly generated?: string;
  /** Sections, as XML. */
  readonly sections: string;
}

/** A report of one statement. Days as `20240304`. */
export function statement(options: ReportOptions): string {
  const { account = 'U1000001', query = 'Daily', from, to = from, sections } = options;
  const generated = options.generated ?? `${to};235900`;
  return `<FlexQueryResponse queryName="${query}" type="AF">
<FlexStatements count="1">
<FlexStatement accountId="${account}" fromDate="${from}" toDate="${to}" period="" whenGenerated="${generated}">
${sections}
</FlexStatement>
</FlexStatements>
</FlexQueryResponse>
`;
}

/** `<Trade symbol="AAPL" …/>` of each set of attributes, within its section. */
export function section(
  name: string,
  element: string,
  rows: readonly Readonly<Record<string, string>>[],
): string {
  const lines = rows.map((row) => {
    const attributes = Object.entries(row).map(([attribute, value]) => ` ${attribute}="${value}"`);
    return `<${element}${attributes.join('')}/>\n`;
  });
  return `<${name}>\n${lines.join('')}</${name}>`;
}
