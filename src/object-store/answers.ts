/**
 * Parses the XML of a store: pages of a listing, upload IDs, errors, temporary credentials. The
 * meaning of an answer is decided by the caller.
 */
import { SaxesParser } from 'saxes';
import type { Credentials } from './settings.js';
import type { StoredObject } from './store.js';

/** An element without its namespace, its text, and the elements in it. */
interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** @throws Error if it is not well-formed */
function parse(body: Buffer): Element {
  const parser = new SaxesParser();
  const top: Element = { name: '', children: [], text: '' };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('doctype', () => {
    throw new Error('The answer has a document type declaration.');
  });
  parser.on('opentag', ({ name }) => {
    const element = { name: name.replace(/^.*:/, ''), children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => (open.at(-1)!.text += text));
  parser.on('closetag', () => void open.pop());
  parser.write(body.toString('utf8')).close();
  return top.children[0]!;
}

function textOf(element: Element, name: string): string | undefined {
  return element.children.find((child) => child.name === name)?.text;
}

export interface Page {
  readonly objects: readonly StoredObject[];
  /** Token of the next page; undefined after the last. */
  readonly next: string | undefined;
}

/** A ListBucketResult of version 2. @throws Error if it is another document */
export function readPage(body: Buffer): Page {
  const result = parse(body);
  if (result.name !== 'ListBucketResult') throw new Error(`The answer is a ${result.name}.`);
  const encoded = textOf(result, 'EncodingType') === 'url';
  const objects = result.children
    .filter(({ name }) => name === 'Contents')
    .map((each): StoredObject => {
      const key = textOf(each, 'Key') ?? '';
      return {
        key: encoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key,
        size: Number(textOf(each, 'Size')),
        etag: textOf(each, 'ETag') ?? '',
        modified: Date.parse(textOf(each, 'LastModified') ?? ''),
      };
    });
  const truncated = textOf(result, 'IsTruncated') === 'true';
  const next = textOf(result, 'NextContinuationToken');
  if (truncated && (next ?? '') === '')
    throw new Error('A truncated page has no continuation token.');
  return { objects, next: truncated ? next : undefined };
}

/** The UploadId of an InitiateMultipartUploadResult. @throws Error if there is none */
export function readUploadId(body: Buffer): string {
  const id = textOf(parse(body), 'UploadId') ?? '';
  if (id === '') throw new Error('The answer names no UploadId.');
  return id;
}

export interface StoreMessage {
  /** `NoSuchBucket`, `SlowDown`, … */
  readonly code: string;
  readonly message: string;
}

/** The content of an error document; undefined for another body, such as the page of a proxy. */
export function readError(body: Buffer): StoreMessage | undefined {
  try {
    const found = parse(body);
    const error = found.name === 'ErrorResponse' ? found.children[0] : found;
    if (error?.name !== 'Error') return undefined;
    return { code: textOf(error, 'Code') ?? '', message: textOf(error, 'Message') ?? '' };
  } catch {
    return undefined;
  }
}

/** The credentials in an AssumeRoleWithWebIdentityResponse. @throws Error if there are none */
export function readAssumedRole(body: Buffer): Credentials {
  const found = parse(body).children[0]?.children.find(({ name }) => name === 'Credentials');
  const value = (name: string): string => {
    const text = found === undefined ? undefined : textOf(found, name);
    if (text === undefined || text === '') throw new Error(`The answer names no ${name}.`);
    return text;
  };
  return {
    accessKeyId: value('AccessKeyId'),
    secretAccessKey: value('SecretAccessKey'),
    sessionToken: value('SessionToken'),
    expires: Date.parse(value('Expiration')),
  };
}
