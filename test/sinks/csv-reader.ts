/**
 * A reader of CSV that takes RFC 4180 with `\n` at its word, so that what the
 * sink writes is judged by the rule and not by the leniency of a reader. And
 * the rows of a directory that `csv:` wrote, typed by its `_schema.json`.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

import type { CsvColumn, CsvSchema } from '../../src/sinks/csv/schema-file.js';
import type { Json } from '../../src/sinks/row.js';
import type { SeenRow } from './contract.js';

/** Fields of a record; null for an empty field without quotes. */
type Record_ = (string | null)[];

/**
 * Splits a text into records.
 * @throws Error where a quote stands inside a bare field, something follows a
 *   closing quote, a bare field holds a line break, or the last line has no end
 */
export function readCsv(text: string): Record_[] {
  const records: Record_[] = [];
  let record: Record_ = [];
  let at = 0;
  while (at < text.length) {
    const { value, end } = text[at] === '"' ? quotedField(text, at) : bareField(text, at);
    record.push(value);
    if (text[end] === '\n') {
      records.push(record);
      record = [];
    } else if (text[end] !== ',') {
      throw new Error(`a field is followed by ${JSON.stringify(text[end])} at ${end}`);
    }
    at = end + 1;
    if (text[end] === ',' && at === text.length) throw new Error('the last line has no end');
  }
  if (record.length > 0) throw new Error('the last line has no end');
  return records;
}

function bareField(text: string, start: number): { value: string | null; end: number } {
  let end = start;
  while (end < text.length && text[end] !== ',' && text[end] !== '\n') {
    if (text[end] === '"' || text[end] === '\r') throw new Error(`a bare field holds it at ${end}`);
    end++;
  }
  return { value: end === start ? null : text.slice(start, end), end };
}

function quotedField(text: string, start: number): { value: string; end: number } {
  let at = start + 1;
  let value = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw new Error(`the quote at ${start} is never closed`);
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}

/** `_schema.json` of a directory, or undefined where there is none. */
export function readSchema(directory: string): CsvSchema | undefined {
  const path = join(directory, '_schema.json');
  if (!existsSync(path)) return undefined;
  return JSON.parse(readFileSync(path, 'utf8')) as CsvSchema;
}

/** The text of a file of the directory, unpacked. */
export function readText(directory: string, file: string): string {
  const bytes = readFileSync(join(directory, file));
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}

/** All rows of a directory; [] where it was never written. */
export function readDirectory(directory: string): SeenRow[] {
  const tables = Object.entries(readSchema(directory)?.tables ?? {});
  return tables.flatMap(([table, { file, rows, columns }]) => {
    const [header, ...records] = readCsv(readText(directory, file));
    const names = columns.map(({ name }) => name);
    if (header?.join() !== names.join()) throw new Error(`${file} and _schema.json differ`);
    if (records.length !== rows) throw new Error(`${file} has ${records.length} rows, not ${rows}`);
    return records.map((record) => seenRow(table, columns, record));
  });
}

function seenRow(table: string, columns: readonly CsvColumn[], record: Record_): SeenRow {
  if (record.length !== columns.length) throw new Error(`${table}: ${record.length} fields`);
  const row: Record<string, Json> = {};
  const lineage: Record<string, string> = {};
  columns.forEach(({ name, type }, index) => {
    const text = record[index] ?? null;
    if (text === null) return;
    if (name.startsWith('_')) lineage[name] = text;
    else if (type === 'json') row[name] = JSON.parse(text) as Json;
    else row[name] = type === 'boolean' ? text === 'true' : text;
  });
  const extra = JSON.parse(lineage['_extra'] ?? '{}') as Record<string, string>;
  const { _statement_id: statement = '', _row_key: key = '' } = lineage;
  return { table, statement, key, row, extra };
}
