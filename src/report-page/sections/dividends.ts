/** Dividends, payments in lieu, and the tax and fees on them, by the month in which they were paid. */
import type { Section } from '../document.js';
import { tableHtml } from '../table.js';
import { cellsOf, LIST_KEPT, monthOf, type Warehouse } from '../warehouse.js';
import { monthCharts } from './by-month.js';

const VIEW = 'dividends_net';
const HEAD = { id: 'dividends', title: 'Dividends and tax by month', short: 'Dividends' };
const SERIES = [
  { name: 'Dividends', mark: 's1', column: 'dividends' },
  { name: 'Payments in lieu', mark: 's2', column: 'payments_in_lieu' },
  { name: 'Withholding tax', mark: 's3', column: 'withholding_tax' },
  { name: 'Fees', mark: 's4', column: 'fees' },
];

export async function readDividends(warehouse: Warehouse): Promise<Section> {
  if (!warehouse.has(VIEW)) {
    const lead =
      'Nothing is known of them: no statement has cash transactions (section CashTransactions) in the database.';
    return { ...HEAD, lead, blocks: [] };
  }
  const months = await warehouse.rows(
    `SELECT account_id, _query, currency, ${monthOf('coalesce(settle_date, day)')} AS month,
       sum(dividends) AS dividends, sum(payments_in_lieu) AS payments_in_lieu,
       sum(withholding_tax) AS withholding_tax, sum(fees) AS fees, sum(net) AS net
     FROM ${warehouse.relation(VIEW)}
     GROUP BY account_id, _query, currency, ${monthOf('coalesce(settle_date, day)')}
     ORDER BY month DESC, account_id, _query, currency`,
  );
  if (months.length === 0) return { ...HEAD, lead: 'No dividend was paid.', blocks: [] };
  return {
    ...HEAD,
    lead: 'By the month of payment, with what was reversed and booked again. Tax and fees are negative where they were paid.',
    blocks: [
      ...monthCharts(months, 'Dividends and tax', SERIES),
      tableHtml({
        caption: 'Dividends and tax by month',
        columns: [
          { title: 'Month', kind: 'day' },
          { title: 'Account', kind: 'name' },
          { title: 'Query', kind: 'name' },
          { title: 'Currency', kind: 'name' },
          ...SERIES.map(({ name }) => ({ title: name, kind: 'amount' }) as const),
          { title: 'Net', kind: 'amount' },
        ],
        rows: cellsOf(months.slice(0, LIST_KEPT), [
          ...['month', 'account_id', '_query', 'currency'],
          ...SERIES.map(({ column }) => column),
          'net',
        ]),
        total: months.length,
        shown: 'the newest',
        sorted: [0, 'descending'],
      }),
    ],
  };
}
