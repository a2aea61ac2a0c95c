/**
 * A report on its way into the archive: streamed to a temporary file, gzipped, and read through
 * once, so that only complete Flex reports are filed. Never in memory as a whole.
 */
import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Catalog } from '../catalog/catalog.js';
import { STATEMENTS_TABLE } from '../catalog/section.js';
import { asFlexError, FlexError } from '../errors.js';
import { mapErrors } from '../files/fs-errors.js';
import { createFile } from '../files/output.js';
import { extentOf, type ParseReport, type DateOrder } from '../parser/statement.js';
import { Surveyor, type Survey } from '../parser/survey/survey.js';
import { inspectInput } from '../pipeline/load-input.js';
import { fileSource } from '../sources/file.js';
import type { Source } from '../sources/source.js';
import type { Received } from './requested-period.js';
import type { Temporary } from './shelf.js';

export interface IntakeOptions {
  readonly catalog: Catalog;
  readonly timezone: string;
  readonly dateOrder: DateOrder | 'auto';
  readonly signal?: AbortSignal | undefined;
}

/** Facts in the report itself. */
export interface Contents extends Received {
  readonly queryName: string;
  readonly accounts: readonly string[];
  readonly generatedAt: string | null;
  readonly statements: number;
  readonly rows: number;
}

/**
 * Writes the bytes to a new file, gzipped and durable. Bytes that are no complete Flex report are
 * in the file too, up to where that becomes clear.
 * @param name of the report, for errors
 * @throws FlexError if the bytes are no complete Flex report (FLEX_TRUNCATED and the others of the
 *   survey), and of the file system; errors of the body come out unchanged
 */
export async function spool(
  body: AsyncIterable<Buffer>,
  { path, mode }: Temporary,
  name: string,
): Promise<Pick<Survey, 'sha256' | 'bytes'>> {
  const surveyor = new Surveyor({ file: name, isDateAttribute: () => false });
  let found: Survey | undefined;
  let refusal: FlexError | undefined;
  const sound = (step: () => void): void => {
    try {
      step();
    } catch (thrown) {
      refusal = asFlexError(thrown);
    }
  };
  async function* surveyed(): AsyncGenerator<Buffer> {
    for await (const chunk of body) {
      sound(() => surveyor.push(chunk));
      yield Buffer.from(chunk); // zlib still reads it after the chunk is taken back
      if (refusal !== undefined) return;
    }
    sound(() => (found = surveyor.end()));
  }
  const handle = await createFile(path, mode);
  try {
    await pipeline(surveyed, createGzip(), (packed: AsyncIterable<Buffer>) =>
      mapErrors(path, () => writeTo(handle, packed)),
    );
    if (refusal !== undefined) throw refusal;
    await mapErrors(path, () => handle.sync());
  } finally {
    await handle.close().catch(() => undefined);
  }
  return found!;
}

async function writeTo(handle: FileHandle, pieces: AsyncIterable<Buffer>): Promise<void> {
  for await (const piece of pieces) {
    for (let at = 0; at < piece.length;) {
      at += (await handle.write(piece, at, piece.length - at)).bytesWritten;
    }
  }
}

/**
 * Parses a spooled report without keeping its rows.
 *
 * A report with ambiguous slash dates is accepted: its days are then null, and a load will ask for
 * the order.
 * @throws FlexError if it is no well-formed Flex report
 */
export async function readThrough(
  path: string,
  name: string,
  options: IntakeOptions,
): Promise<Contents> {
  const source = { ...fileSource(path), name };
  const inspected = async (dateOrder: DateOrder | 'auto'): Promise<ParseReport> => {
    const { report } = await inspectInput(source, {
      ...options,
      dateOrder,
      loadId: '',
      strict: false,
    });
    return report;
  };
  try {
    return contentsOf(await inspected(options.dateOrder));
  } catch (thrown) {
    if (!(thrown instanceof FlexError) || thrown.code !== 'FLEX_DATE_ORDER') throw thrown;
    return { ...contentsOf(await inspected('mdy')), from: null, to: null, generatedAt: null };
  }
}

function contentsOf({ statements, rows }: ParseReport): Contents {
  const periods = new Set<string>();
  let queryName = '';
  let newest: string | null = null;
  for (const { index, query, period, generatedAt } of statements) {
    if (index === 0) queryName = query;
    if (period !== '') periods.add(period);
    if (generatedAt !== null && (newest === null || generatedAt > newest)) newest = generatedAt;
  }
  return {
    queryName,
    ...extentOf(statements),
    periods: [...periods].sort(),
    generatedAt: newest,
    statements: statements.length,
    rows: [...rows].reduce((sum, [table, n]) => (table === STATEMENTS_TABLE ? sum : sum + n), 0),
  };
}

/**
 * SHA-256 of the XML in an archived report; undefined if the report cannot be read.
 * @throws FlexError if an object store does not answer: that says nothing about the report
 */
export async function digestOf(source: Source): Promise<string | undefined> {
  const digest = createHash('sha256');
  try {
    for await (const chunk of source.open()) digest.update(chunk);
    return digest.digest('hex');
  } catch (thrown) {
    const error = asFlexError(thrown);
    if (error.code === 'FLEX_INPUT_UNREADABLE' || error.code === 'FLEX_INPUT_NOT_FOUND') {
      return undefined;
    }
    throw error;
  }
}
