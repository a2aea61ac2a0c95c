/**
 * What has no schema: elements and text that become rows of the table of the
 * unmapped, with every literal verbatim. What stands outside of a statement is
 * given to the statement before it, or else to the first.
 */
import type { Catalog } from '../../catalog/catalog.js';
import { FlexError, type Position } from '../../errors.js';
import type { Batcher } from '../rows/batcher.js';
import { cut, type Report } from '../report.js';
import type { Statement } from '../statement.js';

/** Something found that has no place of its own. */
export interface UnmappedNode {
  readonly name: string;
  readonly names: readonly string[];
  readonly literals: readonly string[];
  readonly line: number;
}

/** The name under which text of an element is kept. */
export const TEXT = '#text';
/** Characters that may wait for the first statement. */
const WAITING_LENGTH = 16 * 1024 * 1024;
/** Of what waits in vain, as many are told. */
const TOLD = 50;

export class UnmappedRows {
  private readonly waiting: UnmappedNode[] = [];
  private waitingLength = 0;

  constructor(
    private readonly catalog: Catalog,
    private readonly batcher: Batcher,
    private readonly report: Report,
    private readonly file: string | undefined,
  ) {}

  /**
   * @param section its name on the wire, or '' outside of sections
   * @param statement undefined before the first: it waits for that
   * @throws FlexError FLEX_TOO_LARGE where more waits than a report can have
   */
  keep(section: string, node: UnmappedNode, statement: Statement | undefined): void {
    if (statement === undefined) this.wait(node);
    else this.row(section, node, statement);
  }

  /** The first statement has begun. */
  firstStatement(statement: Statement): void {
    for (const node of this.waiting.splice(0)) this.row('', node, statement);
  }

  /**
   * The report has ended; what still waits had no statement to be given to.
   * @throws FlexError FLEX_MALFORMED where that are rows
   */
  endReport(): void {
    for (const { name, line } of this.waiting) {
      if (!this.isRow(name)) continue;
      throw new FlexError(
        'FLEX_MALFORMED',
        `${name} is outside of any statement: the file has none.`,
        {
          at: this.at(line),
        },
      );
    }
    for (const node of this.waiting.slice(0, TOLD)) {
      this.report.notice(
        `The file has no statement, but ${cut(node.name)}: ${quoteForMessage(node)}`,
      );
    }
    const more = this.waiting.length - TOLD;
    if (more > 0) this.report.notice(`The file has no statement, but ${more} more such elements.`);
  }

  private wait(node: UnmappedNode): void {
    const { name, names, literals } = node;
    // Also what is short takes memory.
    this.waitingLength += 64 + name.length + lengthOf(names) + lengthOf(literals);
    if (this.waitingLength > WAITING_LENGTH) {
      throw new FlexError('FLEX_TOO_LARGE', 'There is too much before the first statement.', {
        at: this.at(node.line),
      });
    }
    this.waiting.push(node);
  }

  private row(section: string, node: UnmappedNode, statement: Statement): void {
    const { name, line } = node;
    this.report.driftSection(section === name || section === '' ? name : `${section}/${name}`, 1);
    const attributes = attributesOf(node);
    const names = ['section', 'element', 'accountId', 'attributes'];
    const account = attributes['accountId'] ?? '';
    const literals = [section, name, account, JSON.stringify(attributes)];
    const row = { names, literals, count: names.length };
    const { unmapped } = statement;
    unmapped.set(section, (unmapped.get(section) ?? 0) + 1);
    const { unmapped: element } = this.catalog;
    if (section === '') this.batcher.outsideRow(element, statement, row, line);
    else this.batcher.row(element, statement, row, line);
  }

  private isRow(name: string): boolean {
    const { catalog } = this;
    return catalog.section(name) !== undefined || catalog.elements.some((row) => row.name === name);
  }

  private at(line: number): Position {
    const { file } = this;
    return file === undefined ? { line } : { file, line };
  }
}

function attributesOf({ names, literals }: UnmappedNode): Record<string, string> {
  // Without a prototype, so that an attribute may have any name.
  const attributes = Object.create(null) as Record<string, string>;
  names.forEach((name, i) => (attributes[name] = literals[i]!));
  return attributes;
}

function quoteForMessage(node: UnmappedNode): string {
  const few = { names: node.names.slice(0, 10), literals: node.literals.map(cut) };
  return cut(JSON.stringify(attributesOf({ ...node, ...few })));
}

function lengthOf(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0);
}
