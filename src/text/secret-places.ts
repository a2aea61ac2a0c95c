/**
 * Finds secrets in untrusted text by their place: in addresses, and after names like `password`.
 * Each pass reads the text once from left to right and never looks back twice at the same place, so
 * that the time is linear. Secrets known by value are redacted elsewhere.
 */

/** Replaces the stretch from `start` to `end`. */
interface Hidden {
  readonly start: number;
  readonly end: number;
}

/** `scheme://user:secret@`; up to the last `@` of the word, because passwords come unescaped too. */
export function hideUserinfo(text: string, stead: string): string {
  const hidden: Hidden[] = [];
  let word = { end: 0, at: -1 };
  for (let mark = text.indexOf('://'); mark >= 0;) {
    const start = mark + 3;
    if (start > word.end) word = wordFrom(text, start);
    const colon = isScheme(text, mark) ? userEnd(text, start) : -1;
    const found = colon >= 0 && word.at > colon;
    if (found) hidden.push({ start: colon + 1, end: word.at });
    mark = text.indexOf('://', found ? word.at : start);
  }
  return without(text, hidden, stead);
}

/** Where the word that contains an address ends, and its last `@`. */
function wordFrom(text: string, start: number): { end: number; at: number } {
  let at = -1;
  let end = start;
  for (; end < text.length && !/[\s"'<>]/.test(text[end]!); end++) if (text[end] === '@') at = end;
  return { end, at };
}

/** Whether a scheme ends here: letters, digits, `+`, `.` and `-`, a letter among them. */
function isScheme(text: string, end: number): boolean {
  for (let at = end - 1; at >= 0 && /[a-z0-9+.-]/i.test(text[at]!); at--) {
    if (/[a-z]/i.test(text[at]!)) return true;
  }
  return false;
}

/** The colon after the user name, or -1. */
function userEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && !/[\s:@/"'<>]/.test(text[at]!)) at++;
  return text[at] === ':' ? at : -1;
}

/** Words that mark the following value as a secret. */
const SECRET_NAME = /password|passwd|pwd|secret|token|api[-_]?key/gi;
/** Between such a name and its value: `=`, `: `, `":"`, `\": \"`. */
const ASSIGNMENT = /\\?["']?\s*[=:]\s*/y;
/** A value without quotes. */
const BARE_VALUE = /[^\s&;,"'<>)}\]]+/y;
/** Inside of quotes, up to the one that ends it. */
const IN_QUOTES: Readonly<Record<string, RegExp>> = {
  "'": /(?:[^'\\]|\\.)*/y,
  '"': /(?:[^"\\]|\\.)*/y,
};

/** `password=…`, `sslpassword='…'`, `"token":"…"`, `api_key: …`; not `FLEX_TOKEN: …`, an error. */
export function hideNamed(text: string, stead: string): string {
  const hidden: Hidden[] = [];
  for (let from = 0; ;) {
    SECRET_NAME.lastIndex = from;
    const name = SECRET_NAME.exec(text);
    if (name === null) return without(text, hidden, stead);
    const end = SECRET_NAME.lastIndex;
    const value = isCodeOfError(text, name.index) ? undefined : valueBehind(text, end);
    if (value !== undefined) hidden.push(value);
    from = value?.end ?? name.index + 1;
  }
}

function isCodeOfError(text: string, nameStart: number): boolean {
  const start = nameStart - 'FLEX_'.length;
  if (start < 0 || text.slice(start, nameStart).toUpperCase() !== 'FLEX_') return false;
  return start === 0 || !/\w/.test(text[start - 1]!);
}

/** The value that a name ending here is given. A quote that is never closed hides the line. */
function valueBehind(text: string, nameEnd: number): Hidden | undefined {
  const start = endOf(ASSIGNMENT, text, nameEnd);
  if (start === undefined || endsPath(text, nameEnd)) return undefined;
  const quote = text[start]!;
  if (start >= text.length || !(quote in IN_QUOTES)) {
    const end = endOf(BARE_VALUE, text, start);
    return end === undefined ? undefined : { start, end };
  }
  const end = endOf(IN_QUOTES[quote]!, text, start + 1)!;
  if (text[end] === quote) return { start: start + 1, end };
  const line = text.indexOf('\n', start);
  return { start: start + 1, end: line < 0 ? text.length : line };
}

/** A colon that ends a word, or precedes a line number, as in `/etc/passwd:12:7`. */
const COLON_OF_PLACE = /\\?["']?:(?:\s|$|\d{1,7}(?:[:,\s]|$))/y;
/** A name beside a secret of two parts, as in `user/password: …`: no directory. */
const BESIDE_SECRET =
  /^(?:user(?:name)?|login|account|client|e?-?mail|id|key|token|secret|password)$/i;
const LONGEST_BESIDE_SECRET = 8;
/** Characters that a path follows. */
const BEFORE_PATH = /[\s"'(<[{=:,]/;

/**
 * Whether the name ends a path or an address, before a colon that introduces no value:
 * `/etc/passwd: …`, `/etc/passwd:12:7, …`. The colon is checked first: a path has none, so no part
 * of the text is looked back at twice.
 */
function endsPath(text: string, nameEnd: number): boolean {
  if (endOf(COLON_OF_PLACE, text, nameEnd) === undefined) return false;
  return endsSlashedPath(text, nameEnd) || endsPathOfDrive(text, nameEnd);
}

function endsSlashedPath(text: string, end: number): boolean {
  let slash = -1;
  for (let at = end - 1; at >= -1; at--) {
    const before = text[at] ?? ' ';
    if (slash >= 0 && BEFORE_PATH.test(before)) {
      const beside = text.slice(at + 1, Math.min(slash, at + 2 + LONGEST_BESIDE_SECRET));
      if (!BESIDE_SECRET.test(beside)) return true;
    }
    if (/[\s\\"'<>?&=#;,:|]/.test(before)) return false;
    if (before === '/' && slash < 0) slash = at;
  }
  return false;
}

function endsPathOfDrive(text: string, end: number): boolean {
  let start = end;
  while (start > 0 && !/[\s"'<>?&=#;,:|]/.test(text[start - 1]!)) start--;
  if (start === end || !/[\\/]/.test(text[start]!)) return false;
  if (text[start - 1] !== ':' || !/[a-z]/i.test(text[start - 2] ?? '')) return false;
  return BEFORE_PATH.test(text[start - 3] ?? ' ');
}

/** Where a match that begins here ends. */
function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}

function without(text: string, hidden: readonly Hidden[], stead: string): string {
  if (hidden.length === 0) return text;
  let from = 0;
  const parts: string[] = [];
  for (const { start, end } of hidden) {
    parts.push(text.slice(from, start), stead);
    from = end;
  }
  return parts.join('') + text.slice(from);
}
