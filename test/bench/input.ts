/**
 * The statement that a benchmark reads, and what must come out of it. Both come
 * from the generator and nothing here knows flexetl: the sum is taken from the
 * text that the generator hands out, in whole units, so that it is exact.
 */
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import { generateReport, type StatementOptions } from './generate.js';

export interface BenchInput {
  readonly path: string;
  readonly bytes: number;
  /** Rows by table, that of the statements with them. */
  readonly tables: Readonly<Record<string, number>>;
  /** The same where facts that several statements say alike are there once. */
  readonly merged: Readonly<Record<string, number>>;
  /** Sum of netCash over all trades, in millionths. */
  readonly netCash: bigint;
}

/** The tables that the generator's elements go to. */
const TABLE_OF: Readonly<Record<string, string>> = {
  EquitySummaryByReportDateInBase: 'equity_summary_by_report_date_in_base',
  CashReportCurrency: 'cash_report_currencies',
  OpenPosition: 'open_positions',
  Trade: 'trades',
  Order: 'trade_orders',
  Lot: 'trade_lots',
  CashTransaction: 'cash_transactions',
  FxTransaction: 'fx_transactions',
  SecurityInfo: 'security_info',
  ConversionRate: 'conversion_rates',
};

/** Elements whose rows belong to no account. */
const FACTS = ['SecurityInfo', 'ConversionRate'];

const GENERATOR = 'activity calendar generate input market random rows sections'.split(' ');

/** What a file is to hold. */
export interface BenchFile {
  /** Trades, all statements together. */
  readonly rows: number;
  readonly statements: number;
  /**
   * What a statement is about. A year: all sections, as one account has them. A day: six sections
   * of a few rows each, as an adviser's many accounts have them. Trades: a year of them, and no
   * other rows.
   */
  readonly window: 'year' | 'day' | 'trades';
  /** Whether it was generated a day later, and every deal has another price. Default false. */
  readonly restated?: boolean;
}

/** Makes the file, once for each version of the generator. */
export async function benchInput(directory: string, wanted: BenchFile): Promise<BenchInput> {
  const { rows, statements, window, restated = false } = wanted;
  mkdirSync(directory, { recursive: true });
  const version = createHash('sha256');
  for (const name of GENERATOR)
    version.update(readFileSync(join(import.meta.dirname, `${name}.js`)));
  const of = restated ? `${window}-restated` : window;
  const name = `${rows}-${statements}-${of}-${version.digest('hex').slice(0, 12)}`;
  const path = join(directory, `${name}.xml`);
  const expected = join(directory, `${name}.json`);
  if (!existsSync(path) || !existsSync(expected)) {
    await writeFile(expected, JSON.stringify(await generate(path, wanted)));
  }
  const { netCash, ...rest } = JSON.parse(readFileSync(expected, 'utf8')) as Expected;
  return { path, ...rest, netCash: BigInt(netCash) };
}

interface Expected {
  readonly bytes: number;
  readonly tables: Record<string, number>;
  readonly merged: Record<string, number>;
  readonly netCash: string;
}

async function generate(path: string, wanted: BenchFile): Promise<Expected> {
  const counts = new Map<string, number>();
  const facts = new Map(FACTS.map((element) => [element, new Set<string>()]));
  let netCash = 0n;
  const making = `${path}.making`;
  const file = createWriteStream(making);
  for (const chunk of generateReport(optionsOf(wanted), counts)) {
    // A chunk is made of whole rows.
    for (const [, amount] of chunk.matchAll(/^<Trade [^>]*? netCash="([^"]*)"/gm)) {
      netCash += units(amount!, 6);
    }
    for (const [element, rows] of facts) {
      for (const [row] of chunk.matchAll(new RegExp(`^<${element} .*$`, 'gm'))) rows.add(row);
    }
    if (!file.write(chunk)) await once(file, 'drain');
  }
  file.end();
  await finished(file);
  renameSync(making, path);
  const tables: Record<string, number> = { flexetl_statements: wanted.statements };
  const merged: Record<string, number> = { ...tables };
  for (const [element, count] of counts) {
    const table = TABLE_OF[element];
    if (table === undefined) throw new Error(`The benchmark does not know ${element}.`);
    tables[table] = count;
    merged[table] = facts.get(element)?.size ?? count;
  }
  return { bytes: file.bytesWritten, tables, merged, netCash: String(netCash) };
}

const OF_A_DAY = {
  from: '2024-12-31',
  period: 'LastBusinessDay',
  sections: [
    ...(['EquitySummaryInBase', 'CashReport', 'Trades', 'CashTransactions'] as const),
    ...(['FxTransactions', 'ConversionRates'] as const),
  ],
  levels: ['EXECUTION'],
} as const;
const OF_A_YEAR = { from: '2024-01-01', period: 'Last365CalendarDays' } as const;
const WINDOWS = {
  day: OF_A_DAY,
  year: OF_A_YEAR,
  trades: { ...OF_A_YEAR, sections: ['Trades'], levels: ['EXECUTION'] },
} as const;

function optionsOf({ rows, statements, window, restated }: BenchFile): StatementOptions[] {
  return Array.from({ length: statements }, (_, i) => ({
    ...WINDOWS[window],
    seed: 1,
    account: `U${1_000_001 + i}`,
    query: 'Daily',
    to: '2024-12-31',
    whenGenerated: restated === true ? '20250103;072104' : '20250102;072104',
    shift: restated === true ? 1 : 0,
    rows: Math.floor(rows / statements) + (i < rows % statements ? 1 : 0),
  }));
}

/** A decimal literal in whole units of 10^-scale. @throws Error where it has more digits */
export function units(literal: string, scale: number): bigint {
  const match = /^(-?)([0-9]+)(?:\.([0-9]+))?$/.exec(literal);
  const fraction = (match?.[3] ?? '').replace(/0+$/, '');
  if (match === null || fraction.length > scale) throw new Error(`No such amount: ${literal}`);
  const value = BigInt(match[2]! + fraction.padEnd(scale, '0'));
  return match[1] === '-' ? -value : value;
}
