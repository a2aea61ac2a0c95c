import { describe, expect, it } from 'vitest';
import { fitAudit, LIST_KEPT, type Audit } from '../../../src/audit/document.js';
import { auditJson, auditText } from '../../../src/commands/audit/print.js';

const COUNTS = { exact: 3, rounded: 0, differing: 1, notProvable: 2 };
const FOUND: Audit = {
  schema: 'flexetl/audit@1',
  destination: 'duckdb:w.duckdb',
  status: 'differs',
  totals: COUNTS,
  identities: [
    {
      identity: 'nav_parts',
      equation: 'a = b',
      status: 'differs',
      ...COUNTS,
      tolerance: '0',
      largestRounding: '0',
    },
  ],
  differences: [
    {
      identity: 'nav_parts',
      account: 'U1000001',
      query: 'Daily\u001b[2J',
      since: '2024-03-01',
      day: '2024-03-31',
      subject: 'USD',
      expected: '10',
      found: '10.01',
      difference: '0.01',
    },
  ],
  notProvable: ['U1000001', 'U1000002', 'U1000003', 'U1000004'].map((account, index) => ({
    identity: 'nav_parts',
    account,
    query: 'Daily',
    lacking: 'ChangeInNAV@dividends',
    checks: index === 0 ? 2 : 0,
    first: index === 0 ? '2024-03-01' : null,
    last: index === 0 ? '2024-03-04' : null,
  })),
  exitCode: 65,
};

describe('an audit in print', () => {
  it('breaks its lines to the width of a terminal, and drives none', () => {
    const lines = auditText(FOUND, 60).split('\n');
    const below = lines.slice(lines.indexOf('Does not tie'));
    expect(below.filter((line) => line.length > 60)).toEqual([]);
    expect(below.slice(0, 3)).toEqual([
      'Does not tie',
      '  2024-03-01 to 2024-03-31: nav_parts of U1000001, Daily·[2J',
      '      for USD: expected 10, found 10.01, off by 0.01',
    ]);
  });

  it('gathers what lacks the same', () => {
    expect(auditText(FOUND, undefined)).toContain(
      '  nav_parts: ChangeInNAV@dividends (U1000001 Daily: 2 checks from 2024-03-01 to 2024-03-04; U1000002 Daily; U1000003 Daily; 1 more)\n',
    );
  });

  it('is bounded, and says what was left out', () => {
    const many = { ...FOUND.differences[0]!, note: 'x'.repeat(1000) };
    const fitted = fitAudit({
      ...FOUND,
      differences: Array.from({ length: 250 }, () => many),
      differencesOmitted: 7,
      notProvableOmitted: 0,
    });
    expect(fitted.differences).toHaveLength(LIST_KEPT);
    expect(fitted.differencesOmitted).toBe(157);
    expect(fitted).not.toHaveProperty('notProvableOmitted');
    expect(auditJson(fitted).length).toBeLessThan(100 * 1024);
  });
});
