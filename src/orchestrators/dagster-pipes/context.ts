/**
 * What Dagster hands to a process of its Pipes: the context of the step, and where messages go.
 * Both are base64 of zlib of JSON in a variable. Read here, and checked: nothing is written.
 */
import { readFileSync } from 'node:fs';
import { inflateSync } from 'node:zlib';
import type { DagsterRun, Environment } from '../orchestrator.js';

/** An asset of the step. */
export interface Asset {
  /** As Dagster writes it, which is how it must be named in messages: `flex/trades`. */
  readonly key: string;
  /** Its parts: `flex`, `trades`. */
  readonly path: readonly string[];
}

export interface PipesContext extends DagsterRun {
  /** Those that are selected; none where the step is not about assets. */
  readonly assets: readonly Asset[];
  /** What the user's code passed as `extras`. */
  readonly extras: Readonly<Record<string, unknown>>;
}

/** Where messages go. */
export interface MessagePlace {
  /** A file that they are appended to; undefined: stderr. */
  readonly path: string | undefined;
}

const MOST_BYTES = 64 * 1024 * 1024;

/** @throws Error where the variable, or the file that it names, is not what Dagster would write */
export function readContext(env: Environment): PipesContext {
  const place = decoded(env, 'DAGSTER_PIPES_CONTEXT');
  const { path, data } = place;
  if (typeof path !== 'string' && !isObject(data)) {
    throw new Error('DAGSTER_PIPES_CONTEXT names no file (a context in a bucket is not read)');
  }
  const read = typeof path === 'string' ? contextIn(path) : data;
  if (!isObject(read)) throw new Error('the context of Dagster Pipes is no object');
  const { asset_keys: keys, extras, run_id: run, job_name: job } = read;
  const { partition_key: partition, retry_number: retry } = read;
  const areKeys = Array.isArray(keys) && keys.every((key) => typeof key === 'string');
  if (typeof run !== 'string' || !(areKeys || keys === null || keys === undefined)) {
    throw new Error('the context of Dagster Pipes has no run_id, or no list of asset_keys');
  }
  return {
    run_id: run,
    job_name: typeof job === 'string' ? job : null,
    partition_key: typeof partition === 'string' ? partition : null,
    retry_number: Number.isSafeInteger(retry) ? (retry as number) : 0,
    assets: areKeys ? [...new Set(keys)].map((key) => ({ key, path: pathOf(key) })) : [],
    extras: isObject(extras) ? extras : {},
  };
}

/** @throws Error as above, and for a place that messages do not go to */
export function readMessagePlace(env: Environment): MessagePlace {
  const place = decoded(env, 'DAGSTER_PIPES_MESSAGES');
  const { path } = place;
  if (typeof path === 'string') return { path };
  // Not stdout: rows may be there, and the summary is its last line.
  if ((place['stdio'] ?? place['buffered_stdio']) === 'stderr') return { path: undefined };
  throw new Error('DAGSTER_PIPES_MESSAGES names neither a file nor stderr');
}

/** The parts of a key: a slash separates them, and a backslash takes the next character as it is. */
export function pathOf(key: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < key.length; at++) {
    const character = key[at]!;
    if (character === '/') {
      parts.push(part);
      part = '';
    } else part += character === '\\' ? (key[++at] ?? '') : character;
  }
  return [...parts, part];
}

/** A parser's own message would quote the file, which may be a secret where the path is wrong. */
function contextIn(path: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Error(`the context of Dagster Pipes in ${path} is no JSON`);
  }
}

function decoded(env: Environment, name: string): Readonly<Record<string, unknown>> {
  const text = env[name] ?? '';
  if (text === '') throw new Error(`${name} is not set`);
  let value: unknown;
  try {
    const bytes = inflateSync(Buffer.from(text, 'base64'), { maxOutputLength: MOST_BYTES });
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new Error(`${name} is not as Dagster writes it`);
  }
  if (!isObject(value)) throw new Error(`${name} is no object`);
  return value;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
