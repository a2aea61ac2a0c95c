/**
 * Whether a literal is JSON that every destination can hold. Columns of type `json` are in
 * schemas of users only; what is refused here stays verbatim in `_extra`, as a problem.
 */

/** How deep values may be nested: databases read them by recursion, with a stack of their own. */
const DEEPEST = 500;
/** Digits and exponents that `numeric`, in which Postgres keeps numbers of jsonb, holds with room. */
const MOST_DIGITS = 10_000;

/**
 * JSON of RFC 8259. Not what Postgres cannot keep as jsonb: the character NUL, half of a surrogate
 * pair, numbers beyond `numeric`, values nested more deeply than 500 times.
 */
export function isStorableJson(literal: string): boolean {
  let value: unknown;
  try {
    value = JSON.parse(literal);
  } catch {
    return false;
  }
  return isStorable(value, 0) && numbersFit(literal);
}

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorableText(value);
  if (typeof value !== 'object' || value === null) return true;
  if (depth === DEEPEST) return false;
  return Object.entries(value).every(
    ([name, member]) => isStorableText(name) && isStorable(member, depth + 1),
  );
}

function isStorableText(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.codePointAt(at)!;
    if (code === 0 || (code >= 0xd800 && code <= 0xdfff)) return false;
    if (code > 0xffff) at++;
  }
  return true;
}

/** Looks at the numbers as they are written: as values of JavaScript they have been rounded. */
function numbersFit(literal: string): boolean {
  for (let at = 0; at < literal.length; at++) {
    if (literal[at] === '"') at = endOfText(literal, at);
    else if (isNumberPart(literal[at])) {
      const start = at;
      while (isNumberPart(literal[at + 1])) at++;
      if (!numberFits(literal.slice(start, at + 1))) return false;
    }
  }
  return true;
}

function endOfText(literal: string, opening: number): number {
  let at = opening + 1;
  while (literal[at] !== '"') at += literal[at] === '\\' ? 2 : 1;
  return at;
}

/** Also a letter of `true` or `false`; such a word is no long number. */
function isNumberPart(character: string | undefined): boolean {
  return character !== undefined && '0123456789+-.eE'.includes(character);
}

function numberFits(number: string): boolean {
  const [digits = '', exponent = '0'] = number.split(/[eE]/);
  return digits.length <= MOST_DIGITS && !(Math.abs(Number(exponent)) > MOST_DIGITS);
}
