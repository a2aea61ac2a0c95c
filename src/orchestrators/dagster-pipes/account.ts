/**
 * What Dagster is told of a load: for each selected asset that names a table, what became of the
 * rows of that table; for an asset alone that names none, of the whole load. Pure; checks are
 * checks.ts, and how messages look messages.ts.
 */
import { createHash } from 'node:crypto';
import type { Catalog } from '../../catalog/catalog.js';
import { STATEMENTS_TABLE, UNMAPPED_TABLE, type RowElement } from '../../catalog/section.js';
import { tableColumns } from '../../catalog/table-columns.js';
import type { InputOutcome } from '../../pipeline/load-input.js';
import { noCounts, OUTCOMES, type TableCounts } from '../../sinks/sink.js';
import type { Summary } from '../../summary/summary.js';
import type { Asset } from './context.js';
import { columnLineage, int, json, tableSchema, text, type Metadata } from './messages.js';

/** What an asset stands for. */
export interface Subject {
  readonly asset: Asset;
  /** Its table; undefined: the whole load. */
  readonly element: RowElement | undefined;
}

export interface Load {
  readonly summary: Summary;
  readonly outcomes: readonly InputOutcome[];
  /** Name of the destination, without a password. */
  readonly destination: string;
  /** What a table is called there: `money.flex.trades`. */
  nameOf(table: string): string | undefined;
}

/** The asset of the upstream side: what a Flex report is called in Dagster's lineage. */
const REPORT = 'ibkr_flex';
const LIST_KEPT = 50;

/** The assets that something can be said of; the others name no table. */
export function subjectsOf(assets: readonly Asset[], catalog: Catalog): Subject[] {
  const subjects = assets.map((asset): Subject => ({
    asset,
    element: catalog.table(asset.path.at(-1) ?? ''),
  }));
  return subjects.filter(({ element }) => element !== undefined || assets.length === 1);
}

export function metadataOf({ element }: Subject, load: Load): Metadata {
  const { summary, outcomes, destination } = load;
  const counts = countsOf(element, summary);
  return {
    status: text(summary.status),
    load_id: text(summary.loadId),
    destination: text(destination),
    ...Object.fromEntries(OUTCOMES.map((outcome) => [`rows_${outcome}`, int(counts[outcome])])),
    problems: int(problemsOf(element, load).count),
    windows: json(short(windowsOf(outcomes))),
    drift: json(short(driftOf(element, summary))),
    notices: json(short(summary.notices)),
    duration_ms: int(summary.durationMs),
    ...(element === undefined
      ? { tables: json(summary.tables) }
      : describe(element, load.nameOf(element.table))),
  };
}

/** Columns, and where in the report each comes from. */
function describe(element: RowElement, called: string | undefined): Metadata {
  const { section, name } = element;
  const columns = tableColumns(element);
  return {
    ...(called === undefined ? {} : { 'dagster/table_name': text(called) }),
    'dagster/column_schema': tableSchema(
      columns.map((column) => ({ ...column, description: column.doc })),
    ),
    'dagster/column_lineage': columnLineage(
      [REPORT, ...(section === '' ? [] : [section]), ...(name === '' ? [] : [name])],
      columns.flatMap((column) =>
        column.attribute === undefined ? [] : [{ name: column.name, from: column.attribute }],
      ),
    ),
  };
}

export function countsOf(element: RowElement | undefined, { tables }: Summary): TableCounts {
  if (element !== undefined) return { ...noCounts(), ...tables[element.table] };
  const sum = noCounts();
  for (const [table, counts] of Object.entries(tables)) {
    if (table === STATEMENTS_TABLE) continue;
    for (const outcome of OUTCOMES) sum[outcome] += counts[outcome];
  }
  return sum;
}

/**
 * The literals that did not fit. The parser names the table of the first of each file only: where
 * there are more, those of one table are not all known.
 */
export function problemsOf(
  element: RowElement | undefined,
  { summary, outcomes }: Pick<Load, 'summary' | 'outcomes'>,
): { readonly count: number; readonly all: boolean } {
  if (element === undefined) return { count: summary.problems.count, all: true };
  let [count, all] = [0, true];
  for (const { report } of outcomes) {
    const problems = report?.problems ?? [];
    count += problems.filter(({ table }) => table === element.table).length;
    all &&= problems.length === (report?.problemCount ?? 0);
  }
  return { count, all };
}

/** Names that the catalogue does not know: sections and elements are rows of the unmapped. */
export function driftOf(
  element: RowElement | undefined,
  { drift: { attributes, sections } }: Summary,
): readonly string[] {
  if (element === undefined) return [...attributes, ...sections];
  if (element.table === UNMAPPED_TABLE) return sections;
  return attributes.filter((attribute) => attribute.startsWith(`${element.name}@`));
}

interface ToldWindow {
  readonly query: string | null;
  readonly from: string | null;
  readonly to: string | null;
  accounts: number;
}

/** The windows of the statements, each once, with the number of accounts that have it. */
function windowsOf(outcomes: readonly InputOutcome[]): ToldWindow[] {
  const windows = new Map<string, ToldWindow>();
  const add = (query: string | null, from: string | null, to: string | null, n: number): void => {
    const name = JSON.stringify([query, from, to]);
    const known = windows.get(name);
    if (known === undefined) windows.set(name, { query, from, to, accounts: n });
    else known.accounts += n;
  };
  for (const { report, before, error } of outcomes) {
    if (error !== undefined) continue;
    const extent = before?.extent;
    for (const { query, from, to } of report?.statements ?? []) add(query, from, to, 1);
    if (extent !== undefined) add(null, extent.from, extent.to, extent.accounts.length);
  }
  return [...windows.values()];
}

/**
 * The bytes that were loaded, as Dagster's data version: the same days, loaded again, are the same
 * data.
 * @returns null where no input was read
 */
export function dataVersionOf(outcomes: readonly InputOutcome[]): string | null {
  const digests = outcomes.flatMap(({ survey }) => survey?.sha256 ?? []).sort();
  if (digests.length === 0) return null;
  return `sha256:${createHash('sha256').update(digests.join('\n')).digest('hex')}`;
}

/** The beginning of a list, and how many entries follow. */
function short(list: readonly unknown[]): unknown[] {
  const rest = list.length - LIST_KEPT;
  return rest > 0 ? [...list.slice(0, LIST_KEPT), `… and ${rest} more`] : [...list];
}
