/** The summary of a writing command as a person reads it on a terminal. Pure. */
import { describeAsked } from '../archive/requested-period.js';
import { describePosition } from '../errors.js';
import { OUTCOMES } from '../sinks/sink.js';
import { plural, andMore, formatNumber, size } from '../text/numbers.js';
import { jsonText, printable } from '../text/printable.js';
import { table, type TableColumn } from '../text/table.js';
import type { Summary, SummaryFile, SummaryInput, SummaryStatus } from './summary.js';

const INPUTS_SHOWN = 20;
const NAMES_SHOWN = 10;

const HEADLINE: Readonly<Record<SummaryStatus, string>> = {
  loaded: 'Loaded',
  already_loaded: 'Nothing new: everything had been loaded before',
  empty: 'Nothing new: the statements hold no rows',
  planned: 'Dry run: nothing was written',
  failed: 'Failed',
  cancelled: 'Cancelled: the input in hand was rolled back',
};

/** Of a call that fetched and loaded nothing. */
const FETCH_HEADLINE: Partial<Record<SummaryStatus, string>> = {
  loaded: 'Filed',
  already_loaded: 'Nothing new: the archive has it all',
  empty: 'Filed; the statements hold no rows',
};

/** Of a call that found nothing to ask for. */
const NOTHING_ASKED: typeof FETCH_HEADLINE = { already_loaded: 'Nothing to do' };

const FILE_COLUMNS: readonly TableColumn[] = [
  { title: 'query' },
  { title: 'asked for' },
  { title: 'status' },
  { title: 'from' },
  { title: 'to' },
  { title: 'rows', align: 'right' },
  { title: 'file' },
];

const INPUT_COLUMNS: readonly TableColumn[] = [
  { title: 'input' },
  { title: 'status' },
  { title: 'accounts' },
  { title: 'from' },
  { title: 'to' },
  { title: 'size', align: 'right' },
];

const TABLE_COLUMNS: readonly TableColumn[] = [
  { title: 'table' },
  ...OUTCOMES.map((title) => ({
    title,
    align: 'right' as const,
  })),
];

/** @param width columns of the terminal */
export function summaryText(summary: Summary, width: number): string {
  const parts = [
    files(summary, width),
    inputs(summary, width),
    tables(summary, width),
    problems(summary),
    drift(summary),
    summary.notices.map((notice) => `note: ${printable(notice)}`),
    conclusion(summary),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function files({ files: all = [], filesOmitted = 0 }: Summary, width: number): string[] {
  if (all.length === 0) return [];
  const failedFirst = all.toSorted(
    (a, b) => Number(b.error !== undefined) - Number(a.error !== undefined),
  );
  const shown = (all.length > INPUTS_SHOWN ? failedFirst : all).slice(0, INPUTS_SHOWN);
  return [
    ...table(FILE_COLUMNS, shown.map(fileRow), width),
    ...andMore(all.length + filesOmitted - shown.length, 'report'),
    ...failures(shown),
  ];
}

function fileRow({ query, asked, status, from, to, rows, path }: SummaryFile): string[] {
  return [
    query,
    describeAsked(asked),
    status.replaceAll('_', ' '),
    from ?? '',
    to ?? '',
    rows === undefined ? '' : formatNumber(rows),
    path ?? '',
  ];
}

function inputs(summary: Summary, width: number): string[] {
  if (summary.inputs.length === 0) return [];
  const failedFirst = summary.inputs.toSorted(
    (a, b) => Number(b.error !== undefined) - Number(a.error !== undefined),
  );
  const shown = summary.inputs.length > INPUTS_SHOWN ? failedFirst : summary.inputs;
  return [
    ...table(
      INPUT_COLUMNS,
      shown.slice(0, INPUTS_SHOWN).map((each) => inputRow(each, summary.status)),
      width,
    ),
    ...andMore(summary.inputs.length + (summary.inputsOmitted ?? 0) - INPUTS_SHOWN, 'input'),
    ...failures(shown.slice(0, INPUTS_SHOWN)),
  ];
}

/** Where only one input failed, the conclusion says why. */
function failures(shown: readonly Pick<SummaryInput, 'error'>[]): string[] {
  const lines = shown.flatMap(({ error }) =>
    error === undefined ? [] : `${error.code}: ${printable(error.message)}`,
  );
  return lines.length > 1 ? lines : [];
}

/** What a dry run would have loaded is not called loaded. */
function inputRow(
  { name, status, accounts, from, to, bytes }: SummaryInput,
  call: SummaryStatus,
): string[] {
  const [first = '', ...others] = accounts ?? [];
  return [
    name,
    call === 'planned' && status === 'loaded' ? 'planned' : status.replaceAll('_', ' '),
    others.length === 0 ? first : `${first} +${others.length}`,
    from ?? '',
    to ?? '',
    bytes === undefined ? '' : size(bytes),
  ];
}

function tables(summary: Summary, width: number): string[] {
  const all = Object.entries(summary.tables);
  const rows = all
    .map(([name, of]) => ({ name, counts: OUTCOMES.map((outcome) => of[outcome]) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const empty = all.length - rows.length;
  const cells = rows.map(({ name, counts }) => [name, ...counts.map(formatNumber)]);
  return [
    ...(rows.length === 0 ? [] : table(TABLE_COLUMNS, cells, width)),
    ...andMore(summary.tablesOmitted ?? 0, 'table'),
    ...(empty > 0 ? [`${plural(empty, 'more table')}: selected, and without rows.`] : []),
  ];
}

/** Where things went; nothing of a call that failed is promised to be anywhere. */
function kept({ error }: Summary, words: string): string {
  return error === undefined ? words : '';
}

function problems(summary: Summary): string[] {
  const { count, first } = summary.problems;
  if (count === 0) return [];
  const where = kept(summary, count === 1 ? ' and is kept in _extra' : ' and are kept in _extra');
  return [
    `${plural(count, 'literal')} did not fit ${count === 1 ? 'its' : 'their'} column${where}:`,
    ...first.map(
      ({ literal, reason, ...at }) =>
        `  ${printable(describePosition(at))}: ${jsonText(literal)}, ${printable(reason)}`,
    ),
    ...andMore(count - first.length, 'problem'),
  ];
}

function drift(summary: Summary): string[] {
  const { attributes, attributesOmitted, sections, sectionsOmitted } = summary.drift;
  const extra = kept(summary, ', kept in _extra');
  const unmapped = kept(summary, ', kept in unmapped_rows');
  return [
    ...names(`Attributes without a column${extra}`, attributes, attributesOmitted),
    ...names(`Without a schema${unmapped}`, sections, sectionsOmitted),
  ];
}

function names(title: string, list: readonly string[], omitted = 0): string[] {
  if (list.length === 0) return [];
  const shown = list.slice(0, NAMES_SHOWN).map(printable).join(', ');
  const rest = list.length - NAMES_SHOWN + omitted;
  return [`${title}: ${shown}${rest > 0 ? ` and ${rest} more` : ''}`];
}

function conclusion({
  status,
  durationMs,
  error,
  inputs: list,
  inputsOmitted = 0,
  files: fetched,
  filesOmitted = 0,
}: Summary): string[] {
  const headlines = fetched?.length === 0 ? NOTHING_ASKED : FETCH_HEADLINE;
  const fetchHeadline = fetched !== undefined && list.length === 0 ? headlines[status] : undefined;
  const done =
    fetchHeadline === undefined
      ? plural(list.filter((each) => each.status === 'loaded').length + inputsOmitted, 'input')
      : plural(fetched!.filter((each) => each.status === 'filed').length + filesOmitted, 'report');
  const count = status === 'loaded' ? ` ${done}` : '';
  const headline = `${fetchHeadline ?? HEADLINE[status]}${count}, in ${(durationMs / 1000).toFixed(1)} s.`;
  if (error !== undefined && status !== 'cancelled') {
    return [
      headline,
      `${error.code}: ${printable(error.message)}`,
      `What to do: ${printable(error.advice)}`,
    ];
  }
  const next = error?.advice ?? (fetchHeadline === undefined ? NEXT[status] : undefined);
  return next === undefined ? [headline] : [headline, `What to do: ${printable(next)}`];
}

const NEXT: Partial<Record<SummaryStatus, string>> = {
  already_loaded: 'nothing; --force loads the inputs again all the same.',
  planned: 'run again without --dry-run.',
};
