/**
 * Names as Client Portal shows them, where a query is made: `Cash Transactions`, `Report Date`.
 * By rule from the names on the wire; no list is kept of them.
 */

/** @param name of a section or attribute on the wire: `CashTransactions`, `reportDate` */
export function portalName(name: string): string {
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .replace(/^ib\b/, 'IB');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
