import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, logLines, run, type RunOptions } from './run.js';

/** One line on stderr, nothing on stdout. */
async function refusal(args: readonly string[], options: RunOptions = {}): Promise<string> {
  const { stdout, stderr, status } = await run(args, options);
  expect(stdout).toBe('');
  const lines = logLines(stderr);
  expect(lines).toHaveLength(1);
  return `${status} ${String(lines[0]!['msg'])}`;
}

describe('a command line that is not understood', () => {
  const cases: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', ['--log-level', 'info'], /^2 FLEX_USAGE: No command was given.*load.*query/],
    ['an unknown command', ['laod', 'x'], /^2 FLEX_USAGE: Unknown command 'laod'.*load/],
    ['an unknown option', ['load', 'x', '--forse'], /^2 FLEX_USAGE: Unknown option.*--force/],
    ['no input', ['load'], /^2 FLEX_USAGE: Missing required argument 'INPUT'/],
    ['an option without its value', ['load', 'x', '--to'], /^2 FLEX_USAGE: .*--to <DEST>/],
    [
      'an unknown mode',
      ['load', 'x', '--mode', 'upsert'],
      /^2 FLEX_USAGE: Invalid --mode "upsert": expected merge, append or replace\./,
    ],
    [
      'an unknown date order',
      ['load', 'x', '--date-order', 'ymd'],
      /^2 FLEX_USAGE: Invalid --date-order "\w+": expected auto, mdy or dmy\./,
    ],
    [
      'an unknown zone',
      ['load', 'x', '--timezone', 'Mars/Base'],
      /^2 FLEX_USAGE: Invalid --timezone ".*": expected the name of a time zone/,
    ],
    [
      'an offset as a zone',
      ['load', 'x', '--timezone', '+05:00'],
      /^2 FLEX_USAGE: Invalid --timezone/,
    ],
    [
      'a status that is no number',
      ['load', 'x', '--skip-exit-code', 'all'],
      /^2 FLEX_USAGE: Invalid --skip-exit-code ".*": expected a whole number from 0 to 255/,
    ],
    [
      'a status out of range',
      ['load', 'x', '--skip-exit-code', '256'],
      /^2 FLEX_USAGE: Invalid --skip-exit-code "256"/,
    ],
    [
      'an unknown section',
      ['load', 'x', '--only', 'Trades,Tradez'],
      /^2 FLEX_USAGE: --only names no section "Tradez"\. Did you mean Trades/,
    ],
    [
      'an unknown section to skip',
      ['load', 'x', '--skip', 'CashTransations'],
      /^2 FLEX_USAGE: --skip names no section.*Did you mean CashTransactions/,
    ],
    [
      'a row in place of its section',
      ['load', 'x', '--only', 'Order'],
      /^2 FLEX_USAGE: --only names no section "Order"\. Order is a row of TradeConfirms and Trades,/,
    ],
    [
      'an unknown log level',
      ['load', 'x', '--log-level', 'loud'],
      /^2 FLEX_USAGE: Invalid --log-level ".*": expected trace/,
    ],
    [
      'an unknown table',
      ['schema', 'trade'],
      /^2 FLEX_USAGE: There is no table "trade"\. Did you mean trades/,
    ],
    [
      'an unknown format',
      ['schema', '--format', 'xml'],
      /^2 FLEX_USAGE: Invalid --format "xml": expected markdown/,
    ],
    ['too many arguments', ['query', 'SELECT 1', 'SELECT 2'], /^2 FLEX_USAGE: Too many arguments/],
    [
      'JSON and CSV at once',
      ['query', 'SELECT 1', '--json', '--csv'],
      /^2 FLEX_USAGE: --json and --csv/,
    ],
  ];

  it.each(cases)('%s', async (_, args, expected) => {
    expect(await refusal(args)).toMatch(expected);
  });
});

describe('the environment', () => {
  it.each([
    ['FLEXETL_MODE', 'upsert', /^78 FLEX_CONFIG: Invalid FLEXETL_MODE "upsert": expected merge/],
    [
      'FLEXETL_STRICT',
      'perhaps',
      /^78 FLEX_CONFIG: Invalid FLEXETL_STRICT ".*": expected 1, true, yes, 0, false or no/,
    ],
    [
      'FLEXETL_TIMEZONE',
      'Mars/Base',
      /^78 FLEX_CONFIG: Invalid FLEXETL_TIMEZONE "Mars\/Base": expected/,
    ],
    ['FLEXETL_LOG_LEVEL', 'loud', /^78 FLEX_CONFIG: Invalid FLEXETL_LOG_LEVEL "loud": expected/],
  ])('%s=%s is a mistake of configuration', async (name, value, expected) => {
    expect(await refusal(['load', 'x'], { env: { [name]: value } })).toMatch(expected);
  });

  it('is told from the command line also where the catalogue must decide', async () => {
    const { status, stdout } = await run(['load', 'x'], { env: { FLEXETL_ONLY: 'Tradez' } });
    expect(status).toBe(78);
    expect(JSON.parse(stdout)).toMatchObject({
      status: 'failed',
      error: {
        code: 'FLEX_CONFIG',
        message: 'FLEXETL_ONLY names no section "Tradez".',
        advice: 'Did you mean Trades?',
      },
    });
  });

  it('says what the command line does not', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const env = { FLEXETL_TO: 'ndjson:rows.ndjson', FLEXETL_DRY_RUN: 'no' };
    expect(await run(['load', 'a.xml'], { cwd, env })).toMatchObject({ status: 0 });
    expect(existsSync(join(cwd, 'rows.ndjson'))).toBe(true);
  });

  it.each(['', ' ', '\n'])('that is set, but says nothing (%j), is refused', async (nothing) => {
    for (const name of ['FLEXETL_TO', 'FLEXETL_STRICT', 'FLEXETL_ONLY', 'FLEXETL_SUMMARY_FILE']) {
      const cwd = freshFolder({ 'a.xml': report() });
      const ran = await run(['load', 'a.xml'], { cwd, env: { [name]: nothing } });
      expect(ran.status).toBe(78);
      expect(ran.stderr).toContain(`FLEX_CONFIG: The variable ${name} is set, but empty.`);
      expect(readdirSync(cwd)).toEqual(['a.xml']);
    }
  });

  it('that is set, but says nothing, is not read where the command line speaks', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const args = ['load', 'a.xml', '--to', 'ndjson:rows.ndjson'];
    expect(await run(args, { cwd, env: { FLEXETL_TO: '' } })).toMatchObject({ status: 0 });
  });

  it('yields to the command line', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const env = { FLEXETL_TO: 'ndjson:one.ndjson', FLEXETL_MODE: 'upsert' };
    const args = ['load', 'a.xml', '--to', 'ndjson:two.ndjson', '--mode', 'append'];
    expect(await run(args, { cwd, env })).toMatchObject({ status: 0 });
    expect(existsSync(join(cwd, 'one.ndjson'))).toBe(false);
    expect(existsSync(join(cwd, 'two.ndjson'))).toBe(true);
  });
});

describe('the log', () => {
  it('is readable where that is asked for, wherever the option stands', async () => {
    for (const args of [
      ['--log-format', 'pretty', 'load', 'x'],
      ['load', 'x', '--log-format=pretty'],
    ]) {
      const { stderr } = await run(args);
      expect(stderr).toMatch(/^error FLEX_INPUT_NOT_FOUND: x: .*\n$/);
    }
  });

  it('has stacks for debugging only', async () => {
    const args = ['query', 'SELECT 1', '--to', 'csv:x'];
    expect((await run(args)).stderr).not.toContain('.js:');
    expect((await run([...args, '--log-level', 'debug'])).stderr).toContain('.js:');
  });

  it('is silent where that is asked for', async () => {
    const { stderr, status } = await run(['load', 'x', '--log-level', 'silent']);
    expect([status, stderr]).toEqual([65, '']);
  });
});
