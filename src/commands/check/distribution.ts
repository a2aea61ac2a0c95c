/**
 * Whether the tables of a destination are spread over its servers as they should be. That a merge
 * works on them as they are, the trial in destination.ts shows.
 */
import type { Catalog } from '../../catalog/catalog.js';
import { distributionColumn } from '../../catalog/formats/distribute.js';
import type { Spread } from '../../sinks/destinations.js';
import { ledgerTables } from '../../sinks/sql/schema/migrations.js';
import { plural } from '../../text/numbers.js';
import type { Finding } from './findings.js';

const SCRIPT = '`flexetl schema --format sql --distributed citus`';
/** Names that are told. */
const TOLD = 5;

export function describeSpread({ product, tables }: Spread, catalog: Catalog): Finding {
  const name = 'distribution';
  const rows = catalog.elements.filter(({ table }) => tables.has(table));
  const ledger = ledgerTables().filter(({ name: table }) => tables.has(table));
  if (rows.length + ledger.length === 0) {
    const advice = `${SCRIPT} prints what makes and spreads them.`;
    return { name, status: 'ok', message: `${product}: there are no tables yet.`, advice };
  }
  const wrong = [
    ...rows.flatMap((element) => {
      const column = distributionColumn(element);
      return tables.get(element.table) === (column === undefined ? 'everywhere' : `by ${column}`)
        ? []
        : [element.table];
    }),
    ...ledger.flatMap(({ name: table }) => (tables.get(table) === 'local' ? [] : [table])),
  ];
  if (wrong.length === 0) {
    const facts = rows.filter((element) => distributionColumn(element) === undefined);
    const message = `${product}: ${plural(rows.length - facts.length, 'table is', 'tables are')} distributed by account_id, ${plural(facts.length, 'is a reference table', 'are reference tables')}; the ledger is local.`;
    return { name, status: 'ok', message };
  }
  const more = wrong.length > TOLD ? ` and ${wrong.length - TOLD} more` : '';
  const message = `${product}: not distributed as they should be: ${wrong.slice(0, TOLD).join(', ')}${more}.`;
  const advice = `Tables of rows are distributed by account_id, those of no account are reference tables, and the ledger stays local: ${SCRIPT} prints the calls.`;
  return { name, status: 'warn', message, advice };
}
