/**
 * Tells by the first bytes what the service sent: a report, or something in its place. The receiver
 * checks whether a report is sound.
 */
import { readServiceResponse, type ServiceResponse } from '../response.js';

export type Answer =
  | { readonly kind: 'response'; readonly response: ServiceResponse }
  | { readonly kind: 'html' }
  /** No bytes, or only white space. */
  | { readonly kind: 'empty' }
  /** Anything else: XML, CSV, text. The bytes are whole, from the first on. */
  | { readonly kind: 'report'; readonly body: AsyncIterable<Buffer> };

/** How many bytes are enough to tell what an answer is. */
const HEAD_BYTES = 4096;
/** How many bytes of a FlexStatementResponse are read. It has about three hundred. */
const RESPONSE_BYTES = 64 * 1024;

/** What may come before the root element. */
const PROLOG = /^(?:\uFEFF|<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|\s+)+/s;

/** Enough of an answer to tell what it is: the name of its root, or a first letter. */
const TELLING = /^(?:<[^!?\s/>][^\s/>]*[\s/>]|<!doctype\s+\w+[\s>]|[^<\s])/i;

/** Reads as much as needed to tell. Closes `chunks` unless it is a report. */
export async function readAnswer(chunks: AsyncIterable<Buffer>): Promise<Answer> {
  const iterator = chunks[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  const text = (): string => head.toString('utf8').replace(PROLOG, '');
  const readUntil = async (enough: () => boolean): Promise<void> => {
    while (!enough()) {
      const next = await iterator.next();
      if (next.done === true) return;
      head = Buffer.concat([head, next.value]);
    }
  };
  await readUntil(() => head.length >= HEAD_BYTES || TELLING.test(text()));
  const start = text();
  if (start === '' && head.length < HEAD_BYTES) return { kind: 'empty' };
  const isResponse = /^<FlexStatementResponse[\s/>]/i.test(start);
  if (!isResponse && !/^<(?:!doctype\s+html|html|head|body|script)\b/i.test(start)) {
    return { kind: 'report', body: withHead(head, iterator) };
  }
  if (isResponse) await readUntil(() => head.length >= RESPONSE_BYTES);
  await iterator.return?.();
  return isResponse
    ? { kind: 'response', response: readServiceResponse(text()) }
    : { kind: 'html' };
}

async function* withHead(
  head: Buffer,
  iterator: AsyncIterator<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield head;
    for (let next = await iterator.next(); next.done !== true; next = await iterator.next()) {
      yield next.value;
    }
  } finally {
    await iterator.return?.();
  }
}
