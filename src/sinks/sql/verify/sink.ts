/**
 * Compares a destination with files, row by row. To the pipeline it is a sink:
 * an input is staged as a load would stage it, the rows that must stand are
 * chosen by the rules of merge/merge.ts, and in place of publishing them they are
 * compared with the tables. Everything is rolled back.
 */
import type { Catalog } from '../../../catalog/catalog.js';
import type { RowElement } from '../../../catalog/section.js';
import { keyColumns } from '../../../catalog/table-columns.js';
import type { Batch } from '../../../parser/batch.js';
import { tablesSpokenOf, type ParseReport } from '../../../parser/statement.js';
import type { Committed, InputFacts, InputTransaction, Sink } from '../../sink.js';
import { ledgerVariant } from '../../variant.js';
import { dropTemporary, makeTemporary, type ExistingColumn, type SqlEngine } from '../engine.js';
import { isPartOf, tableOf } from '../ledger/coverage-key.js';
import { refuseOlderRules } from '../ledger/loads.js';
import { TableMerge } from '../merge/merge.js';
import { INCOMING_COVERAGE, stageCoverage } from '../merge/spoken.js';
import { ledgerVersion } from '../schema/migrations.js';
import { Comparison, type Difference, type TableVerdict } from './comparison.js';
import { countUnexpected, listStatements } from './unexpected.js';

/** What became of the comparison of one input. */
export interface Verdict {
  /** not_loaded: the ledger does not know these bytes, read in this way. */
  readonly status: 'same' | 'differs' | 'not_loaded';
  /** Where it is not loaded: the options with which the same bytes were; '' is the defaults. */
  readonly loadedAs: readonly string[];
  /** The tables that the input speaks of, and others that hold rows in its name. */
  readonly tables: ReadonlyMap<string, TableVerdict>;
  /** Some of the rows that differ; see VerifySinkOptions.differencesKept. */
  readonly differences: readonly Difference[];
}

export interface VerifySinkOptions {
  readonly catalog: Catalog;
  readonly timezone: string;
  /** How many rows that differ are told of one by one, over all inputs. */
  readonly differencesKept: number;
}

const MODES = ['merge', 'append'] as const;
type MergeOrAppend = (typeof MODES)[number];
type Tables = ReadonlyMap<string, readonly ExistingColumn[]>;

/** Temporary: what the statements of the input spoke of when they were loaded in a mode. */
const CLAIMED_COVERAGE: Readonly<Record<MergeOrAppend, string>> = {
  merge: 'flexetl_said_merge',
  append: 'flexetl_said_append',
};
/** Temporary: the rows that must be there, where an input was loaded in both modes. */
const REQUIRED = 'flexetl_required';

export class VerifySink implements Sink {
  readonly name: string;
  readonly decimalLimit;
  readonly ownsStdout = false;
  /** Of the input that was committed last, or found not to be loaded. */
  verdict: Verdict | undefined;
  private kept = 0;

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: VerifySinkOptions,
  ) {
    this.name = engine.name;
    this.decimalLimit = engine.decimalLimit;
  }

  /** @returns 'already_loaded' where nothing needs to be read: the input was never loaded */
  async begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    const { engine, options } = this;
    this.verdict = undefined;
    try {
      // Loads of other processes in the meantime are in neither the ledger nor the tables that we
      // see.
      await engine.begin('to compare');
      const tables = await engine.existingTables();
      if (tables.has('flexetl_migrations')) {
        const version = await ledgerVersion(engine);
        if (tables.has('flexetl_loads')) await refuseOlderRules(engine, version);
      }
      const loads = tables.has('flexetl_loads') ? await loadsOf(engine, input.sha256) : [];
      const isLoaded = (mode: MergeOrAppend) => loads.includes(ledgerVariant(mode, input.variant));
      const modes = new Set(MODES.filter(isLoaded));
      if (modes.size === 0) {
        await engine.rollback();
        this.settle({ status: 'not_loaded', loadedAs: loads, tables: new Map(), differences: [] });
        return 'already_loaded';
      }
      const left = options.differencesKept - this.kept;
      const settle = (verdict: Verdict) => this.settle(verdict);
      return new Verification(engine, options, tables, modes, left, settle);
    } catch (thrown) {
      await engine.rollback();
      throw thrown;
    }
  }

  interrupt(): void {
    this.engine.interrupt();
  }

  async close(): Promise<void> {
    await this.engine.close();
  }

  private settle(verdict: Verdict): void {
    this.verdict = verdict;
    this.kept += verdict.differences.length;
  }
}

/** The variants in which these bytes were loaded. */
async function loadsOf(engine: SqlEngine, sha256: string): Promise<string[]> {
  const rows = await engine.rows(
    `SELECT variant FROM ${engine.schema}.flexetl_loads WHERE sha256 = $1 ORDER BY variant`,
    [sha256],
  );
  return rows.map(({ variant }) => variant!);
}

class Verification implements InputTransaction {
  private readonly elements = new Map<string, RowElement>();
  /** The tables that CLAIMED_COVERAGE names. */
  private readonly said = { merge: new Set<string>(), append: new Set<string>() };

  constructor(
    private readonly engine: SqlEngine,
    private readonly options: VerifySinkOptions,
    private readonly tables: Tables,
    /** In which the ledger says that the input was loaded. */
    private readonly modes: ReadonlySet<MergeOrAppend>,
    private left: number,
    private readonly settle: (verdict: Verdict) => void,
  ) {}

  async write(batch: Batch): Promise<void> {
    const { element, statement } = batch;
    this.elements.set(element.table, element);
    await this.engine.collect(batch, {
      query: statement.query,
      statementId: statement.id,
      loadId: '',
      generatedAt: statement.generatedAt,
    });
  }

  /** Compares, and undoes everything. */
  async commit(report: ParseReport): Promise<Committed> {
    const verdict = await this.compare(report);
    await this.rollback();
    this.settle(verdict);
    return { tables: new Map() };
  }

  async rollback(): Promise<void> {
    await this.engine.rollback();
    await this.engine.discard();
  }

  private async compare(report: ParseReport): Promise<Verdict> {
    const spoken = tablesSpokenOf(report.statements);
    await this.stageReported(report);
    const verdicts = new Map<string, TableVerdict>();
    const differences: Difference[] = [];
    const tell = async (comparison: Comparison, verdict: TableVerdict): Promise<void> => {
      verdicts.set(comparison.table, verdict);
      const some = await comparison.some(verdict, this.left);
      this.left -= some.length;
      differences.push(...some);
    };
    const elements = this.elementsToCheck(spoken);
    const rowsOf = ({ table }: RowElement): number => report.rows.get(table) ?? 0;
    for (const element of elements.filter((each) => rowsOf(each) > 0)) {
      const comparison = await this.compareRows(element);
      await tell(comparison, await comparison.count(rowsOf(element)));
      await this.clear(element);
    }
    const bare = elements
      .filter((each) => rowsOf(each) === 0)
      .map((element) => this.comparisonOf(element, undefined));
    const counts = await countUnexpected(this.engine, bare);
    for (const comparison of bare) {
      const unexpected = counts.get(comparison.table) ?? 0;
      if (unexpected === 0 && !spoken.has(comparison.table)) continue;
      await tell(comparison, {
        ...{ parsed: 0, required: 0, overruled: 0, missing: 0, different: 0 },
        unexpected,
      });
    }
    const same = [...verdicts.values()].every(
      ({ missing, different, unexpected }) => missing + different + unexpected === 0,
    );
    return { status: same ? 'same' : 'differs', loadedAs: [], tables: verdicts, differences };
  }

  /** The tables that the input speaks of, and all others that could hold rows in its name. */
  private elementsToCheck(spoken: ReadonlySet<string>): RowElement[] {
    const named = new Map(this.options.catalog.elements.map((element) => [element.table, element]));
    for (const [table, element] of this.elements) named.set(table, element);
    for (const table of spoken) {
      const element = named.get(table) ?? this.options.catalog.table(table);
      if (element !== undefined) named.set(table, element);
    }
    return [...named.values()]
      .filter(({ table }) => spoken.has(table) || this.tables.has(table))
      .toSorted((a, b) => (a.table < b.table ? -1 : 1));
  }

  /**
   * What the input's statements spoke of, in each mode. In a mode in which the
   * input itself was not loaded, only what other files have loaded of it counts.
   */
  private async stageReported(report: ParseReport): Promise<void> {
    const { engine, options } = this;
    const { timezone } = options;
    const grains = new Map(options.catalog.elements.map(({ table, grain }) => [table, grain]));
    for (const [table, { grain }] of this.elements) grains.set(table, grain);
    const grainOf = (table: string) => grains.get(table) ?? options.catalog.table(table)!.grain;
    await stageCoverage(engine, report.statements, { mode: 'merge', timezone }, grainOf);
    for (const mode of MODES) {
      if (mode === 'append') await engine.run(`UPDATE ${INCOMING_COVERAGE} SET mode = 'append'`);
      const recorded = this.modes.has(mode)
        ? 'TRUE'
        : `EXISTS (SELECT 1 FROM ${engine.schema}.flexetl_coverage c
             WHERE c.statement_id = n.statement_id AND c.table_name = n.table_name
               AND c.mode = '${mode}')`;
      await makeTemporary(
        engine,
        CLAIMED_COVERAGE[mode],
        `SELECT * FROM ${INCOMING_COVERAGE} n WHERE ${recorded}`,
      );
      await this.analyze(CLAIMED_COVERAGE[mode]);
      const rows = await engine.rows(`SELECT DISTINCT table_name FROM ${CLAIMED_COVERAGE[mode]}`);
      this.said[mode] = new Set(rows.map((row) => tableOf(row['table_name']!)));
    }
    await listStatements(engine, Object.values(CLAIMED_COVERAGE));
  }

  /** Chooses the rows that must be there. */
  private async compareRows(element: RowElement): Promise<Comparison> {
    const { engine } = this;
    const { relation: stage } = await engine.stage(element, 'often');
    await engine.analyze(stage, [...keyColumns(element), '_statement_id', '_day']);
    const modes = MODES.filter((mode) => this.said[mode].has(element.table));
    let required = '';
    for (const [index, mode] of modes.entries()) {
      const winners = await this.choose(element, stage, mode);
      required = modes.length > 1 ? REQUIRED : winners;
      if (required === winners) continue;
      if (index === 0) await makeTemporary(engine, REQUIRED, `SELECT * FROM ${winners} w`);
      else {
        const key = keyColumns(element).map((name) => `r."${name}" = w."${name}"`);
        await engine.run(
          `INSERT INTO ${REQUIRED} SELECT * FROM ${winners} w
           WHERE NOT EXISTS (SELECT 1 FROM ${REQUIRED} r WHERE ${key.join(' AND ')})`,
        );
      }
    }
    if (required === REQUIRED) await engine.analyze(REQUIRED, keyColumns(element));
    return this.comparisonOf(element, required);
  }

  /** Chooses rows as a load in this mode would. @returns the relation of those that stand */
  private async choose(element: RowElement, stage: string, mode: MergeOrAppend): Promise<string> {
    const { engine } = this;
    const { catalog } = this.options;
    const own = isPartOf(element, 'table_name');
    await makeTemporary(
      engine,
      INCOMING_COVERAGE,
      `SELECT * FROM ${CLAIMED_COVERAGE[mode]} WHERE ${own}`,
    );
    await this.analyze(INCOMING_COVERAGE);
    const { target } = this.comparisonOf(element, undefined);
    const options = { catalog, mode, repeated: false };
    const publication = new TableMerge(engine, element, stage, options, target);
    await publication.choose();
    return publication.winners;
  }

  /** Statements of one file may be very many, and the planner assumes that a new table is small. */
  private analyze(relation: string): Promise<void> {
    return this.engine.analyze(relation, ['table_name', 'statement_id']);
  }

  private async clear(element: RowElement): Promise<void> {
    await this.engine.unstage(element);
    await dropTemporary(this.engine, REQUIRED);
  }

  private comparisonOf(element: RowElement, required: string | undefined): Comparison {
    const columns = this.tables.get(element.table) ?? [];
    return new Comparison(this.engine, element, columns, required, Object.values(CLAIMED_COVERAGE));
  }
}
