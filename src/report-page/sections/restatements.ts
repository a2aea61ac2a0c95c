/**
 * Which days were restated: several statements of an account and query cover them, and the load of
 * one of them has changed, removed or overruled events. The ledger counts that by file and table,
 * not by day: so it holds for all days that such a statement shares with another.
 */
import type { Row } from '../../sinks/sql/ledger/reader.js';
import { addDays, daysBetween } from '../../time/days.js';
import type { Warehouse } from '../warehouse.js';

/** From the first day to the last. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

interface Window extends Days {
  readonly statement: string;
}

interface Of {
  readonly account: string;
  readonly query: string;
}

/** Days by account and query, apart from each other and in order. */
export class Restatements {
  constructor(private readonly days: ReadonlyMap<string, readonly Days[]>) {}

  of(book: Of): readonly Days[] {
    return this.days.get(nameOf(book)) ?? [];
  }

  count(book: Of): number {
    return this.of(book).reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
  }
}

export async function readRestatements(warehouse: Warehouse): Promise<Restatements> {
  const coverage = warehouse.relation('flexetl_coverage');
  const rows = await warehouse.rows(
    `SELECT DISTINCT account_id, query, statement_id, CAST(window_from AS text) AS first_day,
       CAST(window_to AS text) AS last_day
     FROM ${coverage}
     WHERE grain = 'event' AND window_from IS NOT NULL AND window_to IS NOT NULL
     ORDER BY first_day, last_day, statement_id`,
  );
  const books = windowsOf(rows);
  const shared = new Map([...books].map(([name, windows]) => [name, sharedDays(windows)]));
  if ([...shared.values()].every((days) => days.length === 0)) return new Restatements(shared);
  const changing = await readChanging(warehouse);
  const restated = [...books].map(([name, windows]) => {
    const changed = windows.filter(({ statement }) => changing.has(statement));
    return [name, inBoth(joined(changed), shared.get(name)!)] as const;
  });
  return new Restatements(new Map(restated));
}

function windowsOf(rows: readonly Row[]): Map<string, Window[]> {
  const books = new Map<string, Window[]>();
  for (const row of rows) {
    const name = nameOf({ account: row['account_id']!, query: row['query']! });
    const [from, to] = [row['first_day']!, row['last_day']!];
    const window = { statement: row['statement_id']!, from, to };
    const windows = books.get(name);
    if (windows === undefined) books.set(name, [window]);
    else windows.push(window);
  }
  return books;
}

/**
 * The days that two windows cover at least.
 * @param windows in order of their first days
 */
function sharedDays(windows: readonly Days[]): Days[] {
  const shared: Days[] = [];
  let covered = '';
  for (const { from, to } of windows) {
    // The window that reaches furthest began before this one: it has all days from here on.
    if (covered >= from) shared.push({ from, to: covered < to ? covered : to });
    if (covered < to) covered = to;
  }
  return joined(shared);
}

/** Statements of loads that have changed, removed or overruled events. */
async function readChanging(warehouse: Warehouse): Promise<Set<string>> {
  const grains = await warehouse.rows(
    `SELECT DISTINCT table_name FROM ${warehouse.relation('flexetl_coverage')} WHERE grain = 'event'`,
  );
  const events = new Set(grains.map((row) => row['table_name']!));
  const loads = await warehouse.rows(
    `SELECT s.statement_id, l.tables FROM ${warehouse.relation('flexetl_load_statements')} s
     JOIN ${warehouse.relation('flexetl_loads')} l ON l.sha256 = s.sha256 AND l.variant = s.variant`,
  );
  const changing = loads.filter((row) => changesEvents(row['tables']!, events));
  return new Set(changing.map((row) => row['statement_id']!));
}

function changesEvents(tables: string, events: ReadonlySet<string>): boolean {
  const counts = JSON.parse(tables) as Record<string, Partial<Record<string, number>>>;
  return Object.entries(counts).some(
    ([table, { updated = 0, deleted = 0, overruled = 0 }]) =>
      events.has(table) && updated + deleted + overruled > 0,
  );
}

/** Ranges in order, those that touch or overlap made one. @param days in order */
function joined(days: readonly Days[]): Days[] {
  const ranges: { from: string; to: string }[] = [];
  for (const { from, to } of days) {
    const last = ranges.at(-1);
    if (last === undefined || addDays(last.to, 1) < from) ranges.push({ from, to });
    else if (last.to < to) last.to = to;
  }
  return ranges;
}

/** The days of both, which are in order and apart from each other. */
function inBoth(some: readonly Days[], others: readonly Days[]): Days[] {
  const both: Days[] = [];
  let next = 0;
  for (const { from, to } of some) {
    while (next < others.length && others[next]!.to < from) next++;
    for (let at = next; at < others.length && others[at]!.from <= to; at++) {
      const other = others[at]!;
      both.push({
        from: other.from > from ? other.from : from,
        to: other.to < to ? other.to : to,
      });
    }
  }
  return both;
}

function nameOf({ account, query }: Of): string {
  return JSON.stringify([account, query]);
}
