/** One report served for other days: the whole way, from the request to the bytes. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { Rebasing } from '../../../src/flex-service/fake/rebasing.js';
import { readReports } from '../../../src/flex-service/fake/reports.js';
import { addDays, daysBetween } from '../../../src/time/days.js';
import { often } from '../../brief.js';
import { expectedOf, FIXTURES, fixtures, read } from '../../fixtures.js';
import { fake, folderOf, REPORT } from '../client/talk.js';
import { days, rebased, reportWith, rowsOf, type Attributes } from './rebase.js';

const DEMO = readFileSync(join(FIXTURES, 'demo', 'input.xml'), 'utf8');
/** Elements of the demo that happen on a day, and the attribute that says on which. */
const OF_A_DAY: Readonly<Record<string, string>> = {
  Trade: 'reportDate',
  Order: 'reportDate',
  Lot: 'reportDate',
  CashTransaction: 'reportDate',
  EquitySummaryByReportDateInBase: 'reportDate',
  CorporateAction: 'reportDate',
  TransactionTax: 'date',
  ConversionRate: 'reportDate',
};
const compact = (day: string): string => day.replaceAll('-', '');

/** All rows of days, each as text. */
function rowsOfDays(xml: string): string[] {
  return Object.keys(OF_A_DAY)
    .flatMap((name) => rowsOf(xml, name).map((row) => `${name} ${JSON.stringify(row)}`))
    .sort();
}

describe('a report of four months, served for other days', () => {
  it('is sent as it is for its own', async () => {
    const { ask } = await rebased(DEMO);
    expect(await ask(days('2024-01-02', '2024-04-30'))).toBe(DEMO);
  });

  it('says of each day the same in every window', { timeout: 300_000 }, async () => {
    const { ask } = await rebased(DEMO);
    const cut = fc
      .tuple(fc.nat(4000), fc.integer({ min: 7, max: 365 }), fc.nat())
      .map(([from, length, at]) => [from, from + (at % (length - 1)), from + length - 1] as const);
    await fc.assert(
      fc.asyncProperty(cut, async (places) => {
        const [from, middle, to] = places.map((count) => addDays('2019-01-01', count));
        const whole = await ask(days(from!, to));
        const first = await ask(days(from!, middle));
        const second = await ask(days(addDays(middle!, 1), to));
        const both = [...rowsOfDays(first), ...rowsOfDays(second)].sort();
        expect(both).toEqual(rowsOfDays(whole));
        expect(both.length).toBeGreaterThan(0);
      }),
      { numRuns: often(12, 3) },
    );
  });

  it('has rows of the days asked for, and no others', async () => {
    const { ask } = await rebased(DEMO);
    const xml = await ask(days('2026-02-01', '2026-05-31'));
    for (const [name, date] of Object.entries(OF_A_DAY)) {
      const dates = rowsOf(xml, name).map((row) => row[date]!);
      expect(dates.length).toBeGreaterThan(0);
      expect(dates.filter((day) => day < '20260201' || day > '20260531')).toEqual([]);
    }
  });

  it('moves all dates of a row alike, and keeps weekdays', async () => {
    const { ask } = await rebased(DEMO);
    const shift = 6 * 119;
    const xml = await ask(days(addDays('2024-01-04', shift), addDays('2024-04-30', shift)));
    const before = rowsOf(DEMO, 'Trade').filter(({ reportDate }) => reportDate! >= '20240104');
    const after = rowsOf(xml, 'Trade');
    expect(shift % 7).toBe(0);
    expect(after).toHaveLength(before.length);
    const later = (date = ''): string =>
      date.replace(/^(\d{4})(\d\d)(\d\d)/, (_, year, month, day) =>
        compact(addDays(`${year}-${month}-${day}`, shift)),
      );
    for (const [index, row] of after.entries()) {
      const own = before[index]!;
      const dates = ['reportDate', 'tradeDate', 'dateTime', 'settleDateTarget', 'expiry'];
      for (const name of dates) expect(row[name]).toBe(later(own[name]));
      expect([row['symbol'], row['quantity'], row['conid']]).toEqual([
        own['symbol'],
        own['quantity'],
        own['conid'],
      ]);
    }
  });

  it('has other ids on other days, and rows refer to each other as before', async () => {
    const { ask } = await rebased(DEMO);
    const windows = [2023, 2024, 2025, 2026].map((year) => days(`${year}-01-01`, `${year}-12-30`));
    const reports = await Promise.all(windows.map((window) => ask(window)));
    const trades = reports.flatMap((xml) => rowsOf(xml, 'Trade'));
    const booked = reports.flatMap((xml) => rowsOf(xml, 'CashTransaction'));
    const orders = new Set(
      reports.flatMap((xml) => rowsOf(xml, 'Order')).map((row) => row['ibOrderID']),
    );
    expect(trades.length).toBeGreaterThan(350);
    for (const [rows, name] of [
      [trades, 'transactionID'],
      [trades, 'tradeID'],
      [trades, 'ibExecID'],
      [booked, 'transactionID'],
    ] as const) {
      const ids = rows.map((row) => row[name]!).filter((id) => id !== '');
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    }
    // An order of the day of its trade, as in the demo: all trades but those of exercises have one.
    const exchanged = (rows: readonly Attributes[]): Attributes[] =>
      rows.filter(
        ({ ibOrderID = '', transactionType }) =>
          ibOrderID !== '' && transactionType === 'ExchTrade',
      );
    expect(exchanged(trades).length).toBeGreaterThan(300);
    expect(exchanged(trades).filter(({ ibOrderID = '' }) => !orders.has(ibOrderID))).toEqual([]);
  });

  it('is the same for the same request', async () => {
    const window = days('2026-03-01', '2026-08-31');
    const first = await rebased(DEMO);
    const later = await rebased(
      { 'packed.xml.gz': gzipSync(DEMO) },
      new Date('2027-01-15T12:00:00Z'),
    );
    expect(await later.ask(window)).toBe(await first.ask(window));
  });

  it('says of the window as a whole what the report says, about the days asked for', async () => {
    const { ask } = await rebased(DEMO);
    const xml = await ask(days('2026-03-09', '2026-03-13'));
    const shared = { accountId: 'U1000001', fromDate: '20260309', toDate: '20260313' };
    expect(rowsOf(xml, 'FlexStatement')[0]).toEqual({
      ...shared,
      period: '',
      whenGenerated: '20260314;072104',
    });
    expect(rowsOf(xml, 'ChangeInNAV')[0]).toEqual({ ...rowsOf(DEMO, 'ChangeInNAV')[0], ...shared });
    const positions = rowsOf(xml, 'OpenPosition');
    expect(positions).toHaveLength(rowsOf(DEMO, 'OpenPosition').length);
    expect(new Set(positions.map((row) => row['reportDate']))).toEqual(new Set(['20260313']));
    expect(rowsOf(xml, 'SecurityInfo')).toHaveLength(rowsOf(DEMO, 'SecurityInfo').length);
  });

  it('ends on the last business day where the request names no days', async () => {
    const { ask } = await rebased(DEMO, new Date('2026-11-30T15:00:00Z'));
    expect(rowsOf(await ask(), 'FlexStatement')[0]).toMatchObject({
      fromDate: compact(addDays('2026-11-27', -119)),
      toDate: '20261127',
    });
    expect(rowsOf(await ask({ p: '7' }), 'FlexStatement')[0]).toMatchObject({
      fromDate: '20261121',
      toDate: '20261127',
    });
    // In New York it is still Sunday.
    const night = await rebased(DEMO, new Date('2026-12-01T03:00:00Z'));
    expect(rowsOf(await night.ask(), 'FlexStatement')[0]).toMatchObject({ toDate: '20261127' });
  });

  it('answers the codes of the service where it has no such report', async () => {
    const { ask } = await rebased(DEMO);
    expect(await ask(days('2026-03-13', '2026-03-09'))).toBe('1003');
    expect(await ask(days('2025-01-01', '2026-01-01'))).toBe('1020');
    expect(await ask({ fd: '20260101' })).toBe('1020');
  });
});

describe('reports of every kind', () => {
  const good = fixtures().filter((fixture) => expectedOf(fixture)?.error === undefined);

  /** What the report comes to for a window, or the code of an error. */
  async function moved(input: Buffer, fd: string, td: string): Promise<Buffer | string> {
    const reports = await readReports(folderOf({ 'a.xml': input }));
    const rebasing = await Rebasing.open(reports);
    const answer = rebasing.rebase(reports[0]!, { fd, td, p: undefined }, '2026-11-27');
    if (typeof answer === 'string') return answer;
    const chunks: Buffer[] = [];
    for await (const chunk of answer.body()) chunks.push(chunk);
    return Buffer.concat(chunks);
  }

  /** First and last day of the statements, as they are parsed. */
  function spanOf(input: Buffer): [string, string] | undefined {
    const statements = (read([input]).rows ?? []).flatMap((row) => {
      const { table, row: columns } = row as { table: string; row: Record<string, string> };
      return table === 'flexetl_statements' ? [columns] : [];
    });
    const firsts = statements.map((row) => row['from_date']!).sort();
    const lasts = statements.map((row) => row['to_date']!).sort();
    if (firsts[0] === undefined || lasts[0] === undefined) return undefined;
    return [firsts[0], lasts.at(-1)!];
  }

  const known = good.flatMap(({ name, input }) => {
    const span = input[0] === 0x1f ? undefined : spanOf(input);
    return span === undefined ? [] : [{ name, input, span }];
  });

  it('are here', () => {
    expect(known.length).toBeGreaterThan(60);
  });

  it.each(known)('$name is itself for its own days, and whole for others', async (fixture) => {
    const { input, span, name } = fixture;
    // Slash dates that prove no order have none to be moved in.
    if (name === 'dates-slash-same-either-way') {
      await expect(moved(input, '20300520', '20300520')).rejects.toMatchObject({
        code: 'FLEX_DATE_ORDER',
      });
      return;
    }
    const own = await moved(input, compact(span[0]), compact(span[1]));
    const text = input
      .toString('latin1')
      .replace(/(<FlexStatement\b[^>]* period=)(["']).*?\2/g, '$1$2$2');
    expect(own.toString('latin1')).toBe(text);

    // Whole weeks away; with a day after the 12th, which tells slash dates.
    const length = daysBetween(...span);
    const weeks = Math.round(daysBetween(span[1], '2030-05-24') / 7) * 7;
    const window = [addDays(span[0], weeks), addDays(span[1], weeks)] as const;
    const other = await moved(input, compact(window[0]), compact(window[1]));
    expect(Buffer.isBuffer(other)).toBe(true);
    const result = read([other as Buffer]);
    expect(result.error).toBeUndefined();
    const parsed = spanOf(other as Buffer)!;
    expect(parsed[0] >= window[0] && parsed[1] <= window[1]).toBe(true);
    // A longer report is not cut at its own first day, so that other rows may occur twice.
    if (length >= 7) return;
    expect(result.rows).toHaveLength(read([input]).rows!.length);
    expect(result.problems).toHaveLength(read([input]).problems!.length);
  });

  it('broken out by day have a statement for each day', async () => {
    const input = good.find(({ name }) => name === 'breakout-by-day')!.input;
    const xml = String(await moved(input, '20260105', '20261230'));
    const statements = rowsOf(xml, 'FlexStatement');
    expect(rowsOf(xml, 'FlexStatements')[0]!['count']).toBe(String(statements.length));
    expect(statements.every(({ fromDate, toDate }) => fromDate === toDate)).toBe(true);
    const all = statements.map(({ fromDate }) => fromDate!);
    expect(all).toEqual([...new Set(all)].sort());
    expect(all.length).toBeGreaterThan(240);
    expect(read([Buffer.from(xml)]).error).toBeUndefined();
  });
});

describe('rows of a moved report', () => {
  const trade = (date: string, more = ''): string =>
    `<Trade accountId="U1000001" symbol="ABCD" ${date} transactionID="77" ${more}/>`;
  const day = 'fromDate="20240304" toDate="20240304" whenGenerated="20240305;072104"';
  const week = 'fromDate="20240304" toDate="20240310" whenGenerated="20240311;072104"';

  it('stand once for each working day, where the report has one', async () => {
    const { ask } = await rebased(
      reportWith(day, `<Trades>\n${trade('reportDate="20240304"')}\n</Trades>`),
    );
    const xml = await ask(days('2026-11-02', '2026-11-10'));
    expect(/<Trades>([^]*)<\/Trades>/.exec(xml)![1]).toBe(
      ['02', '03', '04', '05', '06', '09', '10']
        .map((date) => `\n${trade(`reportDate="202611${date}"`).replace('77', `772611${date}`)}`)
        .join('') + '\n',
    );
    expect(await ask(days('2026-11-07', '2026-11-08'))).toContain('<Trades>\n</Trades>');
  });

  it('are placed by their trade date where the query selects no report date', async () => {
    const { ask } = await rebased(
      reportWith(
        week,
        `<Trades>${trade('tradeDate="20240305"')}${trade('reportDate="" dateTime="20240306;101500"')}</Trades>`,
      ),
    );
    const on = async (date: string): Promise<number> =>
      rowsOf(await ask(days(date)), 'Trade').length;
    expect([await on('2026-11-03'), await on('2026-11-04'), await on('2026-11-05')]).toEqual([
      1, 1, 0,
    ]);
  });

  it('without any date follow the row before them, and else are of the last day', async () => {
    const lot = '<Lot accountId="U1000001" symbol="ABCD" quantity="1" />';
    const { ask } = await rebased(
      reportWith(
        week,
        `<Trades>${trade('reportDate="20240305"')}${lot}</Trades><CashTransactions><CashTransaction accountId="U1000001" amount="1"/></CashTransactions>`,
      ),
    );
    const tuesday = await ask(days('2026-11-03'));
    expect([rowsOf(tuesday, 'Lot').length, rowsOf(tuesday, 'CashTransaction').length]).toEqual([
      1, 0,
    ]);
    const sunday = await ask(days('2026-11-08'));
    expect([rowsOf(sunday, 'Lot').length, rowsOf(sunday, 'CashTransaction').length]).toEqual([
      0, 1,
    ]);
  });

  it('are left out or repeated with all that is in them', async () => {
    const lots = (date: string): string =>
      `<FxTransaction accountId="U1000001" reportDate="${date}">\n<FxClosedLots>\n<FxClosedLot accountId="U1000001" reportDate="${date}" />\n</FxClosedLots>\n</FxTransaction>`;
    const { ask } = await rebased(
      reportWith(
        week,
        `<FxTransactions>\n${lots('20240304')}\n${lots('20240305')}\n</FxTransactions>`,
      ),
    );
    expect(await ask(days('2026-11-02', '2026-11-09'))).toContain(
      `<FxTransactions>\n${lots('20261102')}\n${lots('20261109')}\n${lots('20261103')}\n</FxTransactions>`,
    );
    expect(await ask(days('2026-11-04'))).toContain('<FxTransactions>\n</FxTransactions>');
  });

  it('dated outside of the window of the report stay as far from it', async () => {
    const { ask } = await rebased(
      reportWith(day, `<Trades>${trade('reportDate="20240228"')}</Trades>`),
    );
    expect(rowsOf(await ask(days('2026-11-10')), 'Trade')[0]).toMatchObject({
      reportDate: '20261105',
    });
  });

  it('of sections that the catalogue does not know are of the day that they name', async () => {
    const { ask } = await rebased(
      reportWith(
        week,
        '<News><Item reportDate="20240304" at="20240304"/><Item text="20240304"/></News>',
      ),
    );
    expect(await ask(days('2026-11-02'))).toContain(
      '<News><Item reportDate="20261102" at="20240304"/><Item text="20240304"/></News>',
    );
    expect(await ask(days('2026-11-03'))).toContain('<News><Item text="20240304"/></News>');
  });
});

describe('the choice of a report', () => {
  it('prefers one of exactly these days, and moves the newest for all others', async () => {
    const { ask } = await rebased({
      'a.xml': REPORT,
      'b.xml': REPORT.replaceAll('202406', '202407').replaceAll('ABCD', 'WXYZ'),
    });
    expect(await ask(days('2024-06-03', '2024-06-28'))).toBe(REPORT);
    expect(await ask(days('2024-06-03', '2024-06-27'))).not.toContain('ABCD');
    expect(await ask(days('2026-06-01', '2026-06-30'))).toContain('WXYZ');
  });

  it('leaves reports aside that do not say their days', async () => {
    const undated = REPORT.replace(/ (?:from|to)Date="\d+"/g, '').replace('20240628;', '20250628;');
    const { ask } = await rebased({ 'a.xml': REPORT, 'b.xml': undated, 'c.xml': '<html>' });
    expect(rowsOf(await ask(days('2026-11-02', '2026-11-06')), 'FlexStatement')[0]).toMatchObject({
      toDate: '20261106',
    });
    const starting = fake({ folder: folderOf({ 'b.xml': undated }), rebase: true });
    await expect(starting).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
  });

  it('refuses slash dates that can be read in two ways', async () => {
    const slashes = REPORT.replaceAll(/"2024(06)(\d\d)/g, '"$1/03/2024');
    const starting = fake({ folder: folderOf({ 'a.xml': slashes }), rebase: true });
    await expect(starting).rejects.toMatchObject({
      code: 'FLEX_DATE_ORDER',
      at: { file: expect.stringMatching(/a\.xml$/) as string },
    });
  });
});
