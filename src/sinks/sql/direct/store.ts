/**
 * The rows of one input on their way straight into their tables, and the proof that all of them
 * came there. Whether they may go this way is admission.ts.
 */
import type { RowElement } from '../../../catalog/section.js';
import { quoteIdentifier } from '../../../catalog/sql.js';
import { FlexError } from '../../../errors.js';
import type { Batch } from '../../../parser/batch.js';
import type { ParseReport } from '../../../parser/statement.js';
import { noCounts, type TableCounts } from '../../sink.js';
import type { RowLineage } from '../engine.js';
import { literalList } from '../ledger/insert-rows.js';
import { totalsOf, type TableTotals } from '../merge/control-totals.js';
import { Facts, type TableFacts } from '../merge/facts.js';
import { beforeAppended, isMergedByKey } from '../merge/keys.js';
import { publishRows } from '../merge/publish-table.js';
import { compareSums, sumsSql } from '../merge/reconcile.js';
import { factsTurn, isShared } from '../schema/turns.js';
import type { DirectSetting } from './admission.js';

/** The statements that are left to do for one table, and what their answers are held against. */
interface TableStep {
  readonly element: RowElement;
  readonly totals: TableTotals;
  readonly facts?: TableFacts;
  readonly sql: readonly string[];
}

export class DirectStore {
  private readonly totals = new Map<string, TableTotals>();
  /** Rows that are merged by key; undefined where they are too many, and staged. */
  private facts: Facts | undefined;

  constructor(private readonly setting: DirectSetting) {
    this.facts = new Facts(setting.engine);
  }

  /** Whether any row has come. */
  get hasRows(): boolean {
    return this.totals.size > 0;
  }

  async write(batch: Batch, lineage: RowLineage): Promise<void> {
    const { element } = batch;
    const { engine, options } = this.setting;
    const sideBySide = options.mode === 'append';
    totalsOf(this.totals, element).add(batch);
    if (isMergedByKey(element) && !sideBySide) return this.keep(batch, lineage);
    const beforeKey = sideBySide ? beforeAppended(element, lineage.statementId) : '';
    await engine.direct.write(batch, { ...lineage, beforeKey });
  }

  /** Those whose rows have been staged: the coverage of the input must be, too, before `store`. */
  staged(elements: readonly RowElement[]): RowElement[] {
    if (this.facts !== undefined) return [];
    return elements.filter((element) => isMergedByKey(element) && this.totals.has(element.table));
  }

  /** Holds rows that are merged by key, or stages them where they are many. */
  private async keep(batch: Batch, lineage: RowLineage): Promise<void> {
    const { engine } = this.setting;
    const { facts } = this;
    if (facts?.add(batch, lineage) === true) return;
    this.facts = undefined;
    for (const one of facts?.held ?? []) await engine.collect(one.batch, one.lineage);
    await engine.collect(batch, lineage);
  }

  /** Puts all rows where they belong, and checks them against what was parsed. */
  async store(
    elements: readonly RowElement[],
    { rows, statements }: ParseReport,
  ): Promise<Map<string, TableCounts>> {
    const { engine, options } = this.setting;
    const staged = this.staged(elements);
    const ids = literalList([...statements].map(({ id }) => id));
    if (staged.some(isShared)) await engine.run(factsTurn(engine.schema));
    const tables = new Map<string, TableCounts>();
    const steps: TableStep[] = [];
    for (const element of elements) {
      const { table } = element;
      const parsed = rows.get(table) ?? 0;
      const totals = this.totals.get(table);
      if (parsed !== (totals?.rows ?? 0)) {
        throw new FlexError('FLEX_BUG', `${table}: ${parsed} rows were reported.`);
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
      const facts = this.facts?.of(element);
      const from = `${engine.schema}.${quoteIdentifier(table)} t WHERE t._statement_id IN ${ids}`;
      steps.push(
        facts === undefined
          ? { element, totals, sql: [sumsSql(engine, from, totals)] }
          : { element, totals, facts, sql: facts.statements(statements, totals) },
      );
    }
    const turn = steps.some(({ facts }) => facts !== undefined) ? [factsTurn(engine.schema)] : [];
    const all = await engine.direct.finish([...turn, ...steps.flatMap(({ sql }) => sql)]);
    const answers = all.slice(turn.length);
    for (const { element, totals, facts } of steps) {
      const [first] = answers.shift()!.rows;
      if (facts === undefined) compareSums(engine, element, totals, { stored: first! });
      else tables.set(element.table, facts.counts(first!, answers.shift()!.rows[0]!, totals));
    }
    return tables;
  }
}
