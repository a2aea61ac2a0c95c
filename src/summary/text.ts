/** The summary of a writing command for a person on a terminal. Pure. */
import { describeAsked } from '../archive/requested-period.js';
import { asSentence, describePosition } from '../errors.js';
import { OUTCOMES } from '../sinks/sink.js';
import { plural, andMore, formatNumber, size } from '../text/numbers.js';
import { PLAIN, type Paint } from '../text/paint.js';
import { jsonText, printable } from '../text/printable.js';
import { table, type TableColumn } from '../text/table.js';
import { wrap } from '../text/wrap.js';
import type {
  Summary,
  SummaryFile,
  SummaryInput,
  SummaryProblem,
  SummaryStatus,
} from './summary.js';

const INPUTS_SHOWN = 20;
const NAMES_SHOWN = 10;

const HEADLINE: Readonly<Record<SummaryStatus, string>> = {
  loaded: 'Loaded',
  already_loaded: 'Nothing new: everything was already loaded',
  empty: 'Nothing new: the statements have no rows',
  planned: 'Dry run: nothing was written',
  failed: 'Failed',
  cancelled: 'Cancelled: the current input was rolled back',
};

/** For a call that fetched and loaded nothing. */
const FETCH_HEADLINE: Partial<Record<SummaryStatus, string>> = {
  loaded: 'Filed',
  already_loaded: 'Nothing new: the archive already has everything',
  empty: 'Filed; the statements have no rows',
};

/** For a call that had nothing to request. */
const NOTHING_ASKED: typeof FETCH_HEADLINE = { already_loaded: 'Nothing to do' };

const FILE_COLUMNS: readonly TableColumn[] = [
  { title: 'query' },
  { title: 'requested' },
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
export function summaryText(summary: Summary, width: number, paint: Paint = PLAIN): string {
  const form = { width, paint };
  const parts = [
    files(summary, form),
    inputs(summary, form),
    tables(summary, width),
    problems(summary),
    drift(summary),
    summary.notices.flatMap((notice) => labelled('note: ', notice, form, 'caution')),
    conclusion(summary, form),
  ];
  return `${parts
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function files({ files: all = [], filesOmitted = 0 }: Summary, form: Form): string[] {
  const { width } = form;
  if (all.length === 0) return [];
  const failedFirst = all.toSorted(
    (a, b) => Number(b.error !== undefined) - Number(a.error !== undefined),
  );
  const shown = (all.length > INPUTS_SHOWN ? failedFirst : all).slice(0, INPUTS_SHOWN);
  return [
    ...table(FILE_COLUMNS, shown.map(fileRow), width),
    ...andMore(all.length + filesOmitted - shown.length, 'report'),
    ...failures(shown, form),
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

function inputs(summary: Summary, form: Form): string[] {
  const { width } = form;
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
    ...failures(shown.slice(0, INPUTS_SHOWN), form),
  ];
}

/** If only one input failed, the conclusion gives the reason. */
function failures(shown: readonly Pick<SummaryInput, 'error'>[], form: Form): string[] {
  const errors = shown.flatMap(({ error }) => error ?? []);
  if (errors.length < 2) return [];
  return errors.flatMap(({ code, message, advice }) =>
    labelled(`${code}: `, `${asSentence(message)} ${advice}`, { ...form, indent: '  ' }, 'bad'),
  );
}

interface Form {
  /** Columns of the terminal. */
  readonly width: number;
  readonly paint: Paint;
  /** Before each line of a paragraph but the first. */
  readonly indent?: string;
}

/** A paragraph whose first words are coloured. */
function labelled(
  label: string,
  text: string,
  { width, paint, indent = '' }: Form,
  colour: keyof Paint,
): string[] {
  const [first = '', ...others] = wrap(label + printable(text), width, indent, 0);
  return [paint[colour](first.slice(0, label.length)) + first.slice(label.length), ...others];
}

/** A dry run does not claim to have loaded anything. */
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
  if (summary.status === 'already_loaded') return [];
  const all = Object.entries(summary.tables);
  const rows = all
    .map(([name, of]) => ({ name, counts: OUTCOMES.map((outcome) => of[outcome]) }))
    .filter(({ counts }) => counts.some((count) => count > 0));
  const empty = all.length - rows.length;
  const cells = rows.map(({ name, counts }) => [name, ...counts.map(formatNumber)]);
  return [
    ...(rows.length === 0 ? [] : table(TABLE_COLUMNS, cells, width)),
    ...andMore(summary.tablesOmitted ?? 0, 'table'),
    ...(empty > 0 ? [`${plural(empty, 'more table')} had no new rows.`] : []),
  ];
}

/** Where rows were kept; nothing is promised of a call that failed. */
function kept({ error }: Summary, words: string): string {
  return error === undefined ? words : '';
}

function problems(summary: Summary): string[] {
  const { count, first } = summary.problems;
  if (count === 0) return [];
  const where = kept(summary, count === 1 ? ' and is kept in _extra' : ' and are kept in _extra');
  return [
    `${plural(count, 'literal')} did not fit ${count === 1 ? 'its' : 'their'} column${where}:`,
    ...equal(first).map(
      ({ problem: { literal, reason, ...at }, count: times }) =>
        `  ${printable(describePosition(at))}: ${jsonText(literal)}, ${printable(reason)}${times === 1 ? '' : ` (${times} times)`}`,
    ),
    ...andMore(count - first.length, 'problem'),
  ];
}

/** Problems that differ only in position are reported once, with the first position. */
function equal(
  list: readonly SummaryProblem[],
): { readonly problem: SummaryProblem; readonly count: number }[] {
  const groups = new Map<string, { problem: SummaryProblem; count: number }>();
  for (const problem of list) {
    const { section, element, attribute, literal, reason } = problem;
    const same = jsonText([section, element, attribute, literal, reason]);
    const group = groups.get(same) ?? { problem, count: 0 };
    groups.set(same, group);
    group.count++;
  }
  return [...groups.values()];
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

function conclusion(summary: Summary, form: Form): string[] {
  const { status, durationMs, error } = summary;
  const words = `${headline(summary)}, in ${(durationMs / 1000).toFixed(1)} s.`;
  const colour = error === undefined ? 'good' : status === 'cancelled' ? 'caution' : 'bad';
  const head = form.paint[colour](words);
  if (error === undefined || status === 'cancelled') {
    const next = error?.advice ?? (fetchHeadline(summary) === undefined ? NEXT[status] : undefined);
    return [head, ...advised(next, form)];
  }
  // With several failures, each is listed beside its input, with its own advice.
  if (error.code === 'FLEX_INPUTS_FAILED') return [head];
  return [
    head,
    ...labelled(`${error.code}: `, error.message, form, 'bad'),
    ...advised(error.advice, form),
  ];
}

function advised(advice: string | undefined, { width }: Form): string[] {
  return advice === undefined ? [] : wrap(`What to do: ${printable(advice)}`, width);
}

/** The headline of a call that fetched reports but loaded none. */
function fetchHeadline({ status, files: fetched, inputs: list }: Summary): string | undefined {
  if (fetched === undefined || list.length > 0) return undefined;
  return (fetched.length === 0 ? NOTHING_ASKED : FETCH_HEADLINE)[status];
}

function headline(summary: Summary): string {
  const {
    status,
    inputs: list,
    inputsOmitted = 0,
    files: fetched = [],
    filesOmitted = 0,
  } = summary;
  const failed = [...list, ...fetched].filter(({ error }) => error !== undefined).length;
  if (failed > 1 && status === 'failed') {
    const all =
      list.length + inputsOmitted + (list.length === 0 ? fetched.length + filesOmitted : 0);
    return `${HEADLINE.failed}: ${failed} of ${plural(all, list.length === 0 ? 'report' : 'input')}`;
  }
  const fetchWords = fetchHeadline(summary);
  const words = fetchWords ?? HEADLINE[status];
  if (status !== 'loaded') return words;
  const done =
    fetchWords !== undefined
      ? plural(fetched.filter((each) => each.status === 'filed').length + filesOmitted, 'report')
      : plural(list.filter((each) => each.status === 'loaded').length + inputsOmitted, 'input');
  return `${words} ${done}`;
}

const NEXT: Partial<Record<SummaryStatus, string>> = {
  already_loaded: 'nothing; --force loads the inputs again all the same.',
  planned: 'run again without --dry-run.',
};
