/**
 * Fixtures as the tests see them: an input and what must come of it. Reading a
 * fixture in any cuts gives a Result that can be compared with expected.json.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Catalog } from '../src/catalog/catalog.js';
import { FlexError } from '../src/errors.js';
import type { Batch } from '../src/parser/batch.js';
import { FlexParser, type ParserOptions } from '../src/parser/parser.js';
import { Surveyor } from '../src/parser/survey/survey.js';
import { ndjsonRows } from '../src/sinks/row.js';

export const FIXTURES = join(import.meta.dirname, '..', 'fixtures');

export interface Fixture {
  readonly name: string;
  readonly folder: string;
  readonly input: Buffer;
}

export interface Result {
  readonly error?: {
    readonly code: string;
    readonly message: string;
    readonly line?: number;
    readonly column?: number;
  };
  readonly rows?: readonly unknown[];
  readonly problems?: readonly unknown[];
  readonly drift?: unknown;
}

export const catalog = Catalog.load();

/** Loads of several files, a folder each: they are not one input and what comes of it. */
export const LOADS = 'loads';

/** Every fixture that has an input of its own; `demo` is too large to be a case. */
export function fixtures(): Fixture[] {
  return readdirSync(FIXTURES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !['demo', LOADS].includes(entry.name))
    .map((entry) => {
      const folder = join(FIXTURES, entry.name);
      const file = readdirSync(folder).find((name) => name.startsWith('input.'));
      if (file === undefined) throw new Error(`${folder} has no input`);
      return { name: entry.name, folder, input: readFileSync(join(folder, file)) };
    });
}

export function expectedOf(fixture: Fixture): Result | undefined {
  const path = join(fixture.folder, 'expected.json');
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as Result;
}

/** The chunks of an input cut at these places. */
export function cutAt(input: Buffer, cuts: readonly number[]): Buffer[] {
  const places = [...new Set(cuts.map((cut) => cut % (input.length + 1)))].sort((a, b) => a - b);
  const chunks: Buffer[] = [];
  let start = 0;
  for (const place of [...places, input.length]) {
    chunks.push(input.subarray(start, place));
    start = place;
  }
  return chunks;
}

/** How many rows of the report read last took the fast lane. */
export const plainRowsOf = { last: 0 };

/** Surveys and parses chunks; an error becomes part of the result. */
export function read(
  chunks: readonly Buffer[],
  options: Partial<ParserOptions> = {},
  each: (batch: Batch) => void = () => undefined,
): Result {
  try {
    const surveyor = new Surveyor({
      isDateAttribute: (name) =>
        ['date', 'datetime'].includes(catalog.attributeTypes.get(name) ?? ''),
    });
    for (const chunk of chunks) surveyor.push(chunk);
    const parser = new FlexParser({ catalog, survey: surveyor.end(), ...options });
    const rows: unknown[] = [];
    const take = (batches: Iterable<Batch>): void => {
      for (const batch of batches) {
        each(batch);
        const { index } = batch.statement;
        for (const row of ndjsonRows(batch)) rows.push({ ...row, statement: index });
      }
    };
    for (const chunk of chunks) take(parser.push(chunk));
    take(parser.end());
    plainRowsOf.last = parser.plainRowCount;
    const { problems, driftAttributes, driftSections } = parser.report;
    return {
      rows: sorted(rows),
      problems: problems.map(({ at, literal }) => ({
        line: at.line,
        element: at.element,
        attribute: at.attribute,
        literal,
      })),
      drift: {
        attributes: Object.fromEntries(driftAttributes),
        sections: Object.fromEntries(driftSections),
      },
    };
  } catch (thrown) {
    if (!(thrown instanceof FlexError)) throw thrown;
    const { code, message, at } = thrown;
    const { line, column } = at;
    const place = line === undefined ? {} : column === undefined ? { line } : { line, column };
    return { error: { code, message, ...place } };
  }
}

/**
 * Rows by statement and table. How batches of different tables follow each
 * other depends on their size; the order within a table does not.
 */
function sorted(rows: unknown[]): unknown[] {
  const place = (row: unknown): string => {
    const { statement, table } = row as { statement: number; table: string };
    return `${String(statement).padStart(9, '0')} ${table}`;
  };
  return rows
    .map((row, i) => ({ row, place: place(row), i }))
    .sort((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : a.i - b.i))
    .map(({ row }) => row);
}
