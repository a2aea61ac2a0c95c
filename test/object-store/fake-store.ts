/**
 * A strict object store in memory, for tests: it checks signatures and checksums, honours
 * conditions, has pages and uploads in parts, and fails on demand. Tests with a real store are
 * real-store.test.ts.
 */
import { createHash, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fault, type Key } from './signature.js';

export const KEY: Key = { id: 'AKIDEXAMPLE', secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' };

interface Stored {
  readonly bytes: Buffer;
  readonly etag: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Milliseconds since 1970. */
  readonly modified: number;
}

interface Upload {
  readonly key: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly parts: Map<number, Buffer>;
}

/** A failure to simulate. */
export type Fault =
  | { readonly status: number; readonly code: string }
  /** The connection is cut before the request takes effect, after it, or within the answer. */
  | 'cut before'
  | 'cut after'
  | 'cut midway'
  /** Status 200, with an error in the body. */
  | 'failed late'
  /** Invalid answers: an empty block, a block of another range, an endless listing. */
  | 'no bytes'
  | 'wrong range'
  | 'same page';

export interface FakeStoreOptions {
  readonly bucket?: string;
  readonly key?: Key;
  /** Keys in a page. Default: 1000. */
  readonly pageSize?: number;
  /** Requests signed for another region are refused. */
  readonly region?: string;
  /** When objects are written, in milliseconds since 1970. Default: a day in 2024. */
  readonly now?: () => number;
}

const LONG_AGO = Date.UTC(2024, 2, 5, 12, 21, 4);

/** The parts of an answer. */
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Buffer | string;
}

const xml = (name: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</${name}>`;
const error = (status: number, code: string): Reply => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>invented</Message></Error>`,
});
const hash = (algorithm: string, bytes: Buffer): string =>
  createHash(algorithm).update(bytes).digest('hex');

export class FakeStore {
  readonly bucket: string;
  readonly objects = new Map<string, Stored>();
  readonly uploads = new Map<string, Upload>();
  /** `GET /bucket/key?query`, in order of arrival. */
  readonly requests: string[] = [];
  /** Called for each request, with the number of identical requests so far. */
  faultOf: (request: string, nth: number) => Fault | undefined = () => undefined;
  /** Awaited after a request has taken effect, before its answer. */
  beforeReply: (request: string) => Promise<void> = () => Promise.resolve();
  /** Writes that honour `If-None-Match`. */
  honoursConditions: 'always' | 'without parts' | 'never' = 'always';
  private readonly key: Key;
  private readonly server = createServer((request, response) => {
    void this.handle(request, response);
  });
  private sorted: string[] | undefined;

  private constructor(private readonly options: FakeStoreOptions) {
    this.bucket = options.bucket ?? 'reports';
    this.key = options.key ?? KEY;
  }

  static async start(options: FakeStoreOptions = {}): Promise<FakeStore> {
    const store = new FakeStore(options);
    await new Promise<void>((resolve) => {
      store.server.listen(0, '127.0.0.1', resolve);
    });
    return store;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Variables for a process or for `openStore`. */
  get env(): Readonly<Record<string, string>> {
    const { port } = this.server.address() as AddressInfo;
    return {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: this.key.id,
      AWS_SECRET_ACCESS_KEY: this.key.secret,
      AWS_CONFIG_FILE: '/nonexistent',
      AWS_SHARED_CREDENTIALS_FILE: '/nonexistent',
    };
  }

  /** Writes an object, as another program would. */
  set(key: string, content: Buffer | string): void {
    const bytes = Buffer.from(content);
    this.keep(key, { bytes, etag: `"${hash('md5', bytes)}"`, metadata: {} });
  }

  text(key: string): string | undefined {
    return this.objects.get(key)?.bytes.toString('utf8');
  }

  private keep(key: string, stored: Omit<Stored, 'modified'>): void {
    if (!this.objects.has(key)) this.sorted = undefined;
    const { now = (): number => LONG_AGO } = this.options;
    this.objects.set(key, { ...stored, modified: now() });
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const body = Buffer.concat(pieces);
    const line = `${request.method} ${request.url}`;
    this.requests.push(line);
    const nth = this.requests.filter((each) => each === line).length;
    const planned = this.faultOf(line, nth);
    if (planned === 'cut before') return void response.destroy();
    const reply =
      typeof planned === 'object'
        ? error(planned.status, planned.code)
        : planned === 'failed late'
          ? { ...error(200, 'InternalError') }
          : distorted(this.answer(request, body), planned);
    await this.beforeReply(line);
    if (planned === 'cut after') return void response.destroy();
    const content = Buffer.from(reply.body ?? '');
    response.writeHead(reply.status, {
      'content-length': content.length,
      ...reply.headers,
    });
    if (planned !== 'cut midway') return void response.end(content);
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  }

  private answer(request: IncomingMessage, body: Buffer): Reply {
    const { region } = this.options;
    if (region !== undefined && request.headers.authorization?.includes(`/${region}/`) !== true) {
      const elsewhere = error(400, 'AuthorizationHeaderMalformed');
      return { ...elsewhere, headers: { 'x-amz-bucket-region': region } };
    }
    const wrong = fault(request, body, this.key);
    if (wrong !== undefined) return error(wrong === 'InvalidToken' ? 400 : 403, wrong);
    const { method, headers } = request;
    const [path = '', search = ''] = request.url!.split('?');
    const [, bucket, rest = ''] = /^\/([^/]*)\/?(.*)$/.exec(path) ?? [];
    if (bucket !== this.bucket) return error(404, 'NoSuchBucket');
    const sum = headers['x-amz-checksum-sha256'];
    if (sum !== undefined && createHash('sha256').update(body).digest('base64') !== sum) {
      return error(400, 'BadDigest');
    }
    const key = decodeURIComponent(rest);
    const query = new URLSearchParams(search.replaceAll('+', '%2B'));
    if (key === '') return method === 'GET' ? this.list(query) : error(405, 'MethodNotAllowed');
    const uploadId = query.get('uploadId');
    if (method === 'POST' && query.has('uploads')) return this.begin(key, request);
    if (uploadId !== null) return this.inParts(uploadId, { key, query, body }, request);
    if (method === 'PUT') return this.put(key, body, request);
    if (method === 'DELETE') {
      if (this.objects.delete(key)) this.sorted = undefined;
      return { status: 204 };
    }
    return this.get(key, request);
  }

  private list(query: URLSearchParams): Reply {
    if (query.get('list-type') !== '2' || query.get('encoding-type') !== 'url') {
      return error(400, 'InvalidArgument');
    }
    const prefix = query.get('prefix') ?? '';
    this.sorted ??= inByteOrder([...this.objects.keys()]);
    const after = Buffer.from(query.get('continuation-token') ?? '', 'base64').toString('utf8');
    let from = after === '' ? 0 : this.sorted.indexOf(after) + 1;
    while (from < this.sorted.length && !this.sorted[from]!.startsWith(prefix)) from += 1;
    const page = this.sorted
      .slice(from, from + (this.options.pageSize ?? 1000))
      .filter((key) => key.startsWith(prefix));
    const more = this.sorted[from + page.length]?.startsWith(prefix) ?? false;
    const contents = page.map((key) => {
      const { bytes, etag, modified } = this.objects.get(key)!;
      const encoded = encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+');
      return `<Contents><Key>${encoded}</Key><LastModified>${new Date(modified).toISOString()}</LastModified><ETag>${etag.replaceAll('"', '&quot;')}</ETag><Size>${bytes.length}</Size></Contents>`;
    });
    const next = Buffer.from(page.at(-1) ?? '').toString('base64');
    const token = more ? `<NextContinuationToken>${next}</NextContinuationToken>` : '';
    const head = `<EncodingType>url</EncodingType><IsTruncated>${more}</IsTruncated>${token}`;
    return { status: 200, body: xml('ListBucketResult', head + contents.join('')) };
  }

  private put(key: string, bytes: Buffer, request: IncomingMessage): Reply {
    const refused = this.refusedByCondition(key, request);
    if (refused !== undefined) return refused;
    const etag = `"${hash('md5', bytes)}"`;
    this.keep(key, { bytes, etag, metadata: metadataOf(request) });
    return { status: 200, headers: { etag } };
  }

  private refusedByCondition(key: string, { method, headers }: IncomingMessage): Reply | undefined {
    const honouring = method === 'PUT' ? ['always', 'without parts'] : ['always'];
    const asked = headers['if-none-match'] === '*' && honouring.includes(this.honoursConditions);
    return asked && this.objects.has(key) ? error(412, 'PreconditionFailed') : undefined;
  }

  private get(key: string, { method, headers }: IncomingMessage): Reply {
    const stored = this.objects.get(key);
    if (stored === undefined) return method === 'HEAD' ? { status: 404 } : error(404, 'NoSuchKey');
    const { bytes, etag, metadata, modified } = stored;
    const wanted = headers['if-match'];
    if (wanted !== undefined && wanted !== etag) return error(412, 'PreconditionFailed');
    const facts = { etag, ...metadata, 'last-modified': new Date(modified).toUTCString() };
    if (method === 'HEAD') {
      return { status: 200, headers: { ...facts, 'content-length': String(bytes.length) } };
    }
    const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(headers.range ?? '') ?? [];
    if (from === undefined) return { status: 200, headers: facts, body: bytes };
    if (Number(from) >= bytes.length) return error(416, 'InvalidRange');
    const part = bytes.subarray(Number(from), Number(to) + 1);
    const range = `bytes ${from}-${Number(from) + part.length - 1}/${bytes.length}`;
    return { status: 206, headers: { ...facts, 'content-range': range }, body: part };
  }

  private begin(key: string, request: IncomingMessage): Reply {
    const id = randomUUID();
    this.uploads.set(id, { key, metadata: metadataOf(request), parts: new Map() });
    const inner = `<Bucket>${this.bucket}</Bucket><UploadId>${id}</UploadId>`;
    return { status: 200, body: xml('InitiateMultipartUploadResult', inner) };
  }

  private inParts(
    id: string,
    { key, query, body }: { key: string; query: URLSearchParams; body: Buffer },
    request: IncomingMessage,
  ): Reply {
    const upload = this.uploads.get(id);
    if (upload?.key !== key) return error(404, 'NoSuchUpload');
    if (request.method === 'DELETE') {
      this.uploads.delete(id);
      return { status: 204 };
    }
    if (request.method === 'PUT') {
      const sum = request.headers['x-amz-checksum-sha256'];
      // Cloudflare R2 supports this header only for whole objects.
      if (sum !== undefined) return error(501, 'NotImplemented');
      upload.parts.set(Number(query.get('partNumber')), body);
      return { status: 200, headers: { etag: `"${hash('md5', body)}"` } };
    }
    const refused = this.refusedByCondition(key, request);
    if (refused !== undefined) return refused;
    return this.complete(id, upload, body.toString('utf8'));
  }

  private complete(id: string, { key, metadata, parts }: Upload, document: string): Reply {
    const listed = [
      ...document.matchAll(/<Part><PartNumber>(\d+)<\/PartNumber><ETag>([^<]+)<\/ETag><\/Part>/g),
    ];
    const bytes: Buffer[] = [];
    for (const [index, [, number, etag]] of listed.entries()) {
      const part = parts.get(Number(number));
      const due = part && `&quot;${hash('md5', part)}&quot;`;
      if (part === undefined || etag !== due) return error(400, 'InvalidPart');
      if (index < listed.length - 1 && part.length < 5 * 1024 * 1024) {
        return error(400, 'EntityTooSmall');
      }
      bytes.push(part);
    }
    if (bytes.length === 0) return error(400, 'MalformedXML');
    const whole = Buffer.concat(bytes);
    const etag = `"${hash('md5', whole)}-${bytes.length}"`;
    this.keep(key, { bytes: whole, etag, metadata });
    this.uploads.delete(id);
    return { status: 200, body: xml('CompleteMultipartUploadResult', `<Key>k</Key>`) };
  }
}

/** The answer, changed to an invalid one. */
function distorted(reply: Reply, planned: Fault | undefined): Reply {
  if (planned === 'no bytes') return { ...reply, body: '' };
  if (planned === 'wrong range') {
    return { ...reply, headers: { ...reply.headers, 'content-range': 'bytes 1-8/9437184' } };
  }
  if (planned !== 'same page') return reply;
  const body = String(reply.body).replace(/(<NextContinuationToken>)[^<]*/, '$1YQ==');
  return { ...reply, body };
}

function inByteOrder(keys: readonly string[]): string[] {
  return keys
    .map((key) => ({ key, bytes: Buffer.from(key) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ key }) => key);
}

function metadataOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      name.startsWith('x-amz-meta-') ? [[name, String(value)]] : [],
    ),
  );
}
