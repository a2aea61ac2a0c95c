/** The positions at the newest day of each account and query. */
import type { Section } from '../document.js';
import { tableHtml } from '../table.js';
import { cellsOf, type Warehouse } from '../warehouse.js';

const VIEW = 'latest_positions';
const HEAD = { id: 'positions', title: 'Positions at the newest day', short: 'Positions' };

export async function readPositions(warehouse: Warehouse): Promise<Section> {
  if (!warehouse.has(VIEW)) {
    const lead =
      'Nothing is known of them: no statement has positions (section OpenPositions) in the database.';
    return { ...HEAD, lead, blocks: [] };
  }
  const { rows, total } = await warehouse.cut(
    `SELECT account_id, _query, CAST(as_of AS text) AS as_of, asset_category, symbol, description,
       currency, position, mark_price, position_value, cost_basis_money, fifo_pnl_unrealized,
       percent_of_nav, _row_key
     FROM ${warehouse.relation(VIEW)}`,
    'account_id, _query, asset_category DESC, symbol, _row_key',
  );
  if (rows.length === 0) {
    const lead = 'The newest statement of every account and query holds none.';
    return { ...HEAD, lead, blocks: [] };
  }
  return {
    ...HEAD,
    lead: "Price, value, cost and profit are in the instrument's currency. Lots are shown where a query selects no sums of them.",
    blocks: [
      tableHtml({
        caption: 'Positions',
        columns: [
          { title: 'Symbol', kind: 'text' },
          { title: 'Description', kind: 'text' },
          { title: 'Account', kind: 'name' },
          { title: 'Query', kind: 'name' },
          { title: 'Day', kind: 'name' },
          { title: 'Class', kind: 'text' },
          { title: 'Currency', kind: 'name' },
          { title: 'Position', kind: 'exact' },
          { title: 'Price', kind: 'exact' },
          { title: 'Value', kind: 'amount' },
          { title: 'Cost basis', kind: 'amount' },
          { title: 'Unrealized', kind: 'amount' },
          { title: '% of NAV', kind: 'exact' },
        ],
        rows: cellsOf(rows, [
          ...['symbol', 'description', 'account_id', '_query', 'as_of', 'asset_category'],
          ...['currency', 'position', 'mark_price', 'position_value', 'cost_basis_money'],
          ...['fifo_pnl_unrealized', 'percent_of_nav'],
        ]),
        total,
      }),
    ],
  };
}
