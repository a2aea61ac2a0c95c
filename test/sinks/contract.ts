/**
 * The contract of src/sinks/sink.ts as a suite that every destination runs:
 * what it must hold after each way that a call can go. What only one kind of
 * destination promises is tested beside that destination.
 */
import { FlexError } from '../../src/errors.js';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { Batch } from '../../src/parser/batch.js';
import type { Json } from '../../src/sinks/row.js';
import type { Committed, InputTransaction, Sink, SinkOptions } from '../../src/sinks/sink.js';
import {
  batchOf,
  CATALOG,
  COURIER,
  ELEMENTS,
  inputOf,
  PARCEL,
  reportOf,
  scribbleOver,
  SHELF,
} from './batches.js';
import {
  EXTRAS,
  given,
  input,
  BARE_STATEMENT,
  longParcel,
  mixedInput,
  type Given,
  type InputGiven,
} from './inputs.js';
import { EVERY_TYPE, HOSTILE, parcel, WIDE } from './rows.js';

/** A destination that nobody else uses. */
export interface Place {
  /** Exists and is empty; removed after the test. */
  readonly directory: string;
  /** A name made of letters and digits that no other test has. */
  readonly label: string;
}

/** A row as a destination gives it back: the part of an NDJSON row that all of them hold. */
export interface SeenRow {
  readonly table: string;
  readonly statement: string;
  readonly key: string;
  readonly row: Readonly<Record<string, Json>>;
  readonly extra: Readonly<Record<string, string>>;
}

export interface SinkTraits {
  /** A later call adds to what is there and knows what was loaded, as databases do. */
  readonly lasting: boolean;
  /** Rows of a table come back in the order of writing. */
  readonly ordered: boolean;
}

const FILE: SinkTraits = { lasting: false, ordered: true };

/**
 * @param open opens the destination of a place; called more than once for some places
 * @param readBack all rows that a place holds, in any order; [] where nothing was ever written
 */
export function describeSinkContract(
  name: string,
  open: (place: Place, options: SinkOptions) => Promise<Sink>,
  readBack: (place: Place) => Promise<readonly SeenRow[]>,
  traits: SinkTraits = FILE,
): void {
  describe(`${name} keeps the contract of a sink`, () => {
    let place: Place;
    beforeEach(async () => {
      const directory = await mkdtemp(join(tmpdir(), 'flexetl-sink-'));
      place = { directory, label: `t${directory.slice(-6).toLowerCase()}${Date.now()}` };
    });
    afterEach(() => rm(place.directory, { recursive: true, force: true }));

    const opened = (options: Partial<SinkOptions> = {}): Promise<Sink> =>
      open(place, { ...OPTIONS, ...options });

    /** What the place holds is these inputs, and nothing else. */
    const expectRows = async (...inputs: readonly InputGiven[]): Promise<void> => {
      const wanted = inputs.flatMap(({ batches }) => batches.flatMap(seenRows));
      const tables = new Set(ELEMENTS.map(({ table }) => table));
      const seen = (await readBack(place)).filter(({ table }) => tables.has(table));
      expect(sorted(seen)).toEqual(sorted(wanted));
      if (traits.ordered) expect(keysByTable(seen)).toEqual(keysByTable(wanted));
    };

    /** A call that loads these inputs and ends well. */
    const call = async (
      inputs: readonly InputGiven[],
      options: Partial<SinkOptions> = {},
    ): Promise<(Committed | 'already_loaded')[]> => {
      const sink = await opened(options);
      const results: (Committed | 'already_loaded')[] = [];
      for (const input of inputs) results.push(await load(sink, input));
      await sink.close('done');
      return results;
    };

    describe('what is written can be read again', () => {
      test.each<[string, InputGiven]>([
        ['an input without rows', input('empty', [])],
        ['one row', input('one', [given(PARCEL, [parcel('1')])])],
        ['every type of column', input('types', [given(PARCEL, [EVERY_TYPE])])],
        ['a row of NULLs', input('nulls', [given(PARCEL, [{ key: 'k', cells: {} }])])],
        ['literals that a format could trip over', input('hostile', [given(PARCEL, HOSTILE)])],
        ['decimals of 38 digits', input('wide', [given(PARCEL, WIDE)])],
        ['a text of a megabyte', input('long', [given(PARCEL, [longParcel()])])],
        ['extra attributes', input('extra', [given(PARCEL, EXTRAS)])],
        ['many batches of tables and statements', mixedInput('mixed', 1)],
        [
          'a statement that says nothing of itself',
          input('bare', [given(PARCEL, [parcel('1')], BARE_STATEMENT)]),
        ],
      ])('%s', async (_, loaded) => {
        await call([loaded]);
        await expectRows(loaded);
      });
    });

    test('counts say what became of the rows', async () => {
      const [committed] = await call([mixedInput('mixed', 1)]);
      const tables = (committed as Committed).tables;
      for (const [element, rows] of [
        [PARCEL, 3000],
        [SHELF, 6],
        [COURIER, 2],
      ] as const) {
        const counts = {
          parsed: rows,
          inserted: rows,
          updated: 0,
          unchanged: 0,
          overruled: 0,
          deleted: 0,
        };
        expect(tables.get(element.table)).toEqual(counts);
      }
    });

    test('an input that was rolled back has left nothing', async () => {
      const sink = await opened();
      await rollBack(sink, mixedInput('bad', 1));
      await sink.close('done');
      await expectRows();
    });

    test('a failed input between two good ones is the only one missing', async () => {
      const [good, bad, better] = [1, 4, 7].map((index) => mixedInput(`input ${index}`, index));
      const sink = await opened();
      await load(sink, good!);
      await rollBack(sink, bad!);
      await load(sink, better!);
      await sink.close('done');
      await expectRows(good!, better!);
    });

    test('an input that was rolled back can be loaded after all', async () => {
      const again = mixedInput('again', 1);
      const sink = await opened();
      await rollBack(sink, again);
      await load(sink, again);
      await sink.close('done');
      await expectRows(again);
    });

    test('rolling back twice does no harm', async () => {
      const sink = await opened();
      const loading = await rollBack(sink, mixedInput('bad', 1));
      await loading.rollback();
      await sink.close('done');
      await expectRows();
    });

    test('the same bytes in one call are loaded once', async () => {
      const loaded = mixedInput('same', 1);
      const results = await call([loaded, mixedInput('other', 4), loaded]);
      expect(results[2]).toBe('already_loaded');
      await expectRows(loaded, mixedInput('other', 4));
    });

    test('the same bytes loaded in another way are another load', async () => {
      const loaded = mixedInput('same', 1);
      const results = await call([loaded, { ...loaded, facts: inputOf('same', 'only=Parcels') }]);
      expect(results).not.toContain('already_loaded');
    });

    test('an abandoned call without a commit leaves the destination as it was', async () => {
      const before = mixedInput('before', 1);
      await call([before]);
      const sink = await opened();
      await rollBack(sink, mixedInput('after', 4));
      await sink.close('abandoned');
      await expectRows(before);
    });

    test('a call without an input leaves the destination as it was', async () => {
      const before = mixedInput('before', 1);
      await call([before]);
      await call([]);
      await expectRows(before);
    });

    test('a dry run counts and leaves nothing', async () => {
      const loaded = mixedInput('dry', 1);
      const [committed] = await call([loaded], { dryRun: true });
      expect((committed as Committed).tables.get('parcels')).toMatchObject({ inserted: 3000 });
      await expectRows();
    });

    if (traits.lasting) {
      test('an input that is interrupted before its commit has left nothing', async () => {
        const [before, cut] = [mixedInput('before', 1), mixedInput('cut', 4)];
        const sink = await opened();
        await load(sink, before);
        const loading = await sink.begin(cut.facts);
        if (loading === 'already_loaded') throw new Error('an input that is new is known');
        const batches = await write(loading, cut);
        sink.interrupt!();
        await expect(loading.commit(reportOf(cut.statements, batches))).rejects.toThrow();
        await loading.rollback();
        await sink.close('abandoned');
        await expectRows(before);
      });

      test('a later call knows what is loaded and adds the rest', async () => {
        const [first, second] = [mixedInput('first', 1), mixedInput('second', 4)];
        await call([first]);
        const results = await call([first, second]);
        expect(results[0]).toBe('already_loaded');
        await expectRows(first, second);
      });
    } else {
      test('a later call writes anew', async () => {
        await call([mixedInput('first', 1)]);
        const results = await call([mixedInput('second', 4)]);
        expect(results).not.toContain('already_loaded');
        await expectRows(mixedInput('second', 4));
      });

      test('the same bytes are loaded again when that is forced', async () => {
        const loaded = mixedInput('same', 1);
        await call([loaded, loaded], { force: true });
        await expectRows(loaded, loaded);
      });
    }
  });
}

export const OPTIONS: SinkOptions = {
  catalog: CATALOG,
  mode: 'merge',
  force: false,
  dryRun: false,
  allowOverlap: false,
  timezone: 'America/New_York',
};

/** Lays the batches out and writes them, each over the memory of the one before it. */
async function write(loading: InputTransaction, { batches }: InputGiven): Promise<Batch[]> {
  const written: Batch[] = [];
  for (const { element, statement, rows } of batches) {
    const batch = batchOf(element, statement, rows);
    await loading.write(batch);
    scribbleOver(batch);
    written.push(batch);
  }
  return written;
}

/** As the pipeline does: what is in conflict with what others did is loaded again, once. */
async function load(sink: Sink, loaded: InputGiven): Promise<Committed | 'already_loaded'> {
  return tryToLoad(sink, loaded).catch((error: unknown) => {
    if (!(error instanceof FlexError) || error.code !== 'FLEX_DEST_CONFLICT') throw error;
    return tryToLoad(sink, loaded);
  });
}

async function tryToLoad(sink: Sink, loaded: InputGiven): Promise<Committed | 'already_loaded'> {
  const loading = await sink.begin(loaded.facts);
  if (loading === 'already_loaded') return loading;
  try {
    const batches = await write(loading, loaded);
    return await loading.commit(reportOf(loaded.statements, batches));
  } catch (error) {
    await loading.rollback();
    throw error;
  }
}

async function rollBack(sink: Sink, loaded: InputGiven): Promise<InputTransaction> {
  const loading = await sink.begin(loaded.facts);
  if (loading === 'already_loaded') throw new Error('an input that was never committed is known');
  await write(loading, loaded);
  await loading.rollback();
  return loading;
}

/** What must come back, told from the rows themselves and not from their layout. */
function seenRows({ element, statement, rows }: Given): SeenRow[] {
  return rows.map(({ key, cells, extra }) => {
    const row: Record<string, Json> = {};
    for (const { name, type } of element.columns) {
      const text = cells[name];
      if (text === undefined) continue;
      if (type === 'json') row[name] = JSON.parse(text) as Json;
      else row[name] = type === 'boolean' ? text === 'true' : text;
    }
    return { table: element.table, statement: statement.id, key, row, extra: extra ?? {} };
  });
}

/** A multiset in one order, so that two can be compared. */
function sorted(rows: readonly SeenRow[]): SeenRow[] {
  const order = ({ table, statement, key }: SeenRow): string => `${table} ${statement} ${key}`;
  return rows
    .map(({ table, statement, key, row, extra }) => ({ table, statement, key, row, extra }))
    .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
}

function keysByTable(rows: readonly SeenRow[]): Record<string, string[]> {
  const keys: Record<string, string[]> = {};
  for (const { table, key } of rows) (keys[table] ??= []).push(key);
  return keys;
}
