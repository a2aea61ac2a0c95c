import { describe, expect, it } from 'vitest';
import { newLoadId } from '../../src/pipeline/load-id.js';

describe('a load id', () => {
  it('is a UUID of version 7', () => {
    const now = Date.UTC(2024, 2, 4);
    expect(newLoadId(now, Buffer.alloc(10, 0xff))).toBe('018e06c2-9800-7fff-bfff-ffffffffffff');
    expect(newLoadId(now, Buffer.alloc(10))).toBe('018e06c2-9800-7000-8000-000000000000');
  });

  it('sorts by time, and is never the same', () => {
    expect(newLoadId(1_000) < newLoadId(1_001)).toBe(true);
    expect(newLoadId(1_000)).not.toBe(newLoadId(1_000));
  });
});
