/**
 * The meaning of elements that a section does not have: rule 6 of a load. Which elements a
 * statement has rows of is counted in report.ts.
 */
import type { Section } from '../../catalog/section.js';
import type { Statement } from '../statement.js';

/**
 * Takes back that a statement speaks of elements of a section which it has no rows of. A section
 * that has rows says nothing of an element that it would have rows of, were it selected; one that
 * is wholly empty speaks of all its elements.
 */
export function unsay(
  { name, aliases, rows }: Section,
  { tables, unmapped }: Pick<Statement, 'tables' | 'unmapped'>,
): void {
  const present = new Set(
    rows.flatMap(({ table, name }) => ((tables.get(table) ?? 0) > 0 ? [name] : [])),
  );
  const strangers = [name, ...aliases].some((name) => (unmapped.get(name) ?? 0) > 0);
  if (present.size === 0 && !strangers) return;
  for (const { table, absentBeside } of rows) {
    if (absentBeside === undefined || tables.get(table) !== 0) continue;
    if (!absentBeside.some((element) => present.has(element))) tables.delete(table);
  }
}
