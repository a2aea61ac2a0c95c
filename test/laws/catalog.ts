/**
 * The shipped catalogue, cut down to the elements and columns that a test needs: a
 * load costs a fraction of that with some 1,500 columns, and what has no column goes
 * to _extra as it should. That of the random histories is CATALOG.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalog } from '../../src/catalog/catalog.js';
import { SECTIONS, UNKNOWN } from './documents.js';

const SCHEMAS = new URL('../../schemas/', import.meta.url);

/** What is left of the shipped sections. */
export interface Cut {
  /** By their names in schemas/; the others stay as they are. */
  readonly sections: readonly string[];
  /** Whether a row element of them stays. Default: all do. */
  readonly element?: (element: string, index: number) => boolean;
  /** Whether an attribute keeps its column, beside those that decide about a row's place. */
  readonly column: (attribute: string) => boolean;
}

interface SectionFile {
  readonly rows: readonly {
    readonly element: string;
    readonly date?: string;
    readonly keys?: readonly (readonly string[])[];
    readonly columns: readonly (string | { readonly name: string })[];
  }[];
}

/** The attributes that place a row of some element, beside its date and its keys. */
const PLACING: ReadonlySet<string> = new Set(['accountId', 'tradeDate', 'dateTime']);

function narrow(file: SectionFile, { element = () => true, column }: Cut): SectionFile {
  const rows = file.rows
    .filter((row, index) => element(row.element, index))
    .map((row) => {
      const kept = new Set([...PLACING, row.date, ...(row.keys ?? []).flat()]);
      const name = (column: (typeof row.columns)[number]): string =>
        typeof column === 'string' ? column : column.name;
      const columns = row.columns.filter((one) => kept.has(name(one)) || column(name(one)));
      return { ...row, columns };
    });
  return { ...file, rows };
}

export function cutCatalog(cut: Cut): Catalog {
  const overlay = mkdtempSync(join(tmpdir(), 'flexetl-laws-'));
  try {
    for (const section of cut.sections) {
      const text = readFileSync(new URL(`${section}.json`, SCHEMAS), 'utf8');
      const file = narrow(JSON.parse(text) as SectionFile, cut);
      writeFileSync(join(overlay, `${section}.json`), JSON.stringify(file));
    }
    return Catalog.load({ overlay });
  } finally {
    rmSync(overlay, { recursive: true });
  }
}

/** Elements of the random histories beside those that are the first of their section. */
const MORE: ReadonlySet<string> = new Set(['Order', 'Lot', 'SymbolSummary']);

/** Attributes beside keys and dates. */
const FIGURES: ReadonlySet<string> = new Set([
  ...['conid', 'quantity', 'amount', 'position', 'endingCash', 'name', 'ibExecID', 'endingValue'],
  ...['rate', 'multiplier', 'balance', 'total', 'totalCommission'],
]);

export const CATALOG = cutCatalog({
  sections: SECTIONS.filter((name) => !UNKNOWN.has(name)),
  element: (element, index) => index === 0 || MORE.has(element),
  column: (attribute) => FIGURES.has(attribute),
});
