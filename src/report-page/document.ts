/**
 * The contents of the page, as its sections give them and the page shows them. Types only.
 */
import type { Html } from './html.js';

/** A line of `At a glance`. */
export interface Glance {
  readonly label: string;
  readonly value: string;
  /** Whether it asks for attention. */
  readonly alarming?: boolean;
}

/** One chapter of the page. */
export interface Section {
  /** The anchor: `net-asset-value`. */
  readonly id: string;
  readonly title: string;
  /** The title in the table of contents. */
  readonly short: string;
  /** What it shows and what it leaves out, in sentences. */
  readonly lead: string;
  readonly blocks: readonly Html[];
  readonly glance?: readonly Glance[];
}

/**
 * How a value is shown:
 *   text    as it is
 *   day     a date or a month, on one line
 *   amount  money, with two decimals; all of them are in the tooltip
 *   exact   a number with all its digits
 *   name    text that is hidden where all rows have the same, and told above the table
 */
export type Kind = 'text' | 'day' | 'amount' | 'exact' | 'name';

export interface Column {
  readonly title: string;
  readonly kind: Kind;
}

export interface Table {
  readonly caption: string;
  readonly columns: readonly Column[];
  /** Values as the database prints them, in the order of the columns. */
  readonly rows: readonly (readonly (string | null)[])[];
  /** How many rows there are, of which `rows` are the first. Default: all are here. */
  readonly total?: number;
  /** Which rows are shown where the list is cut: `the newest`. */
  readonly shown?: string;
  /** How the rows are ordered: the place of a column, and the direction. */
  readonly sorted?: readonly [column: number, direction: 'ascending' | 'descending'];
}
