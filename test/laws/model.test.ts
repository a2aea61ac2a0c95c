/**
 * The reference model itself: what the rules say of single rows, written out by hand,
 * and that what stands is a function of the set of statements.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { CATALOG } from './catalog.js';
import { BOUNDED } from './days.js';
import { documentText, type RowSpec, type StatementSpec } from './documents.js';
import { files, statements } from './histories.js';
import { LedgerModel, type CallOptions } from './ledger-model.js';
import { standingIn } from './model.js';
import { documentsOf, parse } from './play.js';
import { LONG, runs } from './runs.js';
import { ABSENT_BESIDE } from './spoken.js';

const ALLOWED: CallOptions = { mode: 'merge', allowOverlap: true };

/** What stands after the documents, in one line for each row. */
async function after(documents: readonly string[], options = ALLOWED): Promise<string[]> {
  const model = new LedgerModel(CATALOG);
  for (const document of documents) model.load(await parse(document), options, new Set());
  return [...model.tables()]
    .flatMap(([table, places]) =>
      [...places].flatMap(([identity, place]) => {
        const placed = standingIn(place);
        if (placed === undefined) return [];
        const { row, statement } = placed;
        return [JSON.stringify([table, identity, statement.id, row.row, row.extra])];
      }),
    )
    .sort();
}

const ROW: RowSpec = { item: 0, value: 0, stray: false, date: 'empty', account: 'own' };
const STATEMENT: StatementSpec = {
  account: 'U1000001',
  window: [2, 6],
  generated: 1,
  byDay: false,
  sections: {},
};

type Section = 'Trades' | 'CashTransactions';
type Window = StatementSpec['window'];

/** Whether a row is left after a newer statement of the window that does not have it. */
async function isLeft(
  section: Section,
  row: Partial<RowSpec>,
  { held = STATEMENT.window, window }: { held?: Window; window: Window },
): Promise<boolean> {
  const older = { ...STATEMENT, window: held };
  const said = { ...older, sections: { [section]: [{ ...ROW, stray: true, ...row }] } };
  const newer = { ...STATEMENT, window, generated: 2, sections: { [section]: [] } };
  const tables = ['"trades"', '"cash_transactions"'];
  const [one, other] = [said, newer].map((spec) => documentText('Daily', [spec])) as [
    string,
    string,
  ];
  const left = await after([one, other]);
  expect(await after([other, one])).toEqual(left);
  return left.some((line) => tables.some((table) => line.startsWith(`[${table}`)));
}

describe('an event that the newer statement lacks (rule 1)', () => {
  // Item 2 is of day 4, traded and booked.
  it.each<[string, Section, Partial<RowSpec>, { held?: Window; window: Window }, boolean]>([
    ['dated, covered', 'Trades', { item: 2, date: 'there' }, { window: [4, 4] }, false],
    ['dated, not covered', 'Trades', { item: 2, date: 'there' }, { window: [5, 9] }, true],
    ['dated outside', 'Trades', { item: 4, date: 'there' }, { window: [0, 9] }, true],
    ['undated, all days', 'CashTransactions', { item: 2 }, { window: [2, 6] }, false],
    ['undated, the first not', 'CashTransactions', { item: 2 }, { window: [3, 9] }, true],
    ['undated, the last not', 'CashTransactions', { item: 2 }, { window: [0, 5] }, true],
    ['bounded, from the bound', 'Trades', { item: 2 }, { window: [4, 6] }, false],
    ['bounded, from later', 'Trades', { item: 2 }, { window: [5, 9] }, true],
    ['bounded, the last not', 'Trades', { item: 2 }, { window: [4, 5] }, true],
    ['bound before the window', 'Trades', { item: 0 }, { window: [2, 6] }, false],
    ['bound before, not all days', 'Trades', { item: 0 }, { window: [3, 6] }, true],
    ['bound after the window', 'Trades', { item: 4 }, { window: [3, 6] }, true],
    ['bound after, all days', 'Trades', { item: 4 }, { window: [2, 6] }, false],
    ['marked', 'CashTransactions', { item: 2, date: 'MULTI' }, { window: [2, 9] }, false],
    ['unreadable', 'CashTransactions', { item: 2, date: 'unreadable' }, { window: [3, 9] }, true],
    ['turned round', 'CashTransactions', { item: 2 }, { window: [9, 0] }, false],
    ['held turned round', 'CashTransactions', { item: 2 }, { held: [6, 2], window: [2, 6] }, false],
    ['newer open', 'Trades', { item: 2, date: 'there' }, { window: [0, undefined] }, true],
    ['newer unknown', 'Trades', { item: 2, date: 'there' }, { window: undefined }, true],
    [
      'held open, dated within',
      'Trades',
      { item: 2, date: 'there' },
      { held: [2, undefined], window: [0, 9] },
      false,
    ],
    [
      'held open, dated outside',
      'Trades',
      { item: 0, date: 'there' },
      { held: [2, undefined], window: [0, 9] },
      true,
    ],
    ['held open, undated', 'Trades', { item: 2 }, { held: [2, undefined], window: [0, 9] }, true],
  ])('%s', async (_, section, row, windows, left) => {
    expect(await isLeft(section, row, windows)).toBe(left);
  });
});

describe('what the model knows of elements', () => {
  const { sections } = Catalog.load();
  const rows = sections.flatMap((section) => section.rows);

  it('is in the schemas: beside what an absence says something (rule 6)', () => {
    const marked = rows.filter(({ absentBeside }) => absentBeside !== undefined);
    const told = Object.entries(ABSENT_BESIDE).flatMap(([section, elements]) =>
      Object.entries(elements).map(([element, beside]) => ({ section, element, beside })),
    );
    const found = marked.map(({ section, name: element, absentBeside }) => {
      return { section, element, beside: absentBeside };
    });
    expect(found).toEqual(expect.arrayContaining(told));
    expect(found).toHaveLength(told.length);
  });

  it('is in the schemas: events that are never before their trade (rule 1)', () => {
    const bounded = rows.filter(({ grain, section }) => grain === 'event' && BOUNDED.has(section));
    expect(bounded.length).toBeGreaterThan(5);
    expect(rows.filter(({ notBefore }) => notBefore.length > 0)).toEqual(bounded);
    for (const { notBefore } of bounded) expect(notBefore).toEqual(['tradeDate', 'dateTime']);
  });
});

describe('what stands', () => {
  it(
    'does not depend on the order of files',
    () => {
      const property = fc.asyncProperty(statements, files, fc.gen(), async (pool, some, gen) => {
        const documents = documentsOf({ statements: pool, files: some });
        const whole = { minLength: documents.length };
        const shuffled = gen(fc.shuffledSubarray<string>, documents, whole);
        expect(await after(shuffled)).toEqual(await after(documents));
      });
      return fc.assert(property, runs(25));
    },
    LONG,
  );

  it(
    'does not depend on how many files its statements come in',
    () => {
      const property = fc.asyncProperty(statements, async (pool) => {
        const apart = pool.map((one) => documentText('Daily', [one]));
        expect(await after(apart)).toEqual(await after([documentText('Daily', pool)]));
      });
      return fc.assert(property, runs(25));
    },
    LONG,
  );
});
