/**
 * Uploads a large file in parts, one part in memory at a time. The object appears when the upload
 * is completed; a failed upload is aborted. The store compares each part with the digest in its
 * signature; checksum headers would add nothing, and Cloudflare R2 refuses them on parts.
 */
import { open, type FileHandle } from 'node:fs/promises';
import { FlexError } from '../errors.js';
import { mapErrors } from '../files/fs-errors.js';
import { readUploadId } from './answers.js';
import { notS3 } from './errors.js';
import type { Replied, Requests } from './requests.js';
import type { LocalFile } from './store.js';

/** Metadata by which a writer recognizes its own object. */
export const PUT_MARK = 'x-amz-meta-flexetl-put';

const SMALLEST_PART = 16 * 1024 * 1024;
const MOST_PARTS = 10_000;

export interface Upload {
  readonly key: string;
  /** For messages: `write s3://bucket/key`. */
  readonly doing: string;
  readonly metadata: Readonly<Record<string, string>>;
  /** Checked by the store on completion. */
  readonly condition: Readonly<Record<string, string>>;
}

interface Part {
  readonly number: number;
  readonly etag: string;
}

export class Multipart {
  constructor(
    private readonly requests: Requests,
    private readonly upload: Upload,
  ) {}

  /** @returns the answer to the completion: 412 if the condition was not met, 404 if the upload is gone */
  async send(file: LocalFile): Promise<Pick<Replied, 'status' | 'tries'>> {
    const { key, doing, metadata } = this.upload;
    const { body } = await this.requests.ask({
      ...{ method: 'POST', key, doing, query: { uploads: '' } },
      headers: metadata,
    });
    const uploadId = understood(doing, () => readUploadId(body));
    try {
      const completed = await this.complete(uploadId, await this.sendParts(uploadId, file));
      if (completed.status === 412) await this.abort(uploadId);
      return completed;
    } catch (thrown) {
      await this.abort(uploadId);
      throw thrown;
    }
  }

  private async sendParts(uploadId: string, { path, size }: LocalFile): Promise<Part[]> {
    const { key, doing } = this.upload;
    const length = partLength(size);
    const parts: Part[] = [];
    await withFile(path, async (handle) => {
      for (let at = 0; at < size; at += length) {
        const number = parts.length + 1;
        const body = await readPart(handle, at, Math.min(length, size - at));
        const query = { partNumber: String(number), uploadId };
        const sent = await this.requests.ask({ method: 'PUT', key, doing, query, body });
        const { etag } = sent.headers;
        if (etag === undefined) throw notS3(doing, 'A part has no ETag.');
        parts.push({ number, etag });
      }
    });
    return parts;
  }

  private async complete(uploadId: string, parts: readonly Part[]): Promise<Replied> {
    const { key, doing, condition } = this.upload;
    const listed = parts.map(
      ({ number, etag }) =>
        `<Part><PartNumber>${number}</PartNumber><ETag>${escaped(etag)}</ETag></Part>`,
    );
    const document = `<CompleteMultipartUpload xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${listed.join('')}</CompleteMultipartUpload>`;
    return this.requests.ask({
      ...{ method: 'POST', key, doing, query: { uploadId } },
      headers: { ...condition, 'content-type': 'application/xml' },
      body: Buffer.from(document),
      accept: [404, 412],
    });
  }

  /** A failure here must not hide the first one; leftover parts only cost money. */
  private async abort(uploadId: string): Promise<void> {
    const { key, doing } = this.upload;
    await this.requests
      .ask({ method: 'DELETE', key, doing, query: { uploadId }, accept: [404] })
      .catch(() => undefined);
  }
}

/** Part size that keeps the number of parts within the limit. */
function partLength(size: number): number {
  return Math.max(SMALLEST_PART, Math.ceil(size / MOST_PARTS));
}

/** Opens and closes a local file. @throws FlexError that names the file */
export async function withFile<T>(
  path: string,
  use: (handle: FileHandle) => Promise<T>,
): Promise<T> {
  const handle = await mapErrors(path, () => open(path, 'r'));
  try {
    return await mapErrors(path, () => use(handle));
  } finally {
    await handle.close();
  }
}

/** @throws FlexError FLEX_INPUT_CHANGED if the file has become shorter */
export async function readPart(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const part = Buffer.allocUnsafe(length);
  for (let filled = 0; filled < length;) {
    const { bytesRead } = await handle.read(part, filled, length - filled, from + filled);
    if (bytesRead === 0) {
      throw new FlexError('FLEX_INPUT_CHANGED', 'A file became shorter during its upload.');
    }
    filled += bytesRead;
  }
  return part;
}

/** @throws FlexError FLEX_STORE_FAILED if the answer cannot be parsed */
export function understood<T>(doing: string, read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw notS3(doing, thrown);
  }
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
