/**
 * The sink over a database: which inputs it knows, and what a call remembers from one to
 * the next. How one input is loaded is sql-loading.ts, the database is an SqlEngine.
 */
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import type { Extent } from '../../parser/extent.js';
import type { InputFacts, Loading, Sink, SinkOptions } from '../sink.js';
import type { SqlEngine } from './engine.js';
import { isLoaded, loadedExtent } from './ledger/loads.js';
import type { CallMemory } from './schema/prepare.js';
import { SqlLoading } from './load.js';

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
