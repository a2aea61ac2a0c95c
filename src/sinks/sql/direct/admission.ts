/**
 * Whether an input may go directly into its tables: nothing competes with its statements, and its
 * tables are as wide as its rows. Missing tables are created here. What it writes is store.ts.
 */
import { createTableSql } from '../../../catalog/formats/create-table.js';
import type { RowElement } from '../../../catalog/section.js';
import type { Batch } from '../../../parser/batch.js';
import type { ParseReport, Statement } from '../../../parser/statement.js';
import type { SinkOptions } from '../../sink.js';
import type { DirectWriter, SqlEngine } from '../engine.js';
import { Competition } from '../merge/competition.js';
import { isMergedByKey } from '../merge/keys.js';
import { knownQuery, rivalsIn, rivalsQuery } from '../merge/rivals.js';
import { refuseMissing } from '../schema/no-ddl.js';
import type { SinkState } from '../schema/prepare.js';
import { ensureTables, isAsWide } from '../schema/tables.js';
import { accountTurn } from '../schema/turns.js';
import { makeViews, viewNotices } from '../schema/views.js';

/** What the transactions of one sink share. */
export interface DirectSetting {
  readonly engine: SqlEngine & { readonly direct: DirectWriter };
  readonly options: SinkOptions;
  readonly toolVersion: string;
  readonly memory: SinkState;
}

/** Rows in the order of their columns. */
type Answer = readonly (readonly (string | null)[])[];

/** Of one input. */
export class Admission {
  /** Elements that rows have come of, by table. */
  readonly elements = new Map<string, RowElement>();
  /** The places in the file of statements with which nothing competes. */
  private readonly alone = new Set<number>();
  private readonly competition: Competition;
  /** Accounts of which nobody else publishes rows meanwhile. */
  private readonly turns = new Set<string>();
  /** Whether the ledger is made in this transaction, so that there is nobody else. */
  private readonly isNew: boolean;
  /** Whether other queries have delivered days of these statements. */
  hasOthers = false;

  /** @param hasMade whether tables were made in this transaction */
  constructor(
    private readonly setting: DirectSetting,
    public hasMade: boolean,
    private readonly isSmall: boolean,
  ) {
    this.competition = new Competition(setting.options.mode === 'append');
    this.isNew = hasMade;
  }

  async admits({ statement, element }: Batch): Promise<boolean> {
    return (await this.isAlone(statement)) && (await this.isReady(element));
  }

  async areAlone({ statements }: ParseReport): Promise<boolean> {
    for (const statement of statements) if (!(await this.isAlone(statement))) return false;
    return true;
  }

  /** Whether nothing competes with a statement, in the destination or before it in the file. */
  private async isAlone(statement: Statement): Promise<boolean> {
    const { alone, competition, setting } = this;
    if (alone.has(statement.index)) return true;
    if (!competition.admits([statement])) return false;
    const { schema } = setting.engine;
    const sideBySide = setting.options.mode === 'append';
    const query = sideBySide ? knownQuery(schema, statement) : rivalsQuery(schema, statement);
    const rows = query === undefined ? undefined : await this.askInTurn(statement, query);
    if (rows === undefined || (sideBySide && rows.length > 0)) return false;
    const rivals = sideBySide ? 'none' : rivalsIn(rows);
    if (rivals === 'some') return false;
    this.hasOthers ||= rivals === 'of other queries';
    alone.add(statement.index);
    competition.add([statement]);
    return true;
  }

  /**
   * Takes the turn of the statement's account and asks a question in the same message. A small input
   * waits for the turn: to stage its rows takes longer. One that has another turn does not, for two
   * that have what the other waits for would wait for ever.
   * @returns the rows of the answer; undefined where it is not our turn
   */
  private async askInTurn({ account }: Statement, question: string): Promise<Answer | undefined> {
    const { direct, schema } = this.setting.engine;
    if (this.turns.has(account) || this.isNew) return (await direct.ask([question]))[0]!.rows;
    const waits = this.isSmall && this.turns.size === 0;
    const answers = await direct.ask([...accountTurn(schema, account, waits), question]);
    const [turn, found] = answers.slice(-2);
    if (turn!.count !== 1) return undefined;
    this.turns.add(account);
    return found!.rows;
  }

  /** Whether rows may go into the table; it is made where there is none. */
  private async isReady(element: RowElement): Promise<boolean> {
    const { elements, setting } = this;
    if (elements.has(element.table)) return true;
    const { engine, options, memory } = setting;
    if (options.mode === 'append' || !isMergedByKey(element)) {
      const columns = memory.tables!.get(element.table);
      // Widening a table would block its readers until the whole input is read.
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

  /** Makes and widens what is left to make; the views after it. @returns what to know of these */
  async prepare(elements: readonly RowElement[]): Promise<string[]> {
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
