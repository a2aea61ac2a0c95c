/**
 * A bucket of Amazon S3 or of a compatible store. Requests are requests.ts, large files
 * multipart.ts.
 */
import { createHash, randomUUID } from 'node:crypto';
import { FlexError } from '../errors.js';
import { readError, readPage } from './answers.js';
import { formatAddress } from './address.js';
import { notS3, refusal } from './errors.js';
import { Multipart, PUT_MARK, readPart, understood, withFile } from './multipart.js';
import type { Replied, Requests } from './requests.js';
import type { Content, LocalFile, ObjectStore, StoredObject } from './store.js';

/** Block size of a stream, large enough that the overhead of a request does not matter. */
const BLOCK = 8 * 1024 * 1024;
const LARGEST_AT_ONCE = 16 * 1024 * 1024;

const ABSENT = { 'if-none-match': '*' } as const;

interface Block {
  readonly bytes: Buffer;
  readonly etag: string;
  /** Size of the whole object. */
  readonly size: number;
}

export class S3Store implements ObjectStore {
  constructor(
    private readonly bucket: string,
    private readonly requests: Requests,
    private readonly largestAtOnce = LARGEST_AT_ONCE,
  ) {}

  addressOf(key: string): string {
    return formatAddress({ bucket: this.bucket, key });
  }

  async head(key: string): Promise<StoredObject | undefined> {
    const { status, headers } = await this.headOf(key);
    if (status === 404) return undefined;
    return {
      key,
      size: Number(headers['content-length']),
      etag: textOf(headers['etag']),
      modified: Date.parse(textOf(headers['last-modified'])),
    };
  }

  async read(key: string): Promise<Buffer | undefined> {
    const doing = `read ${this.addressOf(key)}`;
    const found = await this.requests.ask({
      method: 'GET',
      key,
      limit: BLOCK,
      accept: [404],
      doing,
    });
    if (found.status !== 404) return found.body;
    this.mustHaveBucket(doing, found);
    return undefined;
  }

  async *open({ key, etag }: Pick<StoredObject, 'key' | 'etag'>): AsyncGenerator<Buffer> {
    let known = etag;
    let next: Promise<Block> | undefined = this.block(key, 0, known);
    for (let at = 0; next !== undefined;) {
      const { bytes, etag: found, size }: Block = await next;
      known ||= found;
      at += bytes.length;
      next = at < size ? this.block(key, at, known) : undefined;
      // It is awaited in the next turn; until then its failure must not count as unhandled.
      next?.catch(() => undefined);
      if (bytes.length > 0) yield bytes;
    }
  }

  async *pages(prefix: string): AsyncGenerator<readonly StoredObject[]> {
    const doing = `list ${this.addressOf(prefix)}`;
    for (let token: string | undefined = ''; token !== undefined;) {
      const query = {
        'list-type': '2',
        'encoding-type': 'url',
        prefix,
        ...(token === '' ? {} : { 'continuation-token': token }),
      };
      const { body } = await this.requests.ask({ method: 'GET', key: '', query, doing });
      const page = understood(doing, () => readPage(body));
      if (page.next === token)
        throw notS3(doing, 'A page of the listing names itself as the next.');
      token = page.next;
      if (page.objects.length > 0) yield page.objects;
    }
  }

  async put(key: string, content: Content): Promise<void> {
    if (!(await this.send(key, content, {}))) throw this.disappeared(key);
  }

  async putIfAbsent(key: string, content: Content): Promise<boolean> {
    return this.send(key, content, ABSENT);
  }

  async delete(key: string): Promise<void> {
    const doing = `delete ${this.addressOf(key)}`;
    await this.requests.ask({ method: 'DELETE', key, accept: [404], doing });
  }

  /** @returns false if another object has the key */
  private async send(
    key: string,
    content: Content,
    condition: Readonly<Record<string, string>>,
  ): Promise<boolean> {
    const mark = randomUUID();
    const { status, tries } = await this.sent(key, content, condition, { [PUT_MARK]: mark });
    if (status < 400) return true;
    if (status === 412 && tries === 1) return false;
    // An earlier try may have created the object, although its answer was lost.
    const found = await this.headOf(key);
    if (textOf(found.headers[PUT_MARK]) === mark) return true;
    if (found.status === 404) throw this.disappeared(key);
    return false;
  }

  private async sent(
    key: string,
    content: Content,
    condition: Readonly<Record<string, string>>,
    metadata: Readonly<Record<string, string>>,
  ): Promise<Pick<Replied, 'status' | 'tries'>> {
    const doing = `write ${this.addressOf(key)}`;
    if (!Buffer.isBuffer(content) && content.size > this.largestAtOnce) {
      return new Multipart(this.requests, { key, doing, metadata, condition }).send(content);
    }
    const body = Buffer.isBuffer(content) ? content : await wholeFile(content);
    const headers = { ...condition, ...metadata, ...checksumOf(body) };
    return this.requests.ask({ method: 'PUT', key, headers, body, accept: [412], doing });
  }

  private disappeared(key: string): FlexError {
    const message = `The upload of ${this.addressOf(key)} has disappeared.`;
    return new FlexError('FLEX_STORE_UNAVAILABLE', message, {
      advice: 'Run again; make sure that no rule of the bucket aborts uploads within hours.',
    });
  }

  private headOf(key: string): Promise<Replied> {
    const doing = `find ${this.addressOf(key)}`;
    return this.requests.ask({ method: 'HEAD', key, accept: [404], doing });
  }

  /** @param etag '' for any content */
  private async block(key: string, from: number, etag: string): Promise<Block> {
    const address = this.addressOf(key);
    const doing = `read ${address}`;
    const answer = await this.requests.ask({
      ...{ method: 'GET', key, doing },
      headers: { range: `bytes=${from}-${from + BLOCK - 1}`, ...(etag && { 'if-match': etag }) },
      limit: BLOCK,
      accept: [404, 412, 416],
    });
    const { status, headers, body } = answer;
    const at = { file: address };
    if (status === 404) {
      this.mustHaveBucket(doing, answer);
      throw new FlexError('FLEX_INPUT_NOT_FOUND', 'There is no such object.', { at });
    }
    if (status === 412) {
      throw new FlexError('FLEX_INPUT_CHANGED', 'The object was replaced while it was read.', {
        at,
      });
    }
    // An empty object has no first byte to ask for.
    if (status === 416) return { bytes: Buffer.alloc(0), etag, size: 0 };
    const range = /^bytes (\d+)-\d+\/(\d+)$/.exec(textOf(headers['content-range']));
    const [, start, size] = range ?? [];
    const whole = status !== 206 && from === 0;
    if (!whole && (Number(start) !== from || body.length === 0)) {
      throw notS3(doing, 'A partial answer has another range than requested.');
    }
    return {
      bytes: body,
      etag: textOf(headers['etag']),
      size: size === undefined ? body.length : Number(size),
    };
  }

  /** A missing bucket and a missing object have the same status. */
  private mustHaveBucket(doing: string, answer: Replied): void {
    const said = readError(answer.body);
    if (said?.code === 'NoSuchBucket') throw refusal(doing, answer);
  }
}

/** The store compares it with the received bytes, and keeps it with the object. */
function checksumOf(body: Buffer): { 'x-amz-checksum-sha256': string } {
  return { 'x-amz-checksum-sha256': createHash('sha256').update(body).digest('base64') };
}

async function wholeFile({ path, size }: LocalFile): Promise<Buffer> {
  return withFile(path, (handle) => readPart(handle, 0, size));
}

function textOf(header: string | readonly string[] | undefined): string {
  return typeof header === 'string' ? header : (header?.[0] ?? '');
}
