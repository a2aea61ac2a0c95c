/**
 * Which statements decide about which rows, as conditions of SQL: by grain, window
 * and day. What is done with rows that are decided about is merge.ts.
 *
 * Windows are read the right way round before they come here. A window of which an end is
 * unknown covers no day of events.
 */
import type { Column, ColumnType, Grain, RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { sectionOfRow } from '../ledger/coverage-key.js';

/**
 * Whether `newer` decides about rows of `own`: rules 1 to 4. A row with a day, where that lies in
 * its own window and in the newer one; never where it lies outside of its own: such a row is
 * placed by its key alone. A row without a day, where the newer window has all days that it may
 * lie on: those of its own window, from its bound on.
 * @param newer alias of a statement's coverage, as `own`; which one is newer is asked elsewhere
 * @param place alias of `placementColumns`
 */
export function covers(grain: Grain, newer: string, own: string, place: string): string {
  switch (grain) {
    case 'snapshot':
      return sameTo(newer, own);
    case 'window':
      return sameWindow(newer, own);
    case 'reference':
      return 'FALSE';
    case 'event': {
      const first = `CASE WHEN ${place}.bound BETWEEN ${own}.window_from AND ${own}.window_to
          THEN ${place}.bound ELSE ${own}.window_from END`;
      return `CASE WHEN ${place}.day IS NULL
        THEN ${newer}.window_from <= ${first} AND ${newer}.window_to >= ${own}.window_to
        ELSE ${place}.day >= coalesce(${own}.window_from, ${place}.day)
          AND ${place}.day <= coalesce(${own}.window_to, ${place}.day)
          AND ${place}.day BETWEEN ${newer}.window_from AND ${newer}.window_to END`;
    }
  }
}

/** Whether there can be a row for which `covers` holds: implied by it, and cheap to ask. */
export function mayCover(grain: Grain, newer: string, own: string): string {
  if (grain !== 'event') return covers(grain, newer, own, 'nowhere');
  return `(coalesce(${own}.window_from, ${newer}.window_from) <= ${newer}.window_to
    AND coalesce(${own}.window_to, ${newer}.window_to) >= ${newer}.window_from)`;
}

/**
 * Whether a statement that `mayCover` another one covers all of its rows but for those that lie
 * outside of its own window: see isAstray.
 */
export function coversAll(grain: Grain, newer: string, own: string): string {
  return grain === 'event' ? isWithin(own, newer) : 'TRUE';
}

/** Whether a known window lies in another known one. */
export function isWithin(inner: string, outer: string): string {
  return `coalesce(${outer}.window_from <= ${inner}.window_from
    AND ${outer}.window_to >= ${inner}.window_to, FALSE)`;
}

/**
 * Whether a row lies outside of the known window of its statement, and so is placed by its key alone.
 * @param own alias of the coverage of the row's statement
 */
export function isAstray(element: RowElement, alias: string, own: string): string {
  const day = placingDay(element, alias, `${own}.timezone`);
  return `(${day} NOT BETWEEN ${own}.window_from AND ${own}.window_to)`;
}

/** `mayCover`, for statements of any grain: their coverage names it. */
export function mayCoverByGrain(newer: string, own: string): string {
  const of = (grain: Grain): string => mayCover(grain, newer, own);
  return `CASE ${own}.grain WHEN 'event' THEN ${of('event')}
    WHEN 'snapshot' THEN ${of('snapshot')} WHEN 'window' THEN ${of('window')} ELSE FALSE END`;
}

/** The day that places a row of a table; NULL for all but events. @param zone SQL of its zone */
function placingDay({ date, columns, grain }: RowElement, alias: string, zone: string): string {
  const column = columns.find(({ attribute }) => attribute === date);
  if (grain !== 'event' || column === undefined) return 'CAST(NULL AS date)';
  return dayOf(`${alias}.${quote(column.name)}`, column.type, zone);
}

function dayOf(column: string, type: string, zone: string): string {
  return type === 'date' ? column : `CAST(${column} AT TIME ZONE ${zone} AS date)`;
}

/** The first day that a row without a date may lie on; NULL where nothing bounds it. */
function bound(element: RowElement, alias: string, said: string): string {
  const days = element.notBefore.map((attribute) => {
    const { name, type } = element.columns.find((column) => column.attribute === attribute)!;
    return dayOf(`${alias}.${quote(name)}`, type, `${said}.timezone`);
  });
  if (days.length === 0) return 'CAST(NULL AS date)';
  const day = placingDay(element, alias, `${said}.timezone`);
  return `CASE WHEN ${day} IS NULL AND ${said}.bounded THEN coalesce(${days.join(', ')}) END`;
}

/**
 * Select list: what of a row tells who decides about it; its section where that matters.
 * @param said alias of the coverage of the row's statement
 */
export function placementColumns(element: RowElement, alias: string, said: string): string {
  const section = sectionOfRow(element, alias);
  const own = `${alias}._statement_id AS statement_id, ${said}.timezone AS timezone,
    ${said}.bounded AS bounded, ${placingDay(element, alias, `${said}.timezone`)} AS day,
    ${bound(element, alias, said)} AS bound`;
  return section === undefined ? own : `${own}, ${section} AS section`;
}

/** The types of placementColumns, by their names. */
export function placementTypes(element: RowElement): Record<string, string> {
  const own = { statement_id: 'text', timezone: 'text', bounded: 'boolean' };
  const section = sectionOfRow(element, 's') === undefined ? {} : { section: 'text' };
  return { ...own, day: 'date', bound: 'date', ...section };
}

/**
 * Select list: the columns of a row that its placement is told from, under their names. Where a row
 * has its day, those that would bound it are left out, so that few rows differ in them.
 */
export function placingColumns(element: RowElement, alias: string): string {
  const date = placingDate(element);
  const dated = date === undefined ? 'FALSE' : `${alias}.${quote(date.name)} IS NOT NULL`;
  const bounds = boundingColumns(element).map(({ name }) => quote(name));
  return [
    `${alias}._statement_id`,
    ...(date === undefined ? [] : [`${alias}.${quote(date.name)}`]),
    ...bounds.map((name) => `CASE WHEN NOT (${dated}) THEN ${alias}.${name} END AS ${name}`),
    ...(sectionOfRow(element, alias) === undefined ? [] : [`${alias}.section`]),
  ].join(', ');
}

/** The types of placingColumns, by their names. @param typeOf of a dialect */
export function placingTypes(
  element: RowElement,
  typeOf: (type: ColumnType) => string,
): Record<string, string> {
  const columns = [...[placingDate(element) ?? []].flat(), ...boundingColumns(element)];
  return {
    _statement_id: 'text',
    ...Object.fromEntries(columns.map(({ name, type }) => [name, typeOf(type)])),
    ...(sectionOfRow(element, 's') === undefined ? {} : { section: 'text' }),
  };
}

function placingDate({ grain, date, columns }: RowElement): Column | undefined {
  return grain === 'event' ? columns.find(({ attribute }) => attribute === date) : undefined;
}

function boundingColumns({ notBefore, columns }: RowElement): Column[] {
  return notBefore.map((name) => columns.find(({ attribute }) => attribute === name)!);
}

/** Condition: `place`, an alias of placementColumns, is where the row of the other alias is. */
export function samePlacement(place: string, element: RowElement, alias: string): string {
  const section = sectionOfRow(element, alias);
  const day = placingDay(element, alias, `${place}.timezone`);
  const own = `${place}.statement_id = ${alias}._statement_id
    AND ${sameDay(`${place}.day`, day)}
    AND ${sameDay(`${place}.bound`, bound(element, alias, place))}`;
  return section === undefined ? own : `${own} AND ${place}.section = ${section}`;
}

/** As IS NOT DISTINCT FROM, which no database joins by hash. */
function sameDay(one: string, other: string): string {
  const never = `CAST('-infinity' AS date)`;
  return `coalesce(${one}, ${never}) = coalesce(${other}, ${never})`;
}

function sameTo(newer: string, own: string): string {
  return `${newer}.window_to IS NOT DISTINCT FROM ${own}.window_to`;
}

export function sameWindow(newer: string, own: string): string {
  return `(${sameTo(newer, own)}
    AND ${newer}.window_from IS NOT DISTINCT FROM ${own}.window_from)`;
}
