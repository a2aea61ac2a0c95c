/** Statements and pages for the tests of the report. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportPage } from '../../src/report-page/report-page.js';
import { openForReading } from '../../src/sinks/destinations.js';
import { Reader } from '../../src/sinks/sql/ledger/reader.js';
import { ROOT } from '../repository/tree.js';
import { section, statement, type Warehouse } from '../views/warehouse.js';

export const DEMO = readFileSync(join(ROOT, 'fixtures/demo/input.xml'), 'utf8');

const MAKING = { now: new Date('2024-05-01T07:30:00Z'), version: '1.2.3' };

/** The report of a warehouse. */
export async function pageOf({ dest }: Pick<Warehouse, 'dest'>): Promise<string> {
  const destination = await openForReading(dest, 'UTC');
  try {
    return await reportPage(new Reader(destination), MAKING);
  } finally {
    await destination.close();
  }
}

/** The texts of the cells of each row, table by table of a section, tags taken off. */
export function cellsIn(page: string, id: string): string[][] {
  return [...sectionOf(page, id).matchAll(/<tr>(<td.*?)<\/tr>/g)].map(([, row]) =>
    [...row!.matchAll(/<td[^>]*>(.*?)<\/td>/g)].map(([, text]) => text!),
  );
}

/** The markup of a section. */
export function sectionOf(page: string, id: string): string {
  const start = page.indexOf(`<section id="${id}"`);
  if (start < 0) throw new Error(`The page has no section ${id}.`);
  return page.slice(start, page.indexOf('</section>', start));
}

/** Its first sentences. */
export function leadOf(page: string, id: string): string {
  return /<p class="lead">(.*?)<\/p>/s.exec(sectionOf(page, id))![1]!;
}

/** A name that would be markup, a script, a turn of direction and a control character. */
export const HOSTILE = `</script><img src=x onerror=alert(1)>"'&\u202egpj\u2066\u200b`;

const asAttribute = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&apos;');

/** A day with hostile names wherever a report shows one, and a value that fits no column. */
export function hostileReport(): string {
  const name = asAttribute(HOSTILE);
  const common = { accountId: name, currency: name, symbol: name, description: name, conid: '1' };
  const day = { reportDate: '20240304', dateTime: '20240304;100000' };
  const sections = [
    section('Trades', 'Trade', [
      {
        ...common,
        ...day,
        tradeDate: '20240304',
        assetCategory: 'STK',
        transactionID: '1',
        quantity: '1',
        fifoPnlRealized: '5.5',
        ibCommission: '-1',
        ibCommissionCurrency: name,
        netCash: '1',
        strike: name,
        [`hostile`]: name,
      },
    ]),
    section('OpenPositions', 'OpenPosition', [
      { ...common, levelOfDetail: 'SUMMARY', assetCategory: 'STK', position: '1', markPrice: '2' },
    ]),
    section('CashTransactions', 'CashTransaction', [
      { ...common, ...day, type: 'Dividends', amount: '3', transactionID: '2' },
    ]),
    section('EquitySummaryInBase', 'EquitySummaryByReportDateInBase', [
      { accountId: name, currency: name, reportDate: '20240304', total: '10' },
    ]),
    section('CashReport', 'CashReportCurrency', [
      {
        accountId: name,
        currency: name,
        endingCash: '7',
        fromDate: '20240304',
        toDate: '20240304',
      },
    ]),
  ];
  return statement({ account: name, query: name, from: '20240304', sections: sections.join('\n') });
}
