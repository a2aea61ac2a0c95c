import { describe, expect, it } from 'vitest';
import { FlexError, type ErrorCode } from '../../src/errors.js';
import { buildSummary } from '../../src/summary/summary.js';
import { summaryText } from '../../src/summary/text.js';
import { call, counts, failed, loaded, parseReport, problem, statement } from '../outcomes.js';

const rows = { trades: counts(3) };
const known = { name: 'k.xml', status: 'already_loaded' } as const;
const empty = loaded('e.xml', { flexetl_statements: counts(1), trades: counts(0) });

describe('the status of a call', () => {
  it.each([
    ['rows came', [loaded('a.xml', rows)], 'loaded'],
    ['all was known', [known, known], 'already_loaded'],
    ['some was known', [known, loaded('a.xml', rows)], 'loaded'],
    ['only statements came', [empty], 'empty'],
    ['some was known and the rest empty', [known, empty], 'empty'],
    ['rows went', [loaded('a.xml', { trades: counts(0, { deleted: 2 }) })], 'loaded'],
    ['one failed', [loaded('a.xml', rows), failed('b.xml', 'FLEX_HTML')], 'failed'],
  ] as const)('where %s', (_, outcomes, expected) => {
    expect(buildSummary(call(outcomes)).status).toBe(expected);
  });

  it('has the tables of an input that was loaded before, with nothing done to them', () => {
    const extent = { accounts: ['U1'], from: '2024-03-04', to: '2024-03-04' };
    const before = { ...known, before: { extent, tables: ['trades', 'transfers'] } };
    const alone = buildSummary(call([before]));
    expect(alone).toMatchObject({ status: 'already_loaded', inputs: [extent] });
    expect(alone.tables).toEqual({ trades: counts(0), transfers: counts(0) });
    expect(summaryText(alone, 100)).not.toContain('trades');
    const { tables } = buildSummary(call([before, loaded('a.xml', rows)]));
    expect(tables).toEqual({ trades: counts(3), transfers: counts(0) });
  });

  it('of a dry run is planned, unless it failed', () => {
    const dryRun = true;
    expect(buildSummary(call([loaded('a.xml', rows)], { dryRun })).status).toBe('planned');
    expect(buildSummary(call([failed('a.xml', 'FLEX_HTML')], { dryRun })).status).toBe('failed');
  });

  it('of a dry run is that of each input, to a person', () => {
    const dry = buildSummary(call([loaded('a.xml', rows), known], { dryRun: true }));
    const text = summaryText(dry, 100);
    expect(text).toMatch(/^a\.xml +planned/m);
    expect(text).toMatch(/^k\.xml +already loaded/m);
  });

  it('that was interrupted is cancelled, whatever failed before', () => {
    const error = new FlexError('FLEX_TERMINATED', 'Terminated by SIGTERM.');
    const outcomes = [failed('a.xml', 'FLEX_BUG'), { ...failed('b.xml', 'FLEX_TERMINATED') }];
    const summary = buildSummary(call(outcomes, { error, notAttempted: ['c.xml'] }));
    expect(summary).toMatchObject({ status: 'cancelled', exitCode: 143 });
    expect(summary.inputs.map(({ status }) => status)).toEqual([
      'failed',
      'cancelled',
      'not_attempted',
    ]);
  });
});

describe('the exit status', () => {
  const status = (...codes: ErrorCode[]): number =>
    buildSummary(call(codes.map((code, index) => failed(`${index}.xml`, code)))).exitCode;

  it('is that of the only failure', () => {
    expect(status('FLEX_INPUT_CHANGED')).toBe(75);
  });

  it('is the most serious of several', () => {
    const order: readonly ErrorCode[] = [
      'FLEX_BUG',
      'FLEX_DEST_REFUSED',
      'FLEX_CONFIG',
      'FLEX_DEST_FAILED',
      'FLEX_DEST_UNAVAILABLE',
      'FLEX_INPUT_CHANGED',
      'FLEX_TRUNCATED',
    ];
    expect(order.map((_, index) => status(...order.slice(index).reverse()))).toEqual([
      70, 77, 78, 73, 69, 75, 65,
    ]);
  });

  it('of nothing new is what the caller asked for, and of nothing else', () => {
    const skipExitCode = 99;
    const code = (...outcomes: Parameters<typeof call>[0]): number =>
      buildSummary(call(outcomes, { skipExitCode })).exitCode;
    expect([code(known), code(empty)]).toEqual([99, 99]);
    expect([code(loaded('a.xml', rows)), code(failed('a.xml', 'FLEX_HTML'))]).toEqual([0, 65]);
  });
});

describe('the error of a call', () => {
  it('is that of the only input that failed, in words that stand alone', () => {
    expect(buildSummary(call([failed('a.xml', 'FLEX_HTML')])).error).toMatchObject({
      code: 'FLEX_HTML',
      message: 'a.xml: It went wrong.',
    });
  });

  it('counts inputs that failed, and names the first', () => {
    const outcomes = [known, failed('a.xml', 'FLEX_HTML'), failed('b.xml', 'FLEX_TRUNCATED')];
    expect(buildSummary(call(outcomes)).error).toMatchObject({
      code: 'FLEX_INPUTS_FAILED',
      message: '2 of 3 inputs could not be loaded; the first: FLEX_HTML: a.xml: It went wrong.',
    });
  });
});

describe('what a summary adds up', () => {
  const summary = buildSummary(
    call([
      loaded(
        'a.xml',
        { trades: counts(3), cash_transactions: counts(1, { deleted: 2 }) },
        parseReport({
          statements: [
            statement('U1000002', '2024-03-04', '2024-03-08'),
            statement('U1000001', '2024-02-01', '2024-02-29'),
            statement('U1000001', null, null),
            statement('', null, null),
          ],
          problems: Array.from({ length: 8 }, (_, line) => problem(line)),
          driftAttributes: new Map([['Trade@z', 4]]),
          notices: ['A message.'],
        }),
      ),
      loaded(
        'b.xml',
        { trades: counts(2, { inserted: 0, unchanged: 2 }) },
        parseReport({
          problems: Array.from({ length: 8 }, (_, line) => problem(line)),
          driftAttributes: new Map([
            ['Trade@z', 1],
            ['Trade@a', 1],
          ]),
          driftSections: new Map([['Novelties', 1]]),
          notices: ['A message.'],
        }),
      ),
    ]),
  );

  it('are tables, problems, names and notices', () => {
    expect(summary.tables).toEqual({
      cash_transactions: {
        parsed: 1,
        inserted: 1,
        updated: 0,
        unchanged: 0,
        overruled: 0,
        deleted: 2,
      },
      trades: { parsed: 5, inserted: 3, updated: 0, unchanged: 2, overruled: 0, deleted: 0 },
    });
    expect(summary.problems.count).toBe(16);
    expect(summary.problems.first).toHaveLength(10);
    expect(summary.drift).toEqual({ attributes: ['Trade@a', 'Trade@z'], sections: ['Novelties'] });
    expect(summary.notices).toEqual(['A message.']);
    expect(summary.durationMs).toBe(12);
  });

  it('are accounts and days of an input', () => {
    expect(summary.inputs[0]).toMatchObject({
      accounts: ['U1000001', 'U1000002'],
      from: '2024-02-01',
      to: '2024-03-08',
    });
  });

  it('is shown to a person', () => {
    const text = summaryText(summary, 100);
    expect(text).toMatch(/^trades +5 +3 +0 +2 +0 +0$/m);
    expect(text).toMatch(/^a\.xml +loaded +U1000001 \+1 +2024-02-01 +2024-03-08 +1\.0 kB$/m);
    expect(text).toContain(
      'a.xml:0, Trades, Trade@quantity: "twelve", not a decimal number (10 times)',
    );
    expect(text.match(/Trade@quantity/g)).toHaveLength(1);
    expect(text).toContain('… and 6 more problems');
    expect(text).toContain('16 literals did not fit their column and are kept in _extra:');
    expect(text).toContain('Attributes without a column, kept in _extra: Trade@a, Trade@z');
    expect(text).toContain('note: A message.');
    expect(text).toMatch(/\nLoaded 2 inputs, in 0\.0 s\.\n$/);
  });
});

describe('a summary for a person', () => {
  it('says what to do next', () => {
    const text = summaryText(buildSummary(call([failed('a.xml', 'FLEX_CSV_REPORT')])), 80);
    expect(text).toMatch(/Failed, in .*\nFLEX_CSV_REPORT: a\.xml: It went wrong\.\nWhat to do: In/);
  });

  it('cannot drive the terminal', () => {
    const text = summaryText(buildSummary(call([failed('\u001b[2Ja.xml', 'FLEX_HTML')])), 80);
    expect(text).not.toContain('\u001b');
  });
});

describe('an input that failed', () => {
  const { survey, report } = loaded(
    'a.xml',
    {},
    parseReport({ problems: [problem(1)], driftAttributes: new Map([['Trade@z', 1]]) }),
  );
  const outcome = { ...failed('a.xml', 'FLEX_STRICT'), survey: survey!, report: report! };
  const summary = buildSummary(call([outcome]));

  it('is told with what is known of it', () => {
    expect(summary.inputs[0]).toMatchObject({
      status: 'failed',
      sha256: 'a'.repeat(64),
      bytes: 1000,
      accounts: ['U1000001'],
      from: '2024-03-04',
    });
    expect(summary.problems).toMatchObject({ count: 1, first: [{ literal: 'twelve' }] });
    expect(summary.tables).toEqual({});
  });

  it('is not said to be kept anywhere', () => {
    const text = summaryText(summary, 100);
    expect(text).toContain('1 literal did not fit its column:\n');
    expect(text).toContain('Attributes without a column: Trade@z');
  });
});

describe('a destination that shows all or nothing', () => {
  it('has nothing of a call that failed', () => {
    const outcomes = [loaded('a.xml', rows), failed('b.xml', 'FLEX_HTML')];
    const summary = buildSummary(call(outcomes, { withdrawnFrom: 'csv:out' }));
    expect(summary.tables).toEqual({});
    expect(summary.inputs.map(({ status }) => status)).toEqual(['cancelled', 'failed']);
    expect(summary.notices).toEqual([
      'csv:out has nothing of this call: it is written completely or not at all.',
    ]);
  });
});

describe('a secret', () => {
  it('is in no text of the summary', () => {
    const message = 'No answer from postgres://flex:hunter2hunter2@db/x?password=hunter2hunter2.';
    const report = parseReport({
      problems: [problem(1, 'token=hunter2hunter2')],
      notices: [message],
    });
    const outcomes = [
      loaded('?t=hunter2hunter2', rows, report),
      failed(message, 'FLEX_BUG', message),
    ];
    const text = JSON.stringify(buildSummary(call(outcomes, { notAttempted: [message] })));
    expect(text).not.toContain('hunter2');
    expect(text).toContain('***');
  });
});
