/**
 * The log of a dataset, `_flexetl_log/<number>.json`: one entry for each commit, which names what it
 * adds to and takes from every table. An entry is the moment of truth: it is written under a name
 * that nothing has yet, so of two writers one succeeds, and an input is in all tables or in none.
 * Each table's Delta log follows from it (delta-log.ts).
 */
import { FlexError } from '../../errors.js';
import type { DatasetStorage } from './storage.js';
import type { TableShape } from './table-shape.js';

export const LOG_FOLDER = '_flexetl_log';
const FORMAT = 'flexetl/parquet@1';
/** A reader goes through so many entries at most. */
const CHECKPOINT_EVERY = 20;

/** A data file of a table. */
export interface DataFile {
  /** In the directory of its table. */
  readonly path: string;
  /** Of its rows, where the table has these levels. */
  readonly account?: string;
  readonly year?: string;
  readonly rows: number;
  readonly bytes: number;
  /** How many columns of the table it has: the first ones. */
  readonly columns: number;
  /** Accounts of the statements of its rows, where they are not that of the rows. */
  readonly owners?: readonly string[];
  /** First and last day of the column by which it is sorted, and how many rows have none. */
  readonly days?: { readonly first: string; readonly last: string; readonly none: number };
}

/** What a commit does to one table. */
export interface TableChange {
  /** Version of the Delta table that it makes. */
  readonly version: number;
  /** Where the table is new or has more columns. */
  readonly shape?: TableShape;
  readonly add: readonly DataFile[];
  /** Files that are no part of the table any more. */
  readonly remove: readonly DataFile[];
}

export interface LogEntry {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO 8601. */
  readonly at: string;
  /** Version of flexetl. */
  readonly by: string;
  /** Whether files that no log names are looked for after it. */
  readonly sweeps?: boolean;
  readonly tables: Readonly<Record<string, TableChange>>;
}

export interface TableState {
  version: number;
  shape: TableShape;
  /** By path. */
  readonly files: Map<string, DataFile>;
  /** Files that were removed and may still be read, by path: when, in milliseconds since 1970. */
  readonly gone: Map<string, number>;
}

/** A dataset as one of its versions has it. */
export interface DatasetState {
  /** -1 where nothing was committed yet. */
  version: number;
  readonly tables: Map<string, TableState>;
  /** When files that no log names were last looked for, in milliseconds since 1970. */
  swept: number;
  /** That of the last version, where it was read. */
  last: LogEntry | undefined;
}

/** Data files by their names, and what was on its way to such a name. */
const OURS = /^(?:[0-9a-f]{32}\.parquet|\..*\.tmp)$/;

/** Whether a file that no log names was left by a writer of ours. */
export function isOurs(key: string): boolean {
  return OURS.test(key.slice(key.lastIndexOf('/') + 1));
}

const nameOf = (version: number): string => String(version).padStart(20, '0');
const entryKey = (version: number): string => `${LOG_FOLDER}/${nameOf(version)}.json`;
const CHECKPOINT = /\/(\d{20})\.checkpoint\.json$/;

/** Reads the newest version. @throws FlexError FLEX_CONFIG where a newer flexetl has written it */
export async function readState(storage: DatasetStorage): Promise<DatasetState> {
  let newest: string | undefined;
  for await (const { key } of storage.list(LOG_FOLDER)) {
    if (CHECKPOINT.test(key) && (newest === undefined || key > newest)) newest = key;
  }
  const state =
    newest === undefined ? emptyState() : parseCheckpoint(storage, (await storage.read(newest))!);
  // Its own entry says what its Delta logs must hold.
  const last = newest === undefined ? undefined : await storage.read(entryKey(state.version));
  if (last !== undefined) state.last = parse(storage, last) as LogEntry;
  await advance(storage, state);
  return state;
}

function emptyState(): DatasetState {
  return { version: -1, tables: new Map(), swept: 0, last: undefined };
}

/** Brings a state up to the newest version. @returns the tables that were changed */
export async function advance(storage: DatasetStorage, state: DatasetState): Promise<Set<string>> {
  const changed = new Set<string>();
  for (;;) {
    const bytes = await storage.read(entryKey(state.version + 1));
    if (bytes === undefined) return changed;
    const entry = parse(storage, bytes) as LogEntry;
    apply(state, entry);
    for (const table of Object.keys(entry.tables)) changed.add(table);
  }
}

/** @returns false where another writer was first, and nothing was written */
export async function append(
  storage: DatasetStorage,
  state: DatasetState,
  given: Omit<LogEntry, 'format' | 'version'>,
): Promise<boolean> {
  const entry: LogEntry = { format: FORMAT, version: state.version + 1, ...given };
  const bytes = Buffer.from(`${JSON.stringify(entry)}\n`);
  if (!(await storage.putIfAbsent(entryKey(entry.version), bytes))) return false;
  apply(state, entry);
  return true;
}

function apply(state: DatasetState, entry: LogEntry): void {
  const at = Date.parse(entry.at);
  state.version = entry.version;
  state.last = entry;
  if (entry.sweeps === true) state.swept = at;
  for (const [name, { version, shape, add, remove }] of Object.entries(entry.tables)) {
    const table = state.tables.get(name) ?? newTable(state, name, shape!);
    table.version = version;
    if (shape !== undefined) table.shape = shape;
    for (const { path } of remove) {
      table.files.delete(path);
      table.gone.set(path, at);
    }
    for (const file of add) {
      table.files.set(file.path, file);
      table.gone.delete(file.path);
    }
  }
}

function newTable(state: DatasetState, name: string, shape: TableShape): TableState {
  const table: TableState = { version: -1, shape, files: new Map(), gone: new Map() };
  state.tables.set(name, table);
  return table;
}

interface Checkpoint {
  readonly format: typeof FORMAT;
  readonly version: number;
  readonly swept: number;
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly version: number;
        readonly shape: TableShape;
        readonly files: readonly DataFile[];
        readonly gone: readonly (readonly [string, number])[];
      }
    >
  >;
}

/**
 * Now and then writes down a whole state, so that readers need not go through all entries.
 * @param tidy is called before, to forget what is gone for good
 */
export async function writeCheckpoint(
  storage: DatasetStorage,
  state: DatasetState,
  tidy: () => Promise<void>,
): Promise<void> {
  if (state.version === 0 || state.version % CHECKPOINT_EVERY !== 0) return;
  await tidy();
  const tables = [...state.tables].map(([name, { version, shape, files, gone }]) => [
    name,
    { version, shape, files: [...files.values()], gone: [...gone] },
  ]);
  const checkpoint: Checkpoint = {
    format: FORMAT,
    version: state.version,
    swept: state.swept,
    tables: Object.fromEntries(tables) as Checkpoint['tables'],
  };
  const key = `${LOG_FOLDER}/${nameOf(state.version)}.checkpoint.json`;
  await storage.putIfAbsent(key, Buffer.from(`${JSON.stringify(checkpoint)}\n`));
}

function parseCheckpoint(storage: DatasetStorage, bytes: Buffer): DatasetState {
  const { version, swept, tables } = parse(storage, bytes) as Checkpoint;
  const state: DatasetState = { ...emptyState(), version, swept };
  for (const [name, table] of Object.entries(tables)) {
    state.tables.set(name, {
      version: table.version,
      shape: table.shape,
      files: new Map(table.files.map((file) => [file.path, file])),
      gone: new Map(table.gone),
    });
  }
  return state;
}

function parse(storage: DatasetStorage, bytes: Buffer): unknown {
  const found = JSON.parse(bytes.toString('utf8')) as { readonly format: string };
  if (found.format === FORMAT) return found;
  throw new FlexError(
    'FLEX_CONFIG',
    `${storage.name} was written in the form ${found.format}; this flexetl knows ${FORMAT}.`,
    { advice: 'Use the flexetl that wrote it, or a newer one.' },
  );
}
