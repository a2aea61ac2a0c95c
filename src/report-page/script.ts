/**
 * The script of the page, as text: a heading of a table becomes a button that sorts by its column.
 * Without it the page loses nothing else. Numbers are compared as decimal text, never as floating
 * point.
 */

export const SCRIPT = `'use strict';
for (const table of document.querySelectorAll('table')) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  for (const head of heads) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('click', () => sort(head));
  }
  function sort(head) {
    const sign = head.ariaSort === 'ascending' ? -1 : 1;
    for (const each of heads) each.ariaSort = 'none';
    head.ariaSort = sign === 1 ? 'ascending' : 'descending';
    const isNumber = head.classList.contains('n');
    const compare = isNumber ? compareDecimals : (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    const keyed = [...body.rows].map((row) => {
      const text = row.cells[head.cellIndex].textContent;
      return { row, text, key: isNumber ? decimal(text) : text };
    });
    // What has no value comes last, whichever way.
    keyed.sort((a, b) => (a.text === '–') - (b.text === '–') || sign * compare(a.key, b.key));
    body.append(...keyed.map(({ row }) => row));
  }
}
function decimal(text) {
  const digits = text.replaceAll(',', '').replace('\\u2212', '-');
  const negative = digits.startsWith('-');
  const [whole, fraction = ''] = (negative ? digits.slice(1) : digits).split('.');
  return { negative, whole, fraction };
}
function compareDecimals(a, b) {
  if (a.negative !== b.negative) return a.negative ? -1 : 1;
  const sign = a.negative ? -1 : 1;
  if (a.whole.length !== b.whole.length) return sign * (a.whole.length - b.whole.length);
  const [one, other] = [a.whole + a.fraction, b.whole + b.fraction];
  return one === other ? 0 : sign * (one < other ? -1 : 1);
}
`;
