/**
 * Which files of a dataset an input may meet: those whose rows it may replace or remove by the merge
 * rules, and those that hold one of its keys. All others stay unread, and their rows untouched.
 *
 * A row goes, or has its place taken, for one of three reasons: a statement whose window meets that
 * of its own decides about its day; it has the key of a row of the input; or its own statement is
 * read again. The ledger tells the first, by account and table, and the partitions follow from the
 * days. The others are asked of the files, of which two or three columns are read.
 */
import type { RowElement } from '../../catalog/section.js';
import { UNMAPPED_TABLE } from '../../catalog/section.js';
import { quoteIdentifier as quote } from '../../catalog/sql.js';
import { keyColumns } from '../../catalog/table-columns.js';
import { dropTemporary, makeTemporary, type Incoming, type SqlEngine } from '../sql/engine.js';
import { insertRows } from '../sql/ledger/insert-rows.js';
import type { DataFile } from './dataset-log.js';
import { makeOwners, mayHold } from './partitions.js';
import type { WorkingCopy } from './working-copy.js';

/** Temporary: the statements of the input, their windows by account and query, the keys of its rows. */
const STATEMENTS = 'flexetl_asked_statements';
const WINDOWS = 'flexetl_asked_windows';
const KEYS = 'flexetl_asked_keys';

/** A partition of more files is written as one. */
export const MOST_FILES = 12;

interface Days {
  from: string | null;
  to: string | null;
}

/** What the statements of an input are about. */
class Asked {
  readonly ids: string[] = [];
  /** First and last day of all windows of an account; null: not known. */
  readonly days = new Map<string, Days>();
  /** The same of each query. */
  readonly windows = new Map<string, Days & { readonly account: string; readonly query: string }>();

  constructor({ statements }: Pick<Incoming, 'statements'>) {
    for (const { id, account, query, from, to } of statements) {
      this.ids.push(id);
      const own = { from, to };
      this.days.set(account, spanOf(this.days.get(account), own));
      const name = JSON.stringify([account, query]);
      this.windows.set(name, { ...spanOf(this.windows.get(name), own), account, query });
    }
  }
}

function spanOf(known: Days | undefined, { from, to }: Days): Days {
  if (known === undefined) return { from, to };
  const open = known.from === null || known.to === null || from === null || to === null;
  if (open) return { from: null, to: null };
  return { from: from < known.from! ? from : known.from, to: to > known.to! ? to : known.to };
}

export class ReadIn {
  constructor(
    private readonly engine: SqlEngine,
    private readonly copy: WorkingCopy,
    /** A query of the collected rows of a table; undefined where there are none. */
    private readonly collected: (element: RowElement) => Promise<string | undefined>,
  ) {}

  /** @param uncommitted whether a transaction is open that may be undone */
  async run(incoming: Incoming, uncommitted: boolean): Promise<void> {
    const { copy } = this;
    const elements = new Map(incoming.elements.map((element) => [element.table, element]));
    const unread = [...copy.state.tables.keys()].filter((name) => copy.absent(name).length > 0);
    if (unread.length > 0) {
      const asked = new Asked(incoming);
      await this.stage(asked);
      await makeOwners(this.engine);
      const repeated = new Set(
        await this.tablesOf(`c.statement_id IN (SELECT statement_id FROM ${STATEMENTS})`),
      );
      const met = incoming.mode === 'append' ? new Map() : await this.met();
      for (const name of unread) {
        const element = elements.get(name);
        if (element === undefined && name !== UNMAPPED_TABLE && !repeated.has(name)) continue;
        const chosen = this.byRule(name, asked, incoming.mode, met);
        await copy.readIn(name, chosen, uncommitted);
        const isRepeated = repeated.has(name);
        const keyed = incoming.mode === 'append' ? undefined : element;
        await copy.readIn(name, await this.byRows(name, asked, keyed, isRepeated), uncommitted);
      }
      for (const table of [STATEMENTS, WINDOWS, KEYS]) await dropTemporary(this.engine, table);
    }
    if (!uncommitted) await copy.sumUp();
  }

  private async stage({ ids, windows }: Asked): Promise<void> {
    const { engine } = this;
    await makeTemporary(
      engine,
      STATEMENTS,
      `SELECT CAST(NULL AS VARCHAR) AS statement_id WHERE FALSE`,
    );
    await insertRows(
      engine,
      STATEMENTS,
      ['text'],
      ids.map((id) => [id]),
    );
    await makeTemporary(
      engine,
      WINDOWS,
      `SELECT CAST(NULL AS VARCHAR) AS account_id, CAST(NULL AS VARCHAR) AS query,
         CAST(NULL AS DATE) AS first, CAST(NULL AS DATE) AS last WHERE FALSE`,
    );
    const rows = [...windows.values()].map(({ account, query, from, to }) => [
      account,
      query,
      from,
      to,
    ]);
    await insertRows(engine, WINDOWS, ['text', 'text', 'date', 'date'], rows);
  }

  /** The tables of which the ledger has a statement `c` of that kind. */
  private async tablesOf(condition: string): Promise<string[]> {
    const rows = await this.engine.rows(
      `SELECT DISTINCT split_part(c.table_name, '/', 1) AS name
       FROM ${this.engine.schema}.flexetl_coverage c WHERE ${condition}`,
    );
    return rows.map((row) => row['name']!);
  }

  /** By table, the accounts of which another statement's window meets one of the input. */
  private async met(): Promise<Map<string, Set<string>>> {
    const rows = await this.engine.rows(
      `SELECT DISTINCT split_part(c.table_name, '/', 1) AS name, c.account_id
       FROM ${this.engine.schema}.flexetl_coverage c
       JOIN ${WINDOWS} w ON w.account_id = c.account_id AND w.query = c.query
       WHERE c.mode = 'merge'
         AND coalesce(c.window_from <= w.last AND c.window_to >= w.first, TRUE)`,
    );
    const met = new Map<string, Set<string>>();
    for (const { name, account_id: account } of rows) {
      for (const table of [name!, UNMAPPED_TABLE]) {
        met.set(table, (met.get(table) ?? new Set()).add(account!));
      }
    }
    return met;
  }

  /** The files about whose rows the statements may decide, and those that are too many. */
  private byRule(
    name: string,
    { days }: Asked,
    mode: Incoming['mode'],
    met: ReadonlyMap<string, ReadonlySet<string>>,
  ): DataFile[] {
    const { copy } = this;
    const { shape } = copy.table(name)!;
    return copy.absent(name).filter((file) => {
      const accounts = accountsOf(file);
      // Facts that belong to no account are met by their keys alone; replace asks whose they were.
      if (accounts === undefined) return mode === 'replace' || shape.levels.year !== undefined;
      return accounts.some((account) => {
        const window = days.get(account);
        if (window === undefined) return false;
        if (mode === 'replace') return true;
        if (!mayHold(shape, file, window)) return false;
        return (
          met.get(name)?.has(account) === true ||
          copy.filesIn(name, file, 'all').length >= MOST_FILES
        );
      });
    });
  }

  /** Of what is left, the files that hold a key of the input, or rows of its statements. */
  private async byRows(
    name: string,
    { days }: Asked,
    element: RowElement | undefined,
    repeated: boolean,
  ): Promise<DataFile[]> {
    const { engine, copy } = this;
    let left = copy.absent(name);
    if (left.length === 0) return [];
    const rows = element === undefined ? undefined : await this.collected(element);
    if (rows === undefined && !repeated) return [];
    const accounts = new Set(days.keys());
    if (rows !== undefined && element !== undefined) {
      const keys = keyColumns(element).map(quote).join(', ');
      await makeTemporary(engine, KEYS, `SELECT DISTINCT ${keys} FROM (${rows})`);
      if (element.ofAccount) {
        const found = await engine.rows(`SELECT DISTINCT account_id FROM ${KEYS}`);
        for (const row of found) accounts.add(row['account_id']!);
      }
    }
    left = left.filter(
      (file) => accountsOf(file)?.some((account) => accounts.has(account)) ?? true,
    );
    if (left.length === 0) return [];
    const conditions: string[] = [];
    if (rows !== undefined) {
      const same = keyColumns(element!).map((key) => `k.${quote(key)} = p.${quote(key)}`);
      conditions.push(`EXISTS (SELECT 1 FROM ${KEYS} k WHERE ${same.join(' AND ')})`);
    }
    if (repeated) conditions.push(`p._statement_id IN (SELECT statement_id FROM ${STATEMENTS})`);
    const found = new Set<DataFile>();
    for (const some of copy.portions(left)) {
      await copy.reading(name, some, ', filename = true', async (relation, fileAt) => {
        for (const condition of conditions) {
          const named = await engine.rows(
            `SELECT DISTINCT p.filename FROM ${relation} p WHERE ${condition}`,
          );
          for (const row of named) found.add(fileAt.get(row['filename']!)!);
        }
      });
    }
    return left.filter((file) => found.has(file));
  }
}

/** Accounts of the rows of a file, and of their statements; undefined where rows belong to none. */
function accountsOf({ account, owners = [] }: DataFile): string[] | undefined {
  return account === undefined ? undefined : [account, ...owners];
}
