/**
 * Describes a FlexStatementResponse, the service's answer without a statement. Reference codes,
 * addresses and tokens are never repeated.
 */
import { FlexError } from '../../errors.js';
import { SERVICE_CODES } from '../../flex-service/codes.js';
import { readServiceResponse, type ServiceResponse } from '../../flex-service/response.js';

/** @param xml the answer from its root on; it may be cut */
export function envelopeError(xml: string): FlexError {
  const { status, errorCode: code, errorMessage: message } = shown(readServiceResponse(xml));
  const known = code === undefined ? undefined : SERVICE_CODES.get(code);
  const quoted = [
    status === undefined ? '' : `Status ${status}`,
    code === undefined ? '' : `ErrorCode ${code}`,
    message === undefined ? '' : `“${message}”`,
  ].filter((part) => part !== '');
  const says = quoted.length === 0 ? '' : `: ${quoted.join(', ')}`;
  const stop = says.endsWith('.”') ? '' : '.';
  const means = known === undefined ? '' : ` ${code} means that ${known.meaning}.`;
  return new FlexError(
    'FLEX_ENVELOPE',
    `This is an answer of the Flex Web Service and not a statement${says}${stop}${means}`,
    { advice: known?.advice ?? adviceWithoutMeaning(status, code) },
  );
}

function adviceWithoutMeaning(status: string | undefined, code: string | undefined): string {
  if (code !== undefined) return 'The code is undocumented. Fetch the report again.';
  return status?.toLowerCase() === 'success'
    ? 'It only confirms the request: fetch the report that it announces.'
    : 'Fetch the report again.';
}

/** The fields as they may stand in a message. */
function shown(response: ServiceResponse): Partial<ServiceResponse> {
  const texts = Object.entries(response).flatMap(([name, text]: [string, string | undefined]) =>
    text === undefined ? [] : [[name, withoutSecrets(text).slice(0, 200)]],
  );
  return Object.fromEntries(texts) as Partial<ServiceResponse>;
}

/**
 * Text fit for a message: without addresses, without the value of a parameter
 * `t`, and without numbers long enough to be a token or a reference code.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/[a-z][a-z0-9+.-]{0,30}:\/\/[^\s"'<>]*/gi, '(address)')
    .replace(/\bt=[^&\s"'<>]*/gi, 't=(hidden)')
    .replace(/\d{8,}/g, '(number)');
}
