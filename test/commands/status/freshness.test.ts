import { describe, expect, it } from 'vitest';
import { freshnessError, freshnessOf } from '../../../src/commands/status/freshness.js';
import { coverageOf } from '../../../src/sinks/sql/ledger/gaps.js';

const TODAY = '2024-03-12';
const day = (account: string, to: string, query = 'Daily') => ({ account, query, from: to, to });

function found(days: readonly ReturnType<typeof day>[], maxAge: number, undated: string[] = []) {
  const withoutWindow = undated.map((account) => ({ account, query: 'Daily', statements: 1 }));
  return freshnessOf({ coverage: coverageOf(days), withoutWindow }, maxAge, TODAY);
}

describe('the age of an account', () => {
  it('is that of its newest day, of whatever query', () => {
    const days = [day('U1000001', '2024-03-01'), day('U1000001', '2024-03-10', 'Other')];
    expect(found(days, 1)).toEqual({
      today: TODAY,
      maxAgeDays: 1,
      accounts: 1,
      stale: [{ account: 'U1000001', newest: '2024-03-10', ageDays: 2 }],
    });
  });

  it('may be as many days as the limit says, weekends counted', () => {
    // From a Friday to a Tuesday.
    const friday = [day('U1000001', '2024-03-08')];
    expect(found(friday, 4).stale).toEqual([]);
    expect(freshnessError('duckdb:a', found(friday, 4))).toBeUndefined();
    expect(found(friday, 3).stale).toMatchObject([{ ageDays: 4 }]);
    expect(found([day('U1000001', TODAY)], 0).stale).toEqual([]);
  });

  it('makes an error that names the oldest account and its day', () => {
    const days = [
      day('U1000001', '2024-03-11'),
      day('U1000002', '2024-03-04'),
      day('U1000003', '2024-03-05'),
    ];
    const stale = found(days, 3);
    expect(stale.stale.map(({ account }) => account)).toEqual(['U1000002', 'U1000003']);
    expect(freshnessError('duckdb:a', stale)).toMatchObject({
      code: 'FLEX_STALE',
      exitStatus: 65,
      message:
        'duckdb:a: the newest day of U1000002 is 2024-03-04, 8 days ago, and 1 other account; --max-age is 3 days, and today is 2024-03-12.',
    });
  });

  it('is unknown where no statement has dates, and then too great', () => {
    const { stale } = found([day('U1000001', '2024-03-11')], 3, ['U1000001', 'U1000002']);
    expect(stale).toEqual([{ account: 'U1000002', newest: null, ageDays: null }]);
    expect(freshnessError('duckdb:a', found([], 3, ['U1000002']))).toMatchObject({
      message: expect.stringContaining('no statement of U1000002 has dates') as string,
    });
  });

  it('is too great where there is no account', () => {
    expect(freshnessError('duckdb:a', found([], 30))).toMatchObject({
      code: 'FLEX_STALE',
      message: 'duckdb:a: no day is covered, because nothing has been loaded yet.',
    });
  });
});
