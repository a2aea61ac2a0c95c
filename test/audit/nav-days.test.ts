import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from '../views/warehouse.js';
import { verdictOf } from './auditing.js';

/** One day: the NAV that it begins and ends with, and totals by day. */
function report(
  account: string,
  day: string,
  [startingValue, endingValue]: readonly [string, string],
  totals: Readonly<Record<string, string>>,
): string {
  const rows = Object.entries(totals).map(([reportDate, total]) => ({ reportDate, total }));
  const sections = [
    section('ChangeInNAV', 'ChangeInNAV', [{ startingValue, endingValue }]),
    ...(rows.length === 0
      ? []
      : [section('EquitySummaryInBase', 'EquitySummaryByReportDateInBase', rows)]),
  ].join('\n');
  return statement({ account, from: day, sections });
}

describe.each(ENGINES)('NAV from day to day in %s', (engine) => {
  it('ties with the totals of the days, and with the window before', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([
      // Friday, Monday after the weekend, Wednesday after a day that is not loaded.
      report('U1000001', '20240301', ['100', '110'], { '20240229': '100', '20240301': '110' }),
      report('U1000001', '20240304', ['110', '120.000000001'], { '20240304': '120' }),
      report('U1000001', '20240306', ['125', '130'], { '20240306': '130' }),
      // A cent off: the total of the last day, and the start of the window after.
      report('U1000002', '20240304', ['100', '110'], { '20240304': '110.01' }),
      report('U1000002', '20240305', ['110.02', '120'], { '20240305': '120' }),
      report('U1000003', '20240304', ['100', '110'], {}),
    ]);
    expect(await verdictOf(warehouse, 'nav_totals')).toMatchObject({
      counts: [5, 1, 2, 4],
      differences: [
        { day: '2024-03-04', subject: 'endingValue', expected: '110.01', found: '110' },
        { day: '2024-03-05', subject: 'startingValue', expected: '110.01', found: '110.02' },
      ],
      lacking: [
        ['EquitySummaryInBase of the day before', 1],
        ['EquitySummaryInBase of the day before', 1],
        ['EquitySummaryInBase of the day before', 1],
        ['EquitySummaryInBase of the last day', 1],
      ],
    });
    expect(await verdictOf(warehouse, 'nav_windows')).toMatchObject({
      counts: [1, 0, 1, 1],
      differences: [{ account: 'U1000002', day: '2024-03-05', difference: '0.02' }],
      lacking: [
        ['ChangeInNAV of the days between', 1],
        ['windows of ChangeInNAV that follow each other', 0],
      ],
    });
  });
});
