/** The digest by another thread: of any bytes in any pieces, one input after the other. */
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { digestFor, DigestThread } from '../../../src/pipeline/digest/digest.js';
import { SLOT_BYTES, SLOTS } from '../../../src/pipeline/digest/ring.js';
import { survey, RowReading } from '../../../src/pipeline/read-input.js';
import type { Source } from '../../../src/sources/source.js';
import { catalog, fixtures } from '../../fixtures.js';
import { runs } from '../../fuzz/runs.js';

const LARGE = 1e9;

vi.mock(import('node:os'), async (original) => ({
  ...(await original()),
  availableParallelism: vi.fn(() => 2),
}));

const sha256 = (pieces: readonly Uint8Array[]): string => {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
};

/** Gives the pieces in memory that is written over at once. */
async function digested(pieces: readonly Uint8Array[]): Promise<string> {
  const digest = digestFor(LARGE);
  try {
    for (const piece of pieces) {
      const lent = Buffer.from(piece);
      await digest.update(lent);
      lent.fill('#');
    }
    return await digest.end();
  } finally {
    digest.release();
  }
}

afterEach(() => void vi.restoreAllMocks());

describe('a digest by another thread', () => {
  it('is made by one', () => {
    const digest = digestFor(LARGE);
    expect(digest.constructor.name).toBe('ThreadDigest');
    digest.release();
  });

  it.each([undefined, 0, 1e6])('is not made of %s bytes', (size) => {
    expect(digestFor(size).constructor.name).toBe('OwnDigest');
  });

  it('is that of any pieces, more than the ring holds', async () => {
    const piece = fc
      .tuple(
        fc.constantFrom(0, 1, 100, SLOT_BYTES - 1, SLOT_BYTES, SLOT_BYTES + 1, 900_000),
        fc.nat(255),
      )
      .map(([size, byte]) => Buffer.alloc(size, byte));
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 4 * SLOTS }), async (pieces) => {
        expect(await digested(pieces)).toBe(sha256(pieces));
      }),
      runs(60),
    );
  });

  it('knows nothing of a reading that was broken off', async () => {
    for (const left of [0, 1, SLOTS]) {
      const broken = digestFor(LARGE);
      for (let i = 0; i < left; i++) await broken.update(Buffer.alloc(SLOT_BYTES, 'x'));
      broken.release();
      expect(await digested([Buffer.from('abc')])).toBe(sha256([Buffer.from('abc')]));
    }
  });

  it('fails where the thread has ended', async () => {
    const thread = new DigestThread(new URL('data:text/javascript,'));
    await thread.putAll(Buffer.alloc(2 * SLOT_BYTES));
    await expect(thread.digest()).rejects.toMatchObject({ code: 'FLEX_BUG' });
    thread.release(true);
    expect(await digested([Buffer.from('abc')])).toBe(sha256([Buffer.from('abc')]));
  });

  it('serves readings that go on at the same time', async () => {
    const one = digestFor(LARGE);
    await one.update(Buffer.from('one'));
    expect(await digested([Buffer.from('two')])).toBe(sha256([Buffer.from('two')]));
    expect(await one.end()).toBe(sha256([Buffer.from('one')]));
    one.release();
  });
});

describe('a reading of a large input', () => {
  const { input } = fixtures()[0]!;
  const sourceOf = (...versions: readonly Buffer[]): Source => {
    let opened = 0;
    return {
      name: 'large.xml',
      size: LARGE,
      async *open() {
        const bytes = versions[Math.min(opened++, versions.length - 1)]!;
        for (let at = 0; at < bytes.length; at += 1000) {
          yield await Promise.resolve(bytes.subarray(at, at + 1000));
        }
      },
      close: () => Promise.resolve(),
    };
  };
  const options = { catalog, timezone: 'America/New_York', dateOrder: 'auto' } as const;
  const rowsOf = async (source: Source): Promise<number> => {
    const reading = new RowReading(source, await survey(source, catalog), options);
    let rows = 0;
    for await (const batch of reading.batches()) rows += batch.rowCount;
    return rows;
  };

  it('has the digest of its bytes', async () => {
    expect((await survey(sourceOf(input), catalog)).sha256).toBe(sha256([input]));
    expect(await rowsOf(sourceOf(input))).toBeGreaterThan(0);
  });

  it('is refused where one byte is another in the second reading', async () => {
    const other = Buffer.concat([input, Buffer.from(' ')]);
    await expect(rowsOf(sourceOf(input, other))).rejects.toMatchObject({
      code: 'FLEX_INPUT_CHANGED',
    });
  });
});
