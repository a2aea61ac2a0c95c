/**
 * The notice about events without a report date: once for each query, whatever the number of files,
 * with the consequences in plain words.
 */
import { portalName } from '../catalog/portal.js';
import type { RowElement } from '../catalog/section.js';
import type { ParseReport } from './statement.js';

/** One notice for each query of these reports that delivered such rows. */
export function undatedNotices(reports: readonly Pick<ParseReport, 'undated'>[]): string[] {
  const queries = new Map<string, Set<RowElement>>();
  for (const { undated } of reports) {
    for (const [query, elements] of undated) {
      const all = queries.get(query) ?? new Set();
      for (const element of elements) all.add(element);
      queries.set(query, all);
    }
  }
  return [...queries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([query, elements]) => undatedNotice(query, [...elements]));
}

/** @param elements of which the query has rows without the date that places them */
export function undatedNotice(query: string, elements: readonly RowElement[]): string {
  const named = elements
    .map(({ section, name, date }) => {
      return `${portalName(date ?? '')} for ${portalName(section)} (${name})`;
    })
    .sort();
  return `Query "${query}" has rows without their date: ${named.join(', ')}. The day of such a row is known only to be within its report: a newer report with the same row replaces it, and removes it only if it covers all days that the row may be from. Select the date in Client Portal, so that each day can be decided on its own.`;
}
