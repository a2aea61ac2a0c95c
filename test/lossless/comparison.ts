/**
 * Holds the rows that a destination has against what a report says. Every
 * difference is told in words; no difference means that nothing was lost,
 * changed, doubled or invented.
 */
import type { Column } from '../../src/catalog/section.js';
import type { Json, NdjsonRow } from '../../src/sinks/row.js';
import { judge, type Limits } from './oracles.js';
import type { ExpectedRow } from './placement.js';

/** A row as a destination gives it back. */
export type FoundRow = Omit<NdjsonRow, 'key'>;

export const NO_LIMITS: Limits = { timezone: 'America/New_York', decimal: undefined };

/**
 * @param found those of a table in the order of the file; tables in any order
 * @returns what differs, or [] where nothing does
 */
export function differences(
  expected: readonly ExpectedRow[],
  found: readonly FoundRow[],
  limits: Limits = NO_LIMITS,
): string[] {
  const told: string[] = [];
  const wanted = byTable(expected, ({ row }) => row.table);
  const given = byTable(found, ({ table }) => table);
  for (const table of new Set([...wanted.keys(), ...given.keys()])) {
    const rows = wanted.get(table) ?? [];
    const there = given.get(table) ?? [];
    if (rows.length !== there.length) {
      told.push(`${table}: ${rows.length} rows in the report, ${there.length} found`);
    }
    rows.slice(0, there.length).forEach((row, i) => {
      const place = `${table} row ${i + 1}`;
      for (const difference of rowDifferences(row, there[i]!, limits)) {
        told.push(`${place}: ${difference}`);
      }
    });
  }
  return [...told, ...statementDifferences(expected, found)];
}

/** Rows of one statement have one statement id, which is that of the statement's own row. */
function statementDifferences(
  expected: readonly ExpectedRow[],
  found: readonly FoundRow[],
): string[] {
  const ids = found.filter(({ table }) => table === 'flexetl_statements');
  const given = byTable(found, ({ table }) => table);
  const next = new Map<string, number>();
  const told: string[] = [];
  for (const { row, statement } of expected) {
    const at = next.get(row.table) ?? 0;
    next.set(row.table, at + 1);
    const there = given.get(row.table)?.[at];
    if (there !== undefined && there.statement !== ids[statement]?.statement) {
      told.push(`${row.table} row ${at + 1}: not of statement ${statement + 1}`);
    }
  }
  return told;
}

function byTable<Row>(rows: readonly Row[], tableOf: (row: Row) => string): Map<string, Row[]> {
  const tables = new Map<string, Row[]>();
  for (const row of rows) {
    const table = tables.get(tableOf(row));
    if (table === undefined) tables.set(tableOf(row), [row]);
    else table.push(row);
  }
  return tables;
}

function rowDifferences(expected: ExpectedRow, found: FoundRow, limits: Limits): string[] {
  const told: string[] = [];
  const same = (what: string, wanted: string, there: string): void => {
    if (wanted !== there) told.push(`${what} is ${there}, not ${wanted}`);
  };
  same('section', expected.section, found.section);
  same('element', expected.element, found.element);
  same('account', expected.account, found.account);
  if (expected.row.table === 'unmapped_rows') return [...told, ...unmapped(expected, found)];
  return [...told, ...mapped(expected, found, limits)];
}

function mapped(expected: ExpectedRow, found: FoundRow, limits: Limits): string[] {
  const { row, attributes, account } = expected;
  const told: string[] = [];
  const extra = new Map(Object.entries(found.extra));
  const cells = new Map(Object.entries(found.row));
  for (const column of row.columns) {
    const literal = attributes.get(column.attribute) ?? '';
    const cell = textOf(cells.get(column.name));
    cells.delete(column.name);
    const kept = extra.get(column.attribute);
    extra.delete(column.attribute);
    if (literal !== '') told.push(...cellDifferences(column, literal, cell, kept, limits));
    else {
      const filled = column.attribute === 'accountId' && row.ofAccount && cell === account;
      if (cell !== undefined && !filled) told.push(`${column.name} is invented: ${cell}`);
      if (kept !== undefined) told.push(`_extra.${column.attribute} is invented`);
    }
  }
  for (const name of cells.keys()) told.push(`column ${name} is invented`);
  const known = new Set(row.columns.map(({ attribute }) => attribute));
  const rest = [...attributes].filter(([name]) => !known.has(name));
  return [...told, ...mapDifferences('_extra', new Map(rest), extra)];
}

function cellDifferences(
  { attribute, name, type }: Column,
  literal: string,
  cell: string | undefined,
  kept: string | undefined,
  limits: Limits,
): string[] {
  const { reading, wrong } = judge(type, literal, cell, limits);
  const about = `${name} (${type}) of ${attribute}=${JSON.stringify(literal)}`;
  const told: string[] = [];
  if (wrong !== undefined) told.push(`${about} ${wrong}`);
  if (kept !== undefined && kept !== literal) told.push(`${about} is kept as ${kept}`);
  const mustBeThere = reading === 'whole' || reading === 'part';
  if (mustBeThere && cell === undefined) told.push(`${about} is NULL and need not be`);
  if (reading === 'none' && cell !== undefined) told.push(`${about} is ${cell}, and means nothing`);
  if (kept === undefined && (cell === undefined || reading === 'part')) {
    told.push(`${about} is lost: not in _extra`);
  }
  if (kept !== undefined && cell !== undefined && reading === 'whole') {
    told.push(`${about} is doubled in _extra`);
  }
  return told;
}

function unmapped(
  { section, element, attributes, account }: ExpectedRow,
  found: FoundRow,
): string[] {
  const cells = new Map(Object.entries(found.row));
  const given = cells.get('attributes') as Readonly<Record<string, string>> | undefined;
  cells.delete('attributes');
  const wanted = new Map<string, string>();
  if (section !== '') wanted.set('section', section);
  wanted.set('element', element);
  const own = attributes.get('accountId') ?? '';
  if (own !== '' || account !== '') wanted.set('account_id', own === '' ? account : own);
  return [
    ...mapDifferences('column', wanted, cells),
    ...mapDifferences('attributes', attributes, new Map(Object.entries(given ?? {}))),
    ...mapDifferences('_extra', new Map(), new Map(Object.entries(found.extra))),
  ];
}

function mapDifferences(
  what: string,
  wanted: ReadonlyMap<string, Json>,
  found: ReadonlyMap<string, Json>,
): string[] {
  const told: string[] = [];
  for (const [name, literal] of wanted) {
    if (!found.has(name)) told.push(`${what}.${name} is lost: ${JSON.stringify(literal)}`);
    else if (found.get(name) !== literal) {
      told.push(
        `${what}.${name} is ${JSON.stringify(found.get(name))}, not ${JSON.stringify(literal)}`,
      );
    }
  }
  for (const name of found.keys()) {
    if (!wanted.has(name)) told.push(`${what}.${name} is invented`);
  }
  return told;
}

function textOf(cell: Json | undefined): string | undefined {
  if (cell === undefined || cell === null) return undefined;
  return typeof cell === 'string' ? cell : JSON.stringify(cell);
}
