/**
 * The summary of a call as metrics in the text format of Prometheus, for node_exporter's textfile
 * collector. Pure: writing the file is cli/metrics-file.ts.
 */
import type { Coverage } from '../sinks/sql/ledger/gaps.js';
import { OUTCOMES } from '../sinks/sink.js';
import { startOf } from '../time/days.js';
import type { Summary } from './summary.js';

/** What the summary does not say. */
export interface MetricsContext {
  /** Tells the files of a collector's directory apart: a label of every metric. */
  readonly file: string;
  /** Milliseconds since 1970, at the end of the call. */
  readonly now: number;
  /** The file that the call before wrote; empty where there is none. */
  readonly before: string;
  /** The days that the destination covers; undefined where it was not asked. */
  readonly coverage: readonly Coverage[] | undefined;
}

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

const LAST_SUCCESS = 'flexetl_last_success_timestamp_seconds';

/** The text of the file, with a line break at its end. */
export function metricsText(summary: Summary, context: MetricsContext): string {
  const { now, before, coverage } = context;
  const seconds = Math.floor(now / 1000);
  const success = summary.error === undefined ? seconds : lastSuccess(before);
  const one = (value: number | undefined): Sample[] => (value === undefined ? [] : [[{}, value]]);
  const families: readonly (readonly [name: string, help: string, samples: readonly Sample[]])[] = [
    [LAST_SUCCESS, 'When a call last ended without an error.', one(success)],
    ['flexetl_last_call_timestamp_seconds', 'When a call last ended.', one(seconds)],
    ['flexetl_last_call_exit_status', 'Its exit status.', one(summary.exitCode)],
    ['flexetl_last_call_duration_seconds', 'Its duration.', one(summary.durationMs / 1000)],
    ['flexetl_last_call_inputs', 'Its inputs, by their status.', inputs(summary)],
    ['flexetl_last_call_rows', 'Its rows, by table and outcome.', rows(summary)],
    [
      'flexetl_last_call_problems',
      'Its literals that did not fit their columns.',
      one(summary.problems.count),
    ],
    [
      'flexetl_last_call_unknown_names',
      'Its attributes and sections that the catalogue does not know.',
      unknownNames(summary),
    ],
    [
      'flexetl_covered_days',
      'Days that statements cover, by account and query.',
      days(coverage, (each) => each.days),
    ],
    [
      'flexetl_missing_days',
      'Weekdays between them that no statement covers, possible holidays aside.',
      days(coverage, (each) => each.missingDays),
    ],
    [
      'flexetl_newest_day_timestamp_seconds',
      'The newest of these days, at its beginning in UTC.',
      days(coverage, (each) => startOf(each.last) / 1000),
    ],
  ];
  return families
    .filter(([, , samples]) => samples.length > 0)
    .flatMap(([name, help, samples]) => [
      `# HELP ${name} ${help}\n# TYPE ${name} gauge\n`,
      ...samples.map(
        ([labels, value]) => `${name}${labelText({ file: context.file, ...labels })} ${value}\n`,
      ),
    ])
    .join('');
}

function inputs({ inputs: all, inputsOmitted = 0 }: Summary): Sample[] {
  const counts = new Map<string, number>();
  for (const { status } of all) counts.set(status, (counts.get(status) ?? 0) + 1);
  if (inputsOmitted > 0) counts.set('omitted', inputsOmitted);
  return [...counts].map(([status, count]) => [{ status }, count]);
}

function rows({ tables }: Summary): Sample[] {
  return Object.entries(tables).flatMap(([table, counts]) =>
    OUTCOMES.map((outcome): Sample => [{ table, outcome }, counts[outcome]]),
  );
}

function unknownNames({ drift }: Summary): Sample[] {
  const { attributes, attributesOmitted = 0, sections, sectionsOmitted = 0 } = drift;
  return [
    [{ kind: 'attribute' }, attributes.length + attributesOmitted],
    [{ kind: 'section' }, sections.length + sectionsOmitted],
  ];
}

function days(
  coverage: readonly Coverage[] = [],
  valueOf: (each: Coverage) => number,
): readonly Sample[] {
  return coverage.map((each) => [{ account: each.account, query: each.query }, valueOf(each)]);
}

/** Of the file before: a call that fails has not succeeded, and does not make that forgotten. */
function lastSuccess(before: string): number | undefined {
  const line = before.split('\n').find((each) => each.startsWith(LAST_SUCCESS));
  const value = Number(line?.slice(line.lastIndexOf(' ') + 1));
  return Number.isSafeInteger(value) && value > 0 ? value : undefined;
}

function labelText(labels: Labels): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return `{${pairs.join(',')}}`;
}

function escaped(value: string): string {
  return value
    .replaceAll('\\', String.raw`\\`)
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);
}
