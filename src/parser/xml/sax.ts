/**
 * The SAX parser, made so that the engine runs it fast. What is done with its
 * events is not decided here.
 */
import { SaxesParser } from 'saxes';

/**
 * saxes keeps each handler in a property that it adds, by a computed name, when the handler is
 * set. V8 gives up the fast form of an object after a few such additions, with the eighth handler
 * here, and every access of the parser to its own state is then a look-up by name: it reads at a
 * fourth of its speed. Properties that are there from the beginning are no additions.
 *
 * Should saxes name them otherwise one day, it is only slow again; a test says so.
 */
class Roomy extends (SaxesParser as unknown as new (options: object) => object) {
  readonly xmldeclHandler = undefined;
  readonly textHandler = undefined;
  readonly piHandler = undefined;
  readonly doctypeHandler = undefined;
  readonly commentHandler = undefined;
  readonly openTagStartHandler = undefined;
  readonly attributeHandler = undefined;
  readonly openTagHandler = undefined;
  readonly closeTagHandler = undefined;
  readonly cdataHandler = undefined;
}

/** A strict parser without name spaces; positions are counted and not put into messages. */
export function saxParser(): SaxesParser {
  return new Roomy({ xmlns: false, position: false }) as unknown as SaxesParser;
}

/**
 * The SAX parser's words as a sentence of ours. A `&` that begins no reference goes on to the
 * next `;`, and where there is none, to the end; that the report ends, the survey has seen.
 */
export function saxMessage(message: string): string {
  if (/entity/.test(message))
    return 'A & is not part of a valid reference (in XML, & is written as &amp;).';
  if (/^unclosed tag|^unexpected end/.test(message)) {
    return 'An element, or a reference in it, is not closed (in XML, & is written as &amp;).';
  }
  if (/^disallowed character\.?$/.test(message)) {
    return 'A character that XML does not allow here, such as a control character or an unescaped < in a value (in XML, < is written as &lt;).';
  }
  const text = message.charAt(0).toUpperCase() + message.slice(1);
  return text.endsWith('.') ? text : `${text}.`;
}
