import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, lastLine, logLines, run } from './run.js';

const odd = report({
  extra: 'brandNew="1" taxes="none"',
  sections: '<CashTransactions />\n<Novelties><Novelty a="1" /></Novelties>\n',
});

describe('flexetl inspect', () => {
  it('tells at a glance what is inside', async () => {
    const cwd = freshFolder({ 'a.xml': odd });
    const { status, stdout, stderr } = await run(['inspect', 'a.xml'], { cwd });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^a\.xml {2}[\d.]+ k?B {2}sha256 [0-9a-f]{12}…\n/);
    expect(stdout).toMatch(/U1000001 +Daily +AF +2024-03-04 +2024-03-04 +2024-03-05T12:21:04Z/);
    expect(stdout).toMatch(/Trades +trades +2\n/);
    expect(stdout).toMatch(/CashTransactions +cash_transactions +empty\n/);
    expect(stdout).toContain('2 literals do not fit their column:');
    expect(stdout).toContain('line 5, Trades, Trade@taxes: "none"');
    expect(stdout).toContain('Trade@brandNew (2)');
    expect(stdout).toMatch(/Novelt\w+.*\(1\)/);
    expect(stdout).toContain('dates: no dates with slashes');
  });

  it('is one JSON document for machines', async () => {
    const cwd = freshFolder({ 'a.xml': odd, 'b.xml': report({ trades: 3 }) });
    const { stdout } = await run(['inspect', cwd, '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      schema: 'flexetl/inspect@1',
      inputs: [
        {
          statements: [{ account: 'U1000001', query: 'Daily', from: '2024-03-04' }],
          problems: { count: 2 },
          drift: { attributes: { 'Trade@brandNew': 2 } },
        },
        { statements: [{ tables: { trades: 3 } }], problems: { count: 0, first: [] } },
      ],
    });
  });

  it('says so where there are no statements, or rows have no table', async () => {
    const bare = '<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="0" />';
    const cwd = freshFolder({
      'a.xml': `${bare}</FlexQueryResponse>`,
      'b.xml': report({
        sections: '<Novelties><Novelty a="1" /></Novelties><SoftDollars />\n',
      }),
    });
    const { status, stdout } = await run(['inspect', 'a.xml', 'b.xml'], { cwd });
    expect(status).toBe(0);
    expect(stdout).toMatch(/\n\n {2}no statements\n\n {2}no sections\n/);
    expect(stdout).toMatch(/^ {2}Novelties +unmapped_rows +1$/m);
    expect(stdout).toMatch(/^ {2}SoftDollars +unmapped_rows +empty$/m);
  });

  it('says of a character that XML forbids which one it can be', async () => {
    const cwd = freshFolder({ 'a.xml': report({ extra: 'note="a < b"' }) });
    const { status, stdout } = await run(['inspect', 'a.xml'], { cwd });
    expect(status).toBe(65);
    expect(stdout).toMatch(/refused: FLEX_MALFORMED: a\.xml:\d+:\d+: A character .*&lt;/);
  });

  it('shows why a file is refused, and the others all the same', async () => {
    const cwd = freshFolder({ 'a.xml': odd.slice(0, 900), 'b.xml': report() });
    const { status, stdout, stderr } = await run(['inspect', 'a.xml', 'b.xml'], { cwd });
    expect(status).toBe(65);
    expect(stdout).toMatch(/^a\.xml\n {2}refused: FLEX_TRUNCATED: /);
    expect(stdout).toContain('\nb.xml ');
    expect(logLines(stderr)).toMatchObject([{ code: 'FLEX_TRUNCATED', file: 'a.xml' }]);
    const json = await run(['inspect', 'a.xml', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      inputs: [{ name: 'a.xml', error: { code: 'FLEX_TRUNCATED' } }],
    });
  });

  it('says how dates are read', async () => {
    const slashes = (day: string): string =>
      report().replaceAll('20240304', day).replaceAll(`tradeID="${day}`, 'tradeID="5');
    const cwd = freshFolder({ 'a.xml': slashes('03/14/2024'), 'b.xml': slashes('03/04/2024') });
    const told = await run(['inspect', 'a.xml'], { cwd });
    expect(told.stdout).toContain('dates: month/day/year, told from the file');
    const ambiguous = await run(['inspect', 'b.xml'], { cwd });
    expect(ambiguous.status).toBe(65);
    expect(ambiguous.stdout).toContain('refused: FLEX_DATE_ORDER');
    const chosen = await run(['inspect', 'b.xml', '--date-order', 'dmy'], { cwd });
    expect(chosen.stdout).toMatch(/dates: .*--date-order/);
    expect(chosen.stdout).toContain('2024-04-03');
  });

  it('shows nothing raw that drives a terminal, nor does a load', async () => {
    const named = 'Day\u009b2J\u202ely';
    const account = 'U100\u009b0001\u202e';
    const raw = /[\u009b\u202e]/;
    const cwd = freshFolder({ 'a.xml': report({ query: named, account }) });
    const text = await run(['inspect', 'a.xml'], { cwd });
    expect(text.status).toBe(0);
    expect(text.stdout).toContain('Day·2J·ly');
    const json = await run(['inspect', 'a.xml', '--json'], { cwd });
    expect(JSON.parse(json.stdout)).toMatchObject({
      inputs: [{ statements: [{ query: named, account }] }],
    });
    const load = ['load', 'a.xml', '--to', 'csv:out', '--json', '--log-level', 'debug'];
    const loaded = await run([...load, '--summary-file', 'summary.json'], { cwd });
    expect(loaded.status).toBe(0);
    expect(JSON.parse(lastLine(loaded.stdout))).toMatchObject({
      inputs: [{ accounts: [account] }],
    });
    const summary = readFileSync(join(cwd, 'summary.json'), 'utf8');
    expect(summary).toContain('U100\\u009b0001\\u202e');
    const shown = [text, json, loaded].flatMap(({ stdout, stderr }) => [stdout, stderr]);
    expect([...shown, summary].filter((each) => raw.test(each))).toEqual([]);
  });
});
