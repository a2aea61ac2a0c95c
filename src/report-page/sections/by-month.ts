/**
 * Amounts by month, for the sections that show some: bars of each account, query and currency, in
 * series. What is added up is of one currency, always.
 */
import type { Row } from '../../sinks/sql/ledger/reader.js';
import { figure, legendOf } from '../charts/plot.js';
import { monthBars, monthsBetween, type Series } from '../charts/month-bars.js';
import { markup, NOTHING, type Html } from '../html.js';
import { bookName, booksOf, bookTitle, chartsOf, type Book } from './books.js';

/** A series as the rows have it. */
export interface SeriesColumn {
  readonly name: string;
  /** Class of its colour: `s1` to `s4`. */
  readonly mark: string;
  /** The same of what is below zero, where that is told apart. */
  readonly lossMark?: string;
  /** Column of the rows. */
  readonly column: string;
}

/** Months that a chart has room for: twenty years. */
const MONTHS_DRAWN = 240;

/**
 * Charts of rows with `account_id`, `_query`, `currency` and `month`, one row a month.
 * @param what is drawn, for those who cannot see it: `Realized profit`
 */
export function monthCharts(
  rows: readonly Row[],
  what: string,
  columns: readonly SeriesColumn[],
): Html[] {
  const dated = rows.filter(({ month }) => month != null);
  return chartsOf(booksOf(dated), (book) => chartOf(book, what, columns));
}

function chartOf(book: Book, what: string, columns: readonly SeriesColumn[]): Html {
  const { currency } = book;
  const all = monthsBetween(book.rows.map(({ month }) => month!));
  const drawn = new Set(all.slice(-MONTHS_DRAWN));
  const series = columns
    .map((column) => seriesOf(book, column, drawn))
    .filter(({ values }) => values.size > 0);
  const [first, last] = [all.at(-drawn.size)!, all.at(-1)!];
  const label = `${what} of ${bookName(book)}, in ${currency || 'an unknown currency'} by month, from ${first} to ${last}`;
  const unit = markup`<span class="same">${currency || 'no currency'} a month</span>`;
  const title = markup`${bookTitle(book)} ${unit}`;
  const legend =
    columns.length === 1 ? NOTHING : legendOf(series.map(({ mark, name }) => [mark, name]));
  const cut =
    all.length > drawn.size
      ? markup`<p class="cut">The chart begins at ${first}; earlier months are in the table.</p>`
      : NOTHING;
  if (series.length === 0)
    return figure(title, NOTHING, markup`<p>Every month sums up to zero.</p>`);
  return figure(title, legend, markup`${monthBars(label, currency, series)}${cut}`);
}

function seriesOf(
  { rows }: Book,
  { column, ...look }: SeriesColumn,
  drawn: ReadonlySet<string>,
): Series {
  const values = rows.flatMap((row): [string, string][] => {
    const [month, value] = [row['month']!, row[column] ?? null];
    return value === null || isZero(value) || !drawn.has(month) ? [] : [[month, value]];
  });
  return { ...look, values: new Map(values) };
}

function isZero(decimal: string): boolean {
  return /^-?[0.]*$/.test(decimal);
}
