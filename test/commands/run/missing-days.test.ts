import { describe, expect, it } from 'vitest';
import type { ArchivedReport } from '../../../src/archive/archive.js';
import type { Asked } from '../../../src/archive/requested-period.js';
import { missingDays, type QueryFacts } from '../../../src/commands/run/missing-days.js';
import type { Window } from '../../../src/sinks/sql/ledger/gaps.js';

const [A, B] = ['U1000001', 'U1000002'];
const TUESDAY = '2024-03-12';

const window = (from: string, to = from, account = A, query = 'Daily'): Window => ({
  account,
  query,
  from: `2024-${from}`,
  to: `2024-${to}`,
});

function report(from: string, to: string, more: Partial<Facts> = {}): ArchivedReport {
  const { asked = {}, accounts = [A], fetchedAt = '2024-04-01T12:00:00Z' } = more;
  return {
    path: `${from}.xml.gz`,
    provenance: {
      schema: 'flexetl/provenance@1',
      query: { id: '123456', name: 'Daily' },
      asked,
      from: `2024-${from}`,
      to: `2024-${to}`,
      periods: [],
      accounts,
      generatedAt: null,
      fetchedAt,
      referenceCode: null,
      sha256: '0'.repeat(64),
      bytes: 1,
      statements: 1,
      rows: 1,
      flexetl: '0.1.0',
    },
  };
}

interface Facts {
  readonly asked: Asked;
  readonly accounts: readonly string[];
  readonly fetchedAt: string;
}

function missing(
  windows: readonly Window[],
  more: Partial<QueryFacts> = {},
  today = TUESDAY,
): readonly string[] | undefined {
  const facts = { names: new Set(['Daily']), windows, waiting: [], reports: [], ...more };
  return missingDays(facts, today)?.days.map((day) => day.slice('2024-'.length));
}

describe('the days that are missing', () => {
  it('are those of gaps, and those since the newest day, without weekends', () => {
    expect(missing([window('02-28'), window('03-06', '03-07')])).toEqual([
      '02-29',
      '03-01',
      '03-04',
      '03-05',
      '03-08',
      '03-11',
    ]);
  });

  it('end with the last day of business before today', () => {
    expect(missing([window('03-08')], {}, '2024-03-10')).toEqual([]);
    expect(missing([window('03-08')], {}, '2024-03-11')).toEqual([]);
    expect(missing([window('03-08')], {}, '2024-03-12')).toEqual(['03-11']);
    // Christmas, the only day between, is no day of business anywhere.
    expect(missing([window('12-24')], {}, '2024-12-26')).toEqual([]);
  });

  it('are not those that may be holidays', () => {
    expect(missing([window('03-04', '03-06'), window('03-08', '03-11')])).toEqual([]);
    // Another query has the day: it is none.
    const other = window('03-07', '03-07', A, 'Other');
    expect(missing([window('03-04', '03-06'), window('03-08', '03-11'), other])).toEqual(['03-07']);
  });

  it('are unknown where nothing of the query is', () => {
    expect(missing([])).toBeUndefined();
    expect(missing([window('03-04', '03-06', A, 'Other')])).toBeUndefined();
  });

  it('are those of a query under all of its names', () => {
    const windows = [window('03-04'), window('03-05', '03-11', A, 'Renamed')];
    expect(missing(windows, { names: new Set(['Daily', 'Renamed']) })).toEqual([]);
  });

  it('are not those that wait in the archive to be loaded', () => {
    const waiting = [report('03-05', '03-08')];
    expect(missing([window('03-04')], { waiting })).toEqual(['03-11']);
    expect(missing([], { waiting })).toEqual(['03-11']);
  });
});

describe('a day that the service was asked for in vain', () => {
  const asked = { from: '2024-03-05', to: '2024-03-11' };
  const windows = [...[window('03-04'), window('03-08', '03-11')], window('03-05', '03-11', B)];

  it('is not missing, if the day was settled then', () => {
    expect(missing(windows)).toEqual(['03-05', '03-06', '03-07']);
    const late = report('03-05', '03-11', { asked, accounts: [B] });
    expect(missing(windows, { reports: [late] })).toEqual([]);
    const early = report('03-05', '03-11', {
      ...{ asked, accounts: [B], fetchedAt: '2024-03-14T12:00:00Z' },
    });
    // The fifth and the sixth were over for a week.
    expect(missing(windows, { reports: [early] })).toEqual(['03-07']);
  });

  it('is missing where its period was the one of the query, or was not delivered up to it', () => {
    for (const one of [report('03-05', '03-11'), report('03-04', '03-04', { asked })]) {
      expect(missing(windows, { reports: [one] })).toEqual(['03-05', '03-06', '03-07']);
    }
  });
});

describe('an account that is closed', () => {
  const windows = [window('02-01'), window('02-01', '03-11', B)];
  const asked = { from: '2024-02-02', to: '2024-03-11' };

  it('misses nothing, once the service was asked for the days after its last', () => {
    expect(missing(windows)).toHaveLength(27);
    const answer = report('02-02', '03-11', {
      ...{ asked, accounts: [B], fetchedAt: '2024-03-12T12:00:00Z' },
    });
    expect(missing(windows, { reports: [answer] })).toEqual([]);
  });

  it('is none while reports name it', () => {
    const answer = report('02-02', '03-11', {
      ...{ asked, accounts: [A, B], fetchedAt: '2024-03-12T12:00:00Z' },
    });
    expect(missing(windows, { reports: [answer] })).toEqual([
      ...['03-05', '03-06', '03-07', '03-08', '03-11'],
    ]);
  });
});
