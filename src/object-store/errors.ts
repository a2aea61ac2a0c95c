/**
 * Errors of a store and of the network, as FlexErrors. The status and the code of the error document
 * decide; the callers know which statuses are no errors.
 */
import { FlexError, type ErrorCode } from '../errors.js';
import { failureOf, isCertificateError } from '../http/failures.js';
import type { Answer } from '../http/exchange.js';
import { redact } from '../text/redact.js';
import { readError, type StoreMessage } from './answers.js';

/** Codes of the store that say more than the status, with advice. */
const CODES: Readonly<Record<string, readonly [ErrorCode, string?]>> = {
  NoSuchBucket: ['FLEX_CONFIG', 'Create the bucket, or correct its name.'],
  InvalidBucketName: ['FLEX_CONFIG', 'Correct the name of the bucket.'],
  InvalidAccessKeyId: ['FLEX_STORE_REFUSED', 'Correct AWS_ACCESS_KEY_ID, or create a new key.'],
  SignatureDoesNotMatch: ['FLEX_STORE_REFUSED', 'Correct AWS_SECRET_ACCESS_KEY and AWS_REGION.'],
  InvalidObjectState: ['FLEX_STORE_REFUSED', 'Restore the object from its archive class first.'],
  RequestTimeTooSkewed: ['FLEX_STORE_REFUSED', 'Correct the clock of this machine.'],
  ExpiredToken: ['FLEX_STORE_REFUSED', 'The credentials have expired: get new ones.'],
  InvalidToken: ['FLEX_STORE_REFUSED', 'Correct AWS_SESSION_TOKEN, or unset it.'],
  AuthorizationHeaderMalformed: ['FLEX_STORE_REFUSED', 'Set AWS_REGION to that of the bucket.'],
  PermanentRedirect: ['FLEX_CONFIG', 'Set AWS_REGION to that of the bucket.'],
  RequestTimeout: ['FLEX_STORE_UNAVAILABLE'],
  IncompleteBody: ['FLEX_STORE_UNAVAILABLE'],
  BadDigest: ['FLEX_STORE_UNAVAILABLE'],
  XAmzContentSHA256Mismatch: ['FLEX_STORE_UNAVAILABLE'],
  ConditionalRequestConflict: ['FLEX_STORE_BUSY'],
  OperationAborted: ['FLEX_STORE_BUSY'],
  SlowDown: ['FLEX_STORE_BUSY'],
  QuotaExceeded: ['FLEX_DEST_FULL'],
  XMinioStorageFull: ['FLEX_DEST_FULL'],
  NotImplemented: [
    'FLEX_STORE_FAILED',
    'The store lacks a feature that flexetl needs; `flexetl check --archive` tests it.',
  ],
};

const STATUSES: Readonly<Record<number, ErrorCode>> = {
  401: 'FLEX_STORE_REFUSED',
  403: 'FLEX_STORE_REFUSED',
  408: 'FLEX_STORE_UNAVAILABLE',
  409: 'FLEX_STORE_BUSY',
  429: 'FLEX_STORE_BUSY',
  500: 'FLEX_STORE_UNAVAILABLE',
  502: 'FLEX_STORE_UNAVAILABLE',
  503: 'FLEX_STORE_BUSY',
  504: 'FLEX_STORE_UNAVAILABLE',
  507: 'FLEX_DEST_FULL',
};

/** Errors that a retry may cure. */
export const CURABLE: ReadonlySet<ErrorCode> = new Set([
  'FLEX_STORE_UNAVAILABLE',
  'FLEX_STORE_BUSY',
]);

/** The error of an answer. @param doing `read s3://bucket/key`, for the message */
export function refusal(
  doing: string,
  { status, body }: Pick<Answer, 'status' | 'body'>,
): FlexError {
  return refusalSaid(doing, status, readError(body));
}

function refusalSaid(doing: string, status: number, said: StoreMessage | undefined): FlexError {
  const [ofCode, advice] = CODES[said?.code ?? ''] ?? [];
  const code = ofCode ?? STATUSES[status] ?? 'FLEX_STORE_FAILED';
  const parts = [said?.code, said?.message].filter((part) => part !== undefined && part !== '');
  const told = redact([`HTTP ${status}`, ...parts].join(', '));
  return new FlexError(code, `The object store did not ${doing}: ${told}.`, {
    ...(advice === undefined ? {} : { advice }),
  });
}

/** @param host of the request */
export function connectionError(host: string, thrown: unknown, through?: string): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const { code, told, cause } = failureOf(thrown);
  const way = through === undefined ? '' : `, through the proxy ${through}`;
  if (!isCertificateError(thrown)) {
    const message = `The object store at ${host} did not deliver: ${told}${way}.`;
    return new FlexError('FLEX_STORE_UNAVAILABLE', message, { cause });
  }
  const message = `The certificate of the object store at ${host} is not trusted (${code}${way}).`;
  const advice = 'Set AWS_CA_BUNDLE or NODE_EXTRA_CA_CERTS to the certificate of its authority.';
  return new FlexError('FLEX_STORE_REFUSED', message, { cause, advice });
}

/** An answer that S3 would not give. */
export function notS3(doing: string, thrown: unknown): FlexError {
  const { message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new FlexError(
    'FLEX_STORE_FAILED',
    `Unexpected answer of the object store to "${doing}": ${message}`,
    {
      cause: thrown,
      advice: 'Check AWS_ENDPOINT_URL: it must be the address of a service that speaks S3.',
    },
  );
}
