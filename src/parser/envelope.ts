/**
 * A FlexStatementResponse, the service's answer that is not a statement, told
 * in words. Reference codes, addresses and tokens are never repeated.
 */
import { FlexError } from '../errors.js';
import { SERVICE_CODES } from './service-codes.js';

/** @param xml the answer from its root on; it may be cut */
export function envelopeError(xml: string): FlexError {
  const status = valueOf(xml, 'Status');
  const code = valueOf(xml, 'ErrorCode');
  const message = valueOf(xml, 'ErrorMessage');
  const known = code === undefined ? undefined : SERVICE_CODES.get(code);
  const quoted = [
    status === undefined ? '' : `Status ${status}`,
    code === undefined ? '' : `ErrorCode ${code}`,
    message === undefined ? '' : `“${message}”`,
  ].filter((part) => part !== '');
  const says = quoted.length === 0 ? '' : `: ${quoted.join(', ')}`;
  const means = known === undefined ? '' : ` ${code} means that ${known.meaning}.`;
  return new FlexError(
    'FLEX_ENVELOPE',
    `This is an answer of the Flex Web Service and not a statement${says}.${means}`,
    { advice: known?.advice ?? adviceWithoutMeaning(status, code) },
  );
}

function adviceWithoutMeaning(status: string | undefined, code: string | undefined): string {
  if (code !== undefined) return 'The code is not a documented one. Fetch the report again.';
  return status?.toLowerCase() === 'success'
    ? 'It only confirms that the report was asked for: fetch the report that it announces.'
    : 'Fetch the report again.';
}

/** The text of a child element, or the value of an attribute, of that name in any case. */
function valueOf(xml: string, name: string): string | undefined {
  const child = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)`, 'i').exec(xml)?.[1];
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)|'([^'<]*))`, 'i').exec(xml);
  const value = child ?? attribute?.[1] ?? attribute?.[2];
  const shown = value === undefined ? '' : withoutSecrets(value.replace(/\s+/g, ' ').trim());
  return shown === '' ? undefined : shown.slice(0, 200);
}

/**
 * Text fit for a message: without addresses, without the value of a parameter
 * `t`, and without numbers long enough to be a token or a reference code.
 */
export function withoutSecrets(text: string): string {
  return text
    .replace(/[a-z][a-z0-9+.-]*:\/\/[^\s"'<>]*/gi, '(address)')
    .replace(/\bt=[^&\s"'<>]*/gi, 't=(hidden)')
    .replace(/\d{8,}/g, '(number)');
}
