/**
 * The law of a simulated account: whatever its query selects, whatever the order of
 * loading, each true event is there once, unless a load was refused as the rules say.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokers, morningsOf, truth, type BrokerSpec } from './broker.js';
import { CATALOG } from './catalog.js';
import { duckdb, postgres, type Engine } from './destinations.js';
import { LedgerModel } from './ledger-model.js';
import { standingIn } from './model.js';
import { loadAll, parse, type Call } from './play.js';
import { LONG, runs } from './runs.js';

const tableOf = ({ section }: BrokerSpec): string =>
  section === 'Trades' ? 'trades' : 'cash_transactions';

interface Holds {
  readonly row: Readonly<Record<string, unknown>>;
}

/** What tells the events apart that nothing else does. */
function quantities(rows: Iterable<Holds>): string[] {
  return [...rows].map(({ row }) => String(row['quantity'] ?? row['amount'])).sort();
}

interface Played {
  readonly outcome: 'loaded' | 'FLEX_UNDATED_OVERLAP';
  /** The file that was refused; undefined where all were loaded. */
  readonly at: number | undefined;
  readonly left: string[];
}

/** What the model makes of the files, up to the first that it refuses. */
async function modelled(broker: BrokerSpec, documents: readonly string[]): Promise<Played> {
  const model = new LedgerModel(CATALOG);
  const left = (): string[] => {
    const places = [...(model.tables().get(tableOf(broker))?.values() ?? [])];
    return quantities(places.flatMap((place) => standingIn(place)?.row ?? []));
  };
  for (const [at, document] of documents.entries()) {
    const outcome = model.load(await parse(document), { mode: 'merge' }, new Set());
    if (outcome === 'loaded') continue;
    if (outcome !== 'FLEX_UNDATED_OVERLAP') throw new Error(`The model says ${outcome}`);
    return { outcome, at, left: left() };
  }
  return { outcome: 'loaded', at: undefined, left: left() };
}

/** Mornings in some order. */
const shuffled = (broker: BrokerSpec, gen: fc.GeneratorValue): string[] => {
  const documents = morningsOf(broker);
  return gen(fc.shuffledSubarray<string>, documents, { minLength: documents.length });
};

describe('of the model', () => {
  const seen = { loaded: 0, FLEX_UNDATED_OVERLAP: 0 };

  it(
    'each true event is there once, or a load was refused',
    async () => {
      const property = fc.asyncProperty(brokers, fc.gen(), async (broker, gen) => {
        const { outcome, left } = await modelled(broker, shuffled(broker, gen));
        seen[outcome]++;
        if (outcome === 'loaded') expect(left).toEqual(truth(broker));
      });
      await fc.assert(property, runs(20));
      // A law that refuses everything, or nothing, would say nothing.
      expect(seen.loaded).toBeGreaterThan(5);
      expect(seen.FLEX_UNDATED_OVERLAP).toBeGreaterThan(0);
    },
    LONG,
  );

  it(
    'nothing is refused where every event has a date, or all have numbers',
    () => {
      const told = brokers.map((broker) => {
        const { events } = broker;
        const dated = broker.without.every((names) => !names.includes('reportDate'));
        const numbered = events.map((event) => ({ ...event, numbered: true }));
        const without = broker.without.map((names) =>
          names.filter((name) => name !== 'transactionID'),
        );
        return dated ? broker : { ...broker, events: numbered, without };
      });
      const property = fc.asyncProperty(told, fc.gen(), async (broker, gen) => {
        const { outcome, left } = await modelled(broker, shuffled(broker, gen));
        expect(outcome).toBe('loaded');
        expect(left).toEqual(truth(broker));
      });
      return fc.assert(property, runs(10));
    },
    LONG,
  );
});

function laws(engine: Engine): void {
  it(
    'each true event is there once, or a load was refused where the rules say so',
    () => {
      const property = fc.asyncProperty(brokers, fc.gen(), async (broker, gen) => {
        const documents = shuffled(broker, gen);
        const expected = await modelled(broker, documents);
        const place = await engine.place();
        const call: Call = { mode: 'merge', documents: documents.slice(0, expected.at) };
        const outcomes = await loadAll(place, call);
        expect(outcomes.map(({ error }) => error?.describe())).toEqual(
          call.documents.map(() => undefined),
        );
        if (expected.at !== undefined) {
          const next = documents.slice(expected.at, expected.at + 1);
          const [refused] = await loadAll(place, { ...call, documents: next });
          expect(refused!.error?.code).toBe(expected.outcome);
        }
        const { tables } = await place.read();
        const left = quantities(tables.get(tableOf(broker)) ?? []);
        expect(left).toEqual(expected.left);
        if (expected.at === undefined) expect(left).toEqual(truth(broker));
        await place.drop();
      });
      return fc.assert(property, runs(4, 1));
    },
    LONG,
  );
}

describe('on DuckDB', () => laws(duckdb()));
describe('on Postgres', () => laws(postgres()));
