/** The text format of Prometheus, read back by a small reader of our own. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Coverage } from '../../src/sinks/sql/ledger/gaps.js';
import { metricsText } from '../../src/summary/metrics.js';
import { buildSummary, type Summary } from '../../src/summary/summary.js';
import { call, counts, failed, loaded } from '../outcomes.js';

const NOW = Date.UTC(2024, 2, 5, 6, 30);
const rows = buildSummary(call([loaded('a.xml', { trades: counts(3) })]));
const failure = buildSummary(call([failed('a.xml', 'FLEX_HTML')]));

const COVERAGE: Coverage = {
  account: 'U1000001',
  query: 'Daily',
  first: '2024-03-01',
  last: '2024-03-04',
  days: 3,
  weekendDays: 0,
  missingDays: 1,
  possibleHolidays: 0,
  gaps: [],
};

function text(
  summary: Summary,
  coverage?: readonly Coverage[],
  before = '',
  file = 'daily',
): string {
  return metricsText(summary, { file, now: NOW, before, coverage });
}

const LABEL = /([a-z_]+)="((?:[^"\\\n]|\\[\\"n])*)"/;
/** Nothing between, before or after what the format has. */
const SAMPLE = new RegExp(
  `^([a-z_]+)\\{(${LABEL.source}(?:,${LABEL.source})*)\\} (-?\\d+(?:\\.\\d+)?(?:e[+-]?\\d+)?)$`,
);
const COMMENT = /^# (?:HELP [a-z_]+ [^\\]+|TYPE [a-z_]+ gauge)$/;

/** Each sample as `name`, labels, value. @throws Error for a line that is none, and no comment */
function samples(metrics: string): (readonly [string, Record<string, string>, number])[] {
  if (!metrics.endsWith('\n')) throw new Error('the last line has no end');
  const lines = metrics.slice(0, -1).split('\n');
  return lines
    .filter((line) => !COMMENT.test(line))
    .map((line) => {
      const found = SAMPLE.exec(line);
      if (found === null) throw new Error(`no sample: ${line}`);
      const [, name = '', pairs = ''] = found;
      return [name, labels(pairs), Number(found.at(-1))];
    });
}

function labels(source: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [, name = '', value = ''] of source.matchAll(new RegExp(LABEL, 'g'))) {
    if (name in found) throw new Error(`twice: ${name}`);
    found[name] = value.replaceAll(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one));
  }
  return found;
}

describe('the metrics of a call', () => {
  it('have its rows, its end, and the days of the destination', () => {
    expect(samples(text(rows, [COVERAGE]))).toEqual(
      expect.arrayContaining([
        ['flexetl_last_success_timestamp_seconds', { file: 'daily' }, NOW / 1000],
        ['flexetl_last_call_exit_status', { file: 'daily' }, 0],
        [
          'flexetl_last_call_rows',
          { file: 'daily', table: 'trades', outcome: 'inserted' },
          rows.tables['trades']!.inserted,
        ],
        ['flexetl_missing_days', { file: 'daily', account: 'U1000001', query: 'Daily' }, 1],
        [
          'flexetl_newest_day_timestamp_seconds',
          { file: 'daily', account: 'U1000001', query: 'Daily' },
          Date.UTC(2024, 2, 4) / 1000,
        ],
      ]),
    );
  });

  it('of a failure keep when a call last succeeded', () => {
    const success = (metrics: string): number | undefined =>
      samples(metrics).find(([name]) => name === 'flexetl_last_success_timestamp_seconds')?.[2];
    expect(success(text(failure))).toBeUndefined();
    const later = text(failure, undefined, text(rows));
    expect(success(later)).toBe(NOW / 1000);
    expect(success(text(failure, undefined, later))).toBe(NOW / 1000);
    expect(
      success(text(failure, undefined, 'flexetl_last_success_timestamp_seconds 1 2 x\n')),
    ).toBe(undefined);
  });

  it('declare each name once, before its samples, and give no two samples the same labels', () => {
    const lines = text(rows, [COVERAGE, { ...COVERAGE, query: 'Other' }]).split('\n');
    const declared = lines.filter((line) => line.startsWith('# TYPE'));
    expect(new Set(declared).size).toBe(declared.length);
    const all = lines.filter((line) => line !== '' && !line.startsWith('#'));
    const identities = all.map((line) => line.slice(0, line.lastIndexOf(' ')));
    expect(new Set(identities).size).toBe(all.length);
    let name = '';
    for (const line of lines) {
      if (line.startsWith('# TYPE')) name = line.split(' ')[2]!;
      else if (!line.startsWith('#') && line !== '') expect(line.startsWith(`${name}{`)).toBe(true);
    }
  });

  it('hold any name of an account and a query', () => {
    const name = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('\\', '"', 'n', '\n', '\r', '{', '}', ',', ' ', '#', '\u2028'),
      }),
      fc.constant('\\"\n'.repeat(400)),
    );
    fc.assert(
      fc.property(name, name, name, (account, query, file) => {
        const found = samples(text(rows, [{ ...COVERAGE, account, query }], '', file));
        expect(found.filter(([metric]) => metric === 'flexetl_covered_days')).toEqual([
          ['flexetl_covered_days', { file, account, query }, 3],
        ]);
      }),
    );
  });
});
