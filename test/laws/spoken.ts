/**
 * What the statements of a report speak of (rule 6), told from an independent
 * reading of the XML: which sections are there, and which elements have rows.
 */
import type { Catalog } from '../../src/catalog/catalog.js';
import { UNMAPPED_TABLE, type RowElement, type Section } from '../../src/catalog/section.js';
import type { NdjsonRow } from '../../src/sinks/row.js';
import { expectedRows, type ExpectedRow } from '../lossless/placement.js';
import { readTree, type ElementNode } from '../lossless/reading.js';
import type { SaidRow } from './model.js';

/**
 * Beside which rows of its section the absence of an element says that there are none of
 * it; where an element is not named, beside all. Every order has executions, every execution
 * an order, a symbol and an asset summary: one of these that is not there was not selected.
 * Lots may be absent although they are selected, which only executions tell.
 */
export const ABSENT_BESIDE: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> =
  {
    Trades: {
      Trade: [],
      Order: [],
      Lot: ['Trade'],
      WashSale: ['Trade'],
      SymbolSummary: [],
      AssetSummary: [],
    },
    TradeConfirms: { TradeConfirm: [], Order: [], SymbolSummary: [], AssetSummary: [] },
    FxTransactions: { FxTransaction: [] },
    TransactionTaxes: { TransactionTax: [], TransactionTaxDetail: [] },
    Transfers: { Transfer: [] },
  };

export interface Selected {
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
}

/** The elements that each statement speaks of, also those without rows; in the order of the file. */
export function spokenIn(
  document: string,
  catalog: Catalog,
  selected: Selected,
): ReadonlySet<RowElement>[] {
  const root = readTree(document);
  const rows = expectedRows(root, catalog);
  return statementsIn(root).map((node, index) =>
    spokenBy(node, {
      catalog,
      isWanted: (section) => isWanted(section, selected),
      rows: rows.filter(({ statement }) => statement === index),
      type: root.attributes.get('type') ?? '',
    }),
  );
}

/** The parser's rows, with the attributes that the independent reading finds in their place. */
export function withLiterals(
  rows: readonly NdjsonRow[],
  document: string,
  { catalog, ...selected }: Selected & { readonly catalog: Catalog },
): SaidRow[] {
  const next = new Map<string, ExpectedRow[]>();
  for (const one of expectedRows(readTree(document), catalog)) {
    if (one.row !== catalog.statements && !isWanted(one.row.section, selected)) continue;
    next.set(one.row.table, [...(next.get(one.row.table) ?? []), one]);
  }
  return rows.map((row) => {
    // The unmapped of sections that are left out are not told from the others here.
    if (row.table === UNMAPPED_TABLE) return { ...row, literals: new Map<string, string>() };
    const found = next.get(row.table)?.shift();
    if (found?.element !== row.element) throw new Error(`The readings differ at ${row.table}`);
    return { ...row, literals: found.attributes };
  });
}

interface Around {
  readonly catalog: Catalog;
  readonly isWanted: (section: string) => boolean;
  /** Those of the statement. */
  readonly rows: readonly ExpectedRow[];
  readonly type: string;
}

function spokenBy(node: ElementNode, { catalog, isWanted, rows, type }: Around): Set<RowElement> {
  const elements = new Set<RowElement>([catalog.statements]);
  for (const child of node.children) {
    if (!('name' in child)) continue;
    const section = catalog.section(child.name);
    if (section === undefined) {
      const bare = catalog.bareRow(child.name, type);
      if (bare !== undefined && isWanted(bare.section)) elements.add(bare);
      continue;
    }
    if (!isWanted(section.name)) continue;
    for (const element of elementsSpokenOf(section, rows)) elements.add(element);
  }
  return elements;
}

/** Rule 6. @param rows of the statement */
function elementsSpokenOf(section: Section, rows: readonly ExpectedRow[]): RowElement[] {
  const names = [section.name, ...section.aliases];
  const own = rows.filter((one) => names.includes(one.section));
  const has = (name: string): boolean => own.some(({ row }) => row.name === name);
  return section.rows.filter(({ name }) => {
    const beside = ABSENT_BESIDE[section.name]?.[name];
    return own.length === 0 || has(name) || (beside?.some(has) ?? true);
  });
}

function isWanted(section: string, { only, skip }: Selected): boolean {
  return (only?.includes(section) ?? true) && !(skip?.includes(section) ?? false);
}

function statementsIn(node: ElementNode): ElementNode[] {
  if (node.name === 'FlexStatement') return [node];
  return node.children.flatMap((child) => ('name' in child ? statementsIn(child) : []));
}
