/**
 * Makes the tables that an input needs, and widens those that lack a column.
 * Never drops, narrows or retypes anything.
 */
import { createTableSql } from '../../../catalog/formats/create-table.js';
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier as quote } from '../../../catalog/sql.js';
import { tableColumns } from '../../../catalog/table-columns.js';
import { FlexError } from '../../../errors.js';
import type { ExistingColumn, SqlEngine } from '../engine.js';

/**
 * Brings the tables of these elements up to the catalogue, in the caller's
 * transaction.
 * @returns whether anything was made or widened
 * @throws FlexError FLEX_DEST_ALTERED where a table has been altered so that it cannot take the rows
 */
export async function ensureTables(
  engine: SqlEngine,
  elements: readonly RowElement[],
  existing: ReadonlyMap<string, readonly ExistingColumn[]>,
): Promise<boolean> {
  let changed = false;
  for (const element of elements) {
    const columns = existing.get(element.table);
    if (columns !== undefined && isAsWide(engine, element, columns)) continue;
    if (columns === undefined) {
      changed = true;
      await engine.runAll(createTableSql(element, engine.dialect, engine.schema));
    } else if (await widen(engine, element, columns)) {
      changed = true;
    }
  }
  return changed;
}

/** Elements whose rows a table takes, by the columns that it was found to have. */
const fitting = new WeakMap<readonly ExistingColumn[], WeakSet<RowElement>>();

/** Whether a table takes the rows of an element as it is. */
export function isAsWide(
  engine: Pick<SqlEngine, 'dialect'>,
  element: RowElement,
  existing: readonly ExistingColumn[],
): boolean {
  const elements = fitting.get(existing) ?? new WeakSet();
  if (elements.has(element)) return true;
  if (!fits(engine, element, existing)) return false;
  fitting.set(existing, elements.add(element));
  return true;
}

function fits(
  { dialect }: Pick<SqlEngine, 'dialect'>,
  element: RowElement,
  existing: readonly ExistingColumn[],
): boolean {
  const have = new Map(existing.map((column) => [column.name, column]));
  const wanted = tableColumns(element);
  const names = new Set(wanted.map(({ name }) => name));
  const has = ({ name, type }: (typeof wanted)[number]): boolean => {
    const column = have.get(name);
    return (
      column !== undefined && canonicalType(column.type) === canonicalType(dialect.typeOf(type))
    );
  };
  return wanted.every(has) && existing.every(({ name, nullable }) => nullable || names.has(name));
}

async function widen(
  engine: SqlEngine,
  element: RowElement,
  existing: readonly ExistingColumn[],
): Promise<boolean> {
  const have = new Map(existing.map((column) => [column.name, column]));
  const target = `${engine.schema}.${quote(element.table)}`;
  const wanted = tableColumns(element);
  let changed = false;
  for (const { name, type } of wanted) {
    const column = have.get(name);
    have.delete(name);
    if (column !== undefined) {
      refuseOtherType(engine, element, column, engine.dialect.typeOf(type));
      continue;
    }
    changed = true;
    await engine.run(
      `ALTER TABLE ${target} ADD COLUMN ${quote(name)} ${engine.dialect.typeOf(type)}`,
    );
  }
  // What is left was added by others: fine, unless it must be filled.
  for (const column of have.values()) {
    if (column.nullable) continue;
    throw new FlexError(
      'FLEX_DEST_ALTERED',
      `${engine.name}: the table ${element.table} has an unknown column ${column.name} that is NOT NULL.`,
      { advice: `Drop the column or its NOT NULL, or give it a default.` },
    );
  }
  return changed;
}

/** Names that engines have for one type, in the words that we take for it. */
const SAME_TYPE: Readonly<Record<string, string>> = {
  'timestamp with time zone': 'timestamptz',
  'time without time zone': 'time',
  'character varying': 'text',
  varchar: 'text',
  string: 'text',
  decimal: 'numeric',
  bool: 'boolean',
};

const canonicalType = (type: string): string => SAME_TYPE[type.toLowerCase()] ?? type.toLowerCase();

/** Another type cannot be compared with what is parsed, or would round and cut it in silence. */
function refuseOtherType(
  engine: SqlEngine,
  { table }: RowElement,
  { name, type }: ExistingColumn,
  wanted: string,
): void {
  if (canonicalType(type) === canonicalType(wanted)) return;
  throw new FlexError(
    'FLEX_DEST_ALTERED',
    `${engine.name}: the table ${table} has a column ${name} that is ${type} and should be ${wanted.toLowerCase()}.`,
  );
}
