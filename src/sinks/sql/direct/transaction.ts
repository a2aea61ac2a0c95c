/**
 * One input directly into its tables, for an engine that is faster that way, if nothing in the
 * destination competes with it: its rows then need no merge. This is checked for each statement at
 * its first row, while no other load can publish. An input that fails the check goes the way of
 * load.ts: at once if no row has gone into a table yet, otherwise it is read again.
 */
import { FlexError, type ErrorCode } from '../../../errors.js';
import type { Batch } from '../../../parser/batch.js';
import type { ParseReport } from '../../../parser/statement.js';
import type { Committed, InputFacts, InputTransaction } from '../../sink.js';
import { directStatements } from '../ledger/direct-statements.js';
import { SqlTransaction } from '../load.js';
import { refuseOverlap } from '../merge/overlap.js';
import { recordCoverage, stageCoverage } from '../merge/spoken.js';
import { commitOrConfirm, elementsSpokenOf, forgetMade } from '../load-steps.js';
import { Admission, type DirectSetting } from './admission.js';
import { DirectStore } from './store.js';

/** Errors that staging may avoid, or can report more precisely. */
const WORTH_STAGING: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_ALTERED',
  'FLEX_DEST_REFUSED',
  'FLEX_DEST_FAILED',
  'FLEX_VALUES_REFUSED',
  'FLEX_CONTROL_TOTAL',
  'FLEX_CONFIG',
]);

/** Bytes of an input that is loaded in less time than it takes to stage its rows. */
const SMALL = 1024 * 1024;

export class DirectTransaction implements InputTransaction {
  private readonly startedAt = new Date();
  private readonly admission: Admission;
  private readonly store: DirectStore;
  /** The other way, where the input goes it. */
  private staging: SqlTransaction | undefined;

  /** @param hasMade whether tables were made in this transaction */
  constructor(
    private readonly setting: DirectSetting,
    private readonly input: InputFacts,
    hasMade: boolean,
  ) {
    this.admission = new Admission(setting, hasMade, input.bytes <= SMALL);
    this.store = new DirectStore(setting);
  }

  async write(batch: Batch): Promise<void> {
    if (this.staging === undefined && !(await this.tried(() => this.admission.admits(batch)))) {
      await this.stageInstead();
    }
    if (this.staging !== undefined) return this.staging.write(batch);
    const { query, id: statementId, generatedAt } = batch.statement;
    const lineage = { query, statementId, loadId: this.input.loadId, generatedAt };
    await this.tried(() => this.store.write(batch, lineage));
  }

  async commit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    if (this.staging === undefined && !(await this.tried(() => this.admission.areAlone(report)))) {
      await this.stageInstead();
    }
    if (this.staging !== undefined) return this.staging.commit(report);
    const { engine } = this.setting;
    const committed = await this.tried(() => this.publish(report));
    await engine.discard();
    return committed;
  }

  async rollback(): Promise<void> {
    if (this.staging !== undefined) return this.staging.rollback();
    const { engine, memory } = this.setting;
    if (this.admission.hasMade) forgetMade(memory);
    await engine.rollback();
    await engine.discard();
  }

  /** Goes the other way from here on. @throws FlexError where rows have gone this way already */
  private async stageInstead(): Promise<void> {
    const { engine, options, toolVersion, memory } = this.setting;
    if (this.store.hasRows) throw this.again('A statement of the input may compete with others.');
    await this.rollback();
    this.staging = new SqlTransaction(engine, options, this.input, toolVersion, memory);
  }

  /** @returns an error that has the input read again; it is staged then */
  private again(message: string, cause?: unknown): FlexError {
    this.setting.memory.restaged.add(restagedKey(this.input));
    return new FlexError('FLEX_DEST_CONFLICT', message, { cause });
  }

  private async tried<T>(step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (thrown) {
      if (this.staging !== undefined || !isWorthStaging(thrown)) throw thrown;
      throw this.again(thrown.message, thrown.cause);
    }
  }

  /** Sees to the tables, sends what is held back, writes the ledger and commits. */
  private async publish(report: ParseReport): Promise<Committed> {
    const { engine, options, toolVersion } = this.setting;
    const { input, startedAt, admission } = this;
    const { mode, timezone } = options;
    const elements = elementsSpokenOf(report, admission.elements, options.catalog);
    const notices = await admission.prepare(elements);
    const grains = new Map(elements.map(({ table, grain }) => [table, grain]));
    const staged = this.store.staged(elements);
    const overlaps = admission.hasOthers && !options.allowOverlap;
    const inNow = staged.length > 0 || overlaps;
    if (inNow) {
      await stageCoverage(engine, report.statements, options, (table) => grains.get(table)!);
      if (overlaps) await refuseOverlap(engine);
      await recordCoverage(engine);
    }
    const tables = await this.store.store(elements, report);
    const record = { input, mode, toolVersion, startedAt, report, tables };
    const coverage = inNow ? undefined : { timezone, grains };
    const ledger = directStatements(engine.schema, record, coverage);
    await commitOrConfirm(engine, input, () => engine.direct.commit(ledger));
    return { tables, notices };
  }
}

/** Whether the other way may not meet the error, or tells of it better. */
export function isWorthStaging(thrown: unknown): thrown is FlexError {
  return thrown instanceof FlexError && WORTH_STAGING.has(thrown.code);
}

/** How an input is remembered that is to be staged. */
export function restagedKey({ sha256, variant }: InputFacts): string {
  return `${sha256} ${variant}`;
}
