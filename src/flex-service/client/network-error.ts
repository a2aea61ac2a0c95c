/**
 * Network errors, in words a person can act on. Errors of the HTTP client can contain the address
 * of a request, and so the token: none of them leaves this folder. A cause is a copy of the
 * message.
 */
import { redact } from '../../text/redact.js';
import { FlexError } from '../../errors.js';

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

/** Whether the certificate of the service is not trusted: a retry does not help. */
export function isCertificateError(thrown: unknown): boolean {
  return CERTIFICATE.test(codeOf(thrown) ?? '');
}

/**
 * @param host of the request, without path and parameters
 * @param through a proxy, if there is one
 */
export function networkError(
  host: string,
  thrown: unknown,
  through: string | undefined,
): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const code = codeOf(thrown);
  const way = through === undefined ? '' : `, through the proxy ${through}`;
  const cause = copyOf(thrown);
  if (isCertificateError(thrown)) {
    return new FlexError(
      'FLEX_SERVICE_UNAVAILABLE',
      `The certificate of ${host} is not trusted (${code}${way}). The token was not sent.`,
      {
        advice:
          'If your company inspects traffic with a proxy, set NODE_EXTRA_CA_CERTS to its certificate; if not, the connection may be intercepted.',
        cause,
      },
    );
  }
  const reason = REASONS[code ?? ''];
  const told = [reason, code ?? cause.message].filter((part) => part !== undefined);
  return new FlexError(
    'FLEX_SERVICE_UNAVAILABLE',
    `${host} did not deliver: ${told.join(' (')}${reason === undefined ? '' : ')'}${way}.`,
    { cause },
  );
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
