/**
 * The sink over a database: one input, one transaction. The order of steps is
 * here; the rules of a merge are publish.ts, the database is an SqlEngine.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { Extent } from '../../parser/extent.js';
import type { ParseReport } from '../../parser/statement.js';
import type { Committed, InputFacts, Loading, Sink, SinkOptions, TableCounts } from '../sink.js';
import {
  contendedTables,
  publishRows,
  repeatedTables,
  strangersContended,
  type Collisions,
} from './contention.js';
import type { SqlEngine } from './engine.js';
import {
  claimLoad,
  isLoaded,
  loadedExtent,
  NOW,
  recordLoad,
  releaseLoad,
  stageCoverage,
} from './ledger.js';
import { refuseOverlap } from './overlap.js';
import { prepareTables, type CallMemory } from './prepare.js';
import { forgetOtherReadings, forsakeTables } from './reread.js';
import { emptyForReplace } from './replace.js';
import { TableTotals } from './totals.js';

/** Once, of the first input that it is true of. */
const UNDONE =
  'The dry run began anew after an input that failed or a connection that was lost: the inputs after that are counted as if those before it were not loaded.';

export class SqlSink implements Sink {
  readonly name: string;
  readonly decimalLimit;
  readonly ownsStdout = false;
  private readonly memory: CallMemory = {
    tables: undefined,
    emptied: new Set(),
    migrated: false,
    viewed: false,
    planned: 'none',
  };

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly toolVersion: string,
  ) {
    this.name = engine.name;
    this.decimalLimit = engine.decimalLimit;
  }

  async begin(given: InputFacts): Promise<Loading | 'already_loaded'> {
    const { force, mode } = this.options;
    const input = this.inMode(given);
    if (!force && mode !== 'replace' && (await this.knows(input))) return 'already_loaded';
    return new SqlLoading(this.engine, this.options, input, this.toolVersion, this.memory);
  }

  async extentOf(given: InputFacts): Promise<Extent | undefined> {
    const columns = this.memory.tables?.get(STATEMENTS_TABLE)?.map(({ name }) => name);
    // Somebody may have dropped them, which is no reason to fail where there is nothing to do.
    const there = ['account_id', 'from_date', 'to_date'].every((name) => columns?.includes(name));
    return there ? loadedExtent(this.engine, this.inMode(given)) : undefined;
  }

  interrupt(): void {
    this.engine.interrupt();
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  /** The same bytes side by side are another load than the same bytes merged. */
  private inMode(input: InputFacts): InputFacts {
    const { variant } = input;
    return this.options.mode === 'append' ? { ...input, variant: `append ${variant}` } : input;
  }

  private async knows(input: InputFacts): Promise<boolean> {
    this.memory.tables ??= await this.engine.existingTables();
    return this.memory.tables.has('flexetl_loads') && (await isLoaded(this.engine, input));
  }
}

class SqlLoading implements Loading {
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
    private readonly memory: CallMemory,
  ) {
    this.emptied = new Set(memory.emptied);
  }

  async write(batch: Batch): Promise<void> {
    const { element, statement } = batch;
    this.elements.set(element.table, element);
    this.totalsOf(element).add(batch);
    await this.engine.collect(batch, {
      query: statement.query,
      statementId: statement.id,
      loadId: this.input.loadId,
      generatedAt: statement.generatedAt,
    });
  }

  private totalsOf(element: RowElement): TableTotals {
    let totals = this.totals.get(element.table);
    if (totals === undefined) {
      totals = new TableTotals(element);
      this.totals.set(element.table, totals);
    }
    return totals;
  }

  async commit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    const { engine, options } = this;
    await engine.begin();
    const tables = await this.publishHopefully(report);
    if (tables === 'already_loaded') {
      await this.rollback();
    } else {
      // A dry run is one transaction to its end, so that inputs meet what those before would leave.
      if (options.dryRun) this.keepPlan();
      else await this.commitSurely();
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
    memory.tables = undefined;
    memory.migrated = false;
    memory.viewed = false;
    // Nothing was committed: also what inputs before this one would have done is undone.
    if (options.dryRun) memory.emptied.clear();
    if (memory.planned === 'kept') memory.planned = 'undone';
    emptied.clear();
    for (const pair of memory.emptied) emptied.add(pair);
    await this.engine.rollback();
  }

  /** Commits. Where the answer is lost, the ledger is asked whether it was done. */
  private async commitSurely(): Promise<void> {
    const { engine, input } = this;
    try {
      await engine.commit();
    } catch (thrown) {
      if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_DEST_UNAVAILABLE') throw thrown;
      await engine.rollback();
      const done = await isLoaded(engine, input, input.loadId).catch(() => false);
      if (!done) throw thrown;
    }
  }

  /**
   * DuckDB inserts several times as fast where it is not told what to do about collisions of
   * keys. They are rare where the ledger shows nothing that competes; then all is done again.
   */
  private async publishHopefully(
    report: ParseReport,
  ): Promise<Map<string, TableCounts> | 'already_loaded'> {
    const { engine, options } = this;
    if (engine.dialect !== 'duckdb' || options.dryRun) return this.publish(report, 'skip');
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
    const elements = this.spokenOf(report);
    this.notices = await prepareTables(engine, options, this.memory, elements, input.loadId);
    const tables = new Map<string, TableCounts>();
    const { toolVersion, startedAt } = this;
    const record = { input, mode: options.mode, toolVersion, startedAt, report, tables };
    if (options.force || options.mode === 'replace') await releaseLoad(engine, input);
    if (!(await claimLoad(engine, record))) return await this.foundLoaded();
    const grains = new Map(elements.map(({ table, grain }) => [table, grain]));
    await stageCoverage(engine, report.statements, options.mode, (table) => grains.get(table)!);
    const emptied =
      options.mode === 'replace' ? await emptyForReplace(engine, this.emptied) : undefined;
    if (options.mode !== 'append' && !options.allowOverlap) await refuseOverlap(engine);
    const repeated = await repeatedTables(engine);
    if (repeated.size > 0) await this.leaveBehind(tables);
    await engine.run(
      `INSERT INTO ${engine.schema}.flexetl_coverage SELECT * FROM ${NOW} WHERE TRUE
       ON CONFLICT (account_id, query, table_name, statement_id, mode) DO UPDATE SET
         grain = excluded.grain, window_from = excluded.window_from,
         window_to = excluded.window_to, rank = excluded.rank, parsed = excluded.parsed`,
    );
    const contended = await this.contended();
    const { unmapped } = options.catalog;
    const touched = new Set(contended.has(unmapped.table) ? [...elements, unmapped] : elements);
    for (const element of touched) {
      const { table, grain } = element;
      const again = repeated.has(table);
      // Side by side, nothing but the statement itself competes with its rows; and nothing else
      // ever does with the row about a statement.
      const shared = grain === 'reference' && table !== STATEMENTS_TABLE;
      const competes = contended.has(table) || shared;
      const weigh = again || (options.mode !== 'append' && competes);
      const counts = await publishRows(engine, element, {
        ...options,
        parsed: report.rows.get(table) ?? 0,
        totals: this.totals.get(table),
        weigh,
        repeated: again,
        collisions,
      });
      counts.deleted += (emptied?.get(table) ?? 0) + (tables.get(table)?.deleted ?? 0);
      if (grains.has(table) || counts.deleted > 0) tables.set(table, counts);
    }
    await recordLoad(engine, record);
    await engine.run(`DROP TABLE ${NOW}`);
    return tables;
  }

  /** The tables whose rows must be weighed against those of other statements. */
  private async contended(): Promise<Set<string>> {
    const { engine, options, memory } = this;
    // Side by side, nothing is.
    if (options.mode === 'append') return new Set();
    const { catalog } = options;
    const { table } = catalog.unmapped;
    const tables = await contendedTables(engine);
    if (memory.tables!.has(table) && (await strangersContended(engine, catalog))) tables.add(table);
    return tables;
  }

  /** Not claimed, so another process has loaded it; unless the ledger does not take the claim. */
  private async foundLoaded(): Promise<'already_loaded'> {
    const { engine, input } = this;
    if (await isLoaded(engine, input)) return 'already_loaded';
    throw new FlexError(
      'FLEX_DEST_ALTERED',
      `${engine.name}: the table flexetl_loads does not keep what is inserted.`,
      { advice: 'Drop the rules and triggers on the tables of the ledger.' },
    );
  }

  /** Of statements that were read in another way before. */
  private async leaveBehind(tables: Map<string, TableCounts>): Promise<void> {
    const { engine, options, input, memory } = this;
    await forgetOtherReadings(engine, input);
    if (!input.whole) return;
    const exists = (table: string) => memory.tables!.has(table);
    for (const [table, deleted] of await forsakeTables(engine, options.mode, exists)) {
      tables.set(table, { parsed: 0, inserted: 0, updated: 0, deleted, unchanged: 0 });
    }
  }

  /** The tables that the input speaks of, by name; also those that it says are empty. */
  private spokenOf(report: ParseReport): RowElement[] {
    const names = new Set<string>();
    for (const { tables } of report.statements) for (const name of tables.keys()) names.add(name);
    return [...names].sort().map((name) => {
      const element = this.elements.get(name) ?? this.options.catalog.table(name);
      if (element === undefined) {
        throw new FlexError('FLEX_BUG', `No element has the table ${name}.`);
      }
      return element;
    });
  }
}
