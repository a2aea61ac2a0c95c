import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildSummary, type Summary } from '../../src/summary/summary.js';
import { fitSummary, SUMMARY_BYTES, summaryLine } from '../../src/summary/limit.js';
import { call, counts, failed, loaded, parseReport, problem, statement } from '../outcomes.js';
import { runs } from '../fuzz/runs.js';

/** Text as bad as it comes: long, escaped, beyond the BMP, halves of pairs. */
const badText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .constantFrom('\u0001', '\ud83d', '\udc00', '😀', '"\\', 'ä')
    .chain((unit) => fc.integer({ min: 0, max: 3000 }).map((length) => unit.repeat(length))),
);
const several = <T>(value: fc.Arbitrary<T>, most: number): fc.Arbitrary<T[]> =>
  fc
    .tuple(fc.array(value, { maxLength: 4, minLength: 1 }), fc.integer({ min: 0, max: most }))
    .map(([values, length]) =>
      Array.from({ length }, (_, index) => values[index % values.length]!),
    );

const summaries: fc.Arbitrary<Summary> = fc
  .record({
    names: several(badText, 200),
    errors: several(badText, 200),
    accounts: several(badText, 100),
    literals: several(badText, 30),
    tables: fc.integer({ min: 0, max: 400 }),
    drift: several(badText, 200),
    notices: several(badText, 100),
  })
  .map(({ names, errors, accounts, literals, tables, drift, notices }) => {
    const report = parseReport({
      statements: accounts.map((account) => statement(account, '2024-03-04', null)),
      problems: literals.map((literal, line) => problem(line, literal)),
      driftAttributes: new Map(drift.map((name, index) => [`${index}${name}`, 1])),
      driftSections: new Map(drift.map((name, index) => [`${name}${index}`, 1])),
      notices: notices.map((notice, index) => `${index}${notice}`),
    });
    const counted = Object.fromEntries(
      Array.from({ length: tables }, (_, index) => [`table_${index}`, counts(index)]),
    );
    return buildSummary(
      call([
        ...names.slice(0, 1).map((name) => loaded(name, counted, report)),
        ...names.slice(1).map((name) => loaded(name, {})),
        ...errors.map((message) => failed(message, 'FLEX_HTML', message)),
      ]),
    );
  });

describe('a summary line', () => {
  it('is JSON of at most 16 kB, and counts what it leaves out', () => {
    fc.assert(
      fc.property(summaries, (summary) => {
        const line = summaryLine(summary);
        expect(line).not.toContain('\n');
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(SUMMARY_BYTES);
        const told = JSON.parse(line) as Summary;
        const { drift } = told;
        expect(told.inputs.length + (told.inputsOmitted ?? 0)).toBe(summary.inputs.length);
        expect(Object.keys(told.tables).length + (told.tablesOmitted ?? 0)).toBe(
          Object.keys(summary.tables).length,
        );
        expect(told.notices.length + (told.noticesOmitted ?? 0)).toBe(summary.notices.length);
        expect(drift.attributes.length + (drift.attributesOmitted ?? 0)).toBe(
          summary.drift.attributes.length,
        );
        expect(drift.sections.length + (drift.sectionsOmitted ?? 0)).toBe(
          summary.drift.sections.length,
        );
        expect(told.problems.count).toBe(summary.problems.count);
        expect([told.status, told.exitCode]).toEqual([summary.status, summary.exitCode]);
      }),
      runs(50),
    );
  });

  it('of an everyday call leaves nothing out', () => {
    const tables = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`table_${index}`, counts(index)]),
    );
    const outcomes = Array.from({ length: 12 }, (_, day) => loaded(`2024-03-${day}.xml`, tables));
    const summary = buildSummary(call(outcomes));
    expect(JSON.parse(summaryLine(summary))).toEqual(JSON.parse(JSON.stringify(summary)));
  });

  it('keeps as much as there is room for', () => {
    const outcomes = Array.from({ length: 3000 }, (_, day) => loaded(`${day}.xml`, {}));
    const size = Buffer.byteLength(summaryLine(buildSummary(call(outcomes))));
    expect(size).toBeGreaterThan(SUMMARY_BYTES - 800);
  });

  it('keeps the inputs that failed before those that did not', () => {
    const outcomes = [
      ...Array.from({ length: 3000 }, (_, day) => loaded(`${day}.xml`, {})),
      failed('bad.xml', 'FLEX_HTML'),
    ];
    expect(fitSummary(buildSummary(call(outcomes))).inputs[0]).toMatchObject({ name: 'bad.xml' });
  });

  it('counts the accounts that it leaves out', () => {
    const statements = Array.from({ length: 50 }, (_, index) =>
      statement(`U${1_000_000 + index}`, null, null),
    );
    const outcomes = [loaded('a.xml', {}, parseReport({ statements }))];
    const [input] = fitSummary(buildSummary(call(outcomes))).inputs;
    expect(input!.accounts).toHaveLength(20);
    expect(input!.accountsOmitted).toBe(30);
  });
});
