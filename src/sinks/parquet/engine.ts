/**
 * A Parquet dataset as an SqlEngine: the merge runs in a DuckDB database in memory, the working copy,
 * and a commit writes what it has changed there to files and names them in the log of the dataset.
 * Other processes may write meanwhile: one that finds the number of its entry taken reads what they
 * wrote, and publishes once more.
 */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { quoteLiteral } from '../../catalog/sql.js';
import { FlexError } from '../../errors.js';
import { DuckdbEngine } from '../duckdb/engine.js';
import type { DuckdbSettings } from '../duckdb/settings.js';
import type { SinkOptions } from '../sink.js';
import type { Incoming, Purpose, SqlValue } from '../sql/engine.js';
import { ChangeWriter, type Changes } from './changes.js';
import { advance, append, writeCheckpoint, type DatasetState } from './dataset-log.js';
import { rollForward } from './delta-log.js';
import { DAY_MILLISECONDS, forgetGone, sweep } from './leftovers.js';
import { ReadIn } from './read-in.js';
import type { DatasetStorage } from './storage.js';
import { WorkingCopy } from './working-copy.js';

/**
 * What DuckDB may take at first, and where that fails. Below the first it cannot write a file of a wide
 * table and would begin anew; rows that do not fit are spilled into the folder.
 */
const LOADING_LIMITS = ['240MB', '480MB'];

/** How often the same input is published anew because another writer was first. */
const MOST_TRIES = 100;

export interface ParquetDataset {
  readonly storage: DatasetStorage;
  readonly state: DatasetState;
  /** A folder of our own, removed at the end. */
  readonly folder: string;
  /** Version of flexetl. */
  readonly version: string;
  readonly now: () => number;
}

export class ParquetEngine extends DuckdbEngine {
  private readonly copy: WorkingCopy;
  private readonly reading: ReadIn;
  private readonly writer: ChangeWriter;
  private readonly written: WrittenTables;
  /** Whether a transaction is open. */
  private open = false;
  /** Whether another writer was first. */
  private overtaken = false;
  private tries = 0;
  /** Whether the working copy lacks what was committed. */
  private stale = false;
  private sweeps = false;
  /** The version up to which all Delta logs are known to be there. */
  private complete = -1;

  constructor(
    private readonly dataset: ParquetDataset,
    settings: DuckdbSettings,
    { catalog }: Pick<SinkOptions, 'catalog'>,
  ) {
    const { storage, state, folder } = dataset;
    super(storage.name, ':memory:', {}, { loadingLimits: LOADING_LIMITS, ...settings });
    this.copy = new WorkingCopy(this, storage, state);
    this.written = new WrittenTables();
    this.reading = new ReadIn(this, this.copy, (element) => this.collected(element));
    this.writer = new ChangeWriter(this, this.copy, storage, { catalog, folder });
  }

  /** Reads what every load needs. */
  async prepare(): Promise<void> {
    const spilled = join(this.dataset.folder, 'spilled');
    await super.run(`SET temp_directory = ${quoteLiteral(spilled)}`);
    await this.copy.open();
  }

  override async run(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    if (this.open) this.written.note(sql);
    return super.run(sql, parameters);
  }

  /** Noted one by one: all of them are one text to DuckDB. */
  override async runAll(statements: readonly string[]): Promise<void> {
    if (this.open) for (const sql of statements) this.written.note(sql);
    if (statements.length > 0) await super.run(statements.join('\n;\n'));
  }

  async readIn(incoming: Incoming): Promise<boolean> {
    // A dry run is one transaction, and sees what it began with.
    if (this.open) {
      const noted = this.written.hold();
      await this.reading.run(incoming, true);
      this.written.release(noted);
      return false;
    }
    const renewed = await this.catchUp();
    await this.reading.run(incoming, false);
    return renewed;
  }

  override async begin(purpose?: Purpose): Promise<void> {
    void purpose;
    await super.begin();
    this.open = true;
  }

  override async commit(): Promise<void> {
    const changes = await this.writer.write(this.written.take(this.copy.state.tables.keys()));
    if (Object.keys(changes.tables).length > 0) await this.append(changes);
    this.open = false;
    // From here on the input is loaded, whatever comes.
    try {
      await super.commit();
      this.copy.committed(changes.tables, changes.sums);
      this.tries = 0;
    } catch {
      this.stale = true;
      await super.rollback();
    }
    await this.afterCommit().catch(() => undefined);
  }

  override async rollback(): Promise<void> {
    this.open = false;
    this.written.clear();
    await super.rollback();
    this.copy.undone();
  }

  override async canTryAgain(thrown: unknown): Promise<boolean> {
    if (!this.overtaken) return super.canTryAgain(thrown);
    this.overtaken = false;
    return this.tries++ < MOST_TRIES;
  }

  override interrupt(): void {
    this.dataset.storage.interrupt();
    super.interrupt();
  }

  override async close(): Promise<void> {
    const { storage, state, folder, now } = this.dataset;
    try {
      await super.close();
      await this.completeDeltaLogs();
      await forgetGone(storage, state, now());
      if (this.sweeps) await sweep(storage, state, now());
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Closes what could not be opened. */
  async abandon(): Promise<void> {
    await super.close().catch(() => undefined);
    await rm(this.dataset.folder, { recursive: true, force: true });
  }

  private async append({ tables }: Changes): Promise<void> {
    const { storage, state, version, now } = this.dataset;
    const at = now();
    const sweeps = at - state.swept > DAY_MILLISECONDS;
    const entry = {
      at: new Date(at).toISOString(),
      by: version,
      ...(sweeps && { sweeps }),
      tables,
    };
    if (await append(storage, state, entry)) {
      this.sweeps ||= sweeps;
      return;
    }
    this.overtaken = true;
    throw new FlexError(
      'FLEX_DEST_CONFLICT',
      `${this.name}: another process has committed meanwhile.`,
    );
  }

  private async completeDeltaLogs(): Promise<void> {
    const { storage, state } = this.dataset;
    if (this.complete === state.version) return;
    await rollForward(storage, state);
    this.complete = state.version;
  }

  /** What others find done, and would do themselves. */
  private async afterCommit(): Promise<void> {
    const { storage, state, now } = this.dataset;
    await this.completeDeltaLogs();
    await writeCheckpoint(storage, state, () => forgetGone(storage, state, now()));
  }

  /** Brings the working copy up to the newest version. @returns whether tables were made anew */
  private async catchUp(): Promise<boolean> {
    const { copy } = this;
    const { storage, state } = this.dataset;
    // The last entry may be of another process that was killed: nothing is committed before its logs are there.
    await this.completeDeltaLogs();
    const changed = await advance(storage, state);
    await this.completeDeltaLogs();
    if (changed.size === 0 && !this.stale) return false;
    if (this.stale) await copy.open();
    else await copy.renew(changed);
    this.stale = false;
    return true;
  }
}

/** The tables of the schema that statements write to. */
class WrittenTables {
  private names = new Set<string>();
  /** Whether a statement was none that is known. */
  private unknown = false;
  note(sql: string): void {
    const [, quoted, plain] = WRITE.exec(sql) ?? [];
    const name = quoted ?? plain;
    if (name !== undefined) this.names.add(name);
    else if (sql.includes(SCHEMA) && !HARMLESS.test(sql)) this.unknown = true;
  }

  /** @param all where it cannot be told which */
  take(all: Iterable<string>): Set<string> {
    const names = new Set([...this.names, ...(this.unknown ? all : [])]);
    this.clear();
    return names;
  }

  clear(): void {
    this.names = new Set();
    this.unknown = false;
  }

  /** What is written until `release` is no change. */
  hold(): { readonly names: Set<string>; readonly unknown: boolean } {
    return { names: new Set(this.names), unknown: this.unknown };
  }

  release({ names, unknown }: { names: Set<string>; unknown: boolean }): void {
    this.names = names;
    this.unknown = unknown;
  }
}

/** The schema of a DuckDB file, as the engine writes it. */
const SCHEMA = '"main".';
/** A statement that writes to a table of that schema. */
const WRITE =
  /^\s*(?:INSERT INTO|UPDATE|DELETE FROM|ALTER TABLE|CREATE TABLE(?: IF NOT EXISTS)?)\s+"main"\.(?:"([^"]+)"|(\w+))/;
/** Reads of tables, and what is no part of a dataset: temporary tables, views, comments. */
const HARMLESS =
  /^\s*(?:SELECT|WITH|COPY|CREATE TEMPORARY TABLE|CREATE OR REPLACE VIEW|DROP VIEW|COMMENT ON|INSERT INTO flexetl_|DELETE FROM flexetl_)/;
