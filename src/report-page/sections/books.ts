/**
 * Rows by book: an account and a query, and a currency where the figures have one. Figures of two
 * books are never added, nor drawn into one chart.
 */
import type { Row } from '../../sinks/sql/ledger/reader.js';
import { plural } from '../../text/numbers.js';
import { markup, type Html } from '../html.js';

export interface Book {
  readonly account: string;
  readonly query: string;
  readonly currency: string;
  readonly rows: readonly Row[];
}

/** Charts of a section. */
const CHARTS = 12;

/** Rows with `account_id`, `_query` and `currency`, by these. */
export function booksOf(rows: readonly Row[]): Book[] {
  const books = new Map<string, Book & { readonly rows: Row[] }>();
  for (const row of rows) {
    const [account, query] = [row['account_id'] ?? '', row['_query'] ?? ''];
    const currency = row['currency'] ?? '';
    const name = JSON.stringify([account, query, currency]);
    const book = books.get(name) ?? { account, query, currency, rows: [] };
    book.rows.push(row);
    books.set(name, book);
  }
  return [...books].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, book]) => book);
}

/** The charts of the first books, and a sentence on those that are left out. */
export function chartsOf(books: readonly Book[], chart: (book: Book) => Html): Html[] {
  const shown = books.slice(0, CHARTS).map(chart);
  const left = books.length - shown.length;
  if (left <= 0) return [markup`<div class="charts">${shown}</div>`];
  return [
    markup`<div class="charts">${shown}</div>`,
    markup`<p class="cut">
      Charts are shown of the first ${shown.length}; ${plural(left, 'more chart')} would follow. The
      table has them all.
    </p>`,
  ];
}

/** `U1000001 · Daily`, as a title. */
export function bookTitle({ account, query }: Pick<Book, 'account' | 'query'>): Html {
  const named = query || 'a query without a name';
  return markup`<bdi>${account || 'no account'}</bdi> <span class="same"><bdi>${named}</bdi></span>`;
}

/** The same, in a sentence. */
export function bookName({ account, query }: Pick<Book, 'account' | 'query'>): string {
  return `${account || 'no account'}, ${query || 'a query without a name'}`;
}
