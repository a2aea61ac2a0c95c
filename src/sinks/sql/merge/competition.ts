/**
 * Which statements of a call may decide about each other, from what they say of themselves: they
 * are not published as if each were alone. It ignores sections, and so separates more than needed;
 * what it cannot see (keys, days outside of windows, existing rows) the ledger and the database
 * tell when the group is published. Pure.
 */
import type { Statement, StatementList } from '../../../parser/statement.js';

/** Statements of a group: what is remembered of them is in memory, and named in SQL. */
const MOST_STATEMENTS = 1_000;

interface Window {
  readonly from: string | null;
  readonly to: string | null;
}

/** Of the statements of a group. */
export class Competition {
  private readonly ids = new Set<string>();
  /** By account and query. */
  private readonly windows = new Map<string, Window[]>();

  /** @param sideBySide whether a statement competes with itself alone: mode append */
  constructor(private readonly sideBySide = false) {}

  /** Whether no statement competes with one of the group, or with another of the list. */
  admits(statements: StatementList): boolean {
    if (this.ids.size + statements.length > MOST_STATEMENTS) return false;
    const own = new Competition(this.sideBySide);
    for (const statement of statements) {
      if (this.meets(statement) || own.meets(statement)) return false;
      own.take(statement);
    }
    return true;
  }

  add(statements: StatementList): void {
    for (const statement of statements) this.take(statement);
  }

  private meets(statement: Statement): boolean {
    if (this.ids.has(statement.id) || this.sideBySide) return this.ids.has(statement.id);
    const others = this.windows.get(sourceOf(statement)) ?? [];
    return others.some((other) => overlap(other, statement));
  }

  private take(statement: Statement): void {
    const { id, from, to } = statement;
    this.ids.add(id);
    const source = sourceOf(statement);
    const windows = this.windows.get(source);
    if (windows === undefined) this.windows.set(source, [{ from, to }]);
    else windows.push({ from, to });
  }
}

function sourceOf({ account, query }: Statement): string {
  return JSON.stringify([account, query]);
}

/** A window of which an end is unknown may be any. */
function overlap(one: Window, other: Window): boolean {
  if (one.from === null || one.to === null || other.from === null || other.to === null) return true;
  return one.from <= other.to && other.from <= one.to;
}
