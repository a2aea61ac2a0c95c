/**
 * A row as an object, in the shape of an NDJSON line: for the memory sink, for tests and for
 * people. The sinks that write files encode bytes instead.
 */
import { UNMAPPED_TABLE } from '../catalog/section.js';
import { cellText, rowTexts, type Batch } from '../parser/batch.js';

/** Any JSON value. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [name: string]: Json };

/** One row as `ndjson:` writes it. */
export interface NdjsonRow {
  readonly table: string;
  readonly section: string;
  readonly element: string;
  /** Account of the statement, whatever the row's own column says; '' if it has none. */
  readonly account: string;
  /** Id of the statement. */
  readonly statement: string;
  readonly key: string;
  /**
   * The columns that are not NULL: booleans as booleans, json as its value, every other type as
   * canonical text.
   */
  readonly row: Readonly<Record<string, Json>>;
  /**
   * Attributes without a column, and literals that their column cannot hold; {} if there are none.
   */
  readonly extra: Readonly<Record<string, string>>;
}

/** The rows of a batch as objects that do not share its memory. */
export function ndjsonRows(batch: Batch): NdjsonRow[] {
  return Array.from({ length: batch.rowCount }, (_, row) => ndjsonRow(batch, row));
}

function ndjsonRow(batch: Batch, row: number): NdjsonRow {
  const { element, statement } = batch;
  const wire = wireNames(batch, row);
  const texts = rowTexts(batch, row);
  const [key, extra] = texts.slice(element.columns.length);
  const columns: Record<string, Json> = {};
  element.columns.forEach(({ name, type }, index) => {
    const text = texts[index];
    if (text === null || text === undefined) return;
    if (type === 'boolean') columns[name] = text === 'true';
    else if (type === 'json') columns[name] = JSON.parse(text) as Json;
    else columns[name] = text;
  });
  return {
    table: element.table,
    section: wire.section,
    element: wire.element,
    account: statement.account,
    statement: statement.id,
    key: key ?? '',
    row: columns,
    extra: extra ? (JSON.parse(extra) as Record<string, string>) : {},
  };
}

/** Section and element of a row; an unmapped row has them in its columns. */
export function wireNames(batch: Batch, row: number): { section: string; element: string } {
  const { section, name: element, table, columns } = batch.element;
  if (table !== UNMAPPED_TABLE) return { section, element };
  const text = (name: string): string =>
    cellText(
      batch,
      row,
      columns.findIndex((column) => column.name === name),
    ) ?? '';
  return { section: text('section'), element: text('element') };
}
