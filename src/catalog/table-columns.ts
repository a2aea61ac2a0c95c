/**
 * The columns and the key of a table as a database has them: those of the catalogue, then the lineage.
 * No SQL; how a statement looks is formats/create-table.ts.
 */
import { LINEAGE, type Column, type RowElement, type StoredType } from './section.js';

/** Lineage columns that every row has. */
const NEVER_NULL: ReadonlySet<string> = new Set([
  '_row_key',
  '_query',
  '_statement_id',
  '_load_id',
]);

/** A column of a table as SQL sees it: those of the catalogue, then the lineage. */
export interface TableColumn {
  readonly name: string;
  readonly type: StoredType;
  readonly doc: string;
  /** Name on the wire; undefined for lineage. */
  readonly attribute: string | undefined;
  readonly nullable: boolean;
}

/** By element: small files ask for the same tables again and again. */
const known = new WeakMap<RowElement, readonly TableColumn[]>();

/** All columns of a table, in their order. */
export function tableColumns(element: RowElement): readonly TableColumn[] {
  let columns = known.get(element);
  if (columns === undefined) {
    columns = columnsOf(element);
    known.set(element, columns);
  }
  return columns;
}

function columnsOf(element: RowElement): TableColumn[] {
  const own = element.columns.map((column): TableColumn => {
    const { name, type, doc, attribute } = column;
    return { name, type, doc, attribute, nullable: !isAccount(element, column) };
  });
  const lineage = LINEAGE.map(({ name, type, doc }): TableColumn => {
    return { name, type, doc, attribute: undefined, nullable: !NEVER_NULL.has(name) };
  });
  return [...own, ...lineage];
}

/** Whether the column is the account, which is filled from the statement if a row has none. */
function isAccount(element: RowElement, column: Column): boolean {
  return element.ofAccount && column.attribute === 'accountId';
}

/**
 * The columns that identify a row of a table. Rows of reference elements are the same in every
 * query; all others belong to their query.
 */
export function keyColumns(element: RowElement): string[] {
  return [
    ...(element.ofAccount ? ['account_id'] : []),
    ...(element.grain === 'reference' ? [] : ['_query']),
    '_row_key',
  ];
}
