/** Streams are kept so that they can be read twice; bytes in memory are a source too. */
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bytesSource, stdinSource, streamSource } from '../../src/sources/stream.js';
import {
  DESCRIPTORS_LISTED,
  failureOf,
  openDescriptors,
  readAll,
  readFirst,
  useDirectory,
} from './reading.js';

const directory = useDirectory();
const REPORT = Buffer.from('<FlexQueryResponse/>\n'.repeat(50_000));

let realTmpdir: string | undefined;
beforeEach(() => {
  realTmpdir = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory();
});
afterEach(() => {
  if (realTmpdir === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = realTmpdir;
});

function inPieces(bytes: Buffer, size = 7919): Readable {
  const pieces: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size));
  return Readable.from(pieces);
}

describe('stdin', () => {
  it.each([
    ['plain', REPORT],
    ['gzip', gzipSync(REPORT)],
    ['gzip in single bytes', gzipSync('<FlexQueryResponse/>')],
  ])('%s is read whole, and again', async (label, bytes) => {
    const source = stdinSource(inPieces(bytes, label.includes('single') ? 1 : undefined));
    expect([source.name, source.size]).toEqual(['-', undefined]);
    const first = await readAll(source);
    expect(first.subarray(0, 18).toString()).toBe('<FlexQueryResponse');
    expect((await readAll(source)).equals(first)).toBe(true);
    await source.close();
  });

  it('that was read in part is whole the second time', async () => {
    const source = stdinSource(inPieces(REPORT));
    await readFirst(source);
    expect((await readAll(source)).equals(REPORT)).toBe(true);
    await source.close();
  });

  it('is not touched before it is opened, and then by its first chunk', async () => {
    const stream = inPieces(REPORT);
    const source = stdinSource(stream);
    source.open();
    expect(stream.readableDidRead).toBe(false);
    await source.close();
    expect(stream.readableDidRead).toBe(false);
  });

  it('that is empty has no bytes', async () => {
    const source = stdinSource(Readable.from([]));
    expect(await readAll(source)).toHaveLength(0);
    await source.close();
  });

  it('cannot be read after it was closed', async () => {
    const source = stdinSource(inPieces(REPORT));
    await readAll(source);
    await source.close();
    await source.close();
    expect((await failureOf(readAll(source))).code).toBe('FLEX_INPUT_UNREADABLE');
  });

  it('that never ends does not hold up close', async () => {
    const stream = new PassThrough();
    stream.write('<FlexQueryResponse');
    const source = stdinSource(stream);
    const reading = failureOf(readAll(source));
    await source.close();
    expect((await reading).code).toBe('FLEX_INPUT_UNREADABLE');
  });
});

describe('a stream', () => {
  it('that fails is FLEX_INPUT_UNREADABLE with its name, each time', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield Buffer.from('<Flex');
      await Promise.resolve();
      throw new Error('The line went dead.');
    }
    const source = streamSource('mail', broken());
    for (let attempt = 0; attempt < 2; attempt++) {
      const error = await failureOf(readAll(source));
      expect([error.code, error.at.file]).toEqual(['FLEX_INPUT_UNREADABLE', 'mail']);
      expect(error.message).toContain('The line went dead.');
    }
    await source.close();
  });

  it('without a directory to be kept in is FLEX_CONFIG', async () => {
    process.env['TMPDIR'] = join(directory(), 'absent');
    const error = await failureOf(readAll(streamSource('s', inPieces(REPORT))));
    expect([error.code, error.at.file]).toEqual(['FLEX_CONFIG', 's']);
    expect(error.advice).toContain('TMPDIR');
  });

  it.skipIf(!DESCRIPTORS_LISTED)(
    'for which there is no space is FLEX_DEST_FULL (Linux)',
    async () => {
      const full = () => open('/dev/full', 'r+');
      const error = await failureOf(readAll(streamSource('s', inPieces(REPORT), full)));
      expect(error.code).toBe('FLEX_DEST_FULL');
      expect(error.message).toContain('ENOSPC');
      expect(openDescriptors('/dev/full')).toBe(0);
    },
  );

  it.skipIf(!DESCRIPTORS_LISTED)(
    'leaves no name, and no descriptor once closed (Linux)',
    async () => {
      const source = streamSource('s', inPieces(REPORT));
      expect(await readFirst(source)).toBeDefined();
      expect(openDescriptors(directory())).toBe(1);
      expect(readdirSync(directory())).toEqual([]);
      await source.close();
      expect(openDescriptors(directory())).toBe(0);
    },
  );
});

describe('bytes', () => {
  it('are read whole, and again, plain and gzip', async () => {
    const plain = bytesSource('memory', new Uint8Array(REPORT));
    const packed = bytesSource('memory', gzipSync(REPORT));
    expect(plain.size).toBe(REPORT.length);
    for (const source of [plain, plain, packed, packed]) {
      expect((await readAll(source)).equals(REPORT)).toBe(true);
    }
  });

  it('may be a part of a larger memory, and none', async () => {
    const part = new Uint8Array(REPORT.buffer, REPORT.byteOffset + 1, 17);
    expect(String(await readAll(bytesSource('part', part)))).toBe('FlexQueryResponse');
    expect(await readAll(bytesSource('none', new Uint8Array()))).toHaveLength(0);
  });
});
