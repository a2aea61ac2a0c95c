/**
 * Removes secrets from text that a person or a machine will read. Pure except for the list of
 * secrets known by value; no output here.
 */
import { hideNamed, hideUserinfo } from './secret-places.js';

/** Replaces a secret. */
export const REDACTED = '***';

/** Shorter secrets can be words of harmless text: they are redacted only in their usual places. */
const SHORTEST_SECRET = 4;
/** From this length on, a secret is redacted even inside a longer word. */
const SHORTEST_WITHIN_WORDS = 8;

/** Longest first, so that a secret is not cut by one that is a part of it. */
let known: readonly string[] = [];

/**
 * Redacts this value from now on wherever it appears: as it is, percent-encoded, and as JSON writes
 * it. Values of fewer than 4 characters are ignored.
 */
export function registerSecret(secret: string): void {
  const forms = [secret, encodeURIComponent(toWellFormed(secret)), inJson(secret)];
  const long = [...known, ...forms].filter((form) => form.length >= SHORTEST_SECRET);
  known = [...new Set(long)].sort((one, other) => other.length - one.length);
}

/** `?t=…`, the token parameter of the Flex Web Service. */
const TOKEN_PARAMETER = /([?&]t=)[^\s&"'<>#]+/gi;

/** The text without passwords and tokens. Redacting twice changes nothing. */
export function redact(text: string): string {
  const named = hideNamed(hideUserinfo(text, REDACTED), REDACTED);
  return known.reduce(hideKnown, named.replace(TOKEN_PARAMETER, `$1${REDACTED}`));
}

/** The text without this secret; a short one is redacted only as a word of its own. */
function hideKnown(text: string, secret: string): string {
  const parts: string[] = [];
  let from = 0;
  let at = text.indexOf(secret);
  while (at >= 0) {
    const end = at + secret.length;
    const found = secret.length >= SHORTEST_WITHIN_WORDS || isWord(text, at, end);
    if (found) parts.push(text.slice(from, at));
    if (found) from = end;
    at = text.indexOf(secret, found ? end : at + 1);
  }
  return parts.length === 0 ? text : [...parts, text.slice(from)].join(REDACTED);
}

/** Whether there is neither a letter nor a digit on either side. */
function isWord(text: string, start: number, end: number): boolean {
  // Two code units, for a letter may be a surrogate pair.
  return (
    !/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^[\p{L}\p{N}]/u.test(text.slice(end, end + 2))
  );
}

/** Redacts every string in a value of objects and lists. Names stay as they are. */
export function redactAll(value: unknown): unknown {
  if (typeof value === 'string') return redact(value);
  if (Array.isArray(value)) return value.map(redactAll);
  if (typeof value !== 'object' || value === null) return value;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, redactAll(item)]));
}

/**
 * The password of a destination or address, as written in it.
 * @returns undefined if there is none
 */
export function passwordIn(text: string): string | undefined {
  return (
    /^[a-z][a-z0-9+.-]*:\/\/[^\s:@/]*:(.*)@/i.exec(text)?.[1] ??
    /[?&\s](?:ssl)?password=([^&\s]+)/i.exec(text)?.[1]
  );
}

/** Registers the password of a destination, as written and decoded. */
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
  known = [];
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
