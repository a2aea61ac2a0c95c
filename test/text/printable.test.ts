import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../src/errors.js';
import { createLog, logError } from '../../src/cli/log.js';
import {
  beginning,
  escapeJson,
  jsonText,
  MESSAGE_KEPT,
  printable,
  printableLines,
} from '../../src/text/printable.js';
import { describeError } from '../../src/summary/error.js';
import { SOURCES, textOf } from '../repository/tree.js';

const range = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCharCode(first + index));

/** Every character that must not be shown as it is. */
const UNFIT: readonly string[] = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  '\u061c',
  '\u200e',
  '\u200f',
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  ...range(0xd800, 0xdfff),
];

const UNFIT_SET: ReadonlySet<string> = new Set(UNFIT);

/** Whether a text holds one; halves of pairs only where they are alone. */
function holdsUnfit(text: string): boolean {
  return Array.from(text).some((character) => UNFIT_SET.has(character));
}

const bad = fc
  .array(fc.oneof(fc.constantFrom(...UNFIT), fc.constantFrom('a', '"', '\\', 'ä', '😀', '東')), {
    maxLength: 40,
  })
  .map((characters) => characters.join(''));

describe('text of strangers', () => {
  it('is shown without any character that drives a terminal', () => {
    expect(UNFIT.filter((character) => printable(character) !== '·')).toEqual([]);
    expect(printable('Zürich 東京 😀')).toBe('Zürich 東京 😀');
    expect(printableLines('a\n  b\u009b\n')).toBe('a\n  b·\n');
    fc.assert(fc.property(bad, (text) => !holdsUnfit(printable(text))));
  });

  it('is the same value in JSON, with each of them escaped', () => {
    const raw = UNFIT.filter((character) => holdsUnfit(jsonText({ [character]: character })));
    expect(raw).toEqual([]);
    fc.assert(
      fc.property(bad, bad, (name, text) => {
        const value = [{ [`_${name}`]: text }];
        expect(holdsUnfit(jsonText(value))).toBe(false);
        expect(JSON.parse(jsonText(value))).toEqual(value);
        expect(JSON.parse(jsonText(value, 2))).toEqual(value);
      }),
    );
    expect(escapeJson('{\n\t"a": "\u0085"}\r\n')).toBe('{\n\t"a": "\\u0085"}\r\n');
  });

  it('is escaped in the log for machines, and not shown in that for people', () => {
    fc.assert(
      fc.property(bad, (text) => {
        for (const format of ['json', 'pretty'] as const) {
          const lines: string[] = [];
          const write = (line: string): number => lines.push(line);
          const log = createLog({ terminal: false, level: 'debug', format, write });
          log.warn({ file: text }, text);
          logError(log, new FlexError('FLEX_BUG', text, { at: { file: text } }));
          expect(lines).toHaveLength(2);
          expect(holdsUnfit(lines.join('').replaceAll('\n', ''))).toBe(false);
          if (format === 'json') expect(JSON.parse(lines[0]!)).toMatchObject({ file: text });
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('a message', () => {
  const error = new FlexError('FLEX_BUG', 'x'.repeat(100_000), { advice: 'Do this.' });

  it('is cut at its end, never within a character', () => {
    expect(beginning('abc', 3)).toBe('abc');
    expect(beginning('abcd', 3)).toBe('abc…');
    expect(beginning('ab😀', 3)).toBe('ab…');
  });

  it('of an error is bounded in the log and in a summary, and its advice stays', () => {
    const lines: string[] = [];
    const log = createLog({ terminal: false, write: (line) => lines.push(line) });
    logError(log, error);
    log.warn('x'.repeat(100_000));
    const [first = '', second = ''] = lines;
    expect(first).toContain('x… Do this.');
    for (const line of [first, second]) expect(line.length).toBeLessThan(3 * MESSAGE_KEPT);
    const { message, advice } = describeError(error);
    expect([message.length, message.at(-1), advice]).toEqual([MESSAGE_KEPT + 1, '…', 'Do this.']);
  });
});

describe('what prints', () => {
  it('makes JSON by jsonText alone', () => {
    const printers = /^src\/(?:commands\/|logging\.ts$|summary)/;
    const files = SOURCES.filter((path) => printers.test(path));
    expect(files).toContain('src/commands/query/print.ts');
    expect(files.filter((path) => textOf(path).includes('JSON.stringify('))).toEqual([]);
  });
});
