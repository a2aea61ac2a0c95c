/**
 * The two readings of an input: the survey, then the rows, with the proof that both saw the same
 * bytes. Where the rows go is the business of load-input.ts.
 */
import { createHash } from 'node:crypto';
import type { Catalog } from '../catalog/catalog.js';
import { FlexError } from '../errors.js';
import type { Batch } from '../parser/batch.js';
import { shippedCode } from '../package-folder.js';
import { FlexParser } from '../parser/parser.js';
import type { ParseReport, Selection, DateOrder } from '../parser/statement.js';
import { Surveyor, type Survey } from '../parser/survey/survey.js';
import type { LayoutMemory } from '../parser/xml/fast-path.js';
import { systemCode } from '../sources/errors.js';
import type { Source } from '../sources/source.js';
import { digestFor } from './digest/digest.js';
import { OccurrenceSpill } from './spill-counter.js';

export interface Progress {
  /** `publish`: the destination has all rows, and puts them into their tables. */
  readonly phase: 'survey' | 'parse' | 'publish';
  /** Stored bytes read since the last call. */
  readonly bytes: number;
  /** Rows parsed since the last call. */
  readonly rows: number;
}

/** How the reading of an input is observed and stopped. */
export interface Watch {
  /** Ends the reading at the next chunk; its reason is thrown. */
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

export interface ReadingOptions extends Watch {
  readonly catalog: Catalog;
  readonly timezone: string;
  readonly dateOrder: DateOrder | 'auto';
  readonly asQuery?: string | undefined;
  readonly selection?: Selection | undefined;
  /** The limit of the sink. */
  readonly decimalLimit?: { readonly precision: number; readonly scale: number } | undefined;
}

/** Reads an input once, without parsing. @throws FlexError if it is no complete Flex report */
export async function survey(
  source: Source,
  catalog: Catalog,
  options: Watch & { readonly dateOrder?: DateOrder | 'auto' } = {},
): Promise<Survey> {
  // If the user has chosen the order of dates, the file is not examined.
  const asked = (options.dateOrder ?? 'auto') === 'auto';
  const surveyor = new Surveyor({
    file: source.name,
    isDigestedElsewhere: true,
    isDateAttribute: (name) => {
      const type = catalog.attributeTypes.get(name);
      return asked && (type === 'date' || type === 'datetime');
    },
  });
  const read = (bytes: number): void => options.onProgress?.({ phase: 'survey', bytes, rows: 0 });
  const digest = digestFor(source.size);
  try {
    for await (const chunk of source.open(read)) {
      options.signal?.throwIfAborted();
      const full = digest.update(chunk);
      if (full !== undefined) await full;
      surveyor.push(chunk);
    }
    return surveyor.end(await digest.end());
  } finally {
    digest.release();
  }
}

/** The rows of an input. */
export interface Rows {
  /** The findings; undefined before the last batch was taken. */
  readonly report: ParseReport | undefined;
  /** The rows in batches, each lent until the next one is asked for. @throws FlexError */
  batches(): AsyncGenerator<Batch, void, undefined>;
}

/** An input that is to be read, or has been read ahead of its turn. */
export interface ReadableInput {
  readonly name: string;
  /** @throws FlexError if it is no complete Flex report */
  survey(): Promise<Survey>;
  /** May be called again: for another attempt to load it. */
  rows(found: Survey, decimalLimit: ReadingOptions['decimalLimit']): Rows;
}

/** Reads an input when it is asked to. */
export function readableInput(source: Source, options: ReadingOptions): ReadableInput {
  return {
    name: source.name,
    survey: () => survey(source, options.catalog, options),
    rows: (found, decimalLimit) => new RowReading(source, found, { ...options, decimalLimit }),
  };
}

/** The second reading of a surveyed input. Row keys are counted in bounded memory. */
export class RowReading implements Rows {
  private reported: ParseReport | undefined;

  constructor(
    private readonly source: Source,
    private readonly found: Survey,
    private readonly options: ReadingOptions,
  ) {}

  get report(): ParseReport | undefined {
    return this.reported;
  }

  /**
   * The rows in batches, each lent until the next one is asked for.
   * @throws FlexError, possibly after some batches; FLEX_INPUT_CHANGED if the bytes are not those
   *   of the survey, whatever the parser made of them
   */
  async *batches(): AsyncGenerator<Batch, void, undefined> {
    const occurrences = new OccurrenceSpill();
    try {
      yield* this.parse(occurrences);
    } catch (thrown) {
      if (this.options.signal?.aborted !== true && (await this.hasChanged())) {
        throw changed(thrown);
      }
      throw thrown;
    } finally {
      occurrences.close();
    }
  }

  private async *parse(occurrences: OccurrenceSpill): AsyncGenerator<Batch, void, undefined> {
    const { source, found, options } = this;
    const { signal, onProgress } = options;
    const parser = new FlexParser({
      catalog: options.catalog,
      survey: found,
      timezone: options.timezone,
      dateOrder: options.dateOrder,
      asQuery: options.asQuery,
      selection: options.selection,
      decimalLimit: options.decimalLimit,
      occurrences: () => occurrences.counter(),
      file: source.name,
      lane: laneCode,
      layouts: layoutsOf(options.catalog),
    });
    const digest = digestFor(source.size);
    const read = (bytes: number): void => onProgress?.({ phase: 'parse', bytes, rows: 0 });
    try {
      for await (const chunk of source.open(read)) {
        signal?.throwIfAborted();
        const full = digest.update(chunk);
        if (full !== undefined) await full;
        yield* parser.push(chunk);
      }
      yield* parser.end();
      signal?.throwIfAborted();
      if ((await digest.end()) !== found.sha256) throw changed();
    } finally {
      digest.release();
    }
    this.reported = parser.report;
  }

  /**
   * Whether the bytes differ from those of the survey: a file cut short between the two readings
   * looks malformed, but is to be read again rather than refused.
   */
  private async hasChanged(): Promise<boolean> {
    const digest = createHash('sha256');
    const { signal } = this.options;
    try {
      for await (const chunk of this.source.open()) {
        signal?.throwIfAborted();
        digest.update(chunk);
      }
    } catch (thrown) {
      signal?.throwIfAborted();
      // Gzip that was intact and now is not has changed; an error of the disk tells nothing.
      const cause = thrown instanceof FlexError ? thrown.cause : thrown;
      return systemCode(cause)?.startsWith('E') !== true;
    }
    return digest.digest('hex') !== this.found.sha256;
  }
}

/** What the inputs of this process had, by catalogue: most of an archive look alike. */
const LAYOUTS = new WeakMap<Catalog, LayoutMemory>();

function layoutsOf(catalog: Catalog): LayoutMemory {
  let memory = LAYOUTS.get(catalog);
  if (memory === undefined) {
    memory = { layouts: [] };
    LAYOUTS.set(catalog, memory);
  }
  return memory;
}

/** The compiled lane, which `npm run build` makes; undefined before a build. */
export function laneCode(): Uint8Array | undefined {
  return shippedCode('dist/parser/lane/lane.wasm');
}

function changed(cause?: unknown): FlexError {
  return new FlexError('FLEX_INPUT_CHANGED', 'The file changed while it was being read.', {
    cause,
  });
}
