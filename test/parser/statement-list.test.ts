/** Statements that are over are kept as bytes: nothing of them is lost, and they stay small. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectInput } from '../../src/pipeline/load-input.js';
import type { EventFacts, Statement } from '../../src/parser/statement.js';
import { Statements } from '../../src/parser/statement-list.js';
import { bytesSource } from '../../src/sources/stream.js';
import { catalog } from '../fixtures.js';
import { runs } from '../fuzz/runs.js';

const text = fc.string({ unit: 'grapheme', maxLength: 300 });
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { nil: null });
const number = fc.oneof(fc.nat(300), fc.maxSafeNat());
const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .uint8Array({ minLength: length, maxLength: length })
    .map((bytes) => Buffer.from(bytes).toString('hex'));
const counts = fc
  .array(fc.tuple(text, number), { maxLength: 5 })
  .map((entries) => new Map(entries));
const facts: fc.Arbitrary<EventFacts> = fc.record({
  attributes: text,
  keyedBy: text,
  undated: number,
  dateless: number,
  bounded: fc.boolean(),
  boundFrom: orNull(text),
  boundTo: orNull(text),
  tradedFrom: orNull(text),
});
const statement: fc.Arbitrary<Omit<Statement, 'index'>> = fc.record({
  id: hex(16),
  digest: hex(32),
  account: text,
  query: text,
  type: text,
  from: orNull(text),
  to: orNull(text),
  period: text,
  generatedAt: orNull(text),
  rankedAt: orNull(text),
  tables: counts,
  unmapped: counts,
  events: fc.array(fc.tuple(text, facts), { maxLength: 3 }).map((entries) => new Map(entries)),
});

function kept(statements: readonly Statement[]): Statements {
  const list = new Statements();
  for (const one of statements) list.push(one);
  return list;
}

describe('Statements', () => {
  it('gives each back as it was, as often as it is asked', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 40 }), (some) => {
        const all = some.map((one, index) => ({ ...one, index }));
        const list = kept(all);
        expect(list.length).toBe(all.length);
        expect([...list]).toEqual(all);
        expect([...list]).toEqual(all);
      }),
      runs(200),
    );
  });

  it('keeps more words than it shares, and records longer than a chunk', () => {
    const [one] = fc.sample(statement, { numRuns: 1, seed: 1 });
    const all = Array.from({ length: 6_000 }, (_, index): Statement => {
      const tables = new Map([[`table ${index}`, index]]);
      const account = index % 1_000 === 999 ? 'Ü'.repeat(100_000) : `${index}`;
      return { ...one!, index, tables, account, period: `period ${index}` };
    });
    expect([...kept(all)]).toEqual(all);
  });
});

/** A file of many accounts, each with so many trades. */
function file(statements: number, trades: number): Buffer {
  const rows = Array.from(
    { length: trades },
    (_, i) =>
      `<Trade tradeID="${i}" tradeDate="20240304" reportDate="20240304" quantity="1" symbol="A" />`,
  ).join('');
  const text = Array.from(
    { length: statements },
    (_, i) => `<FlexStatement accountId="U${1_000_000 + i}" fromDate="20240304" toDate="20240304"
      period="LastBusinessDay" whenGenerated="20240305;07${String(i % 60).padStart(2, '0')}00">
      <Trades>${rows}</Trades><CashTransactions></CashTransactions><OpenPositions />
      <CashReport><CashReportCurrency currency="USD" endingCash="${i}" /></CashReport>
      </FlexStatement>`,
  ).join('');
  return Buffer.from(
    `<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements>${text}</FlexStatements></FlexQueryResponse>`,
  );
}

describe('what is kept of each statement of a file', () => {
  const STATEMENTS = 1_000;
  const bytesOf = async (count: number, trades: number): Promise<number> => {
    const options = { catalog, timezone: 'America/New_York', loadId: '', strict: false } as const;
    const source = bytesSource('many.xml', file(count, trades));
    const { survey, report } = await inspectInput(source, { ...options, dateOrder: 'auto' });
    expect(report.statements.length).toBe(count);
    expect(survey.statementDigests.length).toBe(count);
    expect(report.rows.get('trades')).toBe(trades * count);
    expect([...report.statements].map(({ digest }) => digest)).toEqual([
      ...survey.statementDigests,
    ]);
    const { statements } = report;
    if (!(statements instanceof Statements)) throw new Error('They are kept in another way.');
    return statements.bytes;
  };

  it('is some hundred bytes, whatever its rows', async () => {
    const few = await bytesOf(STATEMENTS, 1);
    expect(few / STATEMENTS).toBeLessThan(150);
    expect(await bytesOf(STATEMENTS, 8)).toBe(few);
  });

  it('is not much more where it is the only one, for a call may have thousands of such files', async () => {
    expect(await bytesOf(1, 8)).toBeLessThan(500);
  });
});
