/** Addresses of an object store: `s3://BUCKET/KEY`. Pure. */
import { FlexError } from '../errors.js';

const SCHEME = /^s3:\/\//i;
const BUCKET = /^[a-z0-9][a-z0-9._-]{1,253}[a-z0-9]$/i;
/** Limit of S3, in bytes of UTF-8. */
const LONGEST_KEY = 1024;

export interface Address {
  readonly bucket: string;
  /** A key or a prefix, not encoded; '' for the whole bucket. */
  readonly key: string;
}

/** Whether the text is an address of an object store and not a path. */
export function isAddress(text: string): boolean {
  return SCHEME.test(text);
}

/** @throws FlexError FLEX_CONFIG; the message never repeats a possible password */
export function parseAddress(text: string): Address {
  const [, bucket = '', key = ''] = /^([^/]*)\/?(.*)$/s.exec(text.replace(SCHEME, '')) ?? [];
  if (bucket.includes('@') || bucket.includes(':')) {
    throw new FlexError('FLEX_CONFIG', 'An s3:// address has no user, password or port.', {
      advice:
        'Write s3://BUCKET/PREFIX; set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_ENDPOINT_URL.',
    });
  }
  if (!BUCKET.test(bucket)) {
    throw new FlexError('FLEX_CONFIG', `${JSON.stringify(bucket)} is not a bucket name.`, {
      advice: 'Write s3://BUCKET/PREFIX.',
    });
  }
  checkKey(key);
  return { bucket, key };
}

/** `s3://BUCKET/KEY`. */
export function formatAddress({ bucket, key }: Address): string {
  return `s3://${bucket}/${key}`;
}

/** The prefix for a directory: '' for the whole bucket, else with a slash at the end. */
export function asFolder(key: string): string {
  return key === '' || key.endsWith('/') ? key : `${key}/`;
}

/**
 * HTTP clients resolve steps like `..` before they send a request, so an object with such a key cannot
 * be requested.
 * @throws FlexError FLEX_CONFIG
 */
function checkKey(key: string): void {
  const problem = key.split('/').some((step) => step === '.' || step === '..')
    ? 'it has a . or .. step'
    : Buffer.byteLength(key) > LONGEST_KEY
      ? `it has more than ${LONGEST_KEY} bytes`
      : undefined;
  if (problem === undefined) return;
  throw new FlexError('FLEX_CONFIG', `${JSON.stringify(key)} cannot be a key: ${problem}.`, {
    advice: 'Name another key or prefix.',
  });
}
