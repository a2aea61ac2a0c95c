/**
 * The sink over a database: one input, one transaction. The order of steps is
 * here; the rules of a merge are publish.ts, the database is an SqlEngine.
 */
import type { RowElement } from '../../catalog/section.js';
import { FlexError } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { ParseReport } from '../../parser/statement.js';
import type { Committed, InputFacts, Loading, Sink, SinkOptions, TableCounts } from '../sink.js';
import {
  claimLoad,
  isLoaded,
  migrateLedger,
  recordLoad,
  releaseLoad,
  stageCoverage,
} from './ledger.js';
import type { SqlEngine } from './engine.js';
import { contendedTables, insertUncontended, NOW, publishTable } from './publish.js';
import { ensureTables } from './tables.js';

const STAGE = 'flexetl_stage';

export class SqlSink implements Sink {
  readonly name: string;
  readonly decimalLimit;
  readonly ownsStdout = false;
  private ready = false;

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly toolVersion: string,
  ) {
    this.name = engine.name;
    this.decimalLimit = engine.decimalLimit;
  }

  async begin(input: InputFacts): Promise<Loading | 'already_loaded'> {
    const { force, mode } = this.options;
    if (!force && mode !== 'replace' && (await this.knows(input))) return 'already_loaded';
    return new SqlLoading(this.engine, this.options, input, this.toolVersion);
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  private async knows(input: InputFacts): Promise<boolean> {
    if (!this.ready) {
      this.ready = (await this.engine.existingTables()).has('flexetl_loads');
      if (!this.ready) return false;
    }
    return isLoaded(this.engine, input);
  }
}

class SqlLoading implements Loading {
  private readonly elements = new Map<string, RowElement>();
  private readonly startedAt = new Date();

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly input: InputFacts,
    private readonly toolVersion: string,
  ) {}

  async write(batch: Batch): Promise<void> {
    this.elements.set(batch.element.table, batch.element);
    const { statement } = batch;
    await this.engine.collect(batch, {
      query: statement.query,
      statementId: statement.id,
      loadId: this.input.loadId,
      generatedAt: statement.generatedAt,
    });
  }

  async commit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    const { engine, options } = this;
    await engine.begin();
    const tables = await this.publish(report);
    if (options.dryRun || tables === 'already_loaded') await engine.rollback();
    else await engine.commit();
    await engine.discard();
    return tables === 'already_loaded' ? tables : { tables };
  }

  async rollback(): Promise<void> {
    await this.engine.rollback();
    await this.engine.discard();
  }

  private async publish(report: ParseReport): Promise<Map<string, TableCounts> | 'already_loaded'> {
    const { engine, options, input } = this;
    const existing = await engine.existingTables();
    await migrateLedger(engine, existing);
    const elements = this.spokenOf(report);
    await ensureTables(engine, elements, existing);
    const tables = new Map<string, TableCounts>();
    const record = {
      input,
      mode: options.mode,
      toolVersion: this.toolVersion,
      startedAt: this.startedAt,
      report,
      tables,
    };
    if (options.force) await releaseLoad(engine, input);
    if (!(await claimLoad(engine, record))) return 'already_loaded';
    await stageCoverage(engine, report.statements, options.mode);
    await engine.run(
      `INSERT INTO ${engine.schema}.flexetl_coverage SELECT * FROM ${NOW} WHERE TRUE
       ON CONFLICT (account_id, query, table_name, statement_id, mode) DO NOTHING`,
    );
    const contended = await contendedTables(engine);
    for (const element of elements) {
      const parsed = report.rows.get(element.table) ?? 0;
      const weigh = contended.has(element.table) || element.grain === 'reference';
      tables.set(element.table, await this.publishOne(element, parsed, weigh));
    }
    await recordLoad(engine, record);
    await engine.run(`DROP TABLE ${NOW}`);
    return tables;
  }

  private async publishOne(
    element: RowElement,
    parsed: number,
    contended: boolean,
  ): Promise<TableCounts> {
    const { engine, options } = this;
    const counts = { parsed, inserted: 0, updated: 0, deleted: 0, unchanged: 0 };
    if (parsed === 0 && !contended) return counts;
    await engine.stage(element, STAGE);
    try {
      if (!contended && options.mode !== 'append') {
        counts.inserted = await insertUncontended(engine, element, STAGE);
        if (counts.inserted === parsed) return counts;
      }
      const weighed = await publishTable(engine, element, STAGE, options);
      counts.inserted += weighed.inserted;
      counts.updated = weighed.updated;
      counts.deleted = weighed.deleted;
      counts.unchanged = parsed - counts.inserted - counts.updated;
      return counts;
    } finally {
      await engine.unstage(element, STAGE);
    }
  }

  /** The tables that the input speaks of, by name; also those that it says are empty. */
  private spokenOf(report: ParseReport): RowElement[] {
    const names = new Set<string>();
    for (const { tables } of report.statements) for (const name of tables.keys()) names.add(name);
    return [...names].sort().map((name) => {
      const element = this.elements.get(name) ?? this.options.catalog.table(name);
      if (element === undefined)
        throw new FlexError('FLEX_BUG', `No element has the table ${name}.`);
      return element;
    });
  }
}
