/**
 * The archive: the raw XML of every fetched report, filed by query and day, with its provenance. A
 * filed report is never changed and never overwritten; fetching is fetch-reports.ts.
 */
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EXIT, FlexError, type ErrorCode } from '../errors.js';
import { syncDirectory, makeDirectoryDurably } from '../files/directories.js';
import { mapErrors } from '../files/fs-errors.js';
import { clearTemporary, publish, temporaryPath, type Link } from '../files/atomic.js';
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

export interface ArchiveOptions extends IntakeOptions {
  /** Default: the clock of the system. */
  readonly now?: () => Date;
  /** Creates a hard link. Default: that of the file system; for tests. */
  readonly link?: Link;
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

export class Archive {
  private readonly options: ArchiveOptions;

  constructor(
    readonly folder: string,
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
    const folder = queryFolder(this.folder, query);
    await makeDirectoryDurably(folder);
    await clearTemporary(folder, this.now);
    const temporary = temporaryPath(folder);
    const name = `report of query ${query}`;
    try {
      const { sha256, bytes } = await spool(body, temporary, name);
      const contents = await readThrough(temporary, name, this.options);
      const { asked, allowShort, holidaysAtEnds } = expected;
      const missing = allowShort ? undefined : shortfall(asked, contents, holidaysAtEnds);
      if (missing !== undefined) throw new FlexError('FLEX_SHORT_WINDOW', missing);
      const provenance = this.describe(expected, contents, sha256, bytes);
      const held = await this.find(query, sha256);
      if (held !== undefined) {
        const known = await readProvenance(provenancePath(held));
        return { path: held, provenance: known ?? provenance, status: 'already_filed' };
      }
      return await this.place(temporary, folder, provenance);
    } catch (thrown) {
      throw thrown instanceof FlexError && isRefusal(thrown)
        ? await this.setAside(temporary, folder, thrown)
        : thrown;
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
  }

  /** @returns the error, which says where the rejected body is kept, if that succeeded */
  private async setAside(temporary: string, folder: string, error: FlexError): Promise<FlexError> {
    const advice = NO_REPORT_AT_ALL.has(error.code) ? FROM_ELSEWHERE : error.advice;
    const path = await keepRefused(folder, temporary, error, this.now).catch(() => undefined);
    const kept = path === undefined ? '' : ` The rejected body is kept as ${path}.`;
    return error.with({ message: `${error.message}${kept}`, advice });
  }

  /** The reports of a query, in the order of their names. @throws FlexError of the file system */
  async reports(query: string): Promise<ArchivedReport[]> {
    const paths = await this.paths(query, () => true);
    const found: ArchivedReport[] = [];
    for (const path of paths) {
      found.push({ path, provenance: await readProvenance(provenancePath(path)) });
    }
    return found;
  }

  /** The report with this content; a report that is no longer readable does not count. */
  private async find(query: string, sha256: string): Promise<string | undefined> {
    for (const path of await this.paths(query, (name) => mayHold(name, sha256))) {
      if ((await digestOf(path)) === sha256) return path;
    }
    return undefined;
  }

  private async paths(query: string, take: (name: string) => boolean): Promise<string[]> {
    const folder = queryFolder(this.folder, query);
    const paths: string[] = [];
    for (const day of await namesIn(folder)) {
      if (day.startsWith('.')) continue;
      for (const name of await namesIn(join(folder, day))) {
        if (name.endsWith(REPORT_ENDING) && !name.startsWith('.') && take(name)) {
          paths.push(join(folder, day, name));
        }
      }
    }
    return paths;
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
    const folder = join(query, dayFolder(provenance.to));
    await makeDirectoryDurably(folder);
    const { sha256 } = provenance;
    for (const length of DIGEST_LENGTHS) {
      const base = join(folder, baseName(provenance, length));
      const path = base + REPORT_ENDING;
      if (!(await this.placeProvenance(query, base + PROVENANCE_ENDING, provenance))) continue;
      if (await publish(temporary, path, this.options.link)) {
        await syncDirectory(folder);
        await syncDirectory(query);
        return { path, provenance, status: 'filed' };
      }
      if ((await digestOf(path)) === sha256) return { path, provenance, status: 'already_filed' };
    }
    throw new FlexError(
      'FLEX_DEST_FAILED',
      `Every possible name of the report is taken in ${folder}.`,
      {
        advice: 'A file there was changed or is damaged: move it elsewhere, and fetch again.',
      },
    );
  }

  /** @returns false if another report has the name */
  private async placeProvenance(
    folder: string,
    path: string,
    provenance: Provenance,
  ): Promise<boolean> {
    const temporary = temporaryPath(folder);
    try {
      await mapErrors(temporary, () =>
        writeFile(temporary, provenanceText(provenance), { flag: 'wx', flush: true }),
      );
      if (await publish(temporary, path, this.options.link)) return true;
    } finally {
      await rm(temporary, { force: true }).catch(() => undefined);
    }
    return (await readProvenance(path))?.sha256 === provenance.sha256;
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

/** Entries of a directory, in byte order; none if the directory does not exist. */
async function namesIn(folder: string): Promise<string[]> {
  return mapErrors(folder, async () => {
    try {
      return (await readdir(folder)).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    } catch (thrown) {
      const { code } = thrown as NodeJS.ErrnoException;
      if (code === 'ENOENT' || code === 'ENOTDIR') return [];
      throw thrown;
    }
  });
}
