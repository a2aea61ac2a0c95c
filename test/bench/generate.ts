/**
 * Activity reports of any size, written as they are made: a 10 GB file takes no
 * more memory than a small one.
 *
 * Deterministic: the same options give the same bytes. A day of an account has
 * the same events whatever window it is asked for in, so that a quarter equals
 * its three months, unless `rows` spreads a number over the window.
 */
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { usualExecutions, type AccountDay } from './activity.js';
import { businessDays, compact } from './calendar.js';
import { tradeAttributes } from './rows.js';
import { SECTIONS, type Level, type SectionName, type Window } from './sections.js';

export interface StatementOptions {
  readonly seed: number;
  readonly account: string;
  /** Name of the query; a report takes that of its first statement. */
  readonly query: string;
  /** First and last day of the window, `2024-01-01`. */
  readonly from: string;
  readonly to: string;
  /** As it is to stand in the file: `20240402;072104`. */
  readonly whenGenerated: string;
  /** Trade rows of the whole statement, spread over its business days. Then a day depends on the window. */
  readonly rows?: number;
  /** Trade rows of each business day. Default: 0 to 7, as the day has it. */
  readonly rowsPerDay?: number;
  /** Attributes of a Trade, 1 to 84. Default 84, as in real exports: some 1,650 bytes a row. */
  readonly attributes?: number;
  /** Default: all. */
  readonly sections?: readonly SectionName[];
  /** Rows of the section Trades: Order, Trade, Lot. Default: all three. */
  readonly levels?: readonly Level[];
  /** A day whose trades the broker has corrected; another salt is another correction. */
  readonly restate?: { readonly day: string; readonly salt: number };
  /** In ten-thousandths: by how much every price differs, and so every row of the deals. Default 0. */
  readonly shift?: number;
  readonly period?: string;
}

/** Characters that are gathered before a chunk is handed out. */
const CHUNK_LENGTH = 64 * 1024;

function windowOf(options: StatementOptions): Window {
  const { seed, account, from, to, rows, restate, shift = 0 } = options;
  const days = businessDays(from, to);
  const executions = (day: string, i: number): number => {
    if (rows === undefined) return options.rowsPerDay ?? usualExecutions(seed, account, day);
    return Math.floor(rows / days.length) + (i < rows % days.length ? 1 : 0);
  };
  return {
    seed,
    account,
    from,
    to,
    days: days.map((day, i): AccountDay => {
      const salt = restate?.day === day ? restate.salt : undefined;
      return { seed, account, day, executions: executions(day, i), salt, shift };
    }),
    attributes: tradeAttributes(options.attributes ?? 84),
    levels: new Set(options.levels ?? ['ORDER', 'EXECUTION', 'CLOSED_LOT']),
  };
}

const elementOf = (row: string): string => row.slice(1, row.indexOf(' '));

function* statementText(
  options: StatementOptions,
  counts: Map<string, number>,
): Generator<string, void, undefined> {
  const window = windowOf(options);
  const { account, from, to, period = '', whenGenerated } = options;
  yield `<FlexStatement accountId="${account}" fromDate="${compact(from)}" toDate="${compact(to)}" period="${period}" whenGenerated="${whenGenerated}">\n`;
  const wanted = new Set<string>(options.sections ?? Object.keys(SECTIONS));
  for (const [name, rowsOf] of Object.entries(SECTIONS)) {
    if (!wanted.has(name)) continue;
    yield `<${name}>\n`;
    for (const row of rowsOf(window)) {
      const element = elementOf(row);
      counts.set(element, (counts.get(element) ?? 0) + 1);
      yield row;
    }
    yield `</${name}>\n`;
  }
  yield '</FlexStatement>\n';
}

function* reportText(
  statements: readonly StatementOptions[],
  counts: Map<string, number>,
): Generator<string, void, undefined> {
  const query = (statements[0]?.query ?? '').replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  yield `<FlexQueryResponse queryName="${query}" type="AF">\n<FlexStatements count="${statements.length}">\n`;
  for (const options of statements) yield* statementText(options, counts);
  yield '</FlexStatements>\n</FlexQueryResponse>\n';
}

/**
 * A whole report of several statements, in chunks.
 * @param counts is filled with the number of rows by element; complete at the end
 */
export function* generateReport(
  statements: readonly StatementOptions[],
  counts = new Map<string, number>(),
): Generator<string, void, undefined> {
  let chunk = '';
  for (const text of reportText(statements, counts)) {
    chunk += text;
    if (chunk.length < CHUNK_LENGTH) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}

/** A whole report of one statement, in chunks. */
export function generateStatement(
  options: StatementOptions,
  counts?: Map<string, number>,
): Generator<string, void, undefined> {
  return generateReport([options], counts);
}

export interface WrittenFile {
  readonly bytes: number;
  /** Number of rows by element. */
  readonly rows: ReadonlyMap<string, number>;
}

/** Writes a report of one statement, or of several. */
export async function writeStatementFile(
  path: string,
  options: StatementOptions | readonly StatementOptions[],
): Promise<WrittenFile> {
  const rows = new Map<string, number>();
  const statements = Array.isArray(options)
    ? (options as readonly StatementOptions[])
    : [options as StatementOptions];
  const file = createWriteStream(path);
  await pipeline(Readable.from(generateReport(statements, rows)), file);
  return { bytes: file.bytesWritten, rows };
}
