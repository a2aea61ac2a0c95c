/**
 * The structure of a report: which element is a statement, a section, a row,
 * a container, or something that the catalogue does not know and that is kept
 * all the same. Knows nothing of bytes or of the SAX parser.
 */
import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.js';
import type { RowElement, Section } from '../catalog/section.js';
import { FlexError, type Position } from '../errors.js';
import type { Batcher } from './batcher.js';
import type { Report } from './report.js';
import { cut } from './report.js';
import type { Attributes } from './row-encoder.js';
import type { Statement } from './statement.js';
import type { Survey } from './survey.js';
import type { DateReader } from './values/dates.js';

/** Which sections are wanted, by canonical name; an unwanted one counts as absent. */
export interface Selection {
  readonly only?: ReadonlySet<string> | undefined;
  readonly skip?: ReadonlySet<string> | undefined;
}

export interface StatementReaderOptions {
  readonly catalog: Catalog;
  readonly survey: Pick<Survey, 'statementDigests'>;
  /** Name of the query in place of the file's own. */
  readonly asQuery?: string | undefined;
  /** Default: every section. */
  readonly selection?: Selection | undefined;
  /** Name of the file, for messages. */
  readonly file?: string | undefined;
}

/** The name under which text of an element is kept. */
const TEXT = '#text';
/** Rows outside of any statement that wait for one. */
const ORPHANS_KEPT = 1000;

/** An element that was opened and has not been placed yet: its content tells what it is. */
interface Pending {
  name: string;
  names: string[];
  literals: string[];
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
  private statement: Statement | undefined;
  private statementDepth = 0;
  private place: Place | undefined;
  private pending: Pending | undefined;
  private readonly orphans: { element: string; attributes: Record<string, string> }[] = [];
  private declared: number | undefined;

  constructor(
    private readonly options: StatementReaderOptions,
    private readonly batcher: Batcher,
    private readonly report: Report,
    private readonly dates: DateReader,
  ) {}

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
    if (this.statement === undefined && name === 'FlexStatements') {
      this.count(attributes);
      return;
    }
    if (this.statement !== undefined && depth === this.statementDepth + 1) this.enter(name);
    if (selfClosing && this.plainRow(name, attributes, line)) return;
    this.pending = {
      name,
      names: attributes.names.slice(0, attributes.count),
      literals: attributes.literals.slice(0, attributes.count),
      line,
      depth,
    };
    if (selfClosing) this.settle(true);
  }

  close(): void {
    this.settle(true);
    this.path.pop();
    if (this.statement !== undefined && this.path.length === this.statementDepth) {
      this.closeStatement();
    }
  }

  /** Text that is not blank; Flex has none today, so it is kept beside the attributes. */
  text(content: string, line: number): void {
    if (this.pending !== undefined) {
      const at = this.pending.names.indexOf(TEXT);
      if (at >= 0) {
        this.pending.literals[at] += content;
      } else {
        this.pending.names.push(TEXT);
        this.pending.literals.push(content);
      }
      return;
    }
    if (this.place !== undefined && !this.place.wanted) return;
    const name = this.path.at(-1) ?? '';
    this.stray({ name, names: [TEXT], literals: [content], line, depth: this.path.length });
  }

  endReport(): void {
    if (this.declared !== undefined && this.declared !== this.report.statements.length) {
      this.report.notice(
        `FlexStatements says count="${this.declared}", the file holds ${this.report.statements.length}.`,
      );
    }
    for (const { element, attributes } of this.orphans) {
      this.report.notice(`${element} outside of a statement: ${cut(JSON.stringify(attributes))}`);
    }
  }

  /** The way of nearly every row: self-closing, of a known element, within its section. */
  private plainRow(name: string, attributes: Attributes, line: number): boolean {
    const { place, statement } = this;
    if (statement === undefined || place?.section === undefined || !place.wanted) return false;
    if (this.path.length < this.statementDepth + 2) return false;
    const element = this.options.catalog.row(place.section, name);
    if (element === undefined) return false;
    this.batcher.row(element, statement, attributes, this.at(line));
    return true;
  }

  /** Decides what the element was that was opened last. */
  private settle(isLeaf: boolean): void {
    const { pending, statement, place } = this;
    if (pending === undefined) return;
    this.pending = undefined;
    const bare = pending.names.length === 0;
    if (statement === undefined) {
      if (!bare) this.stray(pending);
      return;
    }
    if (place === undefined || !place.wanted) return;
    if (pending.depth === this.statementDepth + 1) {
      if (!bare) this.sectionRow(pending, place);
      return;
    }
    if (bare && !isLeaf) return;
    const element = place.section && this.options.catalog.row(place.section, pending.name);
    if (element !== undefined) this.emit(element, pending);
    else if (!bare || !(place.section?.containers.includes(pending.name) ?? false)) {
      this.stray(pending);
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
    else this.stray(pending);
  }

  private emit(element: RowElement, pending: Pending): void {
    const { names, literals } = pending;
    const attributes = { names, literals, count: names.length };
    this.batcher.row(element, this.statement!, attributes, this.at(pending.line));
  }

  /** Keeps what has no schema. */
  private stray(pending: Pending): void {
    const attributes: Record<string, string> = Object.create(null) as Record<string, string>;
    pending.names.forEach((name, i) => (attributes[name] = pending.literals[i]!));
    if (this.statement === undefined) {
      if (this.orphans.length < ORPHANS_KEPT) {
        this.orphans.push({ element: pending.name, attributes });
      }
      return;
    }
    this.unmapped(this.place?.name ?? '', pending.name, attributes, pending.line);
  }

  private unmapped(
    section: string,
    element: string,
    attributes: Record<string, string>,
    line: number,
  ): void {
    const path = section === element || section === '' ? element : `${section}/${element}`;
    this.report.driftSection(path, 1);
    const names = ['section', 'element', 'accountId', 'attributes'];
    const account = attributes['accountId'] ?? '';
    const literals = [section, element, account, JSON.stringify(attributes)];
    const row = { names, literals, count: names.length };
    this.batcher.row(this.options.catalog.unmapped, this.statement!, row, this.at(line));
  }

  /** A child of the statement begins: a section, or what stands in its place. */
  private enter(name: string): void {
    const { catalog, selection } = this.options;
    const section = catalog.section(name);
    const bare = section === undefined ? catalog.bareRow(name, this.statement!.type) : undefined;
    const canonical = section?.section ?? bare?.section ?? name;
    const wanted =
      (selection?.only?.has(canonical) ?? true) && !(selection?.skip?.has(canonical) ?? false);
    this.place = { section, name, wanted };
    if (!wanted) return;
    const { tables } = this.statement!;
    for (const element of section?.rows ?? (bare === undefined ? [] : [bare])) {
      if (!tables.has(element.table)) tables.set(element.table, 0);
    }
    if (section === undefined && bare === undefined) this.report.driftSection(name, 0);
    if (section?.rows.length === 0 || (section === undefined && bare === undefined)) {
      const { table } = catalog.unmapped;
      if (!tables.has(table)) tables.set(table, 0);
    }
  }

  private openStatement(attributes: Attributes, line: number, depth: number): void {
    if (this.statement !== undefined) {
      throw new FlexError('FLEX_MALFORMED', 'A FlexStatement stands within a FlexStatement.');
    }
    const own = new Map<string, string>();
    for (let i = 0; i < attributes.count; i++) {
      own.set(attributes.names[i]!, attributes.literals[i]!);
    }
    this.statement = this.identify(own);
    this.statementDepth = depth;
    this.place = undefined;
    this.report.statements.push(this.statement);
    this.statementRow(own, line);
    for (const { element, attributes: kept } of this.orphans.splice(0)) {
      this.unmapped('', element, kept, line);
    }
  }

  private identify(own: ReadonlyMap<string, string>): Statement {
    const { survey, asQuery } = this.options;
    const index = this.report.statements.length;
    const digest = survey.statementDigests[index];
    if (digest === undefined) {
      throw new FlexError('FLEX_BUG', `The survey did not see statement ${index + 1}.`);
    }
    const query = asQuery ?? this.response.get('queryName') ?? '';
    const type = this.response.get('type') ?? '';
    const id = createHash('sha256')
      .update(`${JSON.stringify([query, type])}\n${digest}`)
      .digest('hex')
      .slice(0, 32);
    return {
      index,
      id,
      digest,
      account: own.get('accountId') ?? '',
      query,
      type,
      from: this.dates.date(own.get('fromDate') ?? '') ?? null,
      to: this.dates.date(own.get('toDate') ?? '') ?? null,
      period: own.get('period') ?? '',
      generatedAt: this.dates.datetime(own.get('whenGenerated') ?? '') ?? null,
      tables: new Map(),
    };
  }

  /** The statement as a row of its own table, with every attribute of it and of the report. */
  private statementRow(own: ReadonlyMap<string, string>, line: number): void {
    const all = new Map([...this.response, ...own]);
    const names = [...all.keys()];
    const row = { names, literals: [...all.values()], count: names.length };
    this.batcher.row(this.options.catalog.statements, this.statement!, row, this.at(line));
  }

  private closeStatement(): void {
    this.statement = undefined;
    this.place = undefined;
    this.batcher.endStatement();
  }

  private count(attributes: Attributes): void {
    const at = attributes.names.indexOf('count');
    const literal = at >= 0 && at < attributes.count ? attributes.literals[at]! : '';
    if (/^\d+$/.test(literal)) this.declared = Number(literal);
  }

  private at(line: number): Position {
    const { file } = this.options;
    return file === undefined ? { line } : { file, line };
  }
}
