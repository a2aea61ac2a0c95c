import { expect, it } from 'vitest';
import { statusText } from '../../../src/commands/status/print.js';

it('speaks of one statement, and of several, without dates', () => {
  const text = statusText(
    {
      schema: 'flexetl/status@1',
      destination: 'duckdb:a.duckdb',
      ledger: true,
      loads: { inputs: 1, statements: 1, rows: 1 },
      lastLoad: null,
      coverage: [],
      withoutWindow: [
        { account: 'U1000001', query: 'Daily', statements: 1 },
        { account: 'U1000002', query: 'Daily', statements: 2 },
        { account: 'U1000003', query: '', statements: 1 },
      ],
      problems: { count: 0, newest: [] },
      drift: [],
    },
    undefined,
  );
  expect(text).toContain('1 input, 1 statement, 1 row loaded\n');
  expect(text).toContain('  1 statement of U1000001, Daily has no dates\n');
  expect(text).toContain('  2 statements of U1000002, Daily have no dates\n');
  expect(text).toContain('  1 statement of U1000003, a query without a name has no dates\n');
});

it('breaks notices between words on a terminal, and nowhere else', () => {
  const notice = 'Rows have no date, and so each is known to lie within the days of its report.';
  const told = (width: number | undefined): string =>
    statusText(
      {
        schema: 'flexetl/status@1',
        destination: 'duckdb:a.duckdb',
        ledger: true,
        loads: { inputs: 1, statements: 1, rows: 1 },
        lastLoad: {
          ...{ loadId: '1', sha256: 'ab', asQuery: null, rows: 1, problems: 0 },
          ...{ input: 'a.xml', mode: 'merge', toolVersion: '0.1.0', tables: {} },
          ...{ startedAt: '2024-03-05T08:00:00Z', finishedAt: '2024-03-05T08:00:01Z' },
          notices: [notice],
        },
        coverage: [],
        withoutWindow: [],
        problems: { count: 0, newest: [] },
        drift: [],
      },
      width,
    );
  expect(told(undefined)).toContain(`\n  note: ${notice}\n`);
  expect(told(50)).toContain(
    '\n  note: Rows have no date, and so each is known to\n    lie within the days of its report.\n',
  );
});
