/**
 * The archive: the raw XML of every fetched report, filed by query and day, with its provenance. A
 * filed report is never changed and never overwritten; fetching is fetch-reports.ts.
 */
import { rm } from 'node:fs/promises';
import { EXIT, FlexError, type ErrorCode } from '../errors.js';
import { VERSION } from '../version.js';
import { digestOf, readThrough, spool, type Contents, type IntakeOptions } from './intake.js';
import {
  baseName,
  dayFolder,
  DIGEST_LENGTHS,
  mayHold,
  PROVENANCE_ENDING,
  provenancePath,
  queryFolder,
  REPORT_ENDING,
} from './paths.js';
import {
  PROVENANCE_SCHEMA,
  provenanceText,
  readProvenance,
  type Provenance,
} from './provenance.js';
import { keepRefused } from './rejected.js';
import { shortfall, type Asked } from './requested-period.js';
import type { Shelf, Temporary } from './shelf.js';

export interface ArchiveOptions extends IntakeOptions {
  /** Default: the clock of the system. */
  readonly now?: () => Date;
}

/** Facts about a report before it comes. */
export interface Expected {
  /** ID of the query. */
  readonly query: string;
  readonly asked: Asked;
  readonly referenceCode: string | null;
  /** Whether a report that covers fewer days than requested is accepted. */
  readonly allowShort: boolean;
  /** Weekdays that may be missing at either end of a window of days. Default 0. */
  readonly holidaysAtEnds?: number | undefined;
}

/** A report in the archive. */
export interface ArchivedReport {
  /** A path or an address, as `load` takes it. */
  readonly path: string;
  /** Undefined if the file beside it is missing. */
  readonly provenance: Provenance | undefined;
}

export interface FiledReport {
  readonly path: string;
  readonly provenance: Provenance;
  /** `already_filed`: the archive has exactly the same XML. */
  readonly status: 'filed' | 'already_filed';
}

/** Provenance files read at a time: in a bucket, each is a request. */
const AT_ONCE = 16;

export class Archive {
  private readonly options: ArchiveOptions;

  constructor(
    readonly shelf: Shelf,
    options: ArchiveOptions,
  ) {
    this.options = options;
  }

  get now(): Date {
    return this.options.now?.() ?? new Date();
  }

  /**
   * Files a report. It gets its name only when it is complete, checked and durable; several
   * processes may file the same one at once.
   * @throws FlexError if the body is no complete, well-formed Flex report, FLEX_SHORT_WINDOW, and
   *   of the file system; if a complete body is rejected, the error says where it is kept
   */
  async file(body: AsyncIterable<Buffer>, expected: Expected): Promise<FiledReport> {
    const { query } = expected;
    const { shelf } = this;
    const folder = queryFolder(query);
    await shelf.prepare(folder, this.now);
    const temporary = shelf.temporary(folder);
    const name = `report of query ${query}`;
    try {
      const { sha256, bytes } = await spool(body, temporary, name);
      const contents = await readThrough(temporary.path, name, this.options);
      const { asked, allowShort, holidaysAtEnds } = expected;
      const missing = allowShort ? undefined : shortfall(asked, contents, holidaysAtEnds);
      if (missing !== undefined) throw new FlexError('FLEX_SHORT_WINDOW', missing);
      const provenance = this.describe(expected, contents, sha256, bytes);
      const held = await this.find(query, sha256);
      if (held !== undefined) {
        const known = await readProvenance(shelf, provenancePath(held));
        const path = shelf.addressOf(held);
        return { path, provenance: known ?? provenance, status: 'already_filed' };
      }
      return await this.place(temporary.path, folder, provenance);
    } catch (thrown) {
      throw thrown instanceof FlexError && isRefusal(thrown)
        ? await this.setAside(temporary, folder, thrown)
        : thrown;
    } finally {
      await rm(temporary.path, { force: true }).catch(() => undefined);
    }
  }

  /** @returns the error, which says where the rejected body is kept, if that succeeded */
  private async setAside(
    temporary: Temporary,
    folder: string,
    error: FlexError,
  ): Promise<FlexError> {
    const advice = NO_REPORT_AT_ALL.has(error.code) ? FROM_ELSEWHERE : error.advice;
    const path = await keepRefused(this.shelf, folder, temporary.path, error, this.now).catch(
      () => undefined,
    );
    const kept =
      path === undefined ? '' : ` The rejected body is kept as ${this.shelf.addressOf(path)}.`;
    return error.with({ message: `${error.message}${kept}`, advice });
  }

  /** The reports of a query, in the order of their names. @throws FlexError of the file system */
  async reports(query: string): Promise<ArchivedReport[]> {
    const paths: string[] = [];
    for await (const path of this.paths(query, () => true)) paths.push(path);
    const found: ArchivedReport[] = [];
    for (let from = 0; from < paths.length; from += AT_ONCE) {
      const read = paths.slice(from, from + AT_ONCE).map((path) => this.reportAt(path));
      found.push(...(await Promise.all(read)));
    }
    return found;
  }

  private async reportAt(path: string): Promise<ArchivedReport> {
    const provenance = await readProvenance(this.shelf, provenancePath(path));
    return { path: this.shelf.addressOf(path), provenance };
  }

  /** The path of the report with this content; a report that is no longer readable does not count. */
  private async find(query: string, sha256: string): Promise<string | undefined> {
    for await (const path of this.paths(query, (name) => mayHold(name, sha256))) {
      if ((await digestOf(this.shelf.source(path))) === sha256) return path;
    }
    return undefined;
  }

  /** Paths of reports, `<query>/<day>/<name>`, in byte order. */
  private async *paths(query: string, take: (name: string) => boolean): AsyncGenerator<string> {
    const folder = queryFolder(query);
    for await (const path of this.shelf.list(folder)) {
      const [day = '', name = '', ...deeper] = path.slice(folder.length + 1).split('/');
      const hidden = day.startsWith('.') || name.startsWith('.') || deeper.length > 0;
      if (!hidden && name.endsWith(REPORT_ENDING) && take(name)) yield path;
    }
  }

  /**
   * The provenance gets its name first, so that a report is never without one. A process killed in
   * between leaves a provenance without a report, which is complete in itself and is used when the
   * report comes.
   */
  private async place(
    temporary: string,
    query: string,
    provenance: Provenance,
  ): Promise<FiledReport> {
    const { shelf } = this;
    const folder = `${query}/${dayFolder(provenance.to)}`;
    for (const length of DIGEST_LENGTHS) {
      const base = `${folder}/${baseName(provenance, length)}`;
      const place = base + REPORT_ENDING;
      const path = shelf.addressOf(place);
      if (!(await this.placeProvenance(base + PROVENANCE_ENDING, provenance))) continue;
      if (await shelf.keep(temporary, place)) return { path, provenance, status: 'filed' };
      if ((await digestOf(shelf.source(place))) === provenance.sha256) {
        return { path, provenance, status: 'already_filed' };
      }
    }
    const where = shelf.addressOf(folder);
    const message = `Every possible name of the report is taken in ${where}.`;
    throw new FlexError('FLEX_DEST_FAILED', message, {
      advice: 'A file there was changed or is damaged: move it elsewhere, and fetch again.',
    });
  }

  /** @returns false if another report has the name */
  private async placeProvenance(path: string, provenance: Provenance): Promise<boolean> {
    if (await this.shelf.keepText(path, provenanceText(provenance))) return true;
    return (await readProvenance(this.shelf, path))?.sha256 === provenance.sha256;
  }

  private describe(
    expected: Expected,
    contents: Contents,
    sha256: string,
    bytes: number,
  ): Provenance {
    const { queryName, ...rest } = contents;
    return {
      schema: PROVENANCE_SCHEMA,
      query: { id: expected.query, name: queryName },
      asked: expected.asked,
      ...rest,
      fetchedAt: this.now.toISOString(),
      referenceCode: expected.referenceCode,
      sha256,
      bytes,
      flexetl: VERSION,
    };
  }
}

/** Whether it concerns the body itself, so that another attempt would get the same. */
function isRefusal({ code, exitStatus }: FlexError): boolean {
  return exitStatus === EXIT.data && code !== 'FLEX_TRUNCATED' && code !== 'FLEX_EMPTY_INPUT';
}

/** Bodies that the service itself never sends. */
const NO_REPORT_AT_ALL: ReadonlySet<ErrorCode> = new Set(['FLEX_NOT_XML', 'FLEX_WRONG_ROOT']);
const FROM_ELSEWHERE =
  'Look at the rejected body: it may come from a proxy in between. Fetch the report again in a few minutes.';
