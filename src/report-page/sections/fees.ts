/** Fees, commissions, interest and sales tax by month. */
import type { Section } from '../document.js';
import { type Html } from '../html.js';
import { tableHtml } from '../table.js';
import { cellsOf, monthOf, type Warehouse } from '../warehouse.js';
import { monthCharts } from './by-month.js';

const VIEW = 'fees_and_interest';
const HEAD = { id: 'fees', title: 'Fees, commissions and interest by month', short: 'Fees' };
const SERIES = [
  { name: 'Commissions', mark: 's1', column: 'commission' },
  { name: 'Fees', mark: 's3', column: 'fee' },
  { name: 'Interest', mark: 's2', column: 'interest' },
  { name: 'Sales tax', mark: 's4', column: 'tax' },
];

export async function readFees(warehouse: Warehouse): Promise<Section> {
  if (!warehouse.has(VIEW)) {
    const lead =
      'Nothing is known of them: no statement has trades or cash transactions in the database.';
    return { ...HEAD, lead, blocks: [] };
  }
  const sums = SERIES.map(
    ({ column }) => `sum(CASE WHEN category = '${column}' THEN amount END) AS ${column}`,
  );
  const months = await warehouse.rows(
    `SELECT account_id, _query, currency, ${monthOf('day')} AS month, ${sums.join(', ')}
     FROM ${warehouse.relation(VIEW)} GROUP BY account_id, _query, currency, ${monthOf('day')}
     ORDER BY account_id, _query, currency, month`,
  );
  if (months.length === 0) return { ...HEAD, lead: 'None was charged or paid.', blocks: [] };
  return {
    ...HEAD,
    lead: 'Negative where they cost, positive where they were received. Taxes on trades are not in it, nor is tax on dividends.',
    blocks: [
      ...monthCharts(months, 'Fees, commissions and interest', SERIES),
      await kinds(warehouse),
    ],
  };
}

async function kinds(warehouse: Warehouse): Promise<Html> {
  const { rows, total } = await warehouse.cut(
    `SELECT account_id, _query, currency, ${monthOf('day')} AS month, category, kind,
       sum(received) AS received, sum(paid) AS paid, sum(amount) AS amount,
       sum(movements) AS movements
     FROM ${warehouse.relation(VIEW)}
     GROUP BY account_id, _query, currency, ${monthOf('day')}, category, kind`,
    'month DESC, category, kind, account_id, _query, currency',
  );
  return tableHtml({
    caption: 'Fees, commissions and interest by month and kind',
    columns: [
      { title: 'Month', kind: 'day' },
      { title: 'Kind', kind: 'text' },
      { title: 'Account', kind: 'name' },
      { title: 'Query', kind: 'name' },
      { title: 'Currency', kind: 'name' },
      { title: 'Received', kind: 'amount' },
      { title: 'Paid', kind: 'amount' },
      { title: 'Together', kind: 'amount' },
      { title: 'Movements', kind: 'exact' },
    ],
    rows: cellsOf(rows, [
      ...['month', 'kind', 'account_id', '_query', 'currency'],
      ...['received', 'paid', 'amount', 'movements'],
    ]),
    total,
    shown: 'the newest',
    sorted: [0, 'descending'],
  });
}
