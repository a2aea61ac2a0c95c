/**
 * The list of destinations: a DEST of the command line becomes a sink. A new
 * destination is one file beside this one and one line here. Each is imported
 * only when it is asked for: DuckDB alone weighs 70 MB.
 */
import { FlexError } from '../errors.js';
import { duckdbSettings } from './duckdb/settings.js';
import type { Sink, SinkOptions } from './sink.js';

/** Where rows go when nobody says. */
export const DEFAULT_DESTINATION = 'duckdb:flexetl.duckdb';

export interface Destination {
  /** All of it; may hold a password. */
  readonly dest: string;
  /** The part before the first colon: `duckdb`, `csv` … */
  readonly scheme: string;
  /** What stands between it and a question mark. */
  readonly path: string;
  readonly settings: ReadonlyMap<string, string>;
}

interface Kind {
  /** Settings that may follow the question mark. */
  readonly settings: readonly string[] | 'any';
  readonly form: string;
  readonly open: (destination: Destination, options: SinkOptions, version: string) => Promise<Sink>;
}

/** The whole URL is pg's to read, settings included. */
const POSTGRES: Kind = {
  settings: 'any',
  form: 'postgres://USER@HOST/DATABASE?schema=NAME',
  open: async ({ dest }, options, version) =>
    (await import('./postgres/engine.js')).openPostgres(dest, options, version),
};

const KINDS: Readonly<Record<string, Kind>> = {
  postgres: POSTGRES,
  postgresql: POSTGRES,
  duckdb: {
    settings: ['wait', 'memory_limit'],
    form: 'duckdb:PATH or duckdb:PATH?wait=SECONDS&memory_limit=2GB',
    open: async ({ path, settings }, options, version) =>
      (await import('./duckdb/engine.js')).openDuckdb(path, options, version, duckdbSettings(settings)),
  },
  csv: {
    settings: ['gzip'],
    form: 'csv:DIR or csv:DIR?gzip=1',
    open: async ({ path, settings }, options) =>
      (await import('./csv/sink.js')).openCsv(path, { gzip: flag(settings, 'gzip') }, options),
  },
  ndjson: {
    settings: [],
    form: 'ndjson:PATH or ndjson:-',
    open: async ({ path }, options) => (await import('./ndjson/sink.js')).openNdjson(path, options),
  },
};

/** @throws FlexError FLEX_CONFIG for a scheme or a setting that is not known */
export function parseDestination(dest: string): Destination {
  const colon = dest.indexOf(':');
  const scheme = colon < 0 ? '' : dest.slice(0, colon);
  const kind = Object.hasOwn(KINDS, scheme) ? KINDS[scheme] : undefined;
  if (kind === undefined) {
    const named =
      scheme === '' ? 'The destination has no scheme' : `There is no destination ${scheme}:`;
    const forms = [...new Set(Object.values(KINDS))].map(({ form }) => form);
    throw new FlexError('FLEX_CONFIG', `${named}.`, { advice: `Use ${forms.join(', ')}.` });
  }
  const [path, query] = splitOnce(dest.slice(colon + 1), '?');
  const settings = new Map(new URLSearchParams(query));
  const unknown = [...settings.keys()].find(
    (name) => kind.settings !== 'any' && !kind.settings.includes(name),
  );
  if (path === '' || unknown !== undefined) {
    const fault = path === '' ? 'names no path' : `has no setting ${unknown}`;
    throw new FlexError('FLEX_CONFIG', `The destination ${scheme}: ${fault}.`, {
      advice: `Use ${kind.form}.`,
    });
  }
  return { dest, scheme, path, settings };
}

/**
 * Opens a destination.
 * @param version of flexetl, for the ledger
 * @throws FlexError FLEX_CONFIG, and what the destination throws when it cannot be opened
 */
export async function openDestination(
  dest: string,
  options: SinkOptions,
  version: string,
): Promise<Sink> {
  const destination = parseDestination(dest);
  return KINDS[destination.scheme]!.open(destination, options, version);
}

function flag(settings: ReadonlyMap<string, string>, name: string): boolean {
  const value = settings.get(name) ?? '0';
  if (value !== '0' && value !== '1') {
    throw new FlexError('FLEX_CONFIG', `The setting ${name} is 0 or 1, not ${value}.`);
  }
  return value === '1';
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
