import { describe, expect, it } from 'vitest';
import { FlexError } from '../../src/errors.js';
import { createLog, logError, type Logger, type LogOptions } from '../../src/cli/log.js';

function recorded(options: Partial<LogOptions> = {}): { log: Logger; lines: string[] } {
  const lines: string[] = [];
  const log = createLog({ terminal: false, write: (line) => lines.push(line), ...options });
  return { log, lines };
}

const error = new FlexError('FLEX_TRUNCATED', 'The input ends\n  too soon.', {
  at: { file: 'a.xml', line: 12 },
  cause: new Error('the cause'),
});

describe('the log', () => {
  it('has levels by where it goes', () => {
    const levels = (terminal: boolean, level?: 'debug'): string[] => {
      const { log, lines } = recorded({ terminal, level, format: 'json' });
      for (const name of ['debug', 'info', 'warn', 'error'] as const) log[name]('x');
      return lines.map((line) => (JSON.parse(line) as { level: string }).level);
    };
    expect(levels(false)).toEqual(['warn', 'error']);
    expect(levels(true)).toEqual(['info', 'warn', 'error']);
    expect(levels(false, 'debug')).toEqual(['debug', 'info', 'warn', 'error']);
  });

  it('is JSON lines where nobody watches, with code and place as fields', () => {
    const { log, lines } = recorded();
    logError(log, error);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^\{.*\}\n$/);
    expect(JSON.parse(lines[0]!)).toEqual({
      level: 'error',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/) as string,
      code: 'FLEX_TRUNCATED',
      retry: false,
      file: 'a.xml',
      line: 12,
      msg: 'FLEX_TRUNCATED: a.xml:12: The input ends too soon. Fetch the report again, or copy the file again.',
    });
  });

  it('is one readable line on a terminal', () => {
    const { log, lines } = recorded({ terminal: true });
    logError(log, error);
    log.info({ rows: 3 }, 'a.xml\u001b[2J: 3 rows.');
    expect(lines).toEqual([
      'error FLEX_TRUNCATED: a.xml:12: The input ends too soon. Fetch the report again, or copy the file again.\n',
      'info  a.xml·[2J: 3 rows.\n',
    ]);
  });

  it('has stacks for debugging only, with their causes', () => {
    const { log, lines } = recorded({ level: 'debug' });
    logError(log, error);
    const { stack } = JSON.parse(lines[0]!) as { stack: string };
    expect(stack).toMatch(/log\.test\.ts/);
    expect(stack).toMatch(/caused by: Error: the cause/);
  });

  it('conceals secrets in messages, fields and stacks', () => {
    const secret = 'postgres://flex:hunter2@db/x';
    const { log, lines } = recorded({ level: 'debug' });
    log.warn(secret);
    log.warn({ to: secret, nested: { list: [secret] } }, secret);
    logError(log, new FlexError('FLEX_BUG', secret, { cause: new Error(secret) }));
    expect(lines).toHaveLength(3);
    expect(lines.join('')).not.toContain('hunter2');
  });
});
