/**
 * The sink over a database: one input, one transaction. The order of steps is
 * here; the rules of a merge are publish.ts, the database is an SqlEngine.
 */
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { ParseReport } from '../../parser/statement.js';
import type { Committed, InputFacts, Loading, Sink, SinkOptions, TableCounts } from '../sink.js';
import { contendedTables, insertUncontended, repeatedTables } from './contention.js';
import type { ExistingColumn, SqlEngine } from './engine.js';
import {
  claimLoad,
  isLoaded,
  lockPublication,
  migrateLedger,
  recordLoad,
  releaseLoad,
  stageCoverage,
} from './ledger.js';
import { refuseOverlap } from './overlap.js';
import { NOW, publishTable } from './publish.js';
import { forgetOtherReadings, forsakeTables } from './reread.js';
import { reconcileStage, reconcileTable } from './reconcile.js';
import { emptyForReplace } from './replace.js';
import { sideBySide } from './side-by-side.js';
import { ensureTables, forbiddingDdl } from './tables.js';
import { TableTotals } from './totals.js';
import { makeViews, viewNotices } from './views.js';

/** What a call remembers from input to input. */
interface CallMemory {
  /** Tables as the last committed input left them; undefined where they must be asked for. */
  tables: ReadonlyMap<string, readonly ExistingColumn[]> | undefined;
  /** `table account` pairs that mode replace has emptied. */
  readonly emptied: Set<string>;
  /** Whether the ledger has been brought to this version. */
  migrated: boolean;
  /** Whether the views have been looked after. */
  viewed: boolean;
}

export class SqlSink implements Sink {
  readonly name: string;
  readonly decimalLimit;
  readonly ownsStdout = false;
  private readonly memory: CallMemory = {
    tables: undefined,
    emptied: new Set(),
    migrated: false,
    viewed: false,
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
    // The same bytes side by side are another load than the same bytes merged.
    const variant = mode === 'append' ? `append ${given.variant}` : given.variant;
    const input = { ...given, variant };
    if (!force && mode !== 'replace' && (await this.knows(input))) return 'already_loaded';
    return new SqlLoading(this.engine, this.options, input, this.toolVersion, this.memory);
  }

  interrupt(): void {
    this.engine.interrupt();
  }

  async close(): Promise<void> {
    await this.engine.close();
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
    const tables = await this.publish(report);
    if (options.dryRun || tables === 'already_loaded') {
      await this.rollback();
    } else {
      await this.commitSurely();
      for (const pair of this.emptied) this.memory.emptied.add(pair);
      await engine.discard();
    }
    return tables === 'already_loaded' ? tables : { tables, notices: this.notices };
  }

  async rollback(): Promise<void> {
    this.memory.tables = undefined;
    this.memory.migrated = false;
    this.memory.viewed = false;
    await this.engine.rollback();
    await this.engine.discard();
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

  private async publish(report: ParseReport): Promise<Map<string, TableCounts> | 'already_loaded'> {
    const { engine, options, input } = this;
    const elements = this.spokenOf(report);
    await this.prepare(elements);
    const tables = new Map<string, TableCounts>();
    const { toolVersion, startedAt } = this;
    const record = { input, mode: options.mode, toolVersion, startedAt, report, tables };
    if (options.force || options.mode === 'replace') await releaseLoad(engine, input);
    if (!(await claimLoad(engine, record))) return 'already_loaded';
    const grains = new Map(elements.map(({ table, grain }) => [table, grain]));
    await stageCoverage(engine, report.statements, options.mode, (table) => grains.get(table)!);
    const emptied =
      options.mode === 'replace' ? await emptyForReplace(engine, this.emptied) : undefined;
    if (options.mode === 'merge' && !options.allowOverlap) await refuseOverlap(engine);
    const repeated = await repeatedTables(engine);
    if (repeated.size > 0) await this.leaveBehind(tables);
    await engine.run(
      `INSERT INTO ${engine.schema}.flexetl_coverage SELECT * FROM ${NOW} WHERE TRUE
       ON CONFLICT (account_id, query, table_name, statement_id, mode) DO UPDATE SET
         grain = excluded.grain, window_from = excluded.window_from,
         window_to = excluded.window_to, rank = excluded.rank, parsed = excluded.parsed`,
    );
    const contended = await contendedTables(engine);
    for (const element of elements) {
      const { table, grain } = element;
      const again = repeated.has(table);
      // Side by side, nothing but the statement itself competes with its rows.
      const competes = contended.has(table) || grain === 'reference';
      const weigh = again || (options.mode !== 'append' && competes);
      const counts = await this.publishTable(
        element,
        report.rows.get(table) ?? 0,
        weigh,
        again,
      ).catch(naming(table));
      counts.deleted += (emptied?.get(table) ?? 0) + (tables.get(table)?.deleted ?? 0);
      tables.set(table, counts);
    }
    await recordLoad(engine, record);
    await engine.run(`DROP TABLE ${NOW}`);
    return tables;
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

  /** Waits for its turn, then sees to it that ledger and tables are there. */
  private async prepare(elements: readonly RowElement[]): Promise<void> {
    const { engine, memory } = this;
    const { noDdl = false } = this.options;
    const maker = noDdl ? forbiddingDdl(engine) : engine;
    const known = memory.tables;
    if (memory.migrated && elements.every(({ table }) => known?.has(table))) {
      await lockPublication(engine, this.input.loadId);
    } else {
      if (!noDdl) await engine.makeSchema();
      const existing = await engine.existingTables();
      const lockable = existing.has('flexetl_locks');
      // Of several that would migrate at once, one does; the others find it done.
      if (lockable) await lockPublication(engine, this.input.loadId);
      await migrateLedger(maker, existing);
      if (!lockable) await lockPublication(engine, this.input.loadId);
      memory.migrated = true;
      memory.tables = await engine.existingTables();
    }
    const changed = await ensureTables(maker, elements, memory.tables!);
    if (changed) memory.tables = await engine.existingTables();
    if (!noDdl && (changed || !memory.viewed)) {
      this.notices = viewNotices(await makeViews(engine, memory.tables!));
    }
    memory.viewed = true;
  }

  private async publishTable(
    element: RowElement,
    parsed: number,
    contended: boolean,
    repeated: boolean,
  ): Promise<TableCounts> {
    const { engine, options } = this;
    const counts = { parsed, inserted: 0, updated: 0, deleted: 0, unchanged: 0 };
    if (parsed === 0 && !contended) return counts;
    const stage = await engine.stage(element, contended ? 'often' : 'once');
    const rows = options.mode === 'append' ? sideBySide(element, stage) : stage;
    if (!contended) counts.inserted = await insertUncontended(engine, element, rows);
    const totals = this.totals.get(element.table);
    if (counts.inserted === parsed && !contended) {
      if (totals !== undefined) await reconcileTable(engine, element, rows, totals);
    } else {
      if (totals !== undefined) await reconcileStage(engine, element, stage, totals);
      const weighed = await publishTable(engine, element, stage, { ...options, repeated });
      counts.inserted += weighed.inserted;
      counts.updated = weighed.updated;
      counts.deleted = weighed.deleted;
      counts.unchanged = parsed - counts.inserted - counts.updated;
    }
    await engine.unstage(element);
    return counts;
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

/** A database does not always say which table it cannot take the rows into. */
function naming(table: string): (thrown: unknown) => never {
  return (thrown) => {
    if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_DEST_ALTERED') throw thrown;
    const { code, message, advice, cause } = thrown;
    throw new FlexError(code, `The table ${table}: ${message}`, { advice, cause });
  };
}
