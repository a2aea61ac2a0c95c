/**
 * Network errors, in words a person can act on. Errors of the HTTP client can contain the address
 * of a request, and so the token: none of them leaves this folder. A cause is a copy of the
 * message.
 */
import { FlexError } from '../../errors.js';
import { failureOf, isCertificateError } from '../../http/failures.js';

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
  const { code, told, cause } = failureOf(thrown);
  const way = through === undefined ? '' : `, through the proxy ${through}`;
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
  const message = `${host} did not deliver: ${told}${way}.`;
  return new FlexError('FLEX_SERVICE_UNAVAILABLE', message, { cause });
}
