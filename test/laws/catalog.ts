/**
 * The catalogue of the random histories: the shipped one, its sections cut down
 * to the elements and columns that documents.ts writes. A load costs a fraction of
 * that with some 1,500 columns, and what has no column goes to _extra as it should.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from '../../src/catalog/catalog.js';
import { SECTIONS, UNKNOWN } from './documents.js';

const SCHEMAS = new URL('../../schemas/', import.meta.url);

/** Elements beside those that are the first of their section. */
const MORE: ReadonlySet<string> = new Set(['Lot', 'SymbolSummary']);

/** Attributes beside keys, dates and account. */
const FIGURES: ReadonlySet<string> = new Set([
  ...['accountId', 'dateTime', 'conid', 'quantity', 'amount', 'position', 'endingCash', 'name'],
  ...['endingValue', 'rate', 'multiplier', 'balance', 'total', 'totalCommission', 'ibExecID'],
]);

interface SectionFile {
  readonly rows: readonly {
    readonly element: string;
    readonly date?: string;
    readonly keys?: readonly (readonly string[])[];
    readonly columns: readonly (string | { readonly name: string })[];
  }[];
}

function narrow(file: SectionFile): SectionFile {
  const rows = file.rows
    .filter(({ element }, index) => index === 0 || MORE.has(element))
    .map((row) => {
      const kept = new Set([...FIGURES, row.date, ...(row.keys ?? []).flat()]);
      const name = (column: (typeof row.columns)[number]): string =>
        typeof column === 'string' ? column : column.name;
      return { ...row, columns: row.columns.filter((column) => kept.has(name(column))) };
    });
  return { ...file, rows };
}

function load(): Catalog {
  const overlay = mkdtempSync(join(tmpdir(), 'flexetl-laws-'));
  try {
    for (const section of SECTIONS.filter((name) => !UNKNOWN.has(name))) {
      const text = readFileSync(new URL(`${section}.json`, SCHEMAS), 'utf8');
      const file = narrow(JSON.parse(text) as SectionFile);
      writeFileSync(join(overlay, `${section}.json`), JSON.stringify(file));
    }
    return Catalog.load({ overlay });
  } finally {
    rmSync(overlay, { recursive: true });
  }
}

export const CATALOG = load();
