/**
 * One input straight into its tables, for an engine that is faster so, where nothing that the
 * destination has competes with it: its rows need no weighing then. It is asked of each statement
 * when its first row comes, while nobody else can publish. An input of which that is not true goes
 * the way of load.ts: at once where no row has gone into a table yet, else it is read again.
 */
import { STATEMENTS_TABLE, type RowElement } from '../../catalog/section.js';
import { quoteIdentifier, quoteLiteral } from '../../catalog/sql.js';
import { createTableSql } from '../../catalog/formats/create-table.js';
import { FlexError, type ErrorCode } from '../../errors.js';
import type { Batch } from '../../parser/batch.js';
import type { ParseReport, Statement } from '../../parser/statement.js';
import {
  noCounts,
  type Committed,
  type InputFacts,
  type InputTransaction,
  type SinkOptions,
  type TableCounts,
} from '../sink.js';
import { commitOrConfirm, forgetMade, refuseUnkept } from './commit.js';
import type { DirectWriter, RowLineage, SqlEngine } from './engine.js';
import { directStatements } from './ledger/direct-statements.js';
import { literalList } from './ledger/literal-rows.js';
import { SqlTransaction } from './load.js';
import { TableTotals } from './merge/control-totals.js';
import { Facts, MOST_FACTS } from './merge/facts.js';
import { refuseOverlap } from './merge/overlap.js';
import { publishRows } from './merge/publish-table.js';
import { compareSums, sumsSql } from './merge/reconcile.js';
import { isPlaced, meets, rivalsOf, type Placed } from './merge/rivals.js';
import { recordCoverage, stageCoverage } from './merge/spoken.js';
import { migrations } from './schema/migrations.js';
import { refuseMissing } from './schema/no-ddl.js';
import { prepareTables, type SinkState } from './schema/prepare.js';
import { ensureTables, isAsWide } from './schema/tables.js';
import { makeViews, viewNotices } from './schema/views.js';
import { elementsSpokenOf } from './spoken-elements.js';

/** What the transactions of one sink share. */
export interface DirectSetting {
  readonly engine: SqlEngine & { readonly direct: DirectWriter };
  readonly options: SinkOptions;
  readonly toolVersion: string;
  readonly memory: SinkState;
}

/** An input of more is staged: each statement costs a question here, and a place in memory. */
const MOST_STATEMENTS = 500;

/** Errors that the other way may not meet, or tells of in better words. */
const WORTH_STAGING: ReadonlySet<ErrorCode> = new Set([
  'FLEX_DEST_CONFLICT',
  'FLEX_DEST_ALTERED',
  'FLEX_DEST_REFUSED',
  'FLEX_DEST_FAILED',
  'FLEX_VALUES_REFUSED',
  'FLEX_CONTROL_TOTAL',
  'FLEX_CONFIG',
]);

/**
 * Begins an input, where it may go this way as far as is known before its rows come.
 * @returns undefined where it is to be staged; no transaction is under way then
 */
export async function beginDirect(
  setting: DirectSetting,
  input: InputFacts,
): Promise<DirectTransaction | 'already_loaded' | undefined> {
  const { engine, options, memory } = setting;
  const { mode, force, dryRun, noDdl = false } = options;
  const simple = mode === 'merge' && !force && !dryRun;
  if (!simple || memory.restaged.has(keyOf(input))) return undefined;
  const tables = (memory.tables ??= await engine.existingTables());
  const isNew = ![...tables.keys()].some((name) => name.startsWith('flexetl_'));
  if (isNew && noDdl) return undefined;
  try {
    const begun = isNew ? await beginNew(setting, input) : await beginKnown(setting, input);
    if (begun === 'here') return new DirectTransaction(setting, input, isNew);
    await engine.rollback();
    return begun;
  } catch (thrown) {
    await engine.rollback();
    // What is wrong with the destination, the other way finds out and tells.
    if (isWorthStaging(thrown)) return undefined;
    throw thrown;
  }
}

/** The first load into a schema: the ledger is made, and is nobody else's before the commit. */
async function beginNew({ engine, options, memory }: DirectSetting, { loadId }: InputFacts) {
  await engine.begin();
  await prepareTables(engine, options, memory, [], loadId);
  return 'here' as const;
}

/** Takes the turn to publish where it is free: a whole input is too long to wait for. */
async function beginKnown({ engine, memory }: DirectSetting, { sha256, variant }: InputFacts) {
  const { schema } = engine;
  const [free = [], loaded = [], versions = []] = await engine.direct.begin([
    `SELECT 1 AS free FROM ${schema}.flexetl_locks WHERE scope = 'publish' FOR UPDATE SKIP LOCKED`,
    `SELECT 1 AS found FROM ${schema}.flexetl_loads
     WHERE sha256 = ${quoteLiteral(sha256)} AND variant = ${quoteLiteral(variant)}`,
    `SELECT max(version) AS version FROM ${schema}.flexetl_migrations`,
  ]);
  if (loaded.length > 0) return 'already_loaded' as const;
  const current = Number(versions[0]?.['version'] ?? 0) === migrations().at(-1)!.version;
  if (free.length === 0 || !current) return undefined;
  memory.migrated = true;
  return 'here' as const;
}

/** The statements that are left to do for one table, and what their answers are held against. */
interface TableStep {
  readonly element: RowElement;
  readonly totals: TableTotals;
  readonly facts?: Facts;
  readonly sql: readonly string[];
}

export class DirectTransaction implements InputTransaction {
  private readonly startedAt = new Date();
  private readonly elements = new Map<string, RowElement>();
  private readonly totals = new Map<string, TableTotals>();
  /** Statements with which nothing competes, by their place in the file. */
  private readonly alone = new Map<number, Placed>();
  /** Whether other queries have delivered days of these statements. */
  private hasOthers = false;
  private hasRows = false;
  /** Rows of reference elements, by table, and copies of their batches, as long as they are few. */
  private facts: Map<string, Facts> | undefined = new Map();
  private factBatches: { readonly batch: Batch; readonly lineage: RowLineage }[] = [];
  /** The other way, where the input goes it. */
  private staging: SqlTransaction | undefined;

  /** @param hasMade whether tables were made in this transaction */
  constructor(
    private readonly setting: DirectSetting,
    private readonly input: InputFacts,
    private hasMade: boolean,
  ) {}

  async write(batch: Batch): Promise<void> {
    if (this.staging === undefined && !(await this.tried(() => this.admits(batch)))) {
      await this.stageInstead();
    }
    if (this.staging !== undefined) return this.staging.write(batch);
    const { element, statement } = batch;
    const { engine } = this.setting;
    this.hasRows = true;
    this.totalsOf(element).add(batch);
    const lineage = {
      query: statement.query,
      statementId: statement.id,
      loadId: this.input.loadId,
      generatedAt: statement.generatedAt,
    };
    await this.tried(() =>
      isWeighed(element) ? this.weigh(batch, lineage) : engine.direct.write(batch, lineage),
    );
  }

  /** Holds rows that are to be weighed, or stages them where they are many. */
  private async weigh(batch: Batch, lineage: RowLineage): Promise<void> {
    const { engine } = this.setting;
    const { facts, factBatches } = this;
    if (facts === undefined) return engine.collect(batch, lineage);
    const held = factBatches.reduce((sum, one) => sum + one.batch.rowCount, batch.rowCount);
    if (held > MOST_FACTS) {
      this.facts = undefined;
      this.factBatches = [];
      for (const one of factBatches) await engine.collect(one.batch, one.lineage);
      return engine.collect(batch, lineage);
    }
    const { element } = batch;
    const own = facts.get(element.table) ?? new Facts(engine, element);
    facts.set(element.table, own);
    own.add(batch, lineage);
    // A batch is lent: it is gone when the next one comes.
    const copy = { ...batch, bytes: Buffer.from(batch.bytes), ends: batch.ends.slice() };
    factBatches.push({ batch: copy, lineage });
  }

  async commit(report: ParseReport): Promise<Committed | 'already_loaded'> {
    if (this.staging === undefined && !(await this.tried(() => this.areAlone(report)))) {
      await this.stageInstead();
    }
    if (this.staging !== undefined) return this.staging.commit(report);
    const { engine } = this.setting;
    const committed = await this.tried(() => this.publish(report));
    await this.tried(() => commitOrConfirm(engine, this.input));
    await engine.discard();
    return committed;
  }

  async rollback(): Promise<void> {
    if (this.staging !== undefined) return this.staging.rollback();
    const { engine, memory } = this.setting;
    if (this.hasMade) forgetMade(memory);
    await engine.rollback();
    await engine.discard();
  }

  private totalsOf(element: RowElement): TableTotals {
    let totals = this.totals.get(element.table);
    if (totals === undefined) {
      totals = new TableTotals(element);
      this.totals.set(element.table, totals);
    }
    return totals;
  }

  private async admits({ statement, element }: Batch): Promise<boolean> {
    return (await this.isAlone(statement)) && (await this.isReady(element));
  }

  private async areAlone({ statements }: ParseReport): Promise<boolean> {
    for (const statement of statements) if (!(await this.isAlone(statement))) return false;
    return true;
  }

  /** Whether nothing competes with a statement, in the destination or before it in the file. */
  private async isAlone(statement: Statement): Promise<boolean> {
    const { alone, setting } = this;
    if (alone.has(statement.index)) return true;
    if (alone.size === MOST_STATEMENTS || !isPlaced(statement)) return false;
    for (const other of alone.values()) {
      if (other.account === statement.account && meets(other, statement)) return false;
    }
    const rivals = await rivalsOf(setting.engine, statement);
    if (rivals === 'some') return false;
    this.hasOthers ||= rivals === 'of other queries';
    alone.set(statement.index, statement);
    return true;
  }

  /** Whether rows may go into the table; it is made where there is none. */
  private async isReady(element: RowElement): Promise<boolean> {
    const { elements, setting } = this;
    if (elements.has(element.table)) return true;
    const { engine, options, memory } = setting;
    if (!isWeighed(element)) {
      const columns = memory.tables!.get(element.table);
      // To widen a table would keep its readers waiting until all is read.
      if (columns !== undefined && !isAsWide(engine, element, columns)) return false;
      if (columns === undefined && options.noDdl === true) return false;
      if (columns === undefined) {
        await engine.runAll(createTableSql(element, engine.dialect, engine.schema));
        this.hasMade = true;
      }
    }
    elements.set(element.table, element);
    return true;
  }

  /** Goes the other way from here on. @throws FlexError where rows have gone this way already */
  private async stageInstead(): Promise<void> {
    const { engine, options, toolVersion, memory } = this.setting;
    if (this.hasRows) throw this.again('A statement of the input may compete with others.');
    await this.rollback();
    this.staging = new SqlTransaction(engine, options, this.input, toolVersion, memory);
  }

  /** @returns an error that has the input read again; it is staged then */
  private again(message: string, cause?: unknown): FlexError {
    this.setting.memory.restaged.add(keyOf(this.input));
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

  /** Sees to the tables, sends what is held back, and writes the ledger. */
  private async publish(report: ParseReport): Promise<Committed> {
    const { engine, options, toolVersion } = this.setting;
    const { input, startedAt } = this;
    const { mode, timezone } = options;
    const elements = elementsSpokenOf(report, this.elements, options.catalog);
    const notices = await this.prepare(elements);
    const grains = new Map(elements.map(({ table, grain }) => [table, grain]));
    const staged = this.facts === undefined ? elements.filter((one) => this.isStaged(one)) : [];
    const overlaps = this.hasOthers && !options.allowOverlap;
    const inNow = staged.length > 0 || overlaps;
    if (inNow) {
      await stageCoverage(engine, report.statements, options, (table) => grains.get(table)!);
      if (overlaps) await refuseOverlap(engine);
      await recordCoverage(engine);
    }
    const tables = await this.store(elements, staged, report);
    const record = { input, mode, toolVersion, startedAt, report, tables };
    const coverage = inNow ? undefined : { timezone, grains };
    const [claim] = await engine.direct.finish(directStatements(engine.schema, record, coverage));
    if (claim?.count !== 1) refuseUnkept(engine);
    return { tables, notices };
  }

  /** Brings all rows to where they belong, and holds them against what was parsed. */
  private async store(
    elements: readonly RowElement[],
    staged: readonly RowElement[],
    { rows, statements }: ParseReport,
  ): Promise<Map<string, TableCounts>> {
    const { engine, options } = this.setting;
    const ids = literalList([...statements].map(({ id }) => id));
    const tables = new Map<string, TableCounts>();
    const steps: TableStep[] = [];
    for (const element of elements) {
      const { table } = element;
      const parsed = rows.get(table) ?? 0;
      const totals = this.totals.get(table);
      if (parsed !== (totals?.rows ?? 0)) {
        throw new FlexError('FLEX_BUG', `${table}: ${parsed} rows are reported.`);
      }
      tables.set(table, { ...noCounts(), parsed, inserted: parsed });
      if (totals === undefined) continue;
      if (staged.includes(element)) {
        const given = { parsed, totals, mustMerge: true, repeated: false } as const;
        const counts = await publishRows(engine, element, {
          ...options,
          ...given,
          collisions: 'skip',
        });
        tables.set(table, counts);
        continue;
      }
      const facts = this.facts?.get(table);
      const from = `${engine.schema}.${quoteIdentifier(table)} t WHERE t._statement_id IN ${ids}`;
      steps.push(
        facts === undefined
          ? { element, totals, sql: [sumsSql(engine, from, totals)] }
          : { element, totals, facts, sql: facts.statements(statements, totals) },
      );
    }
    const answers = [...(await engine.direct.finish(steps.flatMap(({ sql }) => sql)))];
    for (const { element, totals, facts } of steps) {
      const [first] = answers.shift()!.rows;
      if (facts === undefined) compareSums(engine, element, totals, { stored: first! });
      else tables.set(element.table, facts.counts(first!, answers.shift()!.rows[0]!, totals));
    }
    return tables;
  }

  private isStaged(element: RowElement): boolean {
    return isWeighed(element) && this.totals.has(element.table);
  }

  /** Makes and widens what is left to make; the views after it. @returns what to know of these */
  private async prepare(elements: readonly RowElement[]): Promise<string[]> {
    const { engine, options, memory } = this.setting;
    const look = (): Promise<SinkState['tables']> => engine.existingTables();
    if (this.hasMade) memory.tables = await look();
    if (options.noDdl === true) await refuseMissing(engine, elements, memory.tables!);
    else if (await ensureTables(engine, elements, memory.tables!)) {
      this.hasMade = true;
      memory.tables = await look();
    }
    if (options.noDdl === true || (!this.hasMade && memory.viewed)) return [];
    memory.viewed = true;
    return viewNotices(await makeViews(engine, memory.tables!));
  }
}

/** Facts that statements share: the newest of each key stands, whatever the windows. */
function isWeighed({ grain, table }: RowElement): boolean {
  return grain === 'reference' && table !== STATEMENTS_TABLE;
}

function isWorthStaging(thrown: unknown): thrown is FlexError {
  return thrown instanceof FlexError && WORTH_STAGING.has(thrown.code);
}

function keyOf({ sha256, variant }: InputFacts): string {
  return `${sha256} ${variant}`;
}
