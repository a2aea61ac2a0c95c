/**
 * Collects what is worth telling of a file: problems, drift, notices, counts.
 * Bounded: a hostile file cannot make it grow without end.
 */
import type { RowElement } from '../catalog/section.js';
import type { Position } from '../errors.js';
import {
  DRIFT_KEPT,
  PROBLEMS_KEPT,
  type ParseReport,
  type Problem,
  type Statement,
} from './statement.js';
import { Statements } from './statement-list.js';

const LITERAL_KEPT = 200;
const NOTICES_KEPT = 100;

export class Report implements ParseReport {
  /** Those that are over. */
  readonly statements = new Statements();
  readonly rows = new Map<string, number>();
  readonly problems: Problem[] = [];
  problemCount = 0;
  readonly driftAttributes = new Map<string, number>();
  readonly driftSections = new Map<string, number>();
  readonly notices: string[] = [];
  readonly undated = new Map<string, Set<RowElement>>();

  problem(at: Position, table: string, literal: string, reason: string): void {
    this.problemCount++;
    if (this.problems.length >= PROBLEMS_KEPT) return;
    this.problems.push({ at, table, literal: cut(literal), reason });
  }

  driftAttribute(element: string, attribute: string, rows = 1): void {
    count(this.driftAttributes, `${element}@${cut(attribute)}`, rows);
  }

  driftSection(name: string, rows: number): void {
    count(this.driftSections, cut(name), rows);
  }

  /** A row of an event has no date that places it. */
  isUndated(query: string, element: RowElement): void {
    const elements = this.undated.get(query);
    if (elements === undefined) this.undated.set(query, new Set([element]));
    else elements.add(element);
  }

  notice(text: string): void {
    if (this.notices.length < NOTICES_KEPT && !this.notices.includes(text)) this.notices.push(text);
  }

  row(statement: Statement, table: string, count = 1): void {
    this.rows.set(table, (this.rows.get(table) ?? 0) + count);
    statement.tables.set(table, (statement.tables.get(table) ?? 0) + count);
  }
}

/** A literal short enough for a message. */
export function cut(literal: string): string {
  return literal.length <= LITERAL_KEPT ? literal : `${literal.slice(0, LITERAL_KEPT)}…`;
}

function count(counts: Map<string, number>, name: string, by: number): void {
  const before = counts.get(name);
  if (before === undefined && counts.size >= DRIFT_KEPT) return;
  counts.set(name, (before ?? 0) + by);
}
