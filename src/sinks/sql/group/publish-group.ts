/**
 * Publishes inputs in one transaction, table by table for all of them. Their rows are inserted as
 * if they were one input's, which is right if no statement competes with another: every row is then
 * new. Reference rows always compete by key, and are merged; the counts of each input are made in
 * reference-rows.ts. Anything else is left to be published input by input.
 */
import type { RowElement } from '../../../catalog/section.js';
import type { ParseReport } from '../../../parser/statement.js';
import { noCounts, type InputFacts, type SinkOptions, type TableCounts } from '../../sink.js';
import { dropTemporary, type Incoming, type SqlEngine } from '../engine.js';
import { recordLoads } from '../ledger/group-loads.js';
import { repeatedTables, tablesToMerge, unmappedRowsConflict } from '../merge/candidates.js';
import { TableTotals } from '../merge/control-totals.js';
import { isMergedByKey } from '../merge/keys.js';
import { refuseOverlap } from '../merge/overlap.js';
import { publishRows } from '../merge/publish-table.js';
import { INCOMING_COVERAGE, recordCoverage, stageCoverage } from '../merge/spoken.js';
import { refuseUndated } from '../merge/undated.js';
import { elementsSpokenOf } from '../load-steps.js';
import { prepareTables, type SinkState } from '../schema/prepare.js';
import { publishShared } from './reference-rows.js';

/** One of the inputs. */
export interface GroupInput {
  readonly input: InputFacts;
  /** By table, of the rows that came. */
  readonly elements: ReadonlyMap<string, RowElement>;
  readonly totals: ReadonlyMap<string, TableTotals>;
  readonly startedAt: Date;
  readonly report: ParseReport;
}

export interface GroupOptions {
  readonly options: SinkOptions;
  readonly toolVersion: string;
  readonly memory: SinkState;
}

/** The members as one, for an engine that reads in what they meet. */
export function incomingOf(members: readonly GroupInput[], options: SinkOptions): Incoming {
  const { catalog, mode } = options;
  const spoken = members.flatMap(({ report, elements }) =>
    elementsSpokenOf(report, elements, catalog),
  );
  const elements = [...new Map(spoken.map((element) => [element.table, element])).values()];
  return { elements, statements: members.flatMap(({ report }) => [...report.statements]), mode };
}

/**
 * Publishes the rows in hand, which are those of all members, in the caller's transaction.
 * @returns what became of the rows of each; undefined where they must be published one by one,
 *   and the transaction is to be undone
 * @throws FlexError where a key collides, or one of the inputs is refused: the same holds then
 */
export async function publishGroup(
  engine: SqlEngine,
  members: readonly GroupInput[],
  { options, toolVersion, memory }: GroupOptions,
): Promise<Map<string, TableCounts>[] | undefined> {
  const { catalog, mode } = options;
  const spoken = members.map(({ report, elements }) => elementsSpokenOf(report, elements, catalog));
  const elements = new Map(spoken.flat().map((element) => [element.table, element]));
  const { loadId } = members[0]!.input;
  const all = [...elements.values()];
  const notices = await prepareTables(engine, options, memory, all, loadId);
  // They are about the input that made the tables.
  if (notices.length > 0) return undefined;
  const statements = members.map(({ report }) => report.statements);
  const every = statements.flatMap((own) => [...own]);
  await stageCoverage(engine, every, options, (table) => elements.get(table)!.grain);
  if (await competes(engine, options, memory)) return undefined;
  const counts = spoken.map((own, number) => countsOf(members[number]!, own));
  for (const element of all) {
    const rows = rowsOf(element, members);
    if (rows === undefined) continue;
    if (isMergedByKey(element) && mode !== 'append') {
      await publishShared(engine, element, { ...rows, statements, counts, options });
    } else if (!(await insert(engine, element, { ...rows, options }))) {
      return undefined;
    }
  }
  const records = members.map(({ input, startedAt, report }, number) => {
    return { input, mode, toolVersion, startedAt, report, tables: counts[number]! };
  });
  await recordLoads(engine, records);
  await dropTemporary(engine, INCOMING_COVERAGE);
  return counts;
}

/**
 * Whether one of the inputs competes with another, or with what the tables hold; records the
 * coverage of all.
 * @throws FlexError where one of them is refused
 */
async function competes(
  engine: SqlEngine,
  options: SinkOptions,
  memory: SinkState,
): Promise<boolean> {
  if ((await repeatedTables(engine)).size > 0) return true;
  await recordCoverage(engine);
  if (options.mode === 'append') return false;
  if (!options.allowOverlap) {
    // With the coverage of all in the ledger, they are also compared with each other.
    await refuseOverlap(engine);
    await refuseUndated(engine, options);
  }
  if ((await tablesToMerge(engine)).size > 0) return true;
  const { unmapped } = options.catalog;
  return (
    memory.tables!.has(unmapped.table) && (await unmappedRowsConflict(engine, options.catalog))
  );
}

/** The counts of an input of which all rows are new. */
function countsOf(
  { report }: GroupInput,
  elements: readonly RowElement[],
): Map<string, TableCounts> {
  return new Map(
    elements.map(({ table }) => {
      const parsed = report.rows.get(table) ?? 0;
      return [table, { ...noCounts(), parsed, inserted: parsed }];
    }),
  );
}

/** The rows that all inputs together have for a table. */
interface GroupRows {
  readonly parsed: number;
  readonly totals: TableTotals;
}

function rowsOf({ table }: RowElement, members: readonly GroupInput[]): GroupRows | undefined {
  const parsed = members.reduce((sum, { report }) => sum + (report.rows.get(table) ?? 0), 0);
  const totals = members.flatMap((member) => member.totals.get(table) ?? []);
  return totals.length === 0 ? undefined : { parsed, totals: TableTotals.of(totals) };
}

/** @returns whether all rows were new */
async function insert(
  engine: SqlEngine,
  element: RowElement,
  { options, parsed, totals }: GroupRows & Pick<GroupOptions, 'options'>,
): Promise<boolean> {
  const uncontended = { mustMerge: false, repeated: false, collisions: 'error' } as const;
  const published = await publishRows(engine, element, {
    ...options,
    ...uncontended,
    parsed,
    totals,
  });
  return published.inserted === parsed;
}
