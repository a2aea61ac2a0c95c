import { describe, expect, it } from 'vitest';
import type { FetchOutcome, Target } from '../../src/archive/fetch-reports.js';
import type { Provenance } from '../../src/archive/provenance.js';
import { FlexError, type ErrorCode } from '../../src/errors.js';
import { buildSummary, type CallResult, type Summary } from '../../src/summary/summary.js';
import { SUMMARY_BYTES, summaryLine } from '../../src/summary/limit.js';
import { summaryText } from '../../src/summary/text.js';
import { call, failed, loaded } from '../outcomes.js';

const target = (query: string): Target => ({ query, asked: {}, partOfSpan: false });

function outcome(query: string, status: FetchOutcome['status'], rows = 1): FetchOutcome {
  const provenance = {
    ...{ sha256: 'ab'.repeat(32), bytes: 10, accounts: ['U1000001'], rows },
    ...{ from: '2024-03-04', to: '2024-03-04', generatedAt: null },
  } as unknown as Provenance;
  return { target: target(query), status, report: { path: `a/${query}.xml.gz`, provenance } };
}

const refused = (query: string, code: ErrorCode): FetchOutcome => ({
  target: target(query),
  status: 'failed',
  error: new FlexError(code, `Query ${query}: no.`),
});

function summaryOf(outcomes: readonly FetchOutcome[], other: Partial<CallResult> = {}): Summary {
  const fetched = { outcomes, notAttempted: [] };
  return buildSummary({ ...call([]), fetched, loads: false, ...other });
}

describe('the status of a call that only fetches', () => {
  it.each([
    ['something new came', [outcome('1', 'filed'), outcome('2', 'held')], 'loaded'],
    ['nothing new came', [outcome('1', 'already_filed'), outcome('2', 'held')], 'already_loaded'],
    ['what came holds no rows', [outcome('1', 'filed', 0)], 'empty'],
    ['one failed', [outcome('1', 'filed'), refused('2', 'FLEX_SERVICE_BUSY')], 'failed'],
  ] as const)('where %s', (_, outcomes, status) => {
    expect(summaryOf(outcomes).status).toBe(status);
  });
});

describe('the error of a call that fetches and loads', () => {
  it('is the most serious of both', () => {
    const outcomes = [refused('1', 'FLEX_SERVICE_BUSY')];
    const both = { outcomes: [failed('a.xml', 'FLEX_TRUNCATED')], loads: true };
    expect(summaryOf(outcomes, both)).toMatchObject({
      exitCode: 75,
      error: { code: 'FLEX_SERVICE_BUSY' },
    });
  });

  it('counts what failed where it is all of the same kind', () => {
    const short = {
      ...outcome('1', 'failed'),
      error: new FlexError('FLEX_SHORT_WINDOW', 'Short.'),
    };
    const both = {
      outcomes: [failed('a.xml', 'FLEX_TRUNCATED'), loaded('b.xml', {})],
      loads: true,
    };
    const { error } = summaryOf([short, outcome('2', 'held')], both);
    expect(error?.code).toBe('FLEX_INPUTS_FAILED');
    expect(error?.message).toMatch(
      /^1 of 2 reports could not be fetched, 1 of 2 inputs could not be loaded; the first: FLEX_SHORT_WINDOW/,
    );
  });
});

describe('the reports of a summary', () => {
  const many = Array.from({ length: 3000 }, (_, n) =>
    n === 2000 ? refused(String(n), 'FLEX_SERVICE_QUERY') : outcome(String(n), 'filed'),
  );

  it('are cut to the size of a summary, what failed first, and counted', () => {
    const line = summaryLine(summaryOf(many));
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(SUMMARY_BYTES);
    const { files = [], filesOmitted = 0 } = JSON.parse(line) as Summary;
    expect(files.length + filesOmitted).toBe(3000);
    expect(files[0]).toMatchObject({ query: '2000', status: 'failed' });
  });

  it('are a table on a terminal', () => {
    const text = summaryText(summaryOf([outcome('1', 'filed'), outcome('2', 'held')]), 200);
    expect(text).toContain('its saved period');
    expect(text).toContain('a/1.xml.gz');
    expect(text).toMatch(/Filed 1 report, in /);
    expect(summaryText(summaryOf(many), 200)).toContain('more reports');
    expect(summaryText(summaryOf([outcome('2', 'held')]), 200)).toContain(
      'the archive already has everything',
    );
    const nothing = summaryOf([], { loads: true, notices: ['No day is missing.'] });
    expect(nothing).toMatchObject({ status: 'already_loaded', notices: ['No day is missing.'] });
    expect(summaryText(nothing, 200)).toMatch(/^note: No day is missing\.\n\nNothing to do, in /);
  });
});
