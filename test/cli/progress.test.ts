import { describe, expect, it } from 'vitest';
import { ProgressLine } from '../../src/cli/progress.js';
import { duration, size } from '../../src/text/numbers.js';

function drawn(total: number | undefined, columns = 80) {
  const writes: string[] = [];
  const clock = { now: 0 };
  const line = new ProgressLine({
    total,
    columns,
    write: (text) => writes.push(text),
    now: () => clock.now,
  });
  return { line, writes, clock };
}

const parsed = (bytes: number, rows: number) => ({ phase: 'parse', bytes, rows }) as const;

describe('the progress line', () => {
  it('tells bytes, rows and the time that is left', () => {
    const { line, writes, clock } = drawn(4_000_000);
    clock.now = 2000;
    line.update(parsed(1_000_000, 5000));
    expect(writes).toEqual(['\r 25 %  1.0 MB of 4.0 MB  2,500 rows/s  0:06 left to read\u001b[K']);
  });

  it('is redrawn ten times a second at most', () => {
    const { line, writes, clock } = drawn(1000);
    for (clock.now = 1; clock.now <= 1000; clock.now++) line.update(parsed(1, 1));
    expect(writes).toHaveLength(10);
  });

  it('counts an input that was not parsed as done', () => {
    const { line, writes, clock } = drawn(1000);
    line.inputDone(500);
    clock.now = 1000;
    line.update(parsed(250, 10));
    expect(writes[0]).toContain(' 75 %');
    expect(writes[0]).toContain('0:01 left');
  });

  it('does without what it does not know', () => {
    const { line, writes, clock } = drawn(undefined);
    clock.now = 1000;
    line.update({ phase: 'survey', bytes: 9_000_000, rows: 0 });
    line.update(parsed(2_000_000, 10));
    clock.now = 2000;
    line.update(parsed(2_000_000, 10));
    expect(writes).toEqual(['\rchecking, 9.0 MB so far\u001b[K', '\r4.0 MB  10 rows/s\u001b[K']);
  });

  it('tells no rate before there are rows', () => {
    const { line, writes, clock } = drawn(4000);
    clock.now = 1000;
    line.update(parsed(1000, 0));
    expect(writes).toEqual(['\r 25 %  1.0 kB of 4.0 kB  0:03 left to read\u001b[K']);
  });

  it('tells of the first reading, and of what is not read but published', () => {
    const { line, writes, clock } = drawn(8000);
    clock.now = 1000;
    line.update({ phase: 'survey', bytes: 4000, rows: 0 });
    clock.now = 2000;
    line.update(parsed(4000, 7));
    line.update({ phase: 'publish', bytes: 0, rows: 0 });
    expect(writes).toEqual([
      '\r  0 %  checking, 4.0 kB so far\u001b[K',
      '\r 50 %  4.0 kB of 8.0 kB  4 rows/s  0:02 left to read\u001b[K',
      '\r 50 %  publishing 7 rows\u001b[K',
    ]);
    line.inputDone(4000);
    line.update({ phase: 'publish', bytes: 0, rows: 0 });
    expect(writes.at(-1)).toBe('\r 50 %  publishing 0 rows\u001b[K');
  });

  it('says at once what is waited for', () => {
    const { line, writes } = drawn(10);
    line.wait('Another process holds \u001bit.');
    expect(writes).toEqual(['\rAnother process holds \u00b7it.\u001b[K']);
  });

  it('is erased once, and only where it was drawn', () => {
    const { line, writes, clock } = drawn(10);
    line.erase();
    clock.now = 200;
    line.update(parsed(5, 1));
    line.erase();
    line.erase();
    expect(writes.slice(1)).toEqual(['\r\u001b[K']);
  });

  it('stays on its line', () => {
    const { line, writes, clock } = drawn(1_000_000, 20);
    clock.now = 200;
    line.update(parsed(5, 1));
    expect(writes[0]!.slice(0, -3)).toHaveLength('\r'.length + 19);
    expect(writes[0]!.endsWith('\u001b[K')).toBe(true);
  });
});

describe('sizes and durations', () => {
  it.each([
    [999, '999 B'],
    [1000, '1.0 kB'],
    [999_940, '999.9 kB'],
    [999_950, '1.0 MB'],
    [12_345_678, '12.3 MB'],
    [5e15, '5000.0 TB'],
  ])('%d bytes', (bytes, expected) => expect(size(bytes)).toBe(expected));

  it.each([
    [0, '0:00'],
    [6.2, '0:07'],
    [61, '1:01'],
    [3723, '1:02:03'],
  ])('%d seconds', (seconds, expected) => expect(duration(seconds)).toBe(expected));
});
