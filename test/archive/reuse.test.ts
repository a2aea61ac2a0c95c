import { describe, expect, it } from 'vitest';
import type { ArchivedReport } from '../../src/archive/archive.js';
import { heldReport, SETTLED_AFTER_DAYS, type HeldOptions } from '../../src/archive/reuse.js';
import type { Provenance } from '../../src/archive/provenance.js';

const YEAR = { from: '2023-01-02', to: '2023-12-29' };
const OPTIONS: HeldOptions = {
  now: new Date('2024-06-01T12:00:00Z'),
  partOfSpan: false,
  allowShort: false,
};

function filed(fetchedAt: string, other: Partial<Provenance> = {}): ArchivedReport {
  const provenance = { asked: YEAR, ...YEAR, periods: [], fetchedAt, ...other } as unknown;
  return { path: fetchedAt, provenance: provenance as Provenance };
}

const held = (report: ArchivedReport, options: Partial<HeldOptions> = {}): boolean =>
  heldReport([report], YEAR, { ...OPTIONS, ...options }) !== undefined;

describe('a window need not be asked for again', () => {
  it('when it was fetched after it had settled', () => {
    expect(held(filed('2024-03-01T00:00:00Z'))).toBe(true);
    expect(SETTLED_AFTER_DAYS).toBe(7);
    expect(held(filed('2024-01-05T23:59:59Z'))).toBe(false);
    expect(held(filed('2024-01-06T00:00:00Z'))).toBe(true);
  });

  it('when the same backfill has fetched it a short while ago', () => {
    const soon = { now: new Date('2024-01-02T18:00:00Z') };
    const report = filed('2024-01-02T13:00:00Z');
    expect(held(report, soon)).toBe(false);
    expect(held(report, { ...soon, partOfSpan: true })).toBe(true);
    expect(held(report, { now: new Date('2024-01-02T19:30:00Z'), partOfSpan: true })).toBe(false);
  });

  it('only where it is the very window', () => {
    const other = { from: '2023-01-02', to: '2023-06-30' };
    const later = '2024-03-01T00:00:00Z';
    expect(held(filed(later, { asked: other, ...other }))).toBe(false);
    // Whoever asked for it otherwise, it is about these days.
    expect(held(filed(later, { asked: {} }))).toBe(true);
    // The days were asked for, and came without the weekend at their end.
    expect(heldReport([filed(later)], { ...YEAR, to: '2023-12-31' }, OPTIONS)).toBeUndefined();
    expect(held(filed(later, { asked: YEAR, from: '2023-01-03' }))).toBe(false);
    expect(held(filed(later, { asked: YEAR, from: '2023-01-03' }), { allowShort: true })).toBe(
      true,
    );
  });

  it('but not where it is what the service left of a longer one', () => {
    const day = { from: '2024-01-04', to: '2024-01-04' };
    const left = filed('2024-03-01T00:00:00Z', {
      asked: {},
      ...day,
      periods: ['LastNCalendarDays'],
    });
    expect(heldReport([left], day, OPTIONS)).toBeUndefined();
    expect(heldReport([left], day, { ...OPTIONS, allowShort: true })).toBe(left);
  });

  it('and never where no days were named, or nothing is known of the report', () => {
    const report = filed('2024-03-01T00:00:00Z');
    expect(heldReport([report], {}, OPTIONS)).toBeUndefined();
    expect(heldReport([report], { days: 30 }, OPTIONS)).toBeUndefined();
    expect(held({ path: 'x', provenance: undefined })).toBe(false);
  });

  it('of several reports the last stands for it', () => {
    const reports = [filed('2024-03-01T00:00:00Z'), filed('2024-04-01T00:00:00Z')];
    expect(heldReport(reports, YEAR, OPTIONS)).toBe(reports[1]);
  });
});
