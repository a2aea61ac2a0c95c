/** Net asset value by day: a line for each account, query and base currency, and all days in a table. */
import { figure } from '../charts/plot.js';
import { lineChart } from '../charts/line.js';
import { amount } from '../decimals.js';
import type { Section } from '../document.js';
import { markup, type Html, NOTHING } from '../html.js';
import { tableHtml } from '../table.js';
import { cellsOf, type Warehouse } from '../warehouse.js';
import { bookName, booksOf, bookTitle, chartsOf, type Book } from './books.js';

const VIEW = 'nav_by_day';
const HEAD = { id: 'net-asset-value', title: 'Net asset value by day', short: 'Net asset value' };

export async function readNav(warehouse: Warehouse): Promise<Section> {
  const nothing = {
    ...HEAD,
    lead: 'Nothing is known of it: no statement has net asset values (section EquitySummaryInBase) in the database.',
    blocks: [],
  };
  if (!warehouse.has(VIEW)) return nothing;
  const points = await warehouse.rows(
    `SELECT account_id, _query, currency, CAST(report_date AS text) AS day, total
     FROM ${warehouse.relation(VIEW)} WHERE total IS NOT NULL AND report_date IS NOT NULL
     ORDER BY account_id, _query, report_date`,
  );
  if (points.length === 0) return nothing;
  const books = booksOf(points);
  return {
    ...HEAD,
    lead: 'As the broker reports it, in the base currency of the account. The change of a day holds deposits and withdrawals, so it is no profit. Lines are broken where more than a week is missing; an axis need not begin at zero.',
    blocks: [...chartsOf(books, chartOf), await days(warehouse)],
    glance: books.slice(0, 4).map((book) => ({
      label: `Net asset value, ${book.account}`,
      value: `${amount(book.rows.at(-1)!['total']!)} ${book.currency}`.trimEnd(),
    })),
  };
}

function chartOf(book: Book): Html {
  const { currency, rows } = book;
  const [first, last] = [rows[0]!, rows.at(-1)!];
  const value = `${amount(last['total']!)} ${currency}`.trimEnd();
  const title = markup`${bookTitle(book)} <strong>${value}</strong>
    <span class="same">on ${last['day']!}</span>`;
  const label = `Net asset value of ${bookName(book)}, from ${first['day']!} to ${last['day']!}: at first ${amount(first['total']!)}, at last ${value}`;
  const points = rows.map((row) => ({ day: row['day']!, value: row['total']! }));
  return figure(title, NOTHING, lineChart(label, points));
}

async function days(warehouse: Warehouse): Promise<Html> {
  const { rows, total } = await warehouse.cut(
    `SELECT account_id, _query, CAST(report_date AS text) AS day, currency, total, change, cash, stock,
       options, bonds, funds
     FROM ${warehouse.relation(VIEW)} WHERE total IS NOT NULL`,
    'day DESC, account_id, _query',
  );
  const columns = [
    { title: 'Day', kind: 'day' },
    { title: 'Account', kind: 'name' },
    { title: 'Query', kind: 'name' },
    { title: 'Currency', kind: 'name' },
    { title: 'Net asset value', kind: 'amount' },
    { title: 'Change', kind: 'amount' },
    { title: 'Cash', kind: 'amount' },
    { title: 'Stocks', kind: 'amount' },
    { title: 'Options', kind: 'amount' },
    { title: 'Bonds', kind: 'amount' },
    { title: 'Funds', kind: 'amount' },
  ] as const;
  const names = [
    ...['day', 'account_id', '_query', 'currency', 'total', 'change'],
    ...['cash', 'stock', 'options', 'bonds', 'funds'],
  ];
  return tableHtml({
    caption: 'Net asset value, all days',
    columns,
    rows: cellsOf(rows, names),
    total,
    shown: 'the newest',
    sorted: [0, 'descending'],
  });
}
