/**
 * The law of groups: a call over files leaves what a call for each of them leaves, row by row, in
 * the ledger and in what is said of each, however many are committed together. DuckDB alone
 * commits files together.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../src/errors.js';
import type { LoadOutcome } from '../../src/library/load.js';
import { loadInputs } from '../../src/pipeline/load-inputs.js';
import { InputTracker } from '../../src/pipeline/outcome-queue.js';
import { openDestination, openForReading } from '../../src/sinks/destinations.js';
import type { Source } from '../../src/sources/source.js';
import { bytesSource } from '../../src/sources/stream.js';
import { CATALOG } from './catalog.js';
import { duckdb, type Place } from './destinations.js';
import { documentText, type RowSpec, type SectionName, type StatementSpec } from './documents.js';
import { loadAll, withoutLoads, type Call } from './play.js';
import { LONG, runs } from './runs.js';

const DAYS = 10;

/** What the broker says of a thing on one day and another: reference rows meet across files. */
const row: fc.Arbitrary<RowSpec> = fc.record({
  item: fc.nat(4),
  value: fc.nat(3),
  stray: fc.oneof({ arbitrary: fc.constant(false), weight: 30 }, fc.constant(true)),
  date: fc.constant('there' as const),
  account: fc.constantFrom('own' as const, 'absent' as const),
});

const rows = fc.array(row, { maxLength: 4 });

/** Events, snapshots, figures of a window, facts, and what nobody knows. */
const sections: fc.Arbitrary<Partial<Record<SectionName, RowSpec[]>>> = fc.record(
  {
    ConversionRates: rows,
    SecuritiesInfo: rows,
    AccountInformation: rows,
    Trades: rows,
    OpenPositions: rows,
    CashReport: rows,
    Novelties: rows,
  },
  { requiredKeys: ['SecuritiesInfo'] },
);

/** Mostly of one day, so that few of them compete. */
const statement: fc.Arbitrary<StatementSpec> = fc.record({
  account: fc.constantFrom('U1000001', 'U1000002'),
  window: fc.oneof(
    { arbitrary: fc.nat(DAYS - 1).map((day) => [day, day] as const), weight: 12 },
    { arbitrary: fc.constant([0, 4] as const), weight: 1 },
    { arbitrary: fc.constant(undefined), weight: 1 },
  ),
  generated: fc.nat(9),
  byDay: fc.constant(false),
  sections,
});

const UNREADABLE = '<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements count="1">';

const document: fc.Arbitrary<string> = fc.oneof(
  {
    arbitrary: fc
      .tuple(
        fc.constantFrom('Daily', 'Daily', 'Daily', 'Monthly'),
        fc.array(statement, { minLength: 1, maxLength: 2 }),
      )
      .map(([query, statements]) => documentText(query, statements)),
    weight: 15,
  },
  { arbitrary: fc.constant(UNREADABLE), weight: 1 },
);

/** What is said of an input. */
function told({ status, error, committed, before, report }: LoadOutcome) {
  const { tables, notices } = committed ?? {};
  const rowsOf = report?.rows;
  return {
    status,
    code: error?.code,
    told: error?.message,
    tables: tables && [...tables],
    notices,
    before,
    rowsOf,
  };
}

const OF_THE_LOAD = new Set(['load_id', 'input', 'started_at', 'finished_at']);
const LEDGER = ['loads', 'load_statements', 'coverage', 'removed', 'problems', 'drift'];

async function ask({ dest }: Place, sql: string): Promise<Record<string, string | null>[]> {
  const reading = await openForReading(dest, 'America/New_York');
  try {
    const result = await reading.query(sql);
    const found: Record<string, string | null>[] = [];
    for await (const cells of result.rows()) {
      const named = cells.map(({ text }, i) => [result.columns[i]!.name, text] as const);
      found.push(Object.fromEntries(named));
    }
    return found;
  } finally {
    await reading.close();
  }
}

/** All that the ledger holds but for names and times of loads. */
async function ledgerOf(place: Place): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const name of LEDGER) {
    const found = await ask(place, `SELECT * FROM flexetl_${name}`);
    all[name] = found.map((line) => {
      return JSON.stringify(Object.entries(line).filter(([column]) => !OF_THE_LOAD.has(column)));
    });
    // The loads stand in the order in which they were recorded.
    if (name !== 'loads') all[name].sort();
  }
  return all;
}

/** How many transactions loaded the files: those that one has committed ended at one time. */
async function transactions(place: Place): Promise<number> {
  const [line] = await ask(place, 'SELECT count(DISTINCT finished_at) AS n FROM flexetl_loads');
  return Number(line!['n']);
}

describe('on DuckDB', () => {
  const engine = duckdb();

  const left = async (calls: readonly Call[]) => {
    const place = await engine.place();
    try {
      const outcomes: LoadOutcome[] = [];
      for (const call of calls) outcomes.push(...(await loadAll(place, call)));
      const made = outcomes.some(({ status }) => status === 'loaded');
      return {
        outcomes: outcomes.map(told),
        tables: made ? withoutLoads(await place.read()) : {},
        ledger: made ? await ledgerOf(place) : {},
        transactions: made ? await transactions(place) : 0,
      };
    } finally {
      await place.drop();
    }
  };

  const seen = { files: 0, transactions: 0 };

  it(
    'files that one call loads are there as if a call had loaded each',
    async () => {
      const property = fc.asyncProperty(
        fc.array(document, { minLength: 2, maxLength: 7, size: 'max' }),
        fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }),
        fc.constantFrom('merge' as const, 'merge' as const, 'append' as const),
        fc.boolean(),
        async (documents, cuts, mode, allowOverlap) => {
          const call = (some: readonly string[]): Call => ({ mode, allowOverlap, documents: some });
          const apart = await left(documents.map((one) => call([one])));
          const together = await left(cutAt(documents, cuts).map(call));
          expect({ ...together, transactions: 0 }).toEqual({ ...apart, transactions: 0 });
          seen.files += apart.transactions;
          seen.transactions += together.transactions;
        },
      );
      await fc.assert(property, runs(8, 2));
      expect(seen.files).toBeGreaterThan(seen.transactions);
    },
    LONG,
  );

  it('days that follow each other are one transaction, whatever facts they share', async () => {
    const documents = Array.from({ length: 8 }, (_, day) =>
      documentText('Daily', [plain(day, 9 - day)]),
    );
    const { outcomes, transactions: count } = await left([{ mode: 'merge', documents }]);
    expect(outcomes.map(({ status }) => status)).toEqual(documents.map(() => 'loaded'));
    expect(count).toBe(1);
  });

  it('a file that restates a day of another ends the transaction before it', async () => {
    const documents = [plain(0, 1), plain(1, 1), plain(1, 2), plain(2, 1)].map((one) =>
      documentText('Daily', [one]),
    );
    const { transactions: count } = await left([{ mode: 'merge', documents }]);
    expect(count).toBe(3);
  });

  it('a signal leaves nothing of files that wait', async () => {
    const place = await engine.place();
    const texts = [0, 1, 2].map((day) => documentText('Daily', [plain(day, 1)]));
    await loadAll(place, { mode: 'merge', documents: [documentText('Daily', [plain(8, 1)])] });
    const before = await place.read();
    const controller = new AbortController();
    const [one, other, last] = texts.map((text, n) => bytesSource(`${n}`, Buffer.from(text)));
    const inputs = [one!, other!, { ...last!, open: () => aborting(controller, last!) }];
    const account = new InputTracker();
    const options = { catalog: CATALOG, timezone: 'America/New_York' };
    const sink = await openDestination(place.dest, { ...MERGING, ...options }, '0');
    await loadInputs(inputs, account, {
      ...{
        ...options,
        dateOrder: 'auto',
        strict: false,
        loadId: 'load',
        signal: controller.signal,
      },
      openSink: () => Promise.resolve(sink),
      onOutcome: () => undefined,
    });
    await sink.close('abandoned');
    expect(account.outcomes.map(({ error }) => error?.code)).toEqual(['FLEX_INTERRUPTED']);
    expect(account.notAttempted).toEqual(['1', '2']);
    expect(await place.read()).toEqual(before);
    await place.drop();
  });

  it('a file that is refused is refused alone', async () => {
    const bad = documentText('Monthly', [plain(1, 1)]);
    const good = [0, 1, 2].map((day) => documentText('Daily', [plain(day, 1)]));
    const documents = [good[0]!, good[1]!, bad, good[2]!];
    const { outcomes } = await left([{ mode: 'merge', documents }]);
    expect(outcomes.map(({ status, code }) => code ?? status)).toEqual([
      ...['loaded', 'loaded', 'FLEX_QUERY_OVERLAP', 'loaded'],
    ]);
  });
});

const MERGING = { mode: 'merge', force: false, dryRun: false, allowOverlap: false } as const;

/** The bytes of a source, with a signal before the first of them. */
function aborting(controller: AbortController, source: Source): AsyncIterable<Buffer> {
  controller.abort(new FlexError('FLEX_INTERRUPTED', 'Stopped.'));
  return source.open();
}

/** A statement of one day. */
function plain(day: number, generated: number): StatementSpec {
  const thing: RowSpec = {
    item: 1,
    value: generated % 3,
    stray: false,
    date: 'there',
    account: 'own',
  };
  const all = {
    SecuritiesInfo: [thing],
    Trades: [{ ...thing, item: day % 5 }],
    OpenPositions: [thing],
  };
  return { account: 'U1000001', window: [day, day], generated, byDay: false, sections: all };
}

/** The documents as calls, a new one where there is a cut. */
function cutAt(documents: readonly string[], cuts: readonly boolean[]): string[][] {
  const calls: string[][] = [];
  documents.forEach((one, i) => {
    // Cuts are fewer than files.
    if (i === 0 || (cuts[i] === true && cuts[i - 1] === true)) calls.push([one]);
    else calls.at(-1)!.push(one);
  });
  return calls;
}
