/** Rows of a query on stdout: as a table, as JSON, as CSV. Streams: memory does not grow with them. */
import type { Output } from '../../cli/output.js';
import type { QueryCell, QueryResult } from '../../sinks/query.js';
import { csvLines } from '../../text/csv.js';
import { plural } from '../../text/numbers.js';
import { escapeJson, jsonText } from '../../text/printable.js';
import {
  columnsWithin,
  columnWidths,
  tableHead,
  tableRow,
  type TableColumn,
} from '../../text/table.js';

/** The rows that are measured for the column widths of a table. */
const MEASURED_ROWS = 1000;
/** Characters that are written at a time. */
const PIECE = 64 * 1024;

/**
 * A table. A terminal cuts it to its width; elsewhere nothing is cut. The row count comes last, on
 * stderr if stdout is no terminal.
 */
export async function printTable(
  result: QueryResult,
  stdout: Output,
  stderr: Output,
): Promise<void> {
  const width = stdout.isTerminal ? stdout.columns : undefined;
  const lines = new Pieces(stdout);
  const rows = result.rows()[Symbol.asyncIterator]();
  const measured: string[][] = [];
  let step = await rows.next();
  while (step.done !== true && measured.length < MEASURED_ROWS) {
    measured.push(texts(step.value));
    step = await rows.next();
  }
  const all = result.columns.map(({ name, numeric }): TableColumn => ({
    title: name,
    align: numeric ? 'right' : 'left',
  }));
  const widths = columnWidths(all, measured, width);
  const columns = all.slice(0, columnsWithin(widths, width));
  const print = async (row: readonly string[]): Promise<void> => {
    // A cell may be wider than the rows that were measured; only a terminal cuts it.
    const fitting = width === undefined ? widened(widths, row) : widths;
    await lines.add(`${tableRow(columns, fitting, row)}\n`);
  };
  for (const line of tableHead(columns, widths)) await lines.add(`${line}\n`);
  for (const row of measured) await print(row);
  let count = measured.length;
  for (; step.done !== true && !stdout.ended; step = await rows.next()) {
    await print(texts(step.value));
    count++;
  }
  await lines.end();
  if (stdout.ended) return;
  const hidden = all.length - columns.length;
  if (hidden > 0) {
    await stdout.write(
      `… and ${plural(hidden, 'more column')}: select fewer, or use --csv or --json\n`,
    );
  }
  await (stdout.isTerminal ? stdout : stderr).write(`${plural(count, 'row')}\n`);
}

function texts(cells: readonly QueryCell[]): string[] {
  return cells.map(({ text }) => text ?? '');
}

/** One array of objects, one object a line. */
export async function printJson(result: QueryResult, stdout: Output): Promise<void> {
  const names = result.columns.map(({ name }) => jsonText(name));
  const pieces = new Pieces(stdout);
  let separator = '[\n';
  for await (const cells of result.rows()) {
    if (stdout.ended) return;
    const members = cells.map(({ json }, index) => `${names[index]!}:${json}`);
    await pieces.add(`${separator}{${escapeJson(members.join(','))}}`);
    separator = ',\n';
  }
  await pieces.add(separator === '[\n' ? '[]\n' : '\n]\n');
  await pieces.end();
}

/** With a header: see csvLines. */
export async function printCsv(result: QueryResult, stdout: Output): Promise<void> {
  let rows: (readonly (string | null)[])[] = [result.columns.map(({ name }) => name)];
  let characters = 0;
  for await (const cells of result.rows()) {
    if (stdout.ended) return;
    rows.push(cells.map(({ text }) => text));
    characters += cells.reduce((sum, { text }) => sum + (text?.length ?? 0) + 1, 0);
    if (characters < PIECE) continue;
    await stdout.write(csvLines(rows));
    rows = [];
    characters = 0;
  }
  await stdout.write(csvLines(rows));
}

function widened(widths: readonly number[], row: readonly string[]): number[] {
  return widths.map((width, index) => Math.max(width, Array.from(row[index] ?? '').length));
}

/** Collects text into pieces large enough to be worth a write. */
class Pieces {
  private text = '';

  constructor(private readonly output: Output) {}

  async add(text: string): Promise<void> {
    this.text += text;
    if (this.text.length >= PIECE) await this.end();
  }

  async end(): Promise<void> {
    const text = this.text;
    this.text = '';
    await this.output.write(text);
  }
}
