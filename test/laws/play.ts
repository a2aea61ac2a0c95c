/**
 * Plays a history on a real destination and holds it against the model: after
 * every call every table, the ledger, the outcome and the counts.
 */
import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { load, type LoadOptions, type LoadOutcome } from '../../src/library/load.js';

import { memorySink } from '../../src/sinks/memory.js';
import type { SinkOptions } from '../../src/sinks/sink.js';
import { CATALOG } from './catalog.js';
import type { Place, Stored, StoredRow } from './destinations.js';
import { documentText, SECTIONS, UNKNOWN } from './documents.js';
import { pick, type History } from './histories.js';
import { LedgerModel, type CallOptions, type Parsed, type Places } from './ledger-model.js';
import { identityOf, standingIn, type Placed } from './model.js';
import { spokenIn, withLiterals } from './spoken.js';

export interface Call extends CallOptions {
  readonly documents: readonly string[];
  /** The model knows only that of New York. */
  readonly timezone?: string;
  /** The model knows no dry runs. */
  readonly dryRun?: boolean;
}

/** The files of a history as documents. */
export function documentsOf({ statements, files }: Omit<History, 'calls'>): string[] {
  return files.map((file) =>
    documentText(
      file.query,
      file.statements.map((number) => pick(statements, number)),
      file.messages,
    ),
  );
}

export function callsOf(history: History): Call[] {
  const documents = documentsOf(history);
  const used = new Set(history.statements.flatMap(({ sections }) => Object.keys(sections)));
  const named = SECTIONS.filter((name) => used.has(name) && !UNKNOWN.has(name));
  const section = (number: number | undefined): readonly string[] | undefined =>
    number === undefined || named.length === 0 ? undefined : [pick(named, number)];
  return history.calls.map(({ files, only, skip, ...options }) => ({
    ...options,
    only: section(only),
    skip: section(skip),
    documents: files.map((number) => pick(documents, number)),
  }));
}

/** One load after the other, without a look at what they leave. */
export async function loadEach(place: Place, calls: readonly Call[]): Promise<void> {
  for (const call of calls) {
    for (const outcome of await loadAll(place, call)) expectNoError(outcome);
  }
}

/** Loads and checks, call by call. @returns the model as the calls left it */
export async function play(place: Place, calls: readonly Call[]): Promise<LedgerModel> {
  const model = new LedgerModel(CATALOG);
  for (const call of calls) {
    const emptied = new Set<string>();
    const outcomes = await loadAll(place, call);
    expect(outcomes).toHaveLength(call.documents.length);
    for (const [i, document] of call.documents.entries()) {
      const expected = model.load(await parse(document, call), call, emptied);
      expectOutcome(outcomes[i]!, expected, model);
    }
    expectStored(await place.read(), model);
  }
  return model;
}

/** One call of load(). */
export function loadAll(place: Place, call: Call): Promise<LoadOutcome[]> {
  const { documents, mode, allowOverlap, force, timezone, dryRun = false } = call;
  return load({
    source: documents.map((text) => Buffer.from(text)),
    sink: place.dest,
    catalog: CATALOG,
    mode,
    allowOverlap: allowOverlap === true,
    force: force === true,
    dryRun,
    ...selected(call),
    ...(timezone === undefined ? {} : { timezone }),
  });
}

/** What our own parser says of a document. */
export async function parse(document: string, call: Selected = {}): Promise<Parsed> {
  const sink = memorySink(NOTHING_SPECIAL);
  const bytes = Buffer.from(document);
  const [outcome] = await load({ source: bytes, sink, catalog: CATALOG, ...selected(call) });
  expect(outcome?.status).toBe('loaded');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const rows = withLiterals(sink.rows, document, { catalog: CATALOG, ...call });
  const spoken = spokenIn(document, CATALOG, call);
  return { sha256, statements: [...outcome!.report!.statements], rows, spoken };
}

type Selected = Pick<CallOptions, 'asQuery' | 'only' | 'skip'>;

function selected({ asQuery, only, skip }: Selected): Pick<LoadOptions, keyof Selected> {
  return {
    ...(asQuery === undefined ? {} : { asQuery }),
    ...(only === undefined ? {} : { only }),
    ...(skip === undefined ? {} : { skip }),
  };
}

const NOTHING_SPECIAL: SinkOptions = {
  catalog: CATALOG,
  mode: 'append',
  force: false,
  dryRun: false,
  allowOverlap: false,
  timezone: 'America/New_York',
};

function expectOutcome(
  outcome: LoadOutcome,
  expected: ReturnType<LedgerModel['load']>,
  model: LedgerModel,
): void {
  const { status, error, committed } = outcome;
  if (expected.startsWith('FLEX_')) {
    expect(error?.code).toBe(expected);
    return;
  }
  expectNoError(outcome);
  expect(status).toBe(expected);
  if (committed === undefined) return;
  for (const counts of committed.tables.values()) {
    const { inserted, updated, unchanged, overruled } = counts;
    expect(inserted + updated + unchanged + overruled).toBe(counts.parsed);
    for (const number of Object.values(counts)) expect(number).toBeGreaterThanOrEqual(0);
  }
  expect(Object.fromEntries(committed.tables)).toEqual(Object.fromEntries(model.counts));
}

function expectNoError({ error }: LoadOutcome): void {
  expect(error?.describe()).toBeUndefined();
}

function expectStored(stored: Stored, model: LedgerModel): void {
  const expected = model.tables();
  expect(stored.coverage).toEqual(model.coverage());
  expect(stored.loaded).toEqual(model.loaded());
  expect([...stored.tables.keys()]).toEqual(expect.arrayContaining([...expected.keys()]));
  expect(withoutLoads(stored)).toEqual(tablesOf(expected, stored));
}

/** Tables as lists of rows in a fixed order, without the ids of the loads. */
export function withoutLoads({ tables }: Stored): Record<string, unknown[]> {
  return Object.fromEntries(
    [...tables].map(([table, rows]): [string, unknown[]] => {
      const identity = identities(table);
      const told = rows.map((row) => [identity(row), rowOf(row)] as const);
      return [table, told.sort(byIdentity).map(([, row]) => row)];
    }),
  );
}

/** What the model says, in the same form. */
function tablesOf(places: Places, stored: Stored): Record<string, unknown[]> {
  return Object.fromEntries(
    [...stored.tables.keys()].map((table): [string, unknown[]] => {
      const told = [...(places.get(table) ?? [])].flatMap(([identity, place]) => {
        const placed = standingIn(place);
        return placed === undefined ? [] : [[identity, rowOf(storedOf(placed))] as const];
      });
      return [table, told.sort(byIdentity).map(([, row]) => row)];
    }),
  );
}

const byIdentity = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) =>
  one < other ? -1 : one > other ? 1 : 0;

function identities(table: string): (row: StoredRow) => string {
  const element = CATALOG.table(table)!;
  return ({ key, query, row }) => identityOf(element, query, { key, row });
}

function rowOf({ key, query, statement, generatedAt, row, extra }: Omit<StoredRow, 'loadId'>) {
  return { key, query, statement, generatedAt, row, extra };
}

function storedOf({ row: { key, row, extra }, statement }: Placed): Omit<StoredRow, 'loadId'> {
  const { query, id, generatedAt } = statement;
  return { key, query, statement: id, generatedAt, row, extra };
}
