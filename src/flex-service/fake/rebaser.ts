/**
 * Rewrites a report for other days, piece by piece: dates are moved, ids replaced, rows of days
 * outside of the window removed, and rows of days that occur again repeated. At most one row is
 * held in memory, with its content. The target days of a row are decided in plan.ts.
 */
import type { AttributeCatalog, ElementAttributes } from './attributes.js';
import { dayOf, moved, movedId, type SlashOrder } from './literals.js';
import { attributeOf, withValues, type Piece } from './pieces.js';
import type { Plan, StatementPlan } from './plan.js';
import type { Days } from './timeline.js';

/** How many moved dates are cached before the cache is emptied. */
const LITERALS_KEPT = 4096;

export interface RebaseOptions {
  readonly attributes: AttributeCatalog;
  readonly plan: Plan;
  /** The days of the report: for statements that do not name theirs, and for ids. */
  readonly own: Days;
  readonly order: SlashOrder;
  /** The number of statements in all passes. */
  readonly count: number;
  /** The number of this pass, from 0. */
  readonly pass: number;
  /** Whether the request named the days; the service then names no period. */
  readonly named: boolean;
}

/** A row that has not ended yet. */
interface HeldRow {
  readonly pieces: Piece[];
  readonly shifts: readonly number[];
  readonly depth: number;
}

/** One pass over a report. */
export class Rebaser {
  private readonly options: RebaseOptions;
  private readonly open: string[] = [];
  private out: string[] = [];
  private flexType = '';
  /** The current statement; its plan is undefined if it is left out. */
  private statement:
    | { readonly plan: StatementPlan | undefined; readonly depth: number }
    | undefined;
  private section = '';
  /** The day of the last row of the section that had one. */
  private day: number | undefined;
  private row: HeldRow | undefined;
  /** White space before the next tag: repeated between a row and its repetition. */
  private gap = '';
  /** Whether the last tag was left out, and with it the white space after it. */
  private leftOut = false;
  private began = false;
  private ended = false;
  private readonly literals = new Map<string, string>();

  constructor(options: RebaseOptions) {
    this.options = options;
  }

  /** The rewritten text of the pieces. */
  take(pieces: readonly Piece[]): string {
    for (const piece of pieces) this.takePiece(piece);
    const text = this.out.join('');
    this.out = [];
    return text;
  }

  private takePiece(piece: Piece): void {
    if (piece.kind === 'close') this.open.pop();
    if (this.row !== undefined) this.hold(this.row, piece);
    else if (this.statement !== undefined) this.inside(this.statement, piece);
    else this.outside(piece);
    if (piece.kind === 'open') this.open.push(piece.name);
    this.gap = piece.kind === 'text' ? this.gap + piece.text : '';
  }

  /**
   * The report around its statements: the beginning comes from the first pass, the end from the
   * last.
   */
  private outside(piece: Piece): void {
    const { pass, plan, count } = this.options;
    if (piece.name === 'FlexStatement' && piece.kind !== 'close') {
      this.begin(piece);
      return;
    }
    if (piece.name === 'FlexQueryResponse') {
      this.flexType ||= attributeOf(piece.text, 'type') ?? '';
    }
    if (this.began && piece.kind === 'close') this.ended = true;
    if (!this.began && pass > 0) return;
    if (this.ended && pass < plan.passes - 1) return;
    if (piece.name !== 'FlexStatements') {
      this.write(piece.kind, piece.text);
      return;
    }
    const counted = withValues(piece.text, (name, value) =>
      name === 'count' ? String(count) : value,
    );
    this.write(piece.kind, counted);
  }

  private begin(piece: Piece): void {
    const { plan: all, pass, named } = this.options;
    this.began = true;
    const plan = all.statement(daysOf(piece.text, this.options), pass);
    if (piece.kind === 'open') this.statement = { plan, depth: this.open.length };
    if (plan === undefined) {
      this.leftOut = true;
      return;
    }
    const generated = attributeOf(piece.text, 'whenGenerated') ?? '';
    const text = withValues(
      this.moved(piece.text, this.options.attributes.ofStatement(), plan),
      (name, value) => {
        if (name === 'whenGenerated') return this.movedDate(generated, plan.generated);
        return name === 'period' && named ? '' : value;
      },
    );
    this.write(piece.kind, text);
  }

  private inside(
    { plan, depth }: { plan: StatementPlan | undefined; depth: number },
    piece: Piece,
  ): void {
    const ends = piece.kind === 'close' && this.open.length === depth;
    if (ends) this.statement = undefined;
    if (plan === undefined) {
      this.leftOut = true;
      return;
    }
    if (piece.kind === 'close' || piece.kind === 'text') {
      this.write(piece.kind, piece.text);
      return;
    }
    const isChild = this.open.length === depth + 1;
    if (isChild) {
      this.section = piece.name;
      this.day = undefined;
    }
    const { attributes } = this.options;
    const own = attributes.of(this.section, piece.name, this.flexType);
    const isContainer = isChild && piece.kind === 'open' && attributes.isSection(piece.name);
    const day = isContainer ? undefined : this.dayOf(piece.text, own, plan);
    if (day === undefined) {
      this.write(piece.kind, this.moved(piece.text, own, plan));
      return;
    }
    this.day = day;
    const row = { pieces: [piece], shifts: plan.shiftsOf(day), depth: this.open.length };
    if (piece.kind === 'open') this.row = row;
    else this.release(row);
  }

  /** The day that places a row; undefined for rows about the whole window. */
  private dayOf(tag: string, own: ElementAttributes, plan: StatementPlan): number | undefined {
    for (const name of own.placedBy) {
      if (own.roleOf(name) !== 'date') continue;
      const day = dayOf(attributeOf(tag, name) ?? '', this.options.order);
      if (day !== undefined) return day;
    }
    return own.follows && tag.includes('=') ? (this.day ?? plan.own.to) : undefined;
  }

  private hold(row: HeldRow, piece: Piece): void {
    row.pieces.push(piece);
    if (piece.kind !== 'close' || this.open.length > row.depth) return;
    this.row = undefined;
    this.release(row);
  }

  private release({ pieces, shifts }: HeldRow): void {
    this.leftOut = shifts.length === 0;
    const gap = pieces.length === 1 && this.gap.trim() === '' ? this.gap : '\n';
    const { attributes } = this.options;
    const rows = shifts.map((shift) =>
      pieces
        .map(({ name, text, kind }) =>
          kind === 'open' || kind === 'empty'
            ? this.shifted(text, attributes.of(this.section, name, this.flexType), shift)
            : text,
        )
        .join(''),
    );
    this.out.push(rows.join(gap));
  }

  /**
   * A tag about the whole window: its dates move with the last day, but its first day with the
   * first.
   */
  private moved(tag: string, own: ElementAttributes, plan: StatementPlan): string {
    const first = plan.window.from - plan.own.from;
    const last = plan.window.to - plan.own.to;
    const { order } = this.options;
    const text = this.shifted(tag, own, last);
    const begins = attributeOf(tag, 'fromDate') ?? '';
    if (first === last || dayOf(begins, order) !== plan.own.from) return text;
    return withValues(text, (name, value) =>
      name === 'fromDate' ? moved(begins, first, order) : value,
    );
  }

  private shifted(tag: string, own: ElementAttributes, shift: number): string {
    if (shift === 0) return tag;
    return withValues(tag, (name, value) => {
      if (value === '') return value;
      const role = own.roleOf(name);
      if (role === 'id') return movedId(value, this.options.own.from + shift);
      return role === 'date' ? this.movedDate(value, shift) : value;
    });
  }

  private movedDate(literal: string, shift: number): string {
    if (shift === 0) return literal;
    const key = `${shift} ${literal}`;
    let text = this.literals.get(key);
    if (text === undefined) {
      text = moved(literal, shift, this.options.order);
      if (this.literals.size >= LITERALS_KEPT) this.literals.clear();
      this.literals.set(key, text);
    }
    return text;
  }

  private write(kind: Piece['kind'], text: string): void {
    if (kind !== 'text') this.leftOut = false;
    else if (this.leftOut && text.trim() === '') return;
    this.out.push(text);
  }
}

/** The days that a statement names, with those of the report as defaults. */
export function daysOf(
  tag: string,
  { own, order }: { readonly own: Days; readonly order: SlashOrder },
): Days {
  const from = dayOf(attributeOf(tag, 'fromDate') ?? '', order) ?? own.from;
  const to = dayOf(attributeOf(tag, 'toDate') ?? '', order) ?? own.to;
  return from <= to ? { from, to } : own;
}
