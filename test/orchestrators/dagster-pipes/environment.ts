/** The variables that Dagster sets for a process of its Pipes. */
import { deflateSync } from 'node:zlib';

/** Base64 of zlib of JSON. */
export function encoded(value: unknown): string {
  return deflateSync(Buffer.from(JSON.stringify(value))).toString('base64');
}

/** @param messages where they go: `{ path }` */
export function environmentOf(
  context: Readonly<Record<string, unknown>>,
  messages: unknown,
): Record<string, string> {
  return {
    DAGSTER_PIPES_CONTEXT: encoded({ data: context }),
    DAGSTER_PIPES_MESSAGES: encoded(messages),
  };
}

/** A step about these assets. */
export function stepOf(
  assets: readonly string[] | null,
  extras: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    asset_keys: assets,
    code_version_by_asset_key: {},
    provenance_by_asset_key: {},
    partition_key: '2024-03-04',
    partition_key_range: null,
    partition_time_window: null,
    run_id: 'f1f1f1f1-0000-4000-8000-000000000001',
    job_name: 'daily',
    retry_number: 0,
    extras,
  };
}
