/** `_row_number`: the place of each row in the document order of its statement. */
import { expect, it } from 'vitest';
import { FlexReport, type ReadOptions, openReport } from '../../src/library/report.js';
import { NUMBER_CELL, trailingText } from '../../src/parser/batch.js';
import { catalog } from '../fixtures.js';

const TRADES = `<Trades>
  <Trade transactionID="1" /><Lot transactionID="1" quantity="10" />
  <Trade transactionID="2" /><Lot transactionID="2" quantity="6" /><Lot transactionID="2" quantity="4" />
  <Oddity transactionID="3" /><Trade transactionID="4" quantity="1 &amp; 1" />
</Trades>`;

const report = (...statements: readonly string[]): Buffer =>
  Buffer.from(
    `<FlexQueryResponse queryName="Q" type="AF"><FlexStatements>${statements
      .map(
        (text, day) =>
          `<FlexStatement accountId="U1000001" fromDate="2024030${day + 1}" toDate="2024030${day + 1}">${text}</FlexStatement>`,
      )
      .join('')}</FlexStatements></FlexQueryResponse>`,
  );

/** Statement, number, table and key of each row, in the order of the numbers. */
async function numbered(input: Buffer, options: ReadOptions = {}): Promise<string[]> {
  const opened: FlexReport = openReport(input, { catalog, ...options });
  const rows: [number, number, string][] = [];
  for await (const batch of opened.batches()) {
    for (let row = 0; row < batch.rowCount; row++) {
      const number = Number(trailingText(batch, row, NUMBER_CELL));
      rows.push([batch.statement.index, number, batch.element.table]);
    }
  }
  return rows
    .sort(([a, b], [c, d]) => a - c || b - d)
    .map(([statement, number, table]) => `${statement}.${number} ${table}`);
}

const NUMBERED = [
  ...['0.0 flexetl_statements', '0.1 trades', '0.2 trade_lots', '0.3 trades', '0.4 trade_lots'],
  ...['0.5 trade_lots', '0.6 unmapped_rows', '0.7 trades', '0.8 cash_transactions'],
];
const CASH = '<CashTransactions><CashTransaction amount="1" /></CashTransactions>';

it('counts all elements of a statement together, in the order of the document', async () => {
  expect(await numbered(report(TRADES + CASH))).toEqual(NUMBERED);
});

it('begins anew with each statement', async () => {
  expect(await numbered(report(TRADES + CASH, CASH))).toEqual([
    ...NUMBERED,
    '1.0 flexetl_statements',
    '1.1 cash_transactions',
  ]);
});

it('gives a row the same number whatever else is selected', async () => {
  const input = report(TRADES + CASH);
  expect(await numbered(input, { skip: ['Trades'] })).toEqual([NUMBERED[0], NUMBERED[8]]);
  expect(await numbered(input, { only: ['Trades'] })).toEqual(NUMBERED.slice(0, 8));
});

it('does not count what stands outside of the sections', async () => {
  const input = report(TRADES + CASH).toString();
  const around = input
    .replace('<FlexStatements>', '<Message text="late" /><FlexStatements>')
    .replace('<CashTransactions>', 'words<CashTransactions>')
    .replace('</FlexStatements>', '<Message text="down" /></FlexStatements>');
  const outside = Array.from({ length: 3 }, () => '0.0 unmapped_rows');
  expect(await numbered(Buffer.from(around))).toEqual(
    [NUMBERED[0], ...outside, ...NUMBERED.slice(1)].sort((a, b) => (a! < b! ? -1 : 1)),
  );
});
