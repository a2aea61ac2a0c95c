/** The elements that an input speaks of, as its report has them. */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import { tablesSpokenOf, type ParseReport } from '../../parser/statement.js';

/**
 * In the order of their tables; also those of which the input says that there are no rows.
 * @param came the elements that had rows, by table: they may have more columns than the catalogue
 */
export function elementsSpokenOf(
  report: ParseReport,
  came: ReadonlyMap<string, RowElement>,
  catalog: Catalog,
): RowElement[] {
  return [...tablesSpokenOf(report.statements)].sort().map((name) => {
    const element = came.get(name) ?? catalog.table(name);
    if (element === undefined) throw new FlexError('FLEX_BUG', `No element has the table ${name}.`);
    return element;
  });
}
