/**
 * The public face of the library: a report as batches, as records, or loaded into a destination.
 * The command line uses the same pipeline.
 */
import { Catalog } from '../catalog/catalog.js';
import { LINEAGE, UNMAPPED_TABLE, type Section } from '../catalog/section.js';
import { asFlexError, FlexError } from '../errors.js';
import { cellText, EXTRA_CELL, KEY_CELL, trailingText, type Batch } from '../parser/batch.js';
import type { ParseReport, Statement, DateOrder } from '../parser/statement.js';
import { RowReading, survey, type ReadingOptions } from '../pipeline/read-input.js';
import { wireNames } from '../sinks/row.js';
import { fileSource } from '../sources/file.js';
import type { Source } from '../sources/source.js';
import { bytesSource, streamSource } from '../sources/stream.js';
import { BROKER_TIMEZONE } from '../time/days.js';
import type { SectionRows } from './rows.generated.js';

/** A path, the bytes themselves, or a stream of them (spooled to a temporary file). */
export type Input = string | Uint8Array | AsyncIterable<Uint8Array>;

export interface ReadOptions {
  /** Default: the built-in catalogue. */
  readonly catalog?: Catalog;
  /** Time zone of timestamps that name none. Default America/New_York. */
  readonly timezone?: string;
  /** Default auto: decided from the file; FLEX_DATE_ORDER if that is impossible. */
  readonly dateOrder?: DateOrder | 'auto';
  /** Name of the query instead of the file's own. */
  readonly asQuery?: string;
  /** Section names as in the XML (`Trades`); default all. */
  readonly only?: Iterable<string>;
  readonly skip?: Iterable<string>;
  readonly signal?: AbortSignal;
}

/**
 * The row's own columns, without the lineage columns, which belong to a load or stand beside the
 * row.
 */
type OwnColumns<Row> = Row extends unknown ? Omit<Row, (typeof LINEAGE)[number]['name']> : never;

/** One row as an object: typed columns by name, NULL as null. */
export interface FlexRecord<Row> {
  readonly table: string;
  readonly section: string;
  readonly element: string;
  readonly statement: Statement;
  /** Identity within account and query. */
  readonly key: string;
  readonly row: OwnColumns<Row>;
  /** Attributes without a column, and literals that their column cannot hold. */
  readonly extra: Readonly<Record<string, string>>;
}

/** A Flex report that can be read any number of times. */
export class FlexReport {
  private found: ParseReport | undefined;

  constructor(
    private readonly source: Source,
    private readonly options: ReadOptions,
  ) {}

  /** Findings of the last complete reading; undefined before one has ended. */
  get report(): ParseReport | undefined {
    return this.found;
  }

  /**
   * The rows in batches. A batch is lent: it is valid until the next one is asked for.
   * @throws FlexError, possibly after some batches, if the report is malformed or the input changes
   *   while it is read
   */
  async *batches(): AsyncGenerator<Batch, void, undefined> {
    yield* this.read(this.options.catalog ?? Catalog.load());
  }

  /**
   * The rows of one section as objects; the rows of an element are in the order of the file. Rows
   * of an undocumented section are rows of `unmapped_rows`.
   * @throws FlexError as `batches`, and FLEX_CONFIG if the catalogue has no such section
   */
  async *records<Name extends keyof SectionRows>(
    section: Name,
  ): AsyncGenerator<FlexRecord<SectionRows[Name]>, void, undefined> {
    const catalog = this.options.catalog ?? Catalog.load();
    const { name: wanted, rows } = sectionNamed(catalog, section);
    for await (const batch of this.read(catalog)) {
      const { section: own, table } = batch.element;
      if (rows.length === 0 ? table !== UNMAPPED_TABLE : own !== wanted) continue;
      for (let row = 0; row < batch.rowCount; row++) {
        const record = recordOf<SectionRows[Name]>(batch, row);
        if (record.section === wanted) yield record;
      }
    }
  }

  private async *read(catalog: Catalog): AsyncGenerator<Batch, void, undefined> {
    const { source } = this;
    try {
      const options = readingOptions(this.options, catalog);
      const found = await survey(source, catalog, options);
      const reading = new RowReading(source, found, options);
      yield* reading.batches();
      this.found = reading.report;
    } catch (thrown) {
      throw asFlexError(thrown).within({ file: source.name });
    }
  }

  /** Releases the resources of the input; only streams have any. */
  async close(): Promise<void> {
    await this.source.close();
  }
}

/** Opens a report. Nothing is read until rows are asked for. */
export function openReport(input: Input, options: ReadOptions = {}): FlexReport {
  return new FlexReport(sourceOf(input), options);
}

export function sourceOf(input: Input): Source {
  if (typeof input === 'string') return fileSource(input);
  return input instanceof Uint8Array ? bytesSource('bytes', input) : streamSource('stream', input);
}

export function readingOptions(options: ReadOptions, catalog: Catalog): ReadingOptions {
  const { timezone = BROKER_TIMEZONE, dateOrder = 'auto', asQuery, only, skip, signal } = options;
  const canonical = (names: Iterable<string> | undefined): Set<string> | undefined =>
    names && new Set(Array.from(names, (name) => sectionNamed(catalog, name).name));
  const selection = { only: canonical(only), skip: canonical(skip) };
  return { catalog, timezone, dateOrder, asQuery, selection, signal };
}

/** Refuses unknown names: such a section would silently be empty in every report. */
function sectionNamed(catalog: Catalog, name: string): Section {
  const section = catalog.section(name);
  if (section !== undefined) return section;
  throw new FlexError('FLEX_CONFIG', `There is no section ${JSON.stringify(name)}.`, {
    advice: 'Use section names as in the XML: Trades, CashTransactions.',
  });
}

/** A row as an object, without the lineage columns: see `statement`. */
function recordOf<Row>(batch: Batch, row: number): FlexRecord<Row> {
  const { element, statement } = batch;
  const values: Record<string, unknown> = {};
  element.columns.forEach(({ name, type }, cell) => {
    const text = cellText(batch, row, cell);
    if (type === 'boolean') values[name] = text === null ? null : text === 'true';
    else if (type === 'json') values[name] = text === null ? null : JSON.parse(text);
    else values[name] = text;
  });
  const extra = trailingText(batch, row, EXTRA_CELL);
  return {
    table: element.table,
    ...wireNames(batch, row),
    statement,
    key: trailingText(batch, row, KEY_CELL)!,
    row: values as OwnColumns<Row>,
    extra: extra === null ? {} : (JSON.parse(extra) as Record<string, string>),
  };
}

/** Names of the columns that flexetl adds to every table. */
export const LINEAGE_COLUMNS: readonly string[] = LINEAGE.map(({ name }) => name);
