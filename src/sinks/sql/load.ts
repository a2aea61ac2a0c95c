/**
 * One input on its way into a database: collected, then published in one transaction. The
 * order of steps is here; the rules of a merge are merge/merge.ts, the database is an SqlEngine.
 */
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { ParseReport, Statement, StatementList } from '../../parser/statement.js';
import {
  noCounts,
  type Committed,
  type InputFacts,
  type InputTransaction,
  type SinkOptions,
  type TableCounts,
} from '../sink.js';
import { dropTemporary, type SqlEngine } from './engine.js';
import type { InputGroup } from './group/group.js';
import { claimLoad, isLoaded, recordLoad, releaseLoad } from './ledger/loads.js';
import { tablesToMerge, repeatedTables, unmappedRowsConflict } from './merge/candidates.js';
import { totalsOf, type TableTotals } from './merge/control-totals.js';
import { isMergedByKey } from './merge/keys.js';
import { refuseOverlap } from './merge/overlap.js';
import { publishRows, type Collisions } from './merge/publish-table.js';
import { invalidateOtherVariants, deleteOrphanedRows } from './merge/reload.js';
import { emptyForReplace } from './merge/replace.js';
import { INCOMING_COVERAGE, recordCoverage, stageCoverage } from './merge/spoken.js';
import { refuseUndated } from './merge/undated.js';
import { prepareTables, type SinkState } from './schema/prepare.js';
import { accountsOf, factsTurn, isShared } from './schema/turns.js';
import { commitOrConfirm, elementsSpokenOf, forgetMade, refuseUnkept } from './load-steps.js';

/** Once, of the first input that it is true of. */
const UNDONE =
  'The dry run was restarted after a failed input or a lost connection: later inputs are counted as if the earlier ones were not loaded.';

/** What is known when the tables of an input are published. */
interface Publication {
  readonly report: ParseReport;
  /** The counts of the rows so far. */
  readonly tables: Map<string, TableCounts>;
  /** Rows that made way, by table: mode replace. */
  readonly emptied: ReadonlyMap<string, number>;
  /** Tables of which a statement of the input has spoken before. */
  readonly repeated: ReadonlySet<string>;
  readonly collisions: Collisions;
}

export class SqlTransaction implements InputTransaction {
  private readonly elements = new Map<string, RowElement>();
  private readonly totals = new Map<string, TableTotals>();
  private readonly startedAt = new Date();
  private readonly emptied: Set<string>;
  private notices: string[] = [];

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly input: InputFacts,
    private readonly toolVersion: string,
    private readonly memory: SinkState,
    private readonly group?: InputGroup,
  ) {
    this.emptied = new Set(memory.emptied);
  }

  async write(batch: Batch): Promise<void> {
    const { element, statement } = batch;
    this.elements.set(element.table, element);
    totalsOf(this.totals, element).add(batch);
    await this.engine.collect(batch, {
      query: statement.query,
      statementId: statement.id,
      loadId: this.input.loadId,
      generatedAt: statement.generatedAt,
    });
  }

  putOff(report: ParseReport): boolean {
    const { input, elements, totals, startedAt } = this;
    const commit = (): Promise<Committed | 'already_loaded'> => this.commit(report);
    const alone = { commit, rollback: (): Promise<void> => this.rollback() };
    return this.group?.add({ input, elements, totals, startedAt, report, alone }) ?? false;
  }

  async commit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    try {
      return await this.publishAndCommit(report);
    } catch (thrown) {
      if ((await this.engine.canTryAgain?.(thrown)) !== true) throw thrown;
      await this.undo();
      return this.commit(report);
    }
  }

  private async publishAndCommit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    const { engine, options } = this;
    const { mode } = options;
    const elements = elementsSpokenOf(report, this.elements, options.catalog);
    const incoming = { elements, statements: report.statements, mode };
    if ((await engine.readIn?.(incoming)) === true) forgetMade(this.memory);
    await engine.begin();
    const tables = await this.publishOptimistically(report);
    if (tables === 'already_loaded') {
      await this.rollback();
    } else {
      // A dry run is one transaction to its end, so that inputs see the effects of earlier ones.
      if (options.dryRun) this.keepPlan();
      else await commitOrConfirm(engine, this.input);
      for (const pair of this.emptied) this.memory.emptied.add(pair);
      await engine.discard();
    }
    return tables === 'already_loaded' ? tables : { tables, notices: this.notices };
  }

  private keepPlan(): void {
    const { memory } = this;
    if (memory.planned === 'undone') this.notices = [...this.notices, UNDONE];
    memory.planned = 'kept';
  }

  async rollback(): Promise<void> {
    await this.undo();
    await this.engine.discard();
  }

  /** Rolls back, and forgets what this input has done; its rows are still collected. */
  private async undo(): Promise<void> {
    const { memory, emptied, options } = this;
    forgetMade(memory);
    // Nothing was committed: also what inputs before this one would have done is undone.
    if (options.dryRun) memory.emptied.clear();
    if (memory.planned === 'kept') memory.planned = 'undone';
    emptied.clear();
    for (const pair of memory.emptied) emptied.add(pair);
    await this.engine.rollback();
  }

  /**
   * If the database inserts faster without ON CONFLICT, it is tried that way first. Collisions are
   * rare if the ledger shows nothing that competes; after one, everything is done again.
   */
  private async publishOptimistically(
    report: ParseReport,
  ): Promise<Map<string, TableCounts> | 'already_loaded'> {
    const { engine, options } = this;
    if (!engine.insertsFasterWithoutConflict || options.dryRun) return this.publish(report, 'skip');
    try {
      return await this.publish(report, 'error');
    } catch (thrown) {
      if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_DEST_CONFLICT') throw thrown;
      await this.undo();
      await engine.begin();
      return await this.publish(report, 'skip');
    }
  }

  private async publish(
    report: ParseReport,
    collisions: Collisions,
  ): Promise<Map<string, TableCounts> | 'already_loaded'> {
    const { engine, options, input } = this;
    const elements = elementsSpokenOf(report, this.elements, options.catalog);
    const beside = accountsOf(engine, options, report.statements);
    const { loadId } = input;
    this.notices = await prepareTables(engine, options, this.memory, elements, loadId, beside);
    const tables = new Map<string, TableCounts>();
    const { toolVersion, startedAt } = this;
    const record = { input, mode: options.mode, toolVersion, startedAt, report, tables };
    if (options.force || options.mode === 'replace') await releaseLoad(engine, input);
    if (!(await claimLoad(engine, record))) return await this.foundLoaded();
    const grains = new Map(elements.map(({ table, grain }) => [table, grain]));
    await stageCoverage(engine, report.statements, options, (table) => grains.get(table)!);
    const replaces = options.mode === 'replace';
    const shared = new Set(elements.filter(isShared).map(({ table }) => table));
    const emptied = replaces
      ? await emptyForReplace(engine, this.emptied, (table) => shared.has(table))
      : new Map<string, number>();
    if (options.mode !== 'append' && !options.allowOverlap) await refuseOverlap(engine);
    const repeated = await repeatedTables(engine);
    if (repeated.size > 0) await this.leaveBehind(tables);
    await recordCoverage(engine);
    if (options.mode !== 'append' && !options.allowOverlap) await refuseUndated(engine, options);
    await this.publishTables(elements, { report, tables, emptied, repeated, collisions });
    await recordLoad(engine, record);
    await dropTemporary(engine, INCOMING_COVERAGE);
    return tables;
  }

  /** Publishes the rows, table by table, and adds what became of them to the counts. */
  private async publishTables(
    elements: readonly RowElement[],
    { report, tables, emptied, repeated, collisions }: Publication,
  ): Promise<void> {
    const { engine, options } = this;
    const contended = await this.contended();
    const onlyStatement = onlyOf(report.statements)?.id;
    const { unmapped } = options.catalog;
    const all = new Set(contended.has(unmapped.table) ? [...elements, unmapped] : elements);
    const [shared, own] = [[...all].filter(isShared), [...all].filter((each) => !isShared(each))];
    // Others merge facts, too, and wait for us from here on: they come last.
    for (const element of [...own, ...shared]) {
      const { table } = element;
      if (element === shared[0] && engine.sharesTurns) await engine.run(factsTurn(engine.schema));
      const again = repeated.has(table);
      // Side by side, nothing but the statement itself competes with its rows.
      const competes = contended.has(table) || isMergedByKey(element);
      const counts = await publishRows(engine, element, {
        ...options,
        parsed: report.rows.get(table) ?? 0,
        totals: this.totals.get(table),
        mustMerge: again || (options.mode !== 'append' && competes),
        repeated: again,
        collisions,
        onlyStatement,
      });
      if (counts.deleted > 0) this.tellVanished(element, counts.deleted, report);
      counts.deleted += (emptied.get(table) ?? 0) + (tables.get(table)?.deleted ?? 0);
      if (elements.includes(element) || counts.deleted > 0) tables.set(table, counts);
    }
    inOrder(tables);
  }

  /** An element of which a section no longer has rows may have been deselected: rule 6. */
  private tellVanished({ table, section, name }: RowElement, count: number, report: ParseReport) {
    if ((report.rows.get(table) ?? 0) > 0) return;
    const others = this.options.catalog.section(section)?.rows ?? [];
    if (!others.some((other) => (report.rows.get(other.table) ?? 0) > 0)) return;
    const rows = `${count} ${count === 1 ? 'row' : 'rows'}`;
    const notice = `${rows} of ${table} were removed: the newer report has ${section}, but no ${name} in it. If its query should include them, select them again and load that report.`;
    this.notices = [...this.notices, notice];
  }

  /** The tables whose rows must be weighed against those of other statements. */
  private async contended(): Promise<Set<string>> {
    const { engine, options, memory } = this;
    // Side by side, nothing is.
    if (options.mode === 'append') return new Set();
    const { catalog } = options;
    const { table } = catalog.unmapped;
    const tables = await tablesToMerge(engine);
    if (memory.tables!.has(table) && (await unmappedRowsConflict(engine, catalog)))
      tables.add(table);
    return tables;
  }

  /**
   * The claim failed, so another process has loaded the input, unless the ledger rejects the claim.
   */
  private async foundLoaded(): Promise<'already_loaded'> {
    const { engine, input } = this;
    return (await isLoaded(engine, input)) ? 'already_loaded' : refuseUnkept(engine);
  }

  /** Cleans up after statements that were read with other options before. */
  private async leaveBehind(tables: Map<string, TableCounts>): Promise<void> {
    const { engine, options, input, memory } = this;
    await invalidateOtherVariants(engine, input);
    if (!input.whole) return;
    const exists = (table: string) => memory.tables!.has(table);
    for (const [table, deleted] of await deleteOrphanedRows(engine, options.mode, exists)) {
      tables.set(table, { ...noCounts(), deleted });
    }
  }
}

/** The statement of an input that has one. */
function onlyOf(statements: StatementList): Statement | undefined {
  if (statements.length !== 1) return undefined;
  const [only] = statements;
  return only;
}

/** Puts the tables of a summary in the order of their names, in whatever order they were published. */
function inOrder(tables: Map<string, TableCounts>): void {
  const sorted = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  tables.clear();
  for (const [table, counts] of sorted) tables.set(table, counts);
}
