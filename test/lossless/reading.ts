/**
 * An independent reading of a report, by another XML parser: a tree of names,
 * literals and text, as XML 1.0 gives them. Nothing here knows what Flex is, and
 * nothing of src/ may be used here: the reading is the witness.
 */
import { XMLParser } from 'fast-xml-parser';

export interface TextNode {
  readonly text: string;
}

export interface ElementNode {
  readonly name: string;
  /** Literals by attribute name, references resolved. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (ElementNode | TextNode)[];
}

/** The parser's own form: one key for the name, and the attributes beside it. */
type Parsed = Readonly<Record<string, unknown>>;

const ATTRIBUTES = ':@';
const TEXT = '#text';
const CDATA = '#cdata';
const COMMENT = '#comment';
/** Before the name of an attribute, so that none is a name that objects have. */
const PREFIX = '@';

// References are resolved below and not by the parser, whose decoder leaves some out on
// purpose, to protect those who put the text into a web page.
const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: PREFIX,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: CDATA,
  commentPropName: COMMENT,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 1000,
});

/**
 * Two characters that XML allows in a name, and that the parser takes for white
 * space: they go in as others, and come out as themselves.
 */
const HIDDEN: Readonly<Record<string, string>> = { '\ufeff': '\u{f0000}', '\u1680': '\u{f0001}' };

const shown = (text: string): string =>
  text.replaceAll('\u{f0000}', '\ufeff').replaceAll('\u{f0001}', '\u1680');

/**
 * The root element. A text node is what stands between two pieces of markup,
 * comments and instructions among them; a CDATA section is one of its own.
 * @throws Error where there is no root; ill-formed input is not always noticed
 */
export function readTree(input: string | Uint8Array): ElementNode {
  const text = typeof input === 'string' ? input : Buffer.from(input).toString('utf8');
  const hidden = text.replace(/^\ufeff/, '').replace(/[\ufeff\u1680]/g, (space) => HIDDEN[space]!);
  const nodes = (PARSER.parse(hidden) as Parsed[]).flatMap(nodeOf);
  const roots = nodes.filter((node): node is ElementNode => 'name' in node);
  if (roots.length !== 1) throw new Error(`${roots.length} root elements`);
  return roots[0]!;
}

function nodeOf(parsed: Parsed): (ElementNode | TextNode)[] {
  if (TEXT in parsed) return [{ text: resolved(parsed[TEXT] as string) }];
  if (CDATA in parsed) {
    const [piece] = parsed[CDATA] as Parsed[];
    return [{ text: shown(piece?.[TEXT] as string) }];
  }
  if (COMMENT in parsed) return [];
  const name = Object.keys(parsed).find((key) => key !== ATTRIBUTES)!;
  const given = Object.entries((parsed[ATTRIBUTES] ?? {}) as Record<string, string>);
  return [
    {
      name: shown(name),
      attributes: new Map(
        given.map(([key, raw]) => [shown(key.slice(PREFIX.length)), valueOf(raw)]),
      ),
      children: (parsed[name] as Parsed[]).flatMap(nodeOf),
    },
  ];
}

/** An attribute's literal: white space that is written as itself is a space (XML 1.0, 3.3.3). */
function valueOf(raw: string): string {
  return resolved(raw.replace(/[\t\n\r]/g, ' '));
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

function resolved(raw: string): string {
  return shown(raw).replace(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|(amp|lt|gt|quot|apos));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
      if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10));
      return NAMED[name!] ?? whole;
    },
  );
}
