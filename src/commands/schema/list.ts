/** The tables and views with a line each, for a person who does not know their names. Pure. */
import type { Catalog } from '../../catalog/catalog.js';
import { ledgerTables } from '../../sinks/sql/schema/migrations.js';
import { allViews } from '../../sinks/sql/schema/view-text.js';
import { beginning } from '../../text/printable.js';

interface Named {
  readonly name: string;
  readonly doc: string;
}

/** @param width of a terminal; undefined where nothing is to be cut */
export function schemaList(catalog: Catalog, width: number | undefined): string {
  const rows = catalog.elements
    .map(({ table, doc }) => ({ name: table, doc }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const groups: readonly (readonly [title: string, members: readonly Named[]])[] = [
    ['Rows of reports', rows],
    ['Ledger', ledgerTables()],
    ['Views', allViews()],
  ];
  const names = groups.flatMap(([, members]) => members.map(({ name }) => name.length));
  const longest = Math.max(...names);
  const line = ({ name, doc }: Named): string => {
    const text = `  ${name.padEnd(longest)}  ${firstSentence(doc)}`.trimEnd();
    return width === undefined ? text : beginning(text, width - 1);
  };
  const parts = groups.map(([title, members]) => [title, ...members.map(line)].join('\n'));
  return `${[...parts, '`flexetl schema TABLE` prints the columns of one.'].join('\n\n')}\n`;
}

/** Of a text that may have several lines. */
function firstSentence(doc: string): string {
  const [line = ''] = doc.split('\n');
  const end = line.indexOf('. ');
  return end < 0 ? line : line.slice(0, end + 1);
}
