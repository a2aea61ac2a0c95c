/**
 * Recognises by the first bytes what is often saved in place of a Flex report. It decides only
 * clear cases; the survey and the SAX parser decide the rest.
 */
import { FlexError, type ErrorCode } from '../../errors.js';
import { envelopeError, withoutSecrets } from './envelope.js';

/** How many bytes `sniff` wants, where the input has as many. */
export const SNIFF_BYTES = 4096;

/** The root element of every Flex report. */
export const ROOT = 'FlexQueryResponse';

/**
 * Why the input is no Flex report, or undefined where it may be one.
 * @param head the first SNIFF_BYTES bytes, or all where there are fewer
 * @returns FLEX_EMPTY_INPUT, FLEX_ENCODING, FLEX_HTML, FLEX_CSV_REPORT, FLEX_ENVELOPE,
 *   FLEX_WRONG_ROOT, FLEX_DOCTYPE or FLEX_NOT_XML
 */
export function sniff(head: Buffer): FlexError | undefined {
  const refused = sniffPacked(head) ?? sniffEncoding(head);
  if (refused !== undefined) return refused;
  const whole = head.subarray(byteOrderMarkLength(head)).toString('utf8');
  const text = whole.replace(/^[ \t\r\n]+/, '');
  if (text === '') {
    if (head.length >= SNIFF_BYTES) return undefined;
    const what = head.length === 0 ? 'The input has no bytes.' : 'The input is only white space.';
    return new FlexError('FLEX_EMPTY_INPUT', what);
  }
  if (!text.startsWith('<')) return sniffText(text);
  return sniffRoot(whole) ?? sniffDeclaration(text);
}

/** 3 where the bytes begin with the UTF-8 byte order mark, else 0. */
export function byteOrderMarkLength(bytes: Buffer): number {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
}

/** An input whose root element has the name `root`, which is not ROOT. */
export function wrongRoot(root: string, line: number): FlexError {
  const name = withoutSecrets(root.slice(0, 80));
  return new FlexError('FLEX_WRONG_ROOT', `The root element is <${name}> and not <${ROOT}>.`, {
    at: { line },
  });
}

/** Gzip inside of gzip: a source unpacks what it reads, but once. */
function sniffPacked(head: Buffer): FlexError | undefined {
  if (head[0] !== 0x1f || head[1] !== 0x8b) return undefined;
  return new FlexError('FLEX_NOT_XML', 'The input is gzip data inside gzip data.', {
    advice: 'Unpack it once, then load it.',
  });
}

/** UTF-16 and UTF-32, by a byte order mark or by the zero bytes of their ASCII characters. */
function sniffEncoding(head: Buffer): FlexError | undefined {
  const start = head.subarray(0, 4);
  const mark = start.length < 2 ? 0 : start.readUInt16BE(0);
  const zeros = start.filter((byte) => byte === 0).length;
  if (zeros > 0 && zeros === start.length) {
    return new FlexError('FLEX_NOT_XML', 'The input begins with zero bytes.', {
      advice: 'The file is most likely incomplete: fetch the report again.',
    });
  }
  if (mark !== 0xfffe && mark !== 0xfeff && zeros === 0) return undefined;
  return new FlexError('FLEX_ENCODING', 'The input is UTF-16 or UTF-32 and not UTF-8.');
}

/** What comes before the root: declarations, comments, processing instructions. */
const PROLOG = /^(?:<\?(?:(?!\?>).)*\?>|<!--(?:(?!-->).)*-->|\s+)/s;

/** An encoding that the XML declaration names, and that is not ours. */
function sniffDeclaration(text: string): FlexError | undefined {
  const declared = /^<\?xml\s[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  if (declared === undefined || /^(utf-?8|us-ascii|ascii)$/i.test(declared)) return undefined;
  const name = withoutSecrets(declared.slice(0, 40));
  return new FlexError('FLEX_ENCODING', `The XML declaration says encoding="${name}".`);
}

/** The name of the root element, in any encoding: element names are ASCII in all of them. */
function sniffRoot(text: string): FlexError | undefined {
  let rest = text;
  for (let prolog = PROLOG.exec(rest); prolog !== null; prolog = PROLOG.exec(rest)) {
    rest = rest.slice(prolog[0].length);
  }
  const line = text.slice(0, text.length - rest.length).split('\n').length;
  if (/^<(!doctype\s+html|(html|head|script|body)\b)/i.test(rest)) {
    return new FlexError('FLEX_HTML', 'The input is an HTML page.');
  }
  if (/^<!doctype/i.test(rest)) {
    return new FlexError('FLEX_DOCTYPE', 'The input has a document type declaration.', {
      at: { line },
    });
  }
  // Cut short, or a comment or instruction longer than the head.
  if (rest === '' || /^<(!|\?|$)/.test(rest)) return undefined;
  const root = /^<([\p{L}_:][^\s/>]*)(?=(.?))/su.exec(rest);
  if (root === null) return notXml(rest);
  const [, name, delimiter] = root;
  if (delimiter === '' || name === ROOT) return undefined;
  return name === 'FlexStatementResponse' ? envelopeError(rest) : wrongRoot(name!, line);
}

function sniffText(text: string): FlexError {
  const line = /^[^\r\n]*/.exec(text)![0];
  if (isDelimited(line, line.length < text.length)) {
    return new FlexError(
      'FLEX_CSV_REPORT',
      'The input is a report in CSV or text format and not in XML.',
    );
  }
  return notXml(text);
}

/**
 * Whether a first line is that of a report in CSV or text: a header of words
 * that are not followed by a space, as a sentence's are, or a header record.
 */
function isDelimited(line: string, whole: boolean): boolean {
  if (line.includes('<')) return false;
  if (/^"?(ClientAccountID|BOF|HEADER)"?\s*([,|;\t]|$)/i.test(line)) return true;
  return [',', '|', '\t', ';'].some((separator) => {
    const words = line.split(separator);
    if (!whole) words.pop();
    return words.length >= 3 && words.every((word) => /^("\w[^"]*"|\w(?:[^\s"]| \w)*)$/.test(word));
  });
}

function notXml(text: string): FlexError {
  const code: ErrorCode = 'FLEX_NOT_XML';
  if (text.startsWith('PK\u0003\u0004')) {
    return new FlexError(code, 'The input is a zip archive.', { advice: 'Unpack it first.' });
  }
  const printable = withoutSecrets(text.slice(0, 400)).replace(/[^\p{L}\p{N}\p{P}\p{S} ]+/gu, ' ');
  return new FlexError(code, `The input is not XML: it begins with “${printable.slice(0, 40)}”.`);
}
