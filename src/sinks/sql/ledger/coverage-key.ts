/**
 * What a statement covers, as a name in the ledger: a table. In the table of unmapped rows, each
 * section is a part of its own, `unmapped_rows/SoftDollars`, because a statement with one of them
 * says nothing about the others. What follows from coverage is merge/merge.ts.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import { UNMAPPED_TABLE, type RowElement } from '../../../catalog/section.js';
import { quoteLiteral } from '../../../catalog/sql.js';
import type { Statement } from '../../../parser/statement.js';

const UNMAPPED_PART = `${UNMAPPED_TABLE}/`;

/**
 * Rows outside of all sections: no catalogue has a table for them, and no statement claims to have
 * all of them. They mostly occur outside of their statement, too, and in another file the same
 * statement may come with other such rows, or none.
 */
export const OUTSIDE = UNMAPPED_PART;

/** What a statement speaks of, with the number of its rows. */
export function partsOf({ tables, unmapped }: Statement): [part: string, rows: number][] {
  const mapped = [...tables].filter(([table]) => table !== UNMAPPED_TABLE);
  return [
    ...mapped,
    ...[...unmapped].map(([section, rows]): [string, number] => [UNMAPPED_PART + section, rows]),
  ];
}

/** The table of which this is a part. */
export function tableOf(part: string): string {
  return part.startsWith(UNMAPPED_PART) ? UNMAPPED_TABLE : part;
}

/** SQL of the part that a row belongs to. @param alias of a relation that has the row's section */
export function partOfRow({ table }: Pick<RowElement, 'table'>, alias: string): string {
  return table === UNMAPPED_TABLE
    ? `'${UNMAPPED_PART}' || ${sectionOf(alias)}`
    : quoteLiteral(table);
}

/** SQL of a row's section, where it decides about the part; undefined where all rows are of one. */
export function sectionOfRow(
  element: Pick<RowElement, 'table'>,
  alias: string,
): string | undefined {
  return element.table === UNMAPPED_TABLE ? sectionOf(alias) : undefined;
}

/** Condition: a name of coverage is that of a part of the table. */
export function isPartOf({ table }: Pick<RowElement, 'table'>, name: string): string {
  return table === UNMAPPED_TABLE
    ? `substr(${name}, 1, ${UNMAPPED_PART.length}) = '${UNMAPPED_PART}'`
    : `${name} = ${quoteLiteral(table)}`;
}

/**
 * Relation of the statements that decide about rows of the table, part by part. A statement that
 * has a known section also decides about unmapped rows in it.
 * @param relation of coverage
 */
export function deciders(
  { table }: Pick<RowElement, 'table'>,
  relation: string,
  catalog: Catalog,
): string {
  if (table !== UNMAPPED_TABLE) return relation;
  const before = 'd.account_id, d.query';
  const after = 'd.statement_id, d.mode, d.window_from, d.window_to, d.rank';
  return `(SELECT ${before}, d.table_name, ${after} FROM ${relation} d
      WHERE d.table_name <> '${OUTSIDE}'
    UNION ALL
    SELECT ${before}, k.part AS table_name, ${after} FROM ${relation} d
      JOIN ${knownSections(catalog)} ON k.table_name = d.table_name)`;
}

/**
 * Relation `k` of the sections that have tables, by all their names: the part of their unmapped
 * rows, and each table. A statement that has the section has covered one of these tables.
 */
export function knownSections({ sections }: Catalog): string {
  const known = sections.flatMap(({ name, aliases, rows }) =>
    [name, ...aliases].flatMap((name) => rows.map(({ table }) => [name, table] as const)),
  );
  const values = known.map(([name, table]) => {
    return `(${quoteLiteral(UNMAPPED_PART + name)}, ${quoteLiteral(table)})`;
  });
  return `(VALUES ${values.join(', ')}) k (part, table_name)`;
}

/** Rows outside of all sections have the empty name, which is NULL in the table. */
function sectionOf(alias: string): string {
  return `coalesce(${alias}.section, '')`;
}
