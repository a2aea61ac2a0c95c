/**
 * Writes one answer of the fake service, with the faults that a script asks for.
 * The content of the answer is decided in server.ts.
 */
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { ScriptStep } from './script.js';

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string | Iterable<Buffer> | AsyncIterable<Buffer>;
  /** In a few words, for the log. */
  readonly told: string;
}

export type Faults = Pick<ScriptStep, 'gzip' | 'cutAfter' | 'endAfter' | 'stallAfter'>;

/** Resolves when everything is written; a reader that has disconnected is no error. */
export async function write(
  response: ServerResponse,
  { status, headers, body }: Answer,
  { gzip = false, cutAfter, endAfter, stallAfter }: Faults = {},
): Promise<void> {
  response.writeHead(status, {
    'content-type': 'text/xml;charset=utf-8',
    ...(gzip ? { 'content-encoding': 'gzip' } : {}),
    ...headers,
  });
  const limit = cutAfter ?? endAfter ?? stallAfter ?? Infinity;
  // An incomplete body is sent all the same.
  response.flushHeaders();
  let left = limit;
  for await (const chunk of bytesOf(body, gzip)) {
    const piece = chunk.subarray(0, left);
    if (piece.length > 0 && !(await written(response, piece))) return;
    left -= piece.length;
    if (left <= 0) break;
  }
  if (left > 0 || endAfter !== undefined) response.end();
  else if (cutAfter !== undefined) response.destroy();
}

function bytesOf(body: Answer['body'], gzip: boolean): AsyncIterable<Buffer> {
  const plain = Readable.from(typeof body === 'string' ? [Buffer.from(body)] : body, {
    objectMode: false,
  });
  return gzip ? plain.pipe(createGzip()) : plain;
}

/** @returns false if the other side has disconnected */
async function written(response: ServerResponse, piece: Buffer): Promise<boolean> {
  if (response.destroyed) return false;
  if (response.write(piece)) return true;
  await new Promise<void>((resume) => {
    const go = (): void => {
      response.off('drain', go).off('close', go);
      resume();
    };
    response.on('drain', go).on('close', go);
  });
  return !response.destroyed;
}
