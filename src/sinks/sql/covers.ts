/**
 * Which statements decide about which rows, as conditions of SQL: by grain, window
 * and day. What is done with rows that are decided about is publish.ts.
 */
import { quoteIdentifier as quote } from '../../catalog/ddl.js';
import type { Grain, RowElement } from '../../catalog/section.js';
import { sectionOfRow } from './parts.js';

/**
 * Whether `newer` decides about a row that `own` placed on `day`: by its day
 * where the day lies in its own window; by the same window where it has no
 * day; never where the day lies outside: such a row is placed by key alone.
 * @param newer alias of a statement's coverage, as `own`; which one is newer is asked elsewhere
 */
export function covers(grain: Grain, newer: string, own: string, day: string): string {
  switch (grain) {
    case 'snapshot':
      return sameTo(newer, own);
    case 'window':
      return sameWindow(newer, own);
    case 'reference':
      return 'FALSE';
    case 'event':
      return `CASE WHEN ${day} IS NULL THEN ${sameWindow(newer, own)}
        ELSE ${day} BETWEEN ${own}.window_from AND ${own}.window_to
          AND ${day} BETWEEN ${newer}.window_from AND ${newer}.window_to END`;
  }
}

/** Whether there can be a day for which `covers` holds. */
export function mayCover(grain: Grain, newer: string, own: string): string {
  if (grain !== 'event') return covers(grain, newer, own, 'NULL');
  return `(${sameWindow(newer, own)} OR (${own}.window_from <= ${newer}.window_to
    AND ${newer}.window_from <= ${own}.window_to))`;
}

/** The day that places a row of a table; NULL for all but events. */
function placingDay({ date, columns, grain }: RowElement, alias: string, timezone: string): string {
  const column = columns.find(({ attribute }) => attribute === date);
  if (grain !== 'event' || column === undefined) return 'CAST(NULL AS date)';
  const name = `${alias}.${quote(column.name)}`;
  if (column.type === 'date') return name;
  const zone = timezone.replaceAll("'", "''");
  return `CAST(${name} AT TIME ZONE '${zone}' AS date)`;
}

/** Select list: what of a row tells who decides about it; its section where that matters. */
export function whereabouts(element: RowElement, alias: string, timezone: string): string {
  const section = sectionOfRow(element, alias);
  const own = `${alias}._statement_id AS statement_id,
    ${placingDay(element, alias, timezone)} AS day`;
  return section === undefined ? own : `${own}, ${section} AS section`;
}

/** Condition: `place`, an alias of whereabouts, is where the row of the other alias is. */
export function isAt(place: string, element: RowElement, alias: string, timezone: string): string {
  const section = sectionOfRow(element, alias);
  const own = `${place}.statement_id = ${alias}._statement_id
    AND ${place}.day IS NOT DISTINCT FROM ${placingDay(element, alias, timezone)}`;
  return section === undefined ? own : `${own} AND ${place}.section = ${section}`;
}

function sameTo(newer: string, own: string): string {
  return `${newer}.window_to IS NOT DISTINCT FROM ${own}.window_to`;
}

export function sameWindow(newer: string, own: string): string {
  return `(${sameTo(newer, own)}
    AND ${newer}.window_from IS NOT DISTINCT FROM ${own}.window_from)`;
}
