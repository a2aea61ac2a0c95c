/**
 * The fixtures themselves: complete, invented, and in the demo coherent, so that
 * whoever adds up its figures in a warehouse gets what the statement says.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { FIXTURES, LOADS } from './fixtures.js';

const foldersOf = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

const folders = foldersOf(FIXTURES).filter((name) => name !== LOADS);

describe.each(folders)('fixture %s', (name) => {
  const folder = join(FIXTURES, name);
  const inputs = readdirSync(folder).filter((file) => file.startsWith('input.'));

  it('has one input, says what it shows and what must come of it', () => {
    expect(inputs).toHaveLength(1);
    const about = readFileSync(join(folder, 'about.md'), 'utf8');
    expect(about.trim().split('\n\n')).toHaveLength(1);
    expect(about).toMatch(/\.\n$/);
    if (name === 'demo') return;
    expect(existsSync(join(folder, 'expected.json'))).toBe(true);
    const expected = readFileSync(join(folder, 'expected.json'), 'utf8');
    expect(Object.hasOwn(JSON.parse(expected) as object, 'error')).toBe(
      expected.includes('"code": "FLEX_'),
    );
  });

  it('speaks of invented accounts only', () => {
    expect(foreignAccounts(join(folder, inputs[0]!))).toEqual([]);
  });
});

describe.each(foldersOf(join(FIXTURES, LOADS)))('loads of %s', (name) => {
  const folder = join(FIXTURES, LOADS, name);
  const files = readdirSync(folder);
  const inputs = files.filter((file) => file.endsWith('.xml'));

  it('has numbered files, says what they show and what must come of them', () => {
    expect(inputs.length).toBeGreaterThan(0);
    expect(inputs.sort()).toEqual(inputs.map((_, i) => `${i + 1}.xml`));
    expect(files.sort()).toEqual([...inputs, 'about.md', 'expected.json'].sort());
    const about = readFileSync(join(folder, 'about.md'), 'utf8');
    expect(about.trim().split('\n\n')).toHaveLength(1);
    expect(about).toMatch(/\.\n$/);
  });

  it('speaks of invented accounts only', () => {
    expect(inputs.flatMap((file) => foreignAccounts(join(folder, file)))).toEqual([]);
  });
});

function foreignAccounts(path: string): string[] {
  const accounts = readFileSync(path, 'latin1').match(/\b(?:D?[UFI])\d{5,8}\b/g) ?? [];
  return accounts.filter((account) => !/^U100000\d$/.test(account));
}

type Row = Readonly<Record<string, string>>;
type Children = Readonly<Record<string, { readonly [element: string]: Row[] | undefined }[]>>;

/** Exact sums: decimals as whole 10^-18. */
const SCALE = 18;
function units(literal: string): bigint {
  const [whole = '', fraction = ''] = literal.replaceAll(',', '').split('.');
  if (fraction.length > SCALE) throw new RangeError(`${literal} has too many decimals`);
  return BigInt(whole.replace('-0', '-') + fraction.padEnd(SCALE, '0'));
}
const ONE = 10n ** BigInt(SCALE);

function sum(rows: readonly Row[], attribute: string): bigint {
  return rows.reduce((total, row) => total + units(row[attribute]!), 0n);
}

function readDemo(): Children[] {
  const parser = new XMLParser({
    ignoreAttributes: false,
    attributeNamePrefix: '',
    parseAttributeValue: false,
    isArray: (_, path, __, isAttribute) => !isAttribute && String(path).split('.').length > 2,
  });
  const xml = readFileSync(join(FIXTURES, 'demo', 'input.xml'), 'utf8');
  const report = parser.parse(xml) as {
    FlexQueryResponse: { FlexStatements: { FlexStatement: Children[] } };
  };
  return report.FlexQueryResponse.FlexStatements.FlexStatement;
}

const statements = readDemo();

describe.each([
  ['U1000001', 0],
  ['U1000002', 1],
])('demo account %s', (account, index) => {
  const children = statements[index]!;
  const rows = (section: string, element: string): Row[] => children[section]?.[0]?.[element] ?? [];
  const trades = rows('Trades', 'Trade');
  const positions = rows('OpenPositions', 'OpenPosition');
  const days = rows('EquitySummaryInBase', 'EquitySummaryByReportDateInBase');
  const report = rows('CashReport', 'CashReportCurrency');
  const cash = rows('CashTransactions', 'CashTransaction');
  const rates = new Map(
    rows('ConversionRates', 'ConversionRate').map((row) => [
      `${row['reportDate']} ${row['fromCurrency']}`,
      units(row['rate']!),
    ]),
  );
  const inBase = (amount: bigint, currency: string, day: string): bigint => {
    const product = amount * rates.get(`${day} ${currency}`)!;
    expect(product % ONE).toBe(0n);
    return product / ONE;
  };

  it('is an account with activity, and of that name', () => {
    expect((children as unknown as Row)['accountId']).toBe(account);
    expect(trades.length).toBeGreaterThan(10);
    expect(days.length).toBeGreaterThan(80);
  });

  it('holds at the end what trades and corporate actions leave', () => {
    const held = new Map<string, bigint>();
    for (const row of [...trades, ...rows('CorporateActions', 'CorporateAction')]) {
      if (row['assetCategory'] === 'CASH') continue;
      const conid = row['conid']!;
      held.set(conid, (held.get(conid) ?? 0n) + units(row['quantity']!));
    }
    for (const level of ['SUMMARY', 'LOT']) {
      const stated = new Map<string, bigint>();
      for (const row of positions.filter((position) => position['levelOfDetail'] === level)) {
        const conid = row['conid']!;
        stated.set(conid, (stated.get(conid) ?? 0n) + units(row['position']!));
      }
      expect(stated).toEqual(new Map([...held].filter(([, quantity]) => quantity !== 0n)));
    }
  });

  it('has orders that are the sum of their executions, and lots with the result of their trades', () => {
    for (const order of rows('Trades', 'Order')) {
      const fills = trades.filter((trade) => trade['ibOrderID'] === order['ibOrderID']);
      for (const figure of ['quantity', 'proceeds', 'ibCommission', 'netCash', 'fifoPnlRealized']) {
        expect(sum(fills, figure), figure).toBe(units(order[figure]!));
      }
    }
    const lots = rows('Trades', 'Lot');
    expect(lots.length).toBeGreaterThan(2);
    expect(sum(lots, 'fifoPnlRealized')).toBe(sum(trades, 'fifoPnlRealized'));
    for (const trade of trades.filter((row) => row['openCloseIndicator'] === 'C')) {
      const figures = ['proceeds', 'ibCommission', 'taxes', 'cost'];
      const result = figures.reduce((total, figure) => total + units(trade[figure]!), 0n);
      expect(result).toBe(units(trade['fifoPnlRealized']!));
    }
  });

  it('has in cash, for each currency, what was paid', () => {
    for (const { currency = '', cashSettlingMtm = '0', endingCash = '' } of report) {
      if (currency === 'BASE_SUMMARY') continue;
      const own = (row: Row): boolean => row['currency'] === currency;
      const paid = sum(cash.filter(own), 'amount') + units(cashSettlingMtm);
      const dealt = sum(
        trades.filter((row) => own(row)),
        'netCash',
      );
      const exchanged = trades
        .filter((row) => row['assetCategory'] === 'CASH')
        .reduce((total, row) => {
          if (own(row)) return total + units(row['proceeds']!);
          return row['symbol']!.startsWith(`${currency}.`)
            ? total + units(row['quantity']!)
            : total;
        }, 0n);
      expect(paid + dealt + exchanged, currency).toBe(units(endingCash));
    }
  });

  it('has a net asset value of cash, stock and options every day, and on the last that of its positions', () => {
    for (const day of days) {
      const parts = units(day['cash']!) + units(day['stock']!) + units(day['options']!);
      expect(parts, day['reportDate']).toBe(units(day['total']!));
    }
    const last = days.at(-1)!;
    const valueOf = (category: string): bigint =>
      positions
        .filter((row) => row['assetCategory'] === category && row['levelOfDetail'] === 'SUMMARY')
        .reduce(
          (total, row) =>
            total + inBase(units(row['positionValue']!), row['currency']!, row['reportDate']!),
          0n,
        );
    expect(valueOf('STK')).toBe(units(last['stock']!));
    expect(valueOf('OPT')).toBe(units(last['options']!));
    const base = report.find((row) => row['currency'] === 'BASE_SUMMARY')!;
    expect(base['endingCash']).toBe(last['cash']);
    const converted = report
      .filter((row) => row !== base)
      .reduce(
        (total, row) =>
          total + inBase(units(row['endingCash']!), row['currency']!, last['reportDate']!),
        0n,
      );
    expect(converted).toBe(units(last['cash']!));
  });

  it('has a ChangeInNAV that leads to the last day', () => {
    const [change] = children['ChangeInNAV'] as unknown as Row[];
    const steps = Object.keys(change!).filter(
      (name) => /^-?[\d.]+$/.test(change![name]!) && !/Date$|Value$|^twr$/.test(name),
    );
    const total = steps.reduce((value, name) => value + units(change![name]!), 0n);
    expect(total).toBe(units(change!['endingValue']!));
    expect(change!['endingValue']).toBe(days.at(-1)!['total']);
    const flows = cash.filter((row) => row['type'] === 'Deposits/Withdrawals');
    expect(change!['depositsWithdrawals']).toBe(String(sum(flows, 'amount') / ONE));
  });
});
