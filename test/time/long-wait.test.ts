/** A wait is told once, after two seconds, and never where it was shorter. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { tellIfLong, timeIn } from '../../src/time/long-wait.js';

beforeEach(() => void vi.useFakeTimers({ now: new Date(2024, 2, 4, 14, 30, 0) }));
afterEach(() => void vi.useRealTimers());

const after = (milliseconds: number): Promise<string> =>
  new Promise((resolve) => setTimeout(() => resolve('done'), milliseconds));

test.each([
  [1_999, 0],
  [2_001, 1],
  [60_000, 1],
])('%d ms are told %d times', async (milliseconds, times) => {
  const tell = vi.fn();
  const waiting = tellIfLong(after(milliseconds), tell);
  await vi.advanceTimersByTimeAsync(90_000);
  await expect(waiting).resolves.toBe('done');
  expect(tell).toHaveBeenCalledTimes(times);
});

test('what fails at once fails, and is not told', async () => {
  const tell = vi.fn();
  await expect(tellIfLong(Promise.reject(new Error('no')), tell)).rejects.toThrow('no');
  await vi.advanceTimersByTimeAsync(5_000);
  expect(tell).not.toHaveBeenCalled();
});

test('a time of day', () => {
  expect(timeIn(65_000)).toBe('14:31:05');
});
