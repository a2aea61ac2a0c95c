/**
 * Takes secrets out of text that a person or a machine will read. Pure but for
 * the list of secrets that are known by their value; no output here.
 */

/** What stands in the place of a secret. */
export const CONCEALED = '***';

/** Shorter secrets are words that occur in harmless text: only their usual places are concealed. */
const SHORTEST_SECRET = 4;
/** From this length on a secret is concealed also within a longer word. */
const SHORTEST_WITHIN_WORDS = 8;

const known = new Map<string, RegExp>();

/**
 * Conceals this value from now on wherever it appears, as it is, percent-encoded
 * and as JSON writes it. Values of fewer than 4 characters are ignored.
 */
export function registerSecret(secret: string): void {
  for (const form of [secret, encodeURIComponent(toWellFormed(secret)), inJson(secret)]) {
    if (form.length < SHORTEST_SECRET || known.has(form)) continue;
    const literal = form.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
    known.set(
      form,
      form.length >= SHORTEST_WITHIN_WORDS
        ? new RegExp(literal, 'gu')
        : new RegExp(`(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`, 'gu'),
    );
  }
}

/** `scheme://user:secret@`; up to the last `@`, because passwords come unescaped too. */
const IN_USERINFO = /([a-z][a-z0-9+.-]*:\/\/[^\s:@/"'<>]*):[^\s"'<>]*@/gi;
/** Words that name what follows them as a secret. */
const SECRET_NAME = String.raw`(?<!\bFLEX_)(?:password|passwd|pwd|secret|token|api[-_]?key)`;
/** A name beside a secret of two parts, as in `user/password: …`: no directory. */
const BESIDE_SECRET = String.raw`(?:user(?:name)?|login|account|client|e?-?mail|id|key|token|secret|password)`;
/**
 * Behind a name that ends a path or an address, before a colon that ends a word or goes
 * before a line: `/etc/passwd: …`, `/etc/passwd:12:7, …`. What follows is no secret.
 */
const ENDS_PATH =
  String.raw`(?=\\?["']?:(?:\s|$|\d{1,7}(?:[:,\s]|$)))` +
  String.raw`(?<=(?:^|[\s"'(<[{=:,])(?:` +
  String.raw`[a-z]:[\\/][^\s"'<>?&=#;,:|]*` +
  String.raw`|(?!${BESIDE_SECRET}/[^\s/:]*:)[^\s\\"'<>?&=#;,:|]*/[^\s\\"'<>?&=#;,:|]*))`;
/** `password=…`, `sslpassword='…'`, `"token":"…"`, `api_key: …`; not `FLEX_TOKEN: …`, an error. */
const BY_NAME = new RegExp(
  String.raw`(${SECRET_NAME}(?!${ENDS_PATH})\\?["']?\s*[=:]\s*)` +
    String.raw`('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^\s&;,"'<>)}\]]+)`,
  'gi',
);
/** `?t=…`, the token parameter of the Flex Web Service. */
const TOKEN_PARAMETER = /([?&]t=)[^\s&"'<>#]+/gi;

/** The text without passwords and tokens. Concealing twice changes nothing. */
export function conceal(text: string): string {
  let open = text
    .replace(IN_USERINFO, `$1:${CONCEALED}@`)
    .replace(BY_NAME, concealValue)
    .replace(TOKEN_PARAMETER, `$1${CONCEALED}`);
  for (const pattern of known.values()) open = open.replace(pattern, CONCEALED);
  return open;
}

function concealValue(_match: string, name: string, value: string): string {
  const quote = /^["']/.exec(value)?.[0] ?? '';
  return `${name}${quote}${CONCEALED}${quote}`;
}

/** Every string in a value of objects and lists, concealed. Names stay as they are. */
export function concealAll(value: unknown): unknown {
  if (typeof value === 'string') return conceal(value);
  if (Array.isArray(value)) return value.map(concealAll);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, concealAll(item)]));
}

/**
 * The password of a destination or address, as it is written in it.
 * @returns undefined where it holds none
 */
export function passwordIn(text: string): string | undefined {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:(.*)@/i.exec(text)?.[1] ??
    /[?&\s](?:ssl)?password=([^&\s]+)/i.exec(text)?.[1]
  );
}

/** Registers the password of a destination, as written and as it is meant. */
export function registerPasswordIn(text: string): void {
  const password = passwordIn(text);
  if (password === undefined) return;
  registerSecret(password);
  try {
    registerSecret(decodeURIComponent(password));
  } catch {
    // Not percent-encoded: it is what it is.
  }
}

/** Forgets the registered secrets; for tests. */
export function forgetSecrets(): void {
  known.clear();
}

function inJson(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}

/** encodeURIComponent throws for half a surrogate pair. */
function toWellFormed(text: string): string {
  return text.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '',
  );
}
