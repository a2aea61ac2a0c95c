/**
 * The structure of a report: whether an element is a statement, a section, a row, a container, or
 * unknown to the catalogue and kept anyway. Knows nothing of bytes or of the SAX parser.
 */
import type { Catalog } from '../../catalog/catalog.js';
import type { RowElement, Section } from '../../catalog/section.js';
import { FlexError, type Position } from '../../errors.js';
import type { Report } from '../report.js';
import type { Batcher } from '../rows/batcher.js';
import type { Attributes } from '../rows/row-encoder.js';
import type { Statement, Selection } from '../statement.js';
import type { Survey } from '../survey/survey.js';
import type { FastPath } from '../xml/fast-path.js';
import { allAttributes, identify, type Clocks } from './identity.js';
import { unsay } from './spoken.js';
import { UnmappedRows, TEXT, type UnmappedNode } from './unmapped.js';

export interface StatementReaderOptions {
  readonly catalog: Catalog;
  readonly survey: Pick<Survey, 'statementDigests'>;
  /** Name of the query in place of the file's own. */
  readonly asQuery?: string | undefined;
  /** Default: every section. */
  readonly selection?: Selection | undefined;
  /** Name of the file, for messages. */
  readonly file?: string | undefined;
  /** Characters that one element, text or comment may have. Default 16 Mi. */
  readonly maxElementLength?: number;
}

export const MAX_ELEMENT_LENGTH = 16 * 1024 * 1024;

/** An element that was opened and has not been placed yet: its content tells what it is. */
interface Pending {
  name: string;
  names: string[];
  literals: string[];
  /** The text before its first child; '' where there is none. */
  text: string;
  line: number;
  /** How many elements it stands in. */
  depth: number;
}

/** Where the reader is within a statement. */
interface Place {
  section: Section | undefined;
  /** Name of the section on the wire, also of one without a schema. */
  name: string;
  wanted: boolean;
}

export class StatementReader {
  private readonly path: string[] = [];
  private readonly response = new Map<string, string>();
  /** The statement that is open. */
  private statement: Statement | undefined;
  /** The same, or the one before, as long as no other is open. */
  private latest: Statement | undefined;
  private statementDepth = 0;
  /** How many have begun. */
  private statementCount = 0;
  private place: Place | undefined;
  private pending: Pending | undefined;
  /** The sections of the open statement that are known and wanted. */
  private readonly sections = new Set<Section>();
  private readonly unmapped: UnmappedRows;
  private readonly maxElementLength: number;
  private declared: number | undefined;

  constructor(
    private readonly options: StatementReaderOptions,
    private readonly batcher: Batcher,
    private readonly report: Report,
    private readonly clocks: Clocks,
    private readonly plain: FastPath,
  ) {
    this.unmapped = new UnmappedRows(options.catalog, batcher, report, options.file);
    this.maxElementLength = options.maxElementLength ?? MAX_ELEMENT_LENGTH;
  }

  open(name: string, attributes: Attributes, selfClosing: boolean, line: number): void {
    this.settle(false);
    const depth = this.path.length;
    if (!selfClosing) this.path.push(name);
    if (depth === 0) {
      for (let i = 0; i < attributes.count; i++) {
        this.response.set(attributes.names[i]!, attributes.literals[i]!);
      }
      return;
    }
    if (name === 'FlexStatement') {
      this.openStatement(attributes, line, depth);
      if (selfClosing) this.closeStatement();
      return;
    }
    if (this.statement !== undefined && depth === this.statementDepth + 1) this.enter(name);
    if (selfClosing && this.plainRow(name, attributes, line)) return;
    this.pending = {
      name,
      names: attributes.names.slice(0, attributes.count),
      literals: attributes.literals.slice(0, attributes.count),
      text: '',
      line,
      depth,
    };
    if (this.statement === undefined && name === 'FlexStatements') this.count(this.pending);
    if (selfClosing) {
      this.settle(true);
      this.leave();
    }
  }

  close(): void {
    this.settle(true);
    this.path.pop();
    this.leave();
  }

  /** An element has ended; it may have been a section or a statement. */
  private leave(): void {
    if (this.statement === undefined) return;
    if (this.path.length === this.statementDepth + 1) this.place = undefined;
    if (this.path.length === this.statementDepth) this.closeStatement();
  }

  /** Text that is not blank; Flex has none today, so it is kept beside the attributes. */
  text(content: string, line: number): void {
    const { pending } = this;
    if (pending !== undefined) {
      if (pending.text.length + content.length > this.maxElementLength) {
        const message = `The text of an element is longer than ${this.maxElementLength} characters.`;
        throw new FlexError('FLEX_TOO_LARGE', message, { at: this.at(pending.line) });
      }
      pending.text += content;
      return;
    }
    const name = this.path.at(-1) ?? '';
    this.keepUnmapped({ name, names: [TEXT], literals: [content], line });
  }

  endReport(): void {
    if (this.declared !== undefined && this.declared !== this.statementCount) {
      this.report.notice(
        `FlexStatements says count="${this.declared}", but the file has ${this.statementCount}.`,
      );
    }
    this.unmapped.endReport();
    this.finishLatest();
  }

  /** Nothing is added any more to the statement that was open last. */
  private finishLatest(): void {
    this.batcher.endStatement();
    if (this.latest !== undefined) this.report.statements.push(this.latest);
    this.latest = undefined;
  }

  /** The way of nearly every row: self-closing, of a known element, within its section. */
  private plainRow(name: string, attributes: Attributes, line: number): boolean {
    const { place, statement } = this;
    if (statement === undefined || place?.section === undefined || !place.wanted) return false;
    if (this.path.length < this.statementDepth + 2) return false;
    const element = this.options.catalog.row(place.section, name);
    if (element === undefined) return false;
    this.batcher.row(element, statement, attributes, line);
    this.plain.learn(element, attributes.names, attributes.count);
    return true;
  }

  /**
   * The section whose rows may come next without the SAX parser: only where the
   * reader stands within a section that is known and wanted.
   */
  get plainSection(): string | undefined {
    const { place, statement } = this;
    if (statement === undefined || place?.section === undefined || !place.wanted) return undefined;
    return this.path.length < this.statementDepth + 2 ? undefined : place.section.name;
  }

  /** The open statement, where nothing is undecided: rows may then come from the lane. */
  get settled(): Statement | undefined {
    return this.pending === undefined ? this.statement : undefined;
  }

  /** Takes the row that was cut out of the bytes last. */
  takePlain(line: number): void {
    this.settle(false);
    this.batcher.plainRow(this.plain.row, this.statement!, line);
  }

  /** Decides what the element was that was opened last. */
  private settle(isLeaf: boolean): void {
    const { pending, statement, place } = this;
    if (pending === undefined) return;
    this.pending = undefined;
    if (pending.text !== '') {
      pending.names.push(TEXT);
      pending.literals.push(pending.text);
    }
    const bare = pending.names.length === 0;
    if (statement === undefined) {
      if (!bare) this.keepUnmapped(pending);
      return;
    }
    if (place === undefined) return;
    if (pending.depth === this.statementDepth + 1) {
      if (!bare) this.sectionRow(pending, place);
      return;
    }
    if (bare && !isLeaf) return;
    const element = place.section && this.options.catalog.row(place.section, pending.name);
    if (element !== undefined) this.emit(element, pending);
    else if (!bare || !(place.section?.containers.includes(pending.name) ?? false)) {
      this.keepUnmapped(pending);
    }
  }

  /** Attributes on the element of a section: a singleton, a row without its container, or unknown. */
  private sectionRow(pending: Pending, place: Place): void {
    const { catalog } = this.options;
    const { section } = place;
    const element =
      section === undefined
        ? catalog.bareRow(pending.name, this.statement!.type)
        : section.ownRow === undefined
          ? undefined
          : catalog.row(section, section.ownRow);
    if (element !== undefined) this.emit(element, pending);
    else this.keepUnmapped(pending);
  }

  private emit(element: RowElement, pending: Pending): void {
    const { names, literals, line } = pending;
    const attributes = { names, literals, count: names.length };
    if (this.place?.wanted === false) this.batcher.passOver();
    else this.batcher.row(element, this.statement!, attributes, line);
  }

  /** Keeps what has no schema. */
  private keepUnmapped(node: UnmappedNode): void {
    if (this.place?.wanted === false) this.batcher.passOver();
    else this.unmapped.keep(this.place?.name ?? '', node, this.latest);
  }

  /** A child of the statement begins: a section, or what stands in its place. */
  private enter(name: string): void {
    const { catalog, selection } = this.options;
    const section = catalog.section(name);
    const bare = section === undefined ? catalog.bareRow(name, this.statement!.type) : undefined;
    const canonical = section?.name ?? bare?.section ?? name;
    const wanted =
      (selection?.only?.has(canonical) ?? true) && !(selection?.skip?.has(canonical) ?? false);
    this.place = { section, name, wanted };
    if (!wanted) return;
    const { tables, unmapped } = this.statement!;
    if (section !== undefined) this.sections.add(section);
    for (const element of section?.rows ?? (bare === undefined ? [] : [bare])) {
      if (!tables.has(element.table)) tables.set(element.table, 0);
    }
    if (section === undefined && bare === undefined) this.report.driftSection(name, 0);
    if (section?.rows.length === 0 || (section === undefined && bare === undefined)) {
      const { table } = catalog.unmapped;
      if (!tables.has(table)) tables.set(table, 0);
      if (!unmapped.has(name)) unmapped.set(name, 0);
    }
  }

  private openStatement(attributes: Attributes, line: number, depth: number): void {
    if (this.statement !== undefined) {
      throw new FlexError('FLEX_MALFORMED', 'A FlexStatement is nested in a FlexStatement.');
    }
    const own = new Map<string, string>();
    for (let i = 0; i < attributes.count; i++) {
      own.set(attributes.names[i]!, attributes.literals[i]!);
    }
    this.finishLatest();
    const statement = this.identify(own);
    this.statementCount++;
    this.statement = this.latest = statement;
    this.statementDepth = depth;
    this.place = undefined;
    this.statementRow(statement, own, line);
    this.unmapped.firstStatement(statement);
  }

  private identify(own: ReadonlyMap<string, string>): Statement {
    const { survey, asQuery } = this.options;
    const index = this.statementCount;
    const digest = survey.statementDigests.at(index);
    if (digest === undefined) {
      throw new FlexError('FLEX_BUG', `The survey did not see statement ${index + 1}.`);
    }
    return identify({ index, digest, response: this.response, own, asQuery }, this.clocks);
  }

  /** The statement as a row of its own table, with every attribute of it and of the report. */
  private statementRow(statement: Statement, own: ReadonlyMap<string, string>, line: number): void {
    const all = allAttributes(own, this.response);
    const names = [...all.keys()];
    const row = { names, literals: [...all.values()], count: names.length };
    this.batcher.row(this.options.catalog.statements, statement, row, line);
  }

  /** Its batches stay open: what follows it, outside of statements, is given to it. */
  private closeStatement(): void {
    for (const section of this.sections) unsay(section, this.statement!);
    this.sections.clear();
    this.statement = undefined;
    this.place = undefined;
  }

  /** Takes the number of statements out of the attributes; what else there is, is kept. */
  private count({ names, literals }: Pending): void {
    const at = names.indexOf('count');
    if (at < 0 || !/^\d+$/.test(literals[at]!)) return;
    this.declared = Number(literals[at]);
    names.splice(at, 1);
    literals.splice(at, 1);
  }

  private at(line: number): Position {
    const { file } = this.options;
    return file === undefined ? { line } : { file, line };
  }
}
