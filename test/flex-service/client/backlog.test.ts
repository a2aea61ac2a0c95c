/** Bytes that wait to be read: the same as came, in bounded memory, with nothing left behind. */
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backlog } from '../../../src/flex-service/client/backlog.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'flexetl-backlog-'));
});
afterEach(() => rmSync(directory, { recursive: true }));

/** Files of the directory that this process has open; they have no name any more. */
function openFiles(): number {
  expect(readdirSync(directory)).toEqual([]);
  return readdirSync('/proc/self/fd').filter((descriptor) => {
    try {
      return readlinkSync(`/proc/self/fd/${descriptor}`).startsWith(directory);
    } catch {
      return false;
    }
  }).length;
}

/** So many bytes, unlike those of other numbers. */
function bytes(length: number, number: number): Buffer {
  return Buffer.from(Array.from({ length }, (_, at) => (number * 31 + at * 7) % 251));
}

type Step = { push: number } | 'read' | 'settle';
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ push: fc.integer({ min: 0, max: 3000 }) }) },
  { weight: 2, arbitrary: fc.constant<Step>('read') },
  { weight: 1, arbitrary: fc.constant<Step>('settle') },
);

const turn = (): Promise<void> => new Promise((next) => setImmediate(next));

describe('a backlog', () => {
  it('gives what came, however reading and writing alternate', async () => {
    let spilled = 0;
    let emptied = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 60 }),
        fc.constantFrom(0, 500, 4000, 1e6),
        async (steps, kept) => {
          const backlog = new Backlog({ kept, directory });
          const reader = backlog[Symbol.asyncIterator]();
          const came: Buffer[] = [];
          const read: Promise<IteratorResult<Buffer>>[] = [];
          for (const [number, each] of steps.entries()) {
            const before = backlog.spilled;
            if (each === 'read') read.push(reader.next());
            else if (each === 'settle') await turn();
            else {
              const chunk = bytes(each.push, number);
              came.push(chunk);
              backlog.push(Buffer.from(chunk));
            }
            expect(backlog.held).toBeLessThanOrEqual(kept);
            if (backlog.spilled > 0) spilled++;
            if (before > 0 && backlog.spilled === 0) emptied++;
          }
          backlog.end();
          backlog.push(Buffer.from('too late'));
          const given = (await Promise.all(read)).flatMap(({ value, done }) =>
            done === true ? [] : [value],
          );
          for await (const chunk of { [Symbol.asyncIterator]: () => reader }) given.push(chunk);
          expect(Buffer.concat(given).equals(Buffer.concat(came))).toBe(true);
          expect([backlog.held, backlog.spilled]).toEqual([0, 0]);
          backlog.drop(new Error('at its end'));
        },
      ),
      { numRuns: 200 },
    );
    // Both ways were gone: some hundreds of times and some ten, as a rule.
    expect(spilled).toBeGreaterThan(0);
    expect(emptied).toBeGreaterThan(0);
    expect(openFiles()).toBe(0);
  });

  it('counts small pieces by the memory that they take', () => {
    const backlog = new Backlog({ kept: 100_000, directory });
    for (let count = 0; count < 5_000; count++) backlog.push(Buffer.from('x'));
    expect(backlog.held).toBeLessThanOrEqual(100_000);
    expect(backlog.spilled).toBeGreaterThan(4_000);
    expect(openFiles()).toBe(1);
    backlog.drop(new Error('done'));
    expect(openFiles()).toBe(0);
  });

  it.each(['before it is asked', 'while it waits', 'while it reads the file'] as const)(
    'that is dropped %s tells its reader why',
    async (when) => {
      const backlog = new Backlog({ kept: 0, directory });
      const reader = backlog[Symbol.asyncIterator]();
      const reason = new Error('cut off');
      if (when !== 'while it waits') backlog.push(bytes(100_000, 1));
      if (when === 'before it is asked') {
        backlog.drop(reason);
        await expect(reader.next()).rejects.toBe(reason);
      } else if (when === 'while it waits') {
        const asked = reader.next();
        await turn();
        backlog.drop(reason);
        await expect(asked).rejects.toBe(reason);
      } else {
        const asked = reader.next();
        backlog.drop(reason);
        const { value } = await asked;
        expect(value?.equals(bytes(100_000, 1).subarray(0, value.length))).toBe(true);
        await expect(reader.next()).rejects.toBe(reason);
      }
      expect(openFiles()).toBe(0);
    },
  );

  it('says where no file can be made, and what to do', () => {
    const backlog = new Backlog({ kept: 10, directory: join(directory, 'none') });
    backlog.end();
    expect(() => backlog.push(bytes(11, 1))).not.toThrow();
    const open = new Backlog({ kept: 10, directory: join(directory, 'none') });
    expect(() => open.push(bytes(11, 1))).toThrow(
      expect.objectContaining({
        code: 'FLEX_CONFIG',
        advice: expect.stringContaining('TMPDIR') as string,
      }),
    );
  });
});
