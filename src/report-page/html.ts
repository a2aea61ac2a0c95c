/**
 * Markup in which every text from outside is escaped: names of accounts, symbols and files are
 * whatever a person has typed. A text becomes markup by `markup` alone. Nothing of this page's
 * contents.
 */
import { printable } from '../text/printable.js';
import { redact } from '../text/redact.js';

/** Markup that is safe to put into a page. */
export class Html {
  constructor(readonly text: string) {}
}

/** The values of a template: texts are escaped, markup is not. */
export type Part = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * Characters that take no room and so make two names look the same, or that end a line in a
 * script: spaces without width, separators of lines and paragraphs, tags, the mark of byte order.
 * The joiners stay, because Persian and Indic scripts are written with them.
 */
const INVISIBLE =
  /[\u00ad\u200b\u2028\u2029\u2060-\u2064\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f]/g;

/**
 * Text as a page shows it, in an element or an attribute: without secrets; a dot replaces control
 * characters, marks that turn the direction of text, and characters that cannot be seen.
 */
export function escape(text: string): string {
  return printable(redact(text).replace(INVISIBLE, '\u00b7')).replace(
    /[&<>"']/g,
    (character) => ENTITIES[character]!,
  );
}

/** Markup with its values put in. */
export function markup(texts: TemplateStringsArray, ...values: readonly Part[]): Html {
  let whole = texts[0]!;
  for (const [index, value] of values.entries()) {
    whole += textOf(value) + texts[index + 1]!;
  }
  return new Html(whole);
}

/** No markup. */
export const NOTHING = new Html('');

function textOf(value: Part): string {
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return `${value}`;
  if (value instanceof Html) return value.text;
  return value.map(({ text }) => text).join('');
}
