/** Realized profit by month and symbol, of trades and corporate actions, in the currency of each. */
import type { Section } from '../document.js';
import type { Html } from '../html.js';
import { tableHtml } from '../table.js';
import { cellsOf, monthOf, type Warehouse } from '../warehouse.js';
import { monthCharts } from './by-month.js';

const HEAD = {
  id: 'realized-profit',
  title: 'Realized profit by month and symbol',
  short: 'Realized profit',
};

export async function readRealized(warehouse: Warehouse): Promise<Section> {
  const realized = realizedOf(warehouse);
  if (realized === undefined) {
    const lead =
      'Nothing is known of it: no statement has trades or corporate actions in the database.';
    return { ...HEAD, lead, blocks: [] };
  }
  const months = await warehouse.rows(
    `SELECT account_id, _query, currency, month, sum(realized) AS realized
     FROM (${realized}) r GROUP BY account_id, _query, currency, month
     ORDER BY account_id, _query, currency, month`,
  );
  if (months.length === 0) {
    const lead = 'No trade and no corporate action has realized a profit or a loss.';
    return { ...HEAD, lead, blocks: [] };
  }
  const charts = monthCharts(months, 'Realized profit', [
    { name: 'Profit', mark: 's1', lossMark: 'loss', column: 'realized' },
  ]);
  return {
    ...HEAD,
    lead: "First in first out, as the broker reckons it, of trades and corporate actions; trades that were cancelled are left out. Dividends, interest and gains on currencies held are not in it. Amounts are in the instrument's currency; those of two currencies are never added.",
    blocks: [...charts, await symbols(warehouse, realized)],
  };
}

/** SQL of what was realized; undefined where there is nothing to ask. */
function realizedOf(warehouse: Warehouse): string | undefined {
  const parts = [
    ['trades_net', 'symbol', 'fifo_pnl_realized'],
    ['corporate_actions_summary', 'coalesce(symbol_out, symbol_in)', 'realized'],
  ] as const;
  const there = parts.filter(([view]) => warehouse.has(view));
  if (there.length === 0) return undefined;
  return there
    .map(
      ([view, symbol, realized]) =>
        `SELECT account_id, _query, currency, ${monthOf('day')} AS month, ${symbol} AS symbol,
           ${realized} AS realized
         FROM ${warehouse.relation(view)} WHERE ${realized} <> 0`,
    )
    .join(' UNION ALL ');
}

async function symbols(warehouse: Warehouse, realized: string): Promise<Html> {
  const { rows, total } = await warehouse.cut(
    `SELECT account_id, _query, currency, month, symbol, sum(realized) AS realized
     FROM (${realized}) r GROUP BY account_id, _query, currency, month, symbol`,
    'month DESC, symbol, account_id, _query, currency',
  );
  return tableHtml({
    caption: 'Realized profit by month and symbol',
    columns: [
      { title: 'Month', kind: 'day' },
      { title: 'Symbol', kind: 'text' },
      { title: 'Account', kind: 'name' },
      { title: 'Query', kind: 'name' },
      { title: 'Currency', kind: 'name' },
      { title: 'Realized', kind: 'amount' },
    ],
    rows: cellsOf(rows, ['month', 'symbol', 'account_id', '_query', 'currency', 'realized']),
    total,
    shown: 'the newest',
    sorted: [0, 'descending'],
  });
}
