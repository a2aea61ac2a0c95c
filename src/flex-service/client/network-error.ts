/**
 * What goes wrong between us and the service, in words a person can act on.
 *
 * Errors of the HTTP client can carry the address of a request, and that holds
 * the token: none of them leaves this folder. A cause is a copy of its words.
 */
import { redact } from '../../text/redact.js';
import { FlexError } from '../../errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its name is not known',
  EAI_AGAIN: 'its name cannot be looked up at this time',
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was cut',
  EPIPE: 'the connection was cut',
  UND_ERR_SOCKET: 'the connection was cut',
  EHOSTUNREACH: 'there is no way to it',
  ENETUNREACH: 'there is no way to it',
  ETIMEDOUT: 'it does not answer',
  UND_ERR_CONNECT_TIMEOUT: 'it does not answer',
  UND_ERR_HEADERS_TIMEOUT: 'it took too long to answer',
  UND_ERR_BODY_TIMEOUT: 'it stopped sending',
  Z_BUF_ERROR: 'its answer, packed with gzip, is cut off',
  Z_DATA_ERROR: 'its answer, packed with gzip, is damaged',
};

const CERTIFICATE = /CERT|SELF_SIGNED|UNABLE_TO_(?:GET|VERIFY)|^ERR_(?:SSL|TLS)|^EPROTO$/;

/** Whether the service showed a certificate that is not trusted: asking again changes nothing. */
export function isCertificateError(thrown: unknown): boolean {
  return CERTIFICATE.test(codeOf(thrown) ?? '');
}

/**
 * @param host what was spoken to, without path and parameters
 * @param through a proxy, where there is one
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
          'If a proxy of your company reads along, name its certificate in NODE_EXTRA_CA_CERTS; if not, the connection may be intercepted.',
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
  // Of an unnamed failure of the socket, the cause tells more.
  if (code === 'UND_ERR_SOCKET' && codeOf(cause) !== undefined) return codeOf(cause);
  return typeof code === 'string' && code !== 'UND_ERR_ABORTED' ? code : undefined;
}

function copyOf(thrown: unknown): Error {
  const { name, message } = thrown instanceof Error ? thrown : new Error(String(thrown));
  const copy = new Error(redact(message));
  copy.name = name;
  return copy;
}
