/**
 * Reads a FlexStatementResponse, the service's answer without a statement. Consequences, and how
 * much of it may be shown, are decided elsewhere.
 */

/** The fields of an answer; missing and empty ones are undefined. */
export interface ServiceResponse {
  /** `Success`, `Warn` or `Fail`, all of them sent with the HTTP status 200. */
  readonly status: string | undefined;
  readonly errorCode: string | undefined;
  readonly errorMessage: string | undefined;
  readonly referenceCode: string | undefined;
  /** The address of the report: `<Url>` as sent, `<url>` as documented. */
  readonly url: string | undefined;
  /** The time of the answer by the service's clock, to the minute: `02 July, 2026 08:05 PM EDT`. */
  readonly timestamp: string | undefined;
}

/** @param xml the answer from its root on; it may be truncated */
export function readServiceResponse(xml: string): ServiceResponse {
  const [children, attributes] = [valuesOf(xml, CHILD), valuesOf(xml, ATTRIBUTE)];
  const valueOf = (name: string): string | undefined => {
    const value = children.get(name) ?? attributes.get(name) ?? '';
    const text = unescaped(value).replace(/\s+/g, ' ').trim();
    return text === '' ? undefined : text;
  };
  return {
    status: valueOf('status'),
    errorCode: valueOf('errorcode'),
    errorMessage: valueOf('errormessage'),
    referenceCode: valueOf('referencecode'),
    url: valueOf('url'),
    timestamp: valueOf('timestamp'),
  };
}

/** Text elements and attributes. A truncated value is ignored: half a code is another code. */
const CHILD = /<([a-z]+)(?:\s[^<>]*)?>([^<]*)(?=<)/gi;
const ATTRIBUTE = /\s([a-z]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/gi;

/** The first value of each name, in lower case. */
function valuesOf(xml: string, pattern: RegExp): Map<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', one, other] of xml.matchAll(pattern)) {
    const key = name.toLowerCase();
    if (!values.has(key)) values.set(key, one ?? other ?? '');
  }
  return values;
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
