/**
 * Where each element of a report belongs, said once more and in another way than
 * the parser does: over the whole tree, from what the design promises. The
 * catalogue is asked what sections and rows there are; no other code of src/ is.
 *
 * The promise: every element that says anything (has attributes or text of its
 * own) is a row, and so is a row element that says nothing. An element without
 * either that holds others, or that the catalogue calls a container, is structure.
 */
import type { Catalog } from '../../src/catalog/catalog.js';
import type { RowElement, Section } from '../../src/catalog/section.js';
import type { ElementNode, TextNode } from './reading.js';

export interface ExpectedRow {
  /** Which statement of the file, from 0. */
  readonly statement: number;
  /** FlexStatement@accountId, or ''. */
  readonly account: string;
  readonly row: RowElement;
  /** Names on the wire; a row without a schema has its own. */
  readonly section: string;
  readonly element: string;
  /** Every attribute with its literal, and `#text` where the element begins with text. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Every row that the report must become; those of a table in the order of the file. */
export function expectedRows(root: ElementNode, catalog: Catalog): ExpectedRow[] {
  return new Placement(root, catalog).rows;
}

const isElement = (node: ElementNode | TextNode): node is ElementNode => 'name' in node;
const isBlank = (text: string): boolean => /^[ \t\r\n]*$/.test(text);

/** What an element says itself: its attributes, and the text before its first child. */
function factsOf(node: ElementNode): Map<string, string> {
  const facts = new Map(node.attributes);
  const first = node.children.findIndex(isElement);
  const leading = first < 0 ? node.children : node.children.slice(0, first);
  const text = leading.map((child) => (child as TextNode).text).filter((piece) => !isBlank(piece));
  return text.length === 0 ? facts : facts.set('#text', text.join(''));
}

/** A piece of text, that is not white space alone, as what it says. */
function textOf(text: string): Map<string, string> {
  return new Map(isBlank(text) ? [] : [['#text', text]]);
}

/** The children, with the text among them: after a child each piece says something of its own. */
function childrenOf(node: ElementNode): (ElementNode | string)[] {
  const first = node.children.findIndex(isElement);
  if (first < 0) return [];
  return node.children
    .slice(first)
    .map((child) => (isElement(child) ? child : child.text))
    .filter((child) => typeof child !== 'string' || !isBlank(child));
}

class Placement {
  readonly rows: ExpectedRow[] = [];
  private statement = -1;
  private account = '';
  /** Found before the first statement, to which it is given. */
  private early: [string, ReadonlyMap<string, string>][] = [];

  constructor(
    private readonly root: ElementNode,
    private readonly catalog: Catalog,
  ) {
    for (const child of root.children) {
      if (isElement(child)) this.outside(child);
      else this.stray(root.name, textOf(child.text));
    }
  }

  /** What stands outside of statements is given to the statement before it, or to the first. */
  private outside(node: ElementNode): void {
    if (node.name === 'FlexStatement') {
      this.flexStatement(node);
      return;
    }
    const facts = factsOf(node);
    // The number of statements says nothing that the statements do not.
    const counts = node.name === 'FlexStatements' && /^\d+$/.test(facts.get('count') ?? '');
    if (counts) facts.delete('count');
    this.stray(node.name, facts);
    for (const child of childrenOf(node)) {
      if (typeof child === 'string') this.stray(node.name, textOf(child));
      else this.outside(child);
    }
  }

  private stray(name: string, facts: ReadonlyMap<string, string>): void {
    if (facts.size === 0) return;
    if (this.statement < 0) this.early.push([name, facts]);
    else this.unmapped('', name, facts);
  }

  private flexStatement(node: ElementNode): void {
    this.statement++;
    this.account = node.attributes.get('accountId') ?? '';
    this.add(this.catalog.statements, this.ofStatement(node.attributes));
    for (const [name, facts] of this.early.splice(0)) this.unmapped('', name, facts);
    for (const child of node.children) {
      if (isElement(child)) this.section(child);
      else this.stray(node.name, textOf(child.text));
    }
  }

  /** A statement's row has what its report says too; where both say it, the statement's own. */
  private ofStatement(own: ReadonlyMap<string, string>): Map<string, string> {
    const all = new Map(own);
    for (const [name, literal] of this.root.attributes) {
      if (!own.has(name)) all.set(name, literal);
      else if (own.get(name) !== literal) all.set(`FlexQueryResponse@${name}`, literal);
    }
    return all;
  }

  private section(node: ElementNode): void {
    const { catalog } = this;
    const section = catalog.section(node.name);
    const facts = factsOf(node);
    if (facts.size > 0) {
      const own =
        section === undefined
          ? catalog.bareRow(node.name, this.root.attributes.get('type') ?? '')
          : section.rows.find((row) => row.name === section.ownRow);
      if (own === undefined) this.unmapped(node.name, node.name, facts);
      else this.add(own, facts);
    }
    this.within(node, section, node.name);
  }

  private within(node: ElementNode, section: Section | undefined, sectionName: string): void {
    for (const child of childrenOf(node)) {
      if (typeof child === 'string') {
        this.unmapped(sectionName, node.name, textOf(child));
      } else {
        this.inner(child, section, sectionName);
        this.within(child, section, sectionName);
      }
    }
  }

  private inner(node: ElementNode, section: Section | undefined, sectionName: string): void {
    const facts = factsOf(node);
    if (facts.size === 0 && node.children.some(isElement)) return;
    const known = section?.rows.find((row) => row.name === node.name);
    if (known !== undefined) this.add(known, facts);
    else if (facts.size > 0 || section?.containers.includes(node.name) !== true) {
      this.unmapped(sectionName, node.name, facts);
    }
  }

  private add(row: RowElement, attributes: ReadonlyMap<string, string>): void {
    const { statement, account } = this;
    const { section, name: element } = row;
    this.rows.push({ statement, account, row, section, element, attributes });
  }

  private unmapped(
    section: string,
    element: string,
    attributes: ReadonlyMap<string, string>,
  ): void {
    const { statement, account } = this;
    this.rows.push({
      statement,
      account,
      row: this.catalog.unmapped,
      section,
      element,
      attributes,
    });
  }
}
