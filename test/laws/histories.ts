/**
 * Random histories: statements, the files that hold them, and the calls that load
 * the files. Files name statements and calls name files by number, so that the
 * same statement comes in several files and the same file is loaded again.
 */
import fc from 'fast-check';
import {
  LEVELS,
  SECTIONS,
  USUAL,
  type RowSpec,
  type SectionName,
  type StatementSpec,
  type TemplateSpec,
} from './documents.js';
import type { CallOptions } from './ledger-model.js';

export interface FileSpec {
  readonly query: string;
  /** Numbers of statements, modulo how many there are. */
  readonly statements: readonly number[];
  /** What else the file says, outside of its statements. */
  readonly messages: readonly string[];
}

export interface CallSpec extends Omit<CallOptions, 'only' | 'skip'> {
  /** Numbers of sections that the history has, and that have a name to a call. */
  readonly only?: number | undefined;
  readonly skip?: number | undefined;
  /** Numbers of files, modulo how many there are. */
  readonly files: readonly number[];
}

export interface History {
  readonly statements: readonly StatementSpec[];
  readonly files: readonly FileSpec[];
  readonly calls: readonly CallSpec[];
}

/** One of them, the first `weight` times as often as if all were equal. */
function mostly<T>(weight: number, usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight },
    ...others.map((other) => ({ arbitrary: fc.constant(other), weight: 1 })),
  );
}

const row: fc.Arbitrary<RowSpec> = fc.record({
  item: fc.nat(4),
  value: fc.nat(3),
  stray: mostly(9, false, true),
  date: mostly<RowSpec['date']>(
    20,
    'there',
    ...(['moved', 'absent', 'empty', 'N/A', 'MULTI', 'unreadable'] as const),
  ),
  late: mostly(4, 0, 1, 2, 3),
  account: mostly<RowSpec['account']>(12, 'own', 'absent', 'dash', 'other'),
});

/**
 * Few of them, so that they often are the same, have one end in common, or overlap: weeks that
 * roll on, a year to date, days, and some that are turned round or open.
 */
const window = mostly<StatementSpec['window']>(
  3,
  [0, 4],
  ...([
    [0, 9],
    [4, 9],
    [2, 6],
    [3, 7],
    [0, 2],
    [0, 6],
    [2, 2],
    [4, 4],
    [6, 6],
    [6, 2],
    [9, 0],
    [undefined, 4],
    [4, undefined],
  ] as const),
  undefined,
);

/** What some query does not select: the date, keys, everything that says when it was. */
const WITHOUT: readonly (readonly string[])[] = [
  ['reportDate'],
  ['reportDate', 'transactionID'],
  ['reportDate', 'transactionID', 'ibExecID'],
  ['transactionID', 'ibExecID', 'ibOrderID'],
  ['reportDate', 'dateTime', 'tradeDate', 'transactionID', 'ibExecID'],
  ['reportDate', 'dateTime', 'tradeDate'],
  ['tradeDate'],
  ['accountId', 'conid', 'currency', 'levelOfDetail', 'fromCurrency', 'tradeID'],
];

const template: fc.Arbitrary<TemplateSpec> = fc.record({
  without: mostly<readonly string[]>(6, [], ...WITHOUT),
  levels: fc.oneof(
    { arbitrary: fc.constant(USUAL.levels), weight: 3 },
    { arbitrary: fc.subarray([...LEVELS]), weight: 2 },
  ),
});

/** Three sections for all statements of a history, by number, so that they often meet. */
type Numbered = Omit<StatementSpec, 'sections' | 'template'> & {
  /** Of those that the query has had, one after the other. */
  readonly template: number;
  readonly sections: Readonly<Record<string, readonly RowSpec[]>>;
};

const statement: fc.Arbitrary<Numbered> = fc.record({
  account: mostly(8, 'U1000001', 'U1000002', '-'),
  window,
  generated: mostly<number | undefined>(3, 1, 1, 2, 3, 4, 5, undefined),
  byDay: mostly(6, false, true),
  template: mostly(3, 0, 1),
  sections: fc.dictionary(
    fc.constantFrom('0', '1', '2'),
    fc.array(row, { maxLength: 6, size: 'max' }),
    { minKeys: 1 },
  ),
});

function named(
  spec: Numbered,
  names: readonly SectionName[],
  templates: readonly TemplateSpec[],
): StatementSpec {
  const entries = Object.entries(spec.sections).map(([number, rows]) => [
    names[Number(number)]!,
    rows,
  ]);
  const sections = Object.fromEntries(entries) as StatementSpec['sections'];
  return { ...spec, template: pick(templates, spec.template), sections };
}

const file = fc.record({
  query: mostly(3, 'Daily', 'Monthly'),
  statements: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
  messages: mostly<readonly string[]>(4, [], ['delayed'], ['down', 'down'], ['delayed', 'down']),
});

const call: fc.Arbitrary<CallSpec> = fc.record({
  files: fc.array(fc.nat(11), { minLength: 1, maxLength: 2 }),
  mode: mostly<CallSpec['mode']>(8, 'merge', 'append', 'replace'),
  asQuery: mostly<string | undefined>(5, undefined, 'Daily'),
  only: mostly<number | undefined>(12, undefined, 0, 1, 2),
  skip: mostly<number | undefined>(12, undefined, 0, 1, 2),
  allowOverlap: fc.boolean(),
  force: mostly(5, false, true),
});

const lists = { minLength: 1, size: 'max' } as const;

/** Of three sections, Trades among them more often than not. */
const sectionNames: fc.Arbitrary<SectionName[]> = fc
  .tuple(fc.boolean(), fc.shuffledSubarray([...SECTIONS], { minLength: 3, maxLength: 3 }))
  .map(([trades, names]) =>
    trades ? [...new Set<SectionName>(['Trades', ...names])].slice(0, 3) : names,
  );

export const statements: fc.Arbitrary<StatementSpec[]> = fc
  .tuple(
    sectionNames,
    fc.array(template, { minLength: 2, maxLength: 2 }),
    fc.array(statement, { ...lists, minLength: 3, maxLength: 8 }),
  )
  .map(([names, templates, pool]) => pool.map((spec) => named(spec, names, templates)));

export const files: fc.Arbitrary<FileSpec[]> = fc.array(file, { ...lists, maxLength: 6 });

/** Anything that can happen to a destination. */
export const histories: fc.Arbitrary<History> = fc.record({
  statements,
  files,
  calls: fc.array(call, { ...lists, minLength: 2, maxLength: 6 }),
});

/** The n-th of a list that is shorter than n. */
export function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length]!;
}
