/**
 * The sink over a database: which inputs it knows, and what a call remembers from one to
 * the next. How one input is loaded is load.ts, the database is an SqlEngine.
 */
import { STATEMENTS_TABLE } from '../../catalog/section.js';
import type {
  InputFacts,
  InputTransaction,
  LoadedBefore,
  Settled,
  Sink,
  SinkOptions,
} from '../sink.js';
import { ledgerVariant } from '../variant.js';
import type { DirectSetting } from './direct/admission.js';
import { beginDirect } from './direct/begin.js';
import type { SqlEngine } from './engine.js';
import { inputGroup, type InputGroup } from './group/group.js';
import { isLoaded, loadedBefore } from './ledger/loads.js';
import { SqlTransaction } from './load.js';
import type { SinkState } from './schema/prepare.js';

export class SqlSink implements Sink {
  readonly name: string;
  readonly decimalLimit;
  readonly ownsStdout = false;
  private readonly memory: SinkState = {
    tables: undefined,
    emptied: new Set(),
    restaged: new Set(),
    migrated: false,
    viewed: false,
    planned: 'none',
  };

  private readonly group: InputGroup | undefined;

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: SinkOptions,
    private readonly toolVersion: string,
  ) {
    this.name = engine.name;
    this.decimalLimit = engine.decimalLimit;
    this.group = inputGroup(engine, options, toolVersion, this.memory);
  }

  async begin(given: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    const { force, mode } = this.options;
    const input = this.inMode(given);
    const { engine, options, toolVersion, memory, group } = this;
    if (hasDirect(engine)) {
      const begun = await beginDirect({ engine, options, toolVersion, memory }, input);
      if (begun !== undefined) return begun;
    }
    if (!force && mode !== 'replace' && (await this.knows(input))) return 'already_loaded';
    return new SqlTransaction(engine, options, input, toolVersion, memory, group);
  }

  settlesBefore(given: InputFacts): boolean {
    return this.group?.endsBefore(this.inMode(given)) ?? false;
  }

  async *commitPutOff(): AsyncGenerator<Settled, void, undefined> {
    if (this.group !== undefined) yield* this.group.commit();
  }

  async loadedBefore(given: InputFacts): Promise<LoadedBefore | undefined> {
    const columns = this.memory.tables?.get(STATEMENTS_TABLE)?.map(({ name }) => name);
    // They may have been dropped by hand, which is no reason to fail where there is nothing to do.
    const there = ['account_id', 'from_date', 'to_date'].every((name) => columns?.includes(name));
    return there ? loadedBefore(this.engine, this.inMode(given)) : undefined;
  }

  interrupt(): void {
    this.engine.interrupt();
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  /** The same bytes side by side are another load than the same bytes merged. */
  private inMode(input: InputFacts): InputFacts {
    return { ...input, variant: ledgerVariant(this.options.mode, input.variant) };
  }

  private async knows(input: InputFacts): Promise<boolean> {
    this.memory.tables ??= await this.engine.existingTables();
    return this.memory.tables.has('flexetl_loads') && (await isLoaded(this.engine, input));
  }
}

function hasDirect(engine: SqlEngine): engine is DirectSetting['engine'] {
  return engine.direct !== undefined;
}
