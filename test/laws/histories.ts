/**
 * Random histories: statements, the files that hold them, and the calls that load
 * the files. Files name statements and calls name files by number, so that the
 * same statement comes in several files and the same file is loaded again.
 */
import fc from 'fast-check';
import { DAYS, SECTIONS, type RowSpec, type SectionName, type StatementSpec } from './documents.js';
import type { CallOptions } from './ledger-model.js';

export interface FileSpec {
  readonly query: string;
  /** Numbers of statements, modulo how many there are. */
  readonly statements: readonly number[];
}

export interface CallSpec extends CallOptions {
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

const row = (moves: boolean): fc.Arbitrary<RowSpec> =>
  fc.record({
    item: fc.nat(4),
    value: fc.nat(3),
    stray: mostly(9, false, true),
    date: mostly<RowSpec['date']>(20, 'there', 'absent', 'unreadable', moves ? 'moved' : 'there'),
    account: mostly<RowSpec['account']>(12, 'own', 'absent', 'dash', 'other'),
  });

const window: fc.Arbitrary<StatementSpec['window']> = fc.oneof(
  {
    weight: 20,
    arbitrary: fc
      .tuple(fc.nat(DAYS - 1), mostly(2, 4, 0, 1, 6, 9))
      .map(([from, length]) => [from, Math.min(from + length, DAYS - 1)] as const),
  },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

const sections = (rows: fc.Arbitrary<RowSpec>): fc.Arbitrary<StatementSpec['sections']> =>
  fc.dictionary(
    fc.constantFrom<SectionName>(...SECTIONS, 'Trades', 'CashTransactions'),
    fc.array(rows, { maxLength: 6, size: 'max' }),
    { minKeys: 1, maxKeys: 4, size: 'max' },
  );

const statement = (rows: fc.Arbitrary<RowSpec>): fc.Arbitrary<StatementSpec> =>
  fc.record({
    account: mostly(6, 'U1000001', 'U1000002', '-'),
    window,
    generated: mostly<number | undefined>(3, 1, 1, 2, 3, 4, 5, undefined),
    byDay: mostly(6, false, true),
    sections: sections(rows),
  });

const file = fc.record({
  query: mostly(4, 'Daily', 'Monthly'),
  statements: fc.array(fc.nat(11), { minLength: 1, maxLength: 3 }),
});

const call: fc.Arbitrary<CallSpec> = fc.record({
  files: fc.array(fc.nat(11), { minLength: 1, maxLength: 2 }),
  mode: mostly<CallSpec['mode']>(8, 'merge', 'append', 'replace'),
  asQuery: mostly<string | undefined>(5, undefined, 'Daily'),
  allowOverlap: fc.boolean(),
  force: mostly(5, false, true),
});

const lists = { minLength: 1, size: 'max' } as const;

/** @param moves whether a row can come with another day than before */
export const statements = (moves: boolean): fc.Arbitrary<StatementSpec[]> =>
  fc.array(statement(row(moves)), { ...lists, maxLength: 8 });

export const files: fc.Arbitrary<FileSpec[]> = fc.array(file, { ...lists, maxLength: 6 });

/** Anything that can happen to a destination. */
export const histories: fc.Arbitrary<History> = fc.record({
  statements: statements(true),
  files,
  calls: fc.array(call, { ...lists, maxLength: 6 }),
});

/** The n-th of a list that is shorter than n. */
export function pick<T>(list: readonly T[], n: number): T {
  return list[n % list.length]!;
}
