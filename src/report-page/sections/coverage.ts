/**
 * Which days are covered, by account and query: a calendar of each, the figures, and the gaps. What
 * counts as covered is the ledger's word; which days were restated is restatements.ts.
 */
import { coverageOf, GAP_WORDS, type Coverage, type Gap } from '../../sinks/sql/ledger/gaps.js';
import { readWindows } from '../../sinks/sql/ledger/status.js';
import { formatNumber, plural } from '../../text/numbers.js';
import { addDays } from '../../time/days.js';
import { calendar, DAY_STATES, type DayState, weekday } from '../charts/calendar.js';
import { figure, legendOf } from '../charts/plot.js';
import type { Glance, Section } from '../document.js';
import { markup, NOTHING, type Html } from '../html.js';
import { tableHtml } from '../table.js';
import { LIST_KEPT, type Warehouse } from '../warehouse.js';
import { bookName, bookTitle } from './books.js';
import { readRestatements, type Days, type Restatements } from './restatements.js';

const HEAD = { id: 'coverage', title: 'Days covered', short: 'Days covered' };
const CALENDARS = 12;
const YEARS = 15;

const LEGEND: Readonly<Record<DayState, string>> = {
  covered: 'covered',
  restated: 'covered, and restated',
  missing: 'missing',
  holiday: 'possibly a holiday',
  weekend: 'weekend',
};

export async function readCoverage(warehouse: Warehouse): Promise<Section> {
  const { windows, withoutWindow } = await readWindows(warehouse.reader);
  const coverage = coverageOf(windows);
  const undated = withoutWindow.map(
    ({ account, query, statements }) =>
      markup`<p>
        ${plural(statements, 'statement')} of
        <bdi>${bookName({ account, query })}</bdi> ${statements === 1 ? 'has' : 'have'} no dates.
      </p>`,
  );
  if (coverage.length === 0) {
    return {
      ...HEAD,
      lead: 'No day is covered: no statement with dates was loaded.',
      blocks: undated,
    };
  }
  const restatements = await readRestatements(warehouse);
  const left = coverage.length - CALENDARS;
  const cut =
    left > 0
      ? markup`<p class="cut">
          Calendars are shown of the first ${CALENDARS}; ${formatNumber(left)} more would follow. The
          table has them all.
        </p>`
      : NOTHING;
  const states = DAY_STATES.map((state) => [state, LEGEND[state]] as const);
  return {
    ...HEAD,
    lead: 'A day is covered if a statement of the query speaks of it. A gap of one or two weekdays that no account has may be a holiday; other weekdays between the first day and the last are missing. A day is restated if several statements cover it, and a load of one of them has changed, removed or overruled events.',
    blocks: [
      legendOf(states),
      ...coverage.slice(0, CALENDARS).map((each) => calendarOf(each, restatements)),
      cut,
      coverageTable(coverage, restatements),
      ...gapTable(coverage),
      ...undated,
    ],
    glance: glanceOf(coverage),
  };
}

function glanceOf(coverage: readonly Coverage[]): Glance[] {
  const first = coverage.map((each) => each.first).reduce((a, b) => (a < b ? a : b));
  const last = coverage.map((each) => each.last).reduce((a, b) => (a > b ? a : b));
  const missing = coverage.reduce((sum, { missingDays }) => sum + missingDays, 0);
  const value = missing === 0 ? 'none' : plural(missing, 'weekday');
  return [
    { label: 'Days', value: `${first} to ${last}` },
    { label: 'Missing', value, alarming: missing > 0 },
  ];
}

function calendarOf(coverage: Coverage, restatements: Restatements): Html {
  const { last, missingDays, possibleHolidays, gaps } = coverage;
  const oldest = `${`${Number(last.slice(0, 4)) - YEARS + 1}`.padStart(4, '0')}-01-01`;
  const first = coverage.first < oldest ? oldest : coverage.first;
  const states = new Map<string, DayState>();
  const mark = ({ from, to }: Days, state: DayState): void => {
    for (let day = from > first ? from : first; day <= to; day = addDays(day, 1)) {
      states.set(day, state);
    }
  };
  for (const days of restatements.of(coverage)) mark(days, 'restated');
  for (const gap of gaps) mark(gap, STATES[gap.kind]);
  const stateOf = (day: string): DayState =>
    weekday(day) > 4 ? 'weekend' : (states.get(day) ?? 'covered');
  const label = `Days of ${bookName(coverage)}, ${coverage.first} to ${last}: ${plural(missingDays, 'weekday')} missing, ${plural(possibleHolidays, 'possible holiday')}`;
  const note =
    first === coverage.first
      ? NOTHING
      : markup`<p class="cut">
          The calendar begins at ${first}; days before, since ${coverage.first}, are counted in the
          table.
        </p>`;
  const title = bookTitle(coverage);
  return figure(title, NOTHING, markup`${calendar(label, first, last, stateOf)}${note}`);
}

const STATES: Readonly<Record<Gap['kind'], DayState>> = {
  missing: 'missing',
  possible_holiday: 'holiday',
};

function coverageTable(coverage: readonly Coverage[], restatements: Restatements): Html {
  return tableHtml({
    caption: 'Days covered by account and query',
    columns: [
      { title: 'Account', kind: 'name' },
      { title: 'Query', kind: 'name' },
      { title: 'First day', kind: 'day' },
      { title: 'Last day', kind: 'day' },
      { title: 'Days covered', kind: 'exact' },
      { title: 'Weekdays missing', kind: 'exact' },
      { title: 'Possible holidays', kind: 'exact' },
      { title: 'Days restated', kind: 'exact' },
    ],
    rows: coverage
      .slice(0, LIST_KEPT)
      .map((each) => [
        ...[each.account, each.query, each.first, each.last],
        ...[each.days, each.missingDays, each.possibleHolidays].map(String),
        `${restatements.count(each)}`,
      ]),
    total: coverage.length,
  });
}

function gapTable(coverage: readonly Coverage[]): Html[] {
  const gaps = coverage
    .flatMap((each) => each.gaps.map((gap) => ({ ...gap, each })))
    .toSorted((a, b) => (a.from > b.from ? -1 : 1));
  if (gaps.length === 0) return [];
  return [
    tableHtml({
      caption: 'Weekdays that no statement covers',
      columns: [
        { title: 'From', kind: 'day' },
        { title: 'To', kind: 'day' },
        { title: 'Account', kind: 'name' },
        { title: 'Query', kind: 'name' },
        { title: 'Weekdays', kind: 'exact' },
        { title: 'State', kind: 'text' },
      ],
      rows: gaps
        .slice(0, LIST_KEPT)
        .map(({ from, to, weekdays, kind, each }) => [
          ...[from, to, each.account, each.query],
          ...[`${weekdays}`, GAP_WORDS[kind]],
        ]),
      total: gaps.length,
      shown: 'the newest',
      sorted: [0, 'descending'],
    }),
  ];
}
