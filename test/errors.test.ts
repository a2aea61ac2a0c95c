/** The table of codes: what a scheduler may conclude from an exit status. */
import { describe, expect, it } from 'vitest';
import { ERROR_CODES, EXIT, type ErrorCode } from '../src/errors.js';

const codes = Object.entries(ERROR_CODES);
/** The process was told to end; the same command may be run again. */
const ENDED: readonly number[] = [EXIT.interrupted, EXIT.terminated];

describe('the exit status of a code', () => {
  it.each(codes)('%s tells whether a retry can help', (_, { exit, retry }) => {
    const worthIt = ([EXIT.unavailable, EXIT.tryLater] as number[]).includes(exit);
    expect(retry).toBe(worthIt || ENDED.includes(exit));
  });

  it.each([
    ['FLEX_DEST_UNAVAILABLE', 69],
    ['FLEX_DEST_FAILED', 73],
    ['FLEX_DEST_FULL', 73],
    ['FLEX_DEST_CLOSED', 73],
    ['FLEX_STORE_FAILED', 73],
  ] as readonly (readonly [ErrorCode, number])[])('%s ends with %i', (code, exit) => {
    expect(ERROR_CODES[code].exit).toBe(exit);
  });
});
