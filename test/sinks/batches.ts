/**
 * Batches, statements and reports made by hand, for tests of sinks: invented
 * elements that have every type of column and every grain. No assertions here.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { Catalog } from '../../src/catalog/catalog.js';
import type { RowElement } from '../../src/catalog/section.js';
import { TRAILING_CELLS, type Batch } from '../../src/parser/batch.js';
import type { ParseReport, Statement } from '../../src/parser/statement.js';
import type { InputFacts } from '../../src/sinks/sink.js';

/** The catalogue as it is shipped, and the invented elements of schemas/ beside this file. */
export const CATALOG = Catalog.load({
  overlay: fileURLToPath(new URL('schemas/', import.meta.url)),
});

/** An event with a column of every type. */
export const PARCEL = CATALOG.table('parcels')!;
/** A state at the end of a window. */
export const SHELF = CATALOG.table('shelves')!;
/** A fact by key, of no account. */
export const COURIER = CATALOG.table('couriers')!;

export const ELEMENTS: readonly RowElement[] = [PARCEL, SHELF, COURIER];

/** A row for batchOf: values by column name, and what stands in the trailing cells. */
export interface RowGiven {
  readonly key: string;
  /** Canonical text; a column that is not named is NULL. */
  readonly cells: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, string>>;
  /** The day that places an event. */
  readonly day?: string;
}

/** Lays rows out as the parser does: cells end to end, NULL as the complement of the place. */
export function batchOf(
  element: RowElement,
  statement: Statement,
  rows: readonly RowGiven[],
): Batch {
  const pieces: Buffer[] = [];
  const ends: number[] = [];
  let place = 0;
  for (const [index, { key, cells, extra, day }] of rows.entries()) {
    const texts = [
      ...element.columns.map(({ name }) => cells[name]),
      key,
      extra && JSON.stringify(extra),
      day,
      String(index + 1),
    ];
    for (const text of texts) {
      if (text === undefined) {
        ends.push(~place);
        continue;
      }
      const piece = Buffer.from(text);
      pieces.push(piece);
      place += piece.length;
      ends.push(place);
    }
  }
  return {
    element,
    statement,
    rowCount: rows.length,
    stride: element.columns.length + TRAILING_CELLS,
    bytes: Buffer.concat(pieces),
    ends: Int32Array.from(ends),
  };
}

/** What the parser does with the buffers of a batch when the next one is asked for. */
export function scribbleOver(batch: Batch): void {
  batch.bytes.fill('#');
  batch.ends.fill(1);
}

/** A statement of March 2024; each index and account makes another one. */
export function statementOf(index: number, account = `U100000${index}`): Statement {
  const digest = sha256(`statement ${index} of ${account}`);
  return {
    index,
    id: sha256(`Parcels daily|AF|${digest}`).slice(0, 32),
    digest,
    account,
    query: 'Parcels daily',
    type: 'AF',
    from: '2024-03-01',
    to: '2024-03-31',
    period: 'LastMonth',
    generatedAt: '2024-04-01T07:00:00Z',
    rankedAt: '2024-04-01T07:00:00Z',
    tables: new Map(),
    unmapped: new Map(),
    events: new Map(),
  };
}

/** The report of the file in which these batches came; fills in the tables of the statements. */
export function reportOf(statements: readonly Statement[], batches: readonly Batch[]): ParseReport {
  const rows = new Map<string, number>();
  for (const { element, statement, rowCount } of batches) {
    rows.set(element.table, (rows.get(element.table) ?? 0) + rowCount);
    statement.tables.set(element.table, (statement.tables.get(element.table) ?? 0) + rowCount);
  }
  return {
    statements,
    rows,
    problemCount: 0,
    problems: [],
    driftAttributes: new Map(),
    driftSections: new Map(),
    undated: new Map(),
    notices: [],
  };
}

/** An input; another content makes other bytes. */
export function inputOf(content: string, variant = ''): InputFacts {
  return {
    loadId: `load-${sha256(content + variant).slice(0, 12)}`,
    name: `${content}.xml`,
    sha256: sha256(content),
    bytes: content.length,
    asQuery: undefined,
    variant,
    whole: true,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
