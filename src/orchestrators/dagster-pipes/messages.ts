/**
 * The messages of Dagster Pipes, protocol 0.1, as text: one line of JSON each. Dagster's reader
 * takes exactly these members. With one too many, one too few or a value of another type it drops
 * all that was said, and the step stays green. So messages are made by these functions alone, whose
 * types leave no other form. Pure.
 */
import { beginning, printable } from '../../text/printable.js';
import { redact } from '../../text/redact.js';

const VERSION = '0.1';
const TEXT_KEPT = 2000;

declare const made: unique symbol;

/**
 * A value of metadata. Only the functions below make one. Floats and timestamps are not among them:
 * Dagster refuses 2 where it wants 2.0, and JSON.stringify writes 2.
 */
export interface MetadataValue {
  readonly type: 'text' | 'int' | 'json' | 'table_schema' | 'table_column_lineage';
  readonly raw_value: unknown;
  readonly [made]: true;
}

export type Metadata = Readonly<Record<string, MetadataValue>>;

function value(type: MetadataValue['type'], raw: unknown): MetadataValue {
  return { type, raw_value: raw } as MetadataValue;
}

/** Without secrets, control characters and halves of surrogate pairs, and cut. */
export function clean(text: string): string {
  return printable(beginning(redact(text), TEXT_KEPT));
}

export const text = (raw: string): MetadataValue => value('text', clean(raw));

/** A whole number; one that JavaScript cannot hold exactly, or that is none, is given as text. */
export function int(raw: number | bigint): MetadataValue {
  return Number.isSafeInteger(Number(raw)) ? value('int', Number(raw)) : text(String(raw));
}

/** A list or an object. */
export function json(raw: readonly unknown[] | Readonly<Record<string, unknown>>): MetadataValue {
  return value('json', cleanAll(raw));
}

export interface SchemaColumn {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  readonly nullable: boolean;
}

export function tableSchema(columns: readonly SchemaColumn[]): MetadataValue {
  return value('table_schema', {
    columns: columns.map(({ name, type, description, nullable }) => ({
      name: clean(name),
      type: clean(type),
      description: description === '' ? null : clean(description),
      tags: {},
      constraints: { nullable, unique: false, other: [] },
    })),
  });
}

/** From which column of which asset each column comes. @param path of the asset, in its parts */
export function columnLineage(
  path: readonly string[],
  columns: readonly { readonly name: string; readonly from: string }[],
): MetadataValue {
  return value('table_column_lineage', {
    deps_by_column: Object.fromEntries(
      columns.map(({ name, from }) => [
        clean(name),
        [{ asset_key: path.map(clean), column_name: clean(from) }],
      ]),
    ),
  });
}

export const opened = (): string => line('opened', { extras: {} });

export function closed(exception?: { readonly name: string; readonly message: string }): string {
  if (exception === undefined) return line('closed', {});
  const { name, message } = exception;
  return line('closed', {
    exception: {
      message: clean(message),
      stack: [],
      name: clean(name),
      cause: null,
      context: null,
    },
  });
}

export type Level = 'DEBUG' | 'INFO' | 'WARNING' | 'ERROR' | 'CRITICAL';

export const log = (level: Level, message: string): string =>
  line('log', { message: clean(message), level });

/** @param dataVersion null: Dagster makes one */
export function materialization(
  assetKey: string,
  metadata: Metadata,
  dataVersion: string | null,
): string {
  return line('report_asset_materialization', {
    asset_key: assetKey,
    data_version: dataVersion,
    metadata,
  });
}

export interface CheckResult {
  readonly passed: boolean;
  readonly severity: 'WARN' | 'ERROR';
  readonly metadata: Metadata;
}

export function check(assetKey: string, name: string, result: CheckResult): string {
  const { passed, severity, metadata } = result;
  return line('report_asset_check', {
    asset_key: assetKey,
    check_name: name,
    passed,
    severity,
    metadata,
  });
}

/** For the code that started the process: `get_custom_messages()`. */
export const custom = (payload: object): string =>
  line('report_custom_message', { payload: cleanAll(payload) });

/** In ASCII, so that neither encoding nor a line separator of Unicode can break a line. */
function line(method: string, params: Readonly<Record<string, unknown>>): string {
  const json = JSON.stringify({ __dagster_pipes_version: VERSION, method, params });
  const ascii = json.replace(
    /[^\x20-\x7e]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${ascii}\n`;
}

/** Texts cleaned, numbers that JSON lacks as text. */
function cleanAll(raw: unknown): unknown {
  if (typeof raw === 'string') return clean(raw);
  if (typeof raw === 'number') return Number.isFinite(raw) ? raw : String(raw);
  if (typeof raw === 'bigint') return String(raw);
  if (Array.isArray(raw)) return raw.map(cleanAll);
  if (typeof raw !== 'object' || raw === null) return typeof raw === 'boolean' ? raw : null;
  return Object.fromEntries(
    Object.entries(raw).map(([name, item]) => [clean(name), cleanAll(item)]),
  );
}
