/** Cash by currency: what the broker's newest cash report of each account and query says. */
import type { Section } from '../document.js';
import { tableHtml } from '../table.js';
import { cellsOf, type Warehouse } from '../warehouse.js';

const TABLE = 'cash_report_currencies';
const HEAD = { id: 'cash', title: 'Cash by currency', short: 'Cash' };
/** The name under which the broker adds up all currencies, by the rates of the day. */
const BASE = 'BASE_SUMMARY';

export async function readCash(warehouse: Warehouse): Promise<Section> {
  if (!warehouse.has(TABLE)) {
    const lead =
      'Nothing is known of it: no statement has a cash report (section CashReport) in the database.';
    return { ...HEAD, lead, blocks: [] };
  }
  const { rows, total } = await warehouse.cut(
    cashOf(warehouse),
    'account_id, _query, is_base, currency, _row_key',
  );
  if (rows.length === 0) {
    const lead = 'The newest cash report of every account and query holds no currency.';
    return { ...HEAD, lead, blocks: [] };
  }
  return {
    ...HEAD,
    lead: "From the broker's newest cash report: at the beginning of its window, and at the end. The broker's own sum of all currencies, in base currency, is the line “all in base”.",
    blocks: [
      tableHtml({
        caption: 'Cash by currency',
        columns: [
          { title: 'Currency', kind: 'text' },
          { title: 'Account', kind: 'name' },
          { title: 'Query', kind: 'name' },
          { title: 'From', kind: 'name' },
          { title: 'To', kind: 'name' },
          { title: 'At the beginning', kind: 'amount' },
          { title: 'At the end', kind: 'amount' },
          { title: 'Of it settled', kind: 'amount' },
        ],
        rows: cellsOf(rows, [
          ...['shown', 'account_id', '_query', 'first_day', 'last_day'],
          ...['starting', 'ending', 'settled'],
        ]),
        total,
      }),
    ],
  };
}

/** The rows of the newest statement of each account and query that has a cash report. */
function cashOf(warehouse: Warehouse): string {
  const amount = (name: string): string => warehouse.column(TABLE, name, 'numeric(38, 12)');
  const day = (name: string): string => `CAST(${warehouse.column(TABLE, name, 'date')} AS text)`;
  return `SELECT c.account_id, c._query, c._row_key, ${currencyOf(warehouse)} AS currency,
      CASE WHEN ${currencyOf(warehouse)} = '${BASE}' THEN 'all in base' ELSE ${currencyOf(warehouse)} END AS shown,
      CASE WHEN ${currencyOf(warehouse)} = '${BASE}' THEN 1 ELSE 0 END AS is_base,
      ${day('from_date')} AS first_day, ${day('to_date')} AS last_day,
      ${amount('starting_cash')} AS starting, ${amount('ending_cash')} AS ending,
      ${amount('ending_settled_cash')} AS settled
    FROM ${warehouse.relation(TABLE)} c
    JOIN (
      SELECT statement_id, query, row_number() OVER (
        PARTITION BY account_id, query
        ORDER BY coalesce(window_to, DATE '0001-01-01') DESC, rank DESC) AS place
      FROM ${warehouse.relation('flexetl_coverage')} WHERE table_name = '${TABLE}'
    ) newest ON newest.statement_id = c._statement_id AND newest.query = c._query
    WHERE newest.place = 1`;
}

function currencyOf(warehouse: Warehouse): string {
  return warehouse.column(TABLE, 'currency', 'text');
}
