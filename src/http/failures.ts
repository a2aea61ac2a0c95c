/**
 * Errors of the HTTP client, in words a person can act on. The code of a FlexError, and the advice,
 * are decided by the caller.
 */
import { redact } from '../text/redact.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'the host name is unknown',
  EAI_AGAIN: 'the host name cannot be resolved at the moment',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'the host is unreachable',
  ENETUNREACH: 'the network is unreachable',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it took too long to answer',
  UND_ERR_BODY_TIMEOUT: 'it stopped sending',
  Z_BUF_ERROR: 'the gzip data of its answer is cut off',
  Z_DATA_ERROR: 'the gzip data of its answer is damaged',
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_(?:SSL|TLS)|^EPROTO$/;

export interface Failure {
  /** Of the system or of undici. */
  readonly code: string | undefined;
  /** `the connection was cut (ECONNRESET)`, or the message of the error. */
  readonly told: string;
  /** A copy of the error without secrets: the error itself can contain the address of a request. */
  readonly cause: Error;
}

export function failureOf(thrown: unknown): Failure {
  const code = codeOf(thrown);
  const cause = copyOf(thrown);
  const reason = REASONS[code ?? ''];
  const name = code ?? cause.message;
  return { code, cause, told: reason === undefined ? name : `${reason} (${name})` };
}

/** Whether the certificate of the host is not trusted: a retry does not help. */
export function isCertificateError(thrown: unknown): boolean {
  return CERTIFICATE.test(codeOf(thrown) ?? '');
}

function codeOf(thrown: unknown): string | undefined {
  const { code, cause } = (thrown ?? {}) as { code?: unknown; cause?: unknown };
  // For an unspecified socket failure, the cause is more informative.
  if (code === 'UND_ERR_SOCKET' && codeOf(cause) !== undefined) return codeOf(cause);
  return typeof code === 'string' && code !== 'UND_ERR_ABORTED' ? code : undefined;
}

function copyOf(thrown: unknown): Error {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const copy = new Error(redact(message));
  copy.name = name;
  return copy;
}
