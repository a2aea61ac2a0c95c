/**
 * The list of destinations; parses a DEST of the command line and opens it by its record. A new
 * destination is one folder beside this file and one line in the list.
 */
import { FlexError } from '../errors.js';
import { CSV } from './csv/destination.js';
import type { DbtConnection, Destination, DestinationKind, WaitingToRead } from './destination.js';
import { readSettings } from './destination-settings.js';
import { DUCKDB } from './duckdb/destination.js';
import { NDJSON } from './ndjson/destination.js';
import { PARQUET } from './parquet/destination.js';
import { POSTGRES } from './postgres/destination.js';
import type { QueryableDestination } from './query.js';
import { SINGER } from './singer/destination.js';
import type { Sink, SinkOptions } from './sink.js';
import type { SqlEngine } from './sql/engine.js';
import type { Reader } from './sql/ledger/reader.js';
import { unknownDestination } from './unknown-destination.js';

export type { DbtConnection, Spread } from './destination.js';

/** In the order of the help. */
export const DESTINATIONS: DestinationKind[] = [DUCKDB, POSTGRES, PARQUET, CSV, NDJSON, SINGER];

/** The destination if none is given. */
export const DEFAULT_DESTINATION = 'duckdb:flexetl.duckdb';

/** @throws FlexError FLEX_CONFIG for an unknown scheme or setting, or an invalid value */
export function parseDestination(dest: string): Destination {
  const colon = dest.indexOf(':');
  const scheme = colon < 0 ? '' : dest.slice(0, colon);
  const kind = DESTINATIONS.find(({ schemes }) => schemes.includes(scheme));
  if (kind === undefined) {
    throw unknownDestination(
      dest,
      DESTINATIONS.map(({ form }) => form),
    );
  }
  const [path, query] = splitOnce(dest.slice(colon + 1), '?');
  if (path === '') {
    throw new FlexError('FLEX_CONFIG', `The destination ${scheme}: has no path.`, {
      advice: `Use ${kind.form}.`,
    });
  }
  const { form, settings: rules } = kind;
  const settings = readSettings(query, { title: `${scheme}:`, form, rules });
  const destination = { dest, scheme, path, settings, kind };
  kind.validate?.(destination);
  return destination;
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
  return destination.kind.openToWrite(destination, options, version);
}

/**
 * Opens a destination for reading.
 * @param timezone in which timestamps are shown and cast
 * @param waiting for a process that holds the database, until the signal is aborted
 * @throws FlexError FLEX_CONFIG for a destination without tables, or a missing database;
 *   FLEX_DEST_BUSY if another process keeps holding it
 */
export async function openForReading(
  dest: string,
  timezone: string,
  waiting: WaitingToRead = {},
): Promise<QueryableDestination> {
  const destination = parseDestination(dest);
  const { kind, scheme } = destination;
  if (kind.hasLedger) return kind.openToQuery(destination, timezone, waiting);
  throw new FlexError('FLEX_CONFIG', `A destination ${scheme}: cannot be queried.`, {
    advice: `Query ${withLedger()}; load the data there first.`,
  });
}

/** Asks a destination, and closes it however that ends. @throws FlexError as `openForReading` */
export async function readDestination<T>(
  dest: string,
  timezone: string,
  waiting: WaitingToRead,
  read: (reader: Reader) => Promise<T>,
): Promise<T> {
  const destination = await openForReading(dest, timezone, waiting);
  try {
    // Here, since the help loads this file.
    const { Reader: LedgerReader } = await import('./sql/ledger/reader.js');
    return await read(new LedgerReader(destination));
  } finally {
    await destination.close();
  }
}

/**
 * Opens a destination so that rows can be staged beside its tables and compared with them; none of
 * them is kept.
 * @throws FlexError FLEX_CONFIG for a destination without tables, or a missing database
 */
export async function openForComparing(dest: string): Promise<SqlEngine> {
  const destination = parseDestination(dest);
  const { kind, scheme } = destination;
  if (kind.hasLedger) return kind.openToCompare(destination);
  throw new FlexError('FLEX_CONFIG', `A destination ${scheme}: cannot be compared.`, {
    advice: `Verify ${withLedger()}.`,
  });
}

/**
 * How dbt reaches a destination.
 * @throws FlexError FLEX_CONFIG where dbt has no adapter for it
 */
export function dbtConnectionOf(dest: string): DbtConnection {
  const destination = parseDestination(dest);
  const { kind, scheme } = destination;
  if (kind.hasLedger && kind.dbtConnection !== undefined) return kind.dbtConnection(destination);
  const read = DESTINATIONS.flatMap((each) =>
    each.hasLedger && each.dbtConnection !== undefined ? each.shortForm : [],
  );
  throw new FlexError('FLEX_CONFIG', `dbt does not read a destination ${scheme}:.`, {
    advice: `Load into ${read.join(' or ')}, and name that with --to.`,
  });
}

/** Whether the destination has a ledger, but does not exist yet. */
export async function isNotMadeYet(dest: string): Promise<boolean> {
  const destination = parseDestination(dest);
  const { kind } = destination;
  return kind.hasLedger && !(await kind.isMade(destination));
}

/** Those that have tables and a ledger, for advice. */
export function withLedger(): string {
  return DESTINATIONS.flatMap(({ hasLedger, shortForm }) => (hasLedger ? shortForm : [])).join(
    ' or ',
  );
}

function splitOnce(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
