/**
 * Reads a FlexStatementResponse, the service's answer that is not a statement.
 * What is made of it, and what of it may be shown, is decided elsewhere.
 */

/** What an answer says; a field that it does not have, or has empty, is undefined. */
export interface ServiceResponse {
  /** `Success`, `Warn` or `Fail`, all of them sent with the HTTP status 200. */
  readonly status: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly referenceCode: string | undefined;
  /** Where the report is to be had: `<Url>` as it is sent, `<url>` as it is documented. */
  readonly url: string | undefined;
  /** When it answered, by its own clock, to the minute: `02 July, 2026 08:05 PM EDT`. */
  readonly timestamp: string | undefined;
}

/** The name of the root element of an answer. */
export const RESPONSE_ROOT = 'FlexStatementResponse';

/** @param xml the answer from its root on; it may be cut */
export function readServiceResponse(xml: string): ServiceResponse {
  return {
    status: valueOf(xml, 'Status'),
    errorCode: valueOf(xml, 'ErrorCode'),
    errorMessage: valueOf(xml, 'ErrorMessage'),
    referenceCode: valueOf(xml, 'ReferenceCode'),
    url: valueOf(xml, 'Url'),
    timestamp: valueOf(xml, 'timestamp'),
  };
}

/**
 * The text of a child element, or the value of an attribute, of that name in any case. A value
 * that is cut off is none: half a reference code is another code.
 */
function valueOf(xml: string, name: string): string | undefined {
  const child = new RegExp(`<${name}(?:\\s[^>]*)?>([^<]*)<`, 'i').exec(xml)?.[1];
  const attribute = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'i').exec(xml);
  const value = child ?? attribute?.[1] ?? attribute?.[2] ?? '';
  const text = unescaped(value).replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name: string) => ENTITIES[name]!);
}
