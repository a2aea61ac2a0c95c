import { expect, it } from 'vitest';
import { parseDestination } from '../../src/sinks/destinations.js';
import { FlexError } from '../../src/errors.js';

function said(dest: string): string {
  try {
    parseDestination(dest);
  } catch (thrown) {
    if (thrown instanceof FlexError) return thrown.describe();
  }
  throw new Error('It was not refused.');
}

it.each([
  [
    '2024-01-31',
    '2024-01-31 is a day, not a destination. For the last day of a period use --until 2024-01-31; --to is the destination of the rows.',
  ],
  [
    '20240131',
    '20240131 is a day, not a destination. For the last day of a period use --until 20240131; --to is the destination of the rows.',
  ],
  ['wh.duckdb', 'The destination wh.duckdb needs a prefix. Write duckdb:wh.duckdb.'],
  ['data/wh.db', 'The destination data/wh.db needs a prefix. Write duckdb:data/wh.db.'],
  ['rows.ndjson', 'The destination rows.ndjson needs a prefix. Write ndjson:rows.ndjson.'],
])('%s', (dest, message) => {
  expect(said(dest)).toBe(`FLEX_CONFIG: ${message}`);
});

it('names the forms where nothing is known of what was meant, and cites nothing', () => {
  expect(said('warehouse')).toMatch(
    /The destination has no scheme\. Use duckdb:PATH .*postgres:.*ndjson:PATH/,
  );
  expect(said('mysql://u:secret@db/x.duckdb')).toMatch(/There is no destination mysql:\. Use /);
  expect(said('mysql://u:secret@db/x.duckdb')).not.toContain('secret');
});
