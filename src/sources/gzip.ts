/**
 * Unpacks gzip, and passes other bytes on. Recognised by the first two bytes and never by a name.
 * Bounded memory; knows nothing of files.
 */
import { createGunzip, type Gunzip } from 'node:zlib';
import { FlexError } from '../errors.js';
import { CHUNK_BYTES } from './chunks.js';

/**
 * The unpacked bytes, or the same bytes, in chunks that are lent like those given. Always closes
 * `chunks`.
 */
export async function* unpacked(
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  try {
    let head: Buffer = Buffer.alloc(0);
    while (head.length < 2) {
      const next = await iterator.next();
      if (next.done === true) break;
      head = Buffer.concat([head, next.value]); // a copy: what is lent goes when more is asked for
    }
    const whole = withHead(head, { [Symbol.asyncIterator]: () => iterator });
    yield* isGzip(head) ? gunzipped(whole) : whole;
  } finally {
    await iterator.return?.();
  }
}

function isGzip(head: Buffer): boolean {
  return head.length >= 2 && head[0] === 0x1f && head[1] === 0x8b;
}

async function* withHead(
  head: Buffer,
  rest: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  if (head.length > 0) yield head;
  yield* rest;
}

/**
 * zlib reads members one after the other, and zeros after the last as padding. After a zero it
 * ignores everything else, even another member: that would be lost silently, so it is an error
 * here.
 */
async function* gunzipped(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const gunzip = createGunzip({ chunkSize: CHUNK_BYTES });
  const feeding = feed(chunks, gunzip);
  feeding.catch(() => undefined);
  try {
    for await (const piece of gunzip) yield piece as Buffer;
    const contentEnd = await feeding;
    if (contentEnd > gunzip.bytesWritten) {
      throw new FlexError(
        'FLEX_INPUT_UNREADABLE',
        `Its gzip data ends at byte ${gunzip.bytesWritten}, but other bytes follow it.`,
        { advice: 'Copy the file again, or fetch the report again.' },
      );
    }
  } finally {
    gunzip.destroy();
    await feeding.catch(() => undefined);
  }
}

/**
 * Gives zlib copies, because it still reads a chunk after it has taken it.
 * @returns the number of bytes up to and with the last that is not zero
 */
async function feed(chunks: AsyncIterable<Buffer>, gunzip: Gunzip): Promise<number> {
  let fed = 0;
  let contentEnd = 0;
  try {
    for await (const chunk of chunks) {
      if (gunzip.destroyed) return contentEnd;
      let end = chunk.length;
      while (end > 0 && chunk[end - 1] === 0) end--;
      if (end > 0) contentEnd = fed + end;
      fed += chunk.length;
      if (!gunzip.write(Buffer.from(chunk))) await drained(gunzip);
    }
    gunzip.end();
  } catch (thrown) {
    gunzip.destroy(thrown as Error);
    throw thrown;
  }
  return contentEnd;
}

/** Resolves when more can be written, or the stream has ended. */
function drained(gunzip: Gunzip): Promise<void> {
  return new Promise((resolve) => {
    if (gunzip.destroyed) {
      resolve();
      return;
    }
    const done = (): void => {
      gunzip.off('drain', done);
      gunzip.off('close', done);
      resolve();
    };
    gunzip.on('drain', done);
    gunzip.on('close', done);
  });
}
