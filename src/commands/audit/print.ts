/** `flexetl audit` on stdout: for a person, or as one JSON document. Pure. */
import type { Audit, AuditedIdentity, Difference, NotProvable } from '../../audit/document.js';
import { redact, redactAll } from '../../text/redact.js';
import { plural, andMore, formatNumber } from '../../text/numbers.js';
import { FlexError } from '../../errors.js';
import { jsonText, printable } from '../../text/printable.js';
import { table, type TableColumn } from '../../text/table.js';

/** How many differences, and lines of what is not provable, a person is shown. */
const SHOWN = 20;
/** Accounts that are named beside missing data. */
const BOOKS_SHOWN = 3;

const COLUMNS: readonly TableColumn[] = [
  { title: 'identity' },
  { title: 'exact', align: 'right' },
  { title: 'rounded', align: 'right' },
  { title: 'differing', align: 'right' },
  { title: 'not provable', align: 'right' },
  { title: 'result' },
];

const RESULTS: Readonly<Record<AuditedIdentity['status'], string>> = {
  proved: 'ties',
  differs: 'does not tie',
  not_provable: 'not provable',
};

export function auditJson(found: Audit): string {
  return `${jsonText(redactAll(found))}\n`;
}

/** @param width of a terminal; undefined where lines may be as long as they are */
export function auditText(found: Audit, width: number | undefined): string {
  const { destination, identities } = found;
  const rows = identities.map((each) => [
    each.identity,
    ...[each.exact, each.rounded, each.differing, each.notProvable].map(formatNumber),
    RESULTS[each.status],
  ]);
  const lines = [
    redact(printable(destination)),
    '',
    ...table(COLUMNS, rows, width),
    ...differenceLines(found, width),
    ...roundingLines(identities, width),
    ...notProvableLines(found, width),
    '',
    ...wrapped(verdict(found), '', width),
  ];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** The error of an audit that found a difference; undefined where there is none. */
export function auditError({ destination, totals, differences }: Audit): FlexError | undefined {
  if (totals.differing === 0) return undefined;
  const [first] = differences;
  const example = first === undefined ? '' : `; the first: ${differenceText(first)}`;
  const checks = plural(totals.differing, 'check does', 'checks do');
  return new FlexError('FLEX_AUDIT_DIFFERS', `${destination}: ${checks} not tie${example}.`);
}

function verdict({ status, totals }: Audit): string {
  const proved = plural(totals.exact + totals.rounded, 'check');
  switch (status) {
    case 'ties':
      return `Everything that can be proved ties: ${proved}.`;
    case 'differs':
      return `${plural(totals.differing, 'check does', 'checks do')} not tie; ${proved} did.`;
    case 'nothing_proved':
      return 'Nothing could be proved: no two figures were there to compare.';
  }
}

function differenceLines(found: Audit, width: number | undefined): string[] {
  const { differences, differencesOmitted = 0 } = found;
  if (differences.length === 0) return [];
  const shown = differences.slice(0, SHOWN);
  return [
    '',
    'Does not tie',
    ...shown.flatMap((each) => [
      ...wrapped(differenceText(each), '  ', width),
      ...(each.note === undefined ? [] : wrapped(printable(each.note), '    ', width)),
    ]),
    ...andMore(differences.length - shown.length + differencesOmitted),
  ];
}

/** `nav_parts of U1000001, Daily, on 2024-03-05: expected 1010.5, found 1010.51, off by 0.01`. */
function differenceText(each: Difference): string {
  const { identity, account, query, statement, since, day, subject } = each;
  const book = [account, query, ...(statement === undefined ? [] : [`statement ${statement}`])];
  const about = subject === '' ? '' : ` for ${subject}`;
  const days = since === undefined ? (day ?? 'an unknown day') : `${since} to ${day ?? '?'}`;
  const figures = `expected ${each.expected}, found ${each.found}, off by ${each.difference}`;
  const place = book.filter((part) => part !== '').join(', ');
  return printable(redact(`${days}: ${identity} of ${place}${about}: ${figures}`));
}

function roundingLines(
  identities: readonly AuditedIdentity[],
  width: number | undefined,
): string[] {
  const used = identities.filter(({ rounded }) => rounded > 0);
  if (used.length === 0) return [];
  return [
    '',
    "Equal but for the broker's rounding",
    ...used.flatMap(({ identity, rounded, largestRounding, tolerance }) =>
      wrapped(
        `${identity}: ${plural(rounded, 'check')} by at most ${largestRounding}; up to ${tolerance} is taken for rounding`,
        '  ',
        width,
      ),
    ),
  ];
}

function notProvableLines(found: Audit, width: number | undefined): string[] {
  const { notProvable, notProvableOmitted = 0 } = found;
  if (notProvable.length === 0) return [];
  const groups = new Map<string, NotProvable[]>();
  for (const each of notProvable) {
    const name = jsonText([each.identity, each.lacking]);
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  const all = [...groups.values()];
  const shown = all.slice(0, SHOWN);
  return [
    '',
    'Not provable, and what is missing',
    ...shown.flatMap((group) => wrapped(notProvableText(group), '  ', width)),
    ...andMore(all.length - shown.length + notProvableOmitted),
  ];
}

function notProvableText(group: readonly NotProvable[]): string {
  const [{ identity, lacking } = { identity: '', lacking: '' }] = group;
  const books = group.slice(0, BOOKS_SHOWN).map(({ account, query, checks, first, last }) => {
    const days =
      first === null ? '' : first === last ? ` on ${first}` : ` from ${first} to ${last}`;
    const many = checks === 0 ? '' : `: ${plural(checks, 'check')}${days}`;
    return `${[account, query].filter((part) => part !== '').join(' ')}${many}`;
  });
  const rest = group.length - books.length;
  const also = rest > 0 ? [`${formatNumber(rest)} more`] : [];
  return printable(redact(`${identity}: ${lacking} (${[...books, ...also].join('; ')})`));
}

/** Lines of at most `width` characters, broken at blanks; those after the first stand in further. */
function wrapped(text: string, indent: string, width: number | undefined): string[] {
  if (width === undefined) return [indent + text];
  const lines: string[] = [];
  let line = indent;
  let filled = false;
  for (const word of text.split(' ')) {
    if (filled && line.length + 1 + word.length > width) {
      lines.push(line);
      line = `${indent}    ${word}`;
    } else {
      line += filled ? ` ${word}` : word;
    }
    filled = true;
  }
  return [...lines, line];
}
