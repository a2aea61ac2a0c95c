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
