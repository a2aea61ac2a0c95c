/** Tables of text for people. Pure: output happens elsewhere. */
import { printable } from './printable.js';

export interface TableColumn {
  readonly title: string;
  /** Numbers are right-aligned. */
  readonly align?: 'left' | 'right';
}

const GAP = '  ';
const ELLIPSIS = '…';
/** The least width of a column when the table is wider than the terminal. */
const NARROWEST = 12;

/**
 * Widths for the columns: that of the widest cell, shortened so that a row fits
 * into `width` characters, the widest columns first. Numbers are never shortened.
 * @param width undefined: as wide as the cells are
 */
export function columnWidths(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width?: number,
): number[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((widest, row) => Math.max(widest, length(row[index] ?? '')), length(title)),
  );
  if (width === undefined) return widths;
  let excess = widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1)) - width;
  const flexible = columns.flatMap(({ align }, index) => (align === 'right' ? [] : [index]));
  while (excess > 0) {
    const widest = flexible.reduce((most, index) => Math.max(most, widths[index]!), 0);
    if (widest <= NARROWEST) break;
    const at = flexible.find((index) => widths[index] === widest)!;
    // Down to the next widest column at once, or as far as needed.
    const next = Math.max(
      NARROWEST,
      ...flexible.map((index) => widths[index]!).filter((each) => each < widest),
    );
    const cut = Math.max(1, Math.min(excess, widest - next - 1));
    widths[at] = widest - cut;
    excess -= cut;
  }
  return widths;
}

/** How many of the columns fit side by side, at least one. */
export function columnsWithin(widths: readonly number[], width: number | undefined): number {
  if (width === undefined) return widths.length;
  let used = -GAP.length;
  const count = widths.findIndex((each) => (used += each + GAP.length) > width);
  return count < 0 ? widths.length : Math.max(1, count);
}

/** One row, cells cut to the widths; no line end and no blanks at the end. */
export function tableRow(
  columns: readonly TableColumn[],
  widths: readonly number[],
  cells: readonly string[],
): string {
  return columns
    .map(({ align }, index) => {
      const cell = fit(printable(cells[index] ?? ''), widths[index]!);
      const blanks = ' '.repeat(Math.max(0, widths[index]! - length(cell)));
      return align === 'right' ? blanks + cell : cell + blanks;
    })
    .join(GAP)
    .trimEnd();
}

/** The titles and a line below them. */
export function tableHead(columns: readonly TableColumn[], widths: readonly number[]): string[] {
  const titles = columns.map(({ title }) => title);
  const lines = columns.map((_, index) => '─'.repeat(widths[index]!));
  return [tableRow(columns, widths, titles), lines.join(GAP)];
}

/** A whole table, its lines. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width?: number,
): string[] {
  const widths = columnWidths(columns, rows, width);
  return [...tableHead(columns, widths), ...rows.map((row) => tableRow(columns, widths, row))];
}

function fit(cell: string, width: number): string {
  const characters = Array.from(cell);
  if (characters.length <= width) return cell;
  return characters.slice(0, Math.max(0, width - 1)).join('') + ELLIPSIS;
}

/** Characters, not code units. */
function length(cell: string): number {
  return Array.from(cell).length;
}
