/**
 * `flexetl status` for a person. A terminal also shows a calendar of the days, and hides tables
 * without rows; elsewhere the text is plain, and does not change from release to release.
 */
import { csvLines } from '../../text/csv.js';
import { redact } from '../../text/redact.js';
import { plural, andMore, formatNumber } from '../../text/numbers.js';
import { describePosition } from '../../errors.js';
import { GAP_WORDS, type Coverage } from '../../sinks/sql/ledger/gaps.js';
import type { LastLoad, Status, ToldProblem } from '../../sinks/sql/ledger/status.js';
import { OUTCOMES } from '../../sinks/sink.js';
import { jsonText, printable } from '../../text/printable.js';
import { table, type TableColumn } from '../../text/table.js';
import { wrap } from '../../text/wrap.js';
import { calendarLines } from './calendar.js';
import { ageText, type Freshness } from './freshness.js';

const GAPS_SHOWN = 20;
const NAMES_SHOWN = 20;
const NOTICES_SHOWN = 5;

const right = (title: string): TableColumn => ({ title, align: 'right' });
const left = (title: string): TableColumn => ({ title });

const COVERAGE_COLUMNS = [
  left('account'),
  left('query'),
  left('first day'),
  left('last day'),
  right('days'),
  right('missing'),
  right('holidays?'),
  right('weekend days'),
];
const GAP_COLUMNS = [
  left('account'),
  left('query'),
  left('from'),
  left('to'),
  right('weekdays'),
  left('what'),
];

/** The ledger and, if a limit was given, the age of the accounts. */
type Told = Status & { readonly freshness?: Freshness };

/** @param width of a terminal; undefined where it is none */
export function statusText(status: Told, width: number | undefined): string {
  const lines = [redact(printable(status.destination)), ...content(status, width)];
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

function content(status: Told, width: number | undefined): string[] {
  const { ledger, loads, lastLoad, freshness } = status;
  if (!ledger) return ['nothing has been loaded yet'];
  const loaded = [
    plural(loads.inputs, 'input'),
    plural(loads.statements, 'statement'),
    plural(loads.rows, 'row'),
  ].join(', ');
  return [
    `${loaded} loaded`,
    ...(lastLoad === null ? [] : ['', ...lastLoadLines(lastLoad, width)]),
    ...coverageLines(status, width),
    ...(freshness === undefined ? [] : freshnessLines(freshness)),
    ...problemLines(status),
    ...driftLines(status),
  ];
}

function lastLoadLines(load: LastLoad, width: number | undefined): string[] {
  const tables = Object.entries(load.tables);
  const shown =
    width === undefined
      ? tables
      : tables.filter(([, counts]) => OUTCOMES.some((count) => (counts[count] ?? 0) > 0));
  const hidden = tables.length - shown.length;
  const as = load.asQuery === null ? '' : ` as query ${load.asQuery}`;
  return [
    'Last load',
    `  ${printable(redact(load.input))}, mode ${load.mode}${printable(as)}`,
    `  from ${load.startedAt} to ${load.finishedAt}, by flexetl ${printable(load.toolVersion)}`,
    '',
    ...indented(
      [left('table'), ...OUTCOMES.map(right)],
      shown.map(([name, counts]) => [
        name,
        ...OUTCOMES.map((count) => formatNumber(counts[count] ?? 0)),
      ]),
      width,
    ),
    ...(hidden === 0
      ? []
      : [`  ${plural(hidden, 'table')} without rows ${hidden === 1 ? 'is' : 'are'} not shown`]),
    ...limited(
      load.notices.map((notice) => paragraph(`  note: ${printable(notice)}`, width)),
      NOTICES_SHOWN,
    ),
  ];
}

/** As one entry of a list, on as many lines as the terminal needs. */
function paragraph(text: string, width: number | undefined): string {
  return width === undefined ? text : `  ${wrap(text.trimStart(), width, '    ', 2).join('\n')}`;
}

function coverageLines({ coverage, withoutWindow }: Status, width: number | undefined): string[] {
  const rows = coverage.map((each: Coverage) => [
    each.account,
    each.query,
    each.first,
    each.last,
    ...[each.days, each.missingDays, each.possibleHolidays, each.weekendDays].map(formatNumber),
  ]);
  const gaps = coverage.flatMap(({ account, query, gaps: own }) =>
    own.map((gap) => [
      account,
      query,
      gap.from,
      gap.to,
      formatNumber(gap.weekdays),
      GAP_WORDS[gap.kind],
    ]),
  );
  // What is missing comes first: it is what needs action.
  const ordered = gaps.toSorted(
    (a, b) => Number(b[5] === GAP_WORDS.missing) - Number(a[5] === GAP_WORDS.missing),
  );
  const shown = ordered.slice(0, GAPS_SHOWN);
  return [
    ...(rows.length === 0 ? [] : ['', 'Days covered', ...indented(COVERAGE_COLUMNS, rows, width)]),
    ...(width === undefined || rows.length === 0
      ? []
      : ['', 'Calendar', ...calendarLines(coverage).map((line) => `  ${line}`)]),
    ...(shown.length === 0 ? [] : ['', 'Days between that no statement covers']),
    ...(shown.length === 0 ? [] : indented(GAP_COLUMNS, shown, width)),
    ...andMore(ordered.length - shown.length, 'gap'),
    ...withoutWindow.map(
      ({ account, query, statements }) =>
        `  ${plural(statements, 'statement')} of ${printable(account)}, ${printable(query) || 'a query without a name'} ${statements === 1 ? 'has' : 'have'} no dates`,
    ),
  ];
}

function freshnessLines({ today, maxAgeDays, stale }: Freshness): string[] {
  const limit = `${plural(maxAgeDays, 'day')} before ${today}`;
  if (stale.length === 0) return ['', `The newest day of every account is at most ${limit}`];
  return [
    '',
    `Accounts whose newest day is more than ${limit}`,
    ...limited(
      stale.map((each) => `  ${ageText(each)}`),
      NAMES_SHOWN,
    ),
  ];
}

function problemLines({ problems: { count, newest } }: Status): string[] {
  if (count === 0) return ['', 'No problems'];
  return [
    '',
    count === 1
      ? '1 literal did not fit its column and is kept in _extra:'
      : `${formatNumber(count)} literals did not fit their column and are kept in _extra; the newest:`,
    ...newest.map((problem) => `  ${printable(redact(problemText(problem)))}`),
  ];
}

function problemText(problem: ToldProblem): string {
  const { input, line, section, element, attribute, literal, reason } = problem;
  const at = describePosition({
    file: input,
    line: line ?? undefined,
    section: section ?? undefined,
    element: element ?? undefined,
    attribute: attribute ?? undefined,
  });
  return `${at}: ${jsonText(literal)}, ${reason}`;
}

function driftLines({ drift }: Status): string[] {
  if (drift.length === 0) return [];
  return [
    '',
    'Names that the catalogue does not know; what they hold is kept:',
    ...limited(
      drift.map(({ kind, name, seen }) => `  ${kind} ${printable(name)} (${formatNumber(seen)})`),
      NAMES_SHOWN,
    ),
  ];
}

function indented(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  width: number | undefined,
): string[] {
  const inner = width === undefined ? undefined : width - 2;
  return table(columns, rows, inner).map((line) => `  ${line}`);
}

function limited(lines: readonly string[], count: number): string[] {
  return [...lines.slice(0, count), ...andMore(lines.length - count)];
}

/** By their names in the JSON, as column names. */
const CSV_COLUMNS: Readonly<Record<string, (each: Coverage) => string | number>> = {
  account: ({ account }) => account,
  query: ({ query }) => query,
  first: ({ first }) => first,
  last: ({ last }) => last,
  days: ({ days }) => days,
  missing_days: ({ missingDays }) => missingDays,
  possible_holidays: ({ possibleHolidays }) => possibleHolidays,
  weekend_days: ({ weekendDays }) => weekendDays,
};

/**
 * `--csv`: the days covered, one line for each account and query, with a header; the rest is in the
 * JSON.
 */
export function coverageCsv({ coverage }: Pick<Status, 'coverage'>): string {
  const rows = coverage.map((each) =>
    Object.values(CSV_COLUMNS).map((cell) => redact(String(cell(each)))),
  );
  return csvLines([Object.keys(CSV_COLUMNS), ...rows]);
}
