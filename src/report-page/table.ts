/**
 * A table of the page. Columns without a value are left out, and names that are the same in every
 * row are told once, above the table; a long table is folded; a list that is cut says so. Sorting is the business of the page's script.
 */
import { formatNumber, plural } from '../text/numbers.js';
import { amount, exact, isDecimal, isRounded } from './decimals.js';
import type { Column, Kind, Table } from './document.js';
import { Html, NOTHING, escape, markup } from './html.js';

/** Tables with more rows are folded. */
const FOLDED_FROM = 40;

/** Texts of more characters keep a width, however wide the columns of figures beside them are. */
const SENTENCE_FROM = 24;

const NUMBERS: ReadonlySet<Kind> = new Set(['amount', 'exact']);

export function tableHtml(table: Table): Html {
  const { rows, caption, total = rows.length } = table;
  const shown = shownColumns(table);
  const cells = (row: readonly (string | null)[]): string =>
    shown.map(({ column, at }) => cell(column, row[at] ?? null)).join('');
  // By strings: a table has thousands of rows.
  const body = new Html(rows.map((row) => `<tr>${cells(row)}</tr>\n`).join(''));
  const heads = shown.map(({ column, at }) => head(column, table.sorted, at));
  const grid = markup`${sameOf(table)}<div class="scroll" role="group" tabindex="0" aria-label="${caption}"><table aria-label="${caption}">
<thead><tr>${heads}</tr></thead>
<tbody>
${body}</tbody>
</table></div>
${cutNote(table)}`;
  if (rows.length <= FOLDED_FROM)
    return markup`<div class="table"><h3>${caption}</h3>
${grid}</div>
`;
  return markup`<details class="table"><summary>${caption}: ${plural(total, 'row')}</summary>
${grid}</details>
`;
}

interface Shown {
  readonly column: Column;
  readonly at: number;
}

function shownColumns({ columns, rows }: Table): Shown[] {
  return columns
    .map((column, at) => ({ column, at }))
    .filter(({ at }) => at === 0 || rows.some((row) => (row[at] ?? '') !== ''))
    .filter(({ column, at }) => column.kind !== 'name' || !isConstant(rows, at));
}

function isConstant(rows: Table['rows'], at: number): boolean {
  return rows.every((row) => row[at] === rows[0]![at]);
}

/** What all rows have in common: `Account U1000001 · Query Daily`. */
function sameOf({ columns, rows }: Table): Html {
  const same = columns.flatMap(({ kind, title }, at) =>
    kind === 'name' && rows.length > 0 && isConstant(rows, at)
      ? [markup`<span>${title} <bdi>${rows[0]![at] || 'none'}</bdi></span> `]
      : [],
  );
  return same.length === 0 ? NOTHING : markup`<p class="same">${same}</p>\n`;
}

function head({ title, kind }: Column, sorted: Table['sorted'], at: number): Html {
  const direction = sorted?.[0] === at ? sorted[1] : 'none';
  const numeric = NUMBERS.has(kind) ? markup` class="n"` : NOTHING;
  return markup`<th scope="col" aria-sort="${direction}"${numeric}>${title}</th>`;
}

function cell({ kind }: Column, value: string | null): string {
  const numeric = NUMBERS.has(kind);
  if (value === null || value === '') return numeric ? '<td class="n">–</td>' : '<td>–</td>';
  if (numeric && !isDecimal(value)) return `<td class="n">${escape(value)}</td>`;
  if (kind === 'amount') {
    const digits = isRounded(value) ? ` title="${exact(value)}"` : '';
    return `<td class="n"${digits}>${amount(value)}</td>`;
  }
  if (kind === 'exact') return `<td class="n">${exact(value)}</td>`;
  if (kind !== 'text') return `<td class="d">${escape(value)}</td>`;
  return `<td${value.length < SENTENCE_FROM ? '' : ' class="t"'}>${escape(value)}</td>`;
}

function cutNote({ rows, total = rows.length, shown = 'the first' }: Table): Html {
  if (total <= rows.length) return NOTHING;
  const which = markup`${shown} ${formatNumber(rows.length)} of ${plural(total, 'row')}`;
  const left = formatNumber(total - rows.length);
  return markup`<p class="cut">This list is cut: it shows ${which}, and leaves out ${left}.</p>
`;
}
