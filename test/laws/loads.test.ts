/** Every case of fixtures/loads, in all its orders, on both databases. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { columnName } from '../../src/catalog/section.js';
import { load } from '../../src/library/load.js';
import { openForReading } from '../../src/sinks/destinations.js';
import { cutCatalog } from './catalog.js';
import { duckdb, postgres, type Engine } from './destinations.js';
import { loadCases, type Expectation, type LoadCall, type LoadCase } from './loads.js';
import { SAME, verifyAll } from './verifying.js';

const whole = Catalog.load();
const made = new Map<string, Catalog>();

/** Of the sections in the files, the columns that files or queries name; made once a case. */
function catalogOf(one: LoadCase, { answers, wholeCatalog }: Expectation): Catalog {
  if (wholeCatalog) return whole;
  const name = `${one.name} ${Object.keys(answers).join()}`;
  const catalog = made.get(name) ?? cutFor(one, answers);
  made.set(name, catalog);
  return catalog;
}

function cutFor({ files }: LoadCase, answers: Expectation['answers']): Catalog {
  const words = (texts: Iterable<string>): Set<string> =>
    new Set([...texts].flatMap((text) => text.match(/\w+/g) ?? []));
  const written = words(files.values());
  const asked = words(Object.keys(answers));
  return cutCatalog({
    sections: whole.sections.map(({ name }) => name).filter((name) => written.has(name)),
    column: (attribute) => written.has(attribute) || asked.has(columnName(attribute)),
  });
}

const told = (way: readonly LoadCall[]): string =>
  way
    .map(({ files, mode, allowOverlap, force, refused }) => {
      const options = [
        mode === 'merge' ? '' : mode,
        allowOverlap ? 'all' : '',
        force ? 'force' : '',
      ];
      return [files.join(' + '), ...options, refused ?? ''].filter((word) => word !== '').join(' ');
    })
    .join(', then ');

/** What an outcome came to. */
const LOADED = ['loaded', 'already_loaded', 'empty'];

function cases(engine: Engine): void {
  const open = async (
    { files }: LoadCase,
    { timezone }: Expectation,
    { catalog, way }: { catalog: Catalog; way: readonly LoadCall[] },
  ) => {
    const place = await engine.place();
    for (const { files: names, refused, asQuery, ...options } of way) {
      const source = names.map((name) => Buffer.from(files.get(name)!));
      const name = asQuery === undefined ? {} : { asQuery };
      const call = { source, sink: place.dest, catalog, timezone, ...options, ...name };
      const came = (await load(call)).map(({ status, error }) => {
        if (error !== undefined && error.code !== refused) return error.describe();
        return error?.code ?? (LOADED.includes(status) ? 'loaded' : status);
      });
      const loaded = names.map(() => 'loaded');
      expect(came).toEqual(refused === undefined ? loaded : [...loaded.slice(1), refused]);
    }
    return place;
  };

  const answersOf = async (dest: string, { timezone, answers }: Expectation) => {
    const reading = await openForReading(dest, timezone);
    try {
      const found: Record<string, (string | null)[][]> = {};
      for (const sql of Object.keys(answers)) {
        found[sql] = [];
        for await (const cells of (await reading.query(sql)).rows()) {
          found[sql].push(cells.map(({ text }) => text));
        }
      }
      return found;
    } finally {
      await reading.close();
    }
  };

  for (const one of loadCases()) {
    describe(one.name, () => {
      for (const expectation of one.expectations) {
        const { what, ways, timezone, answers, verified } = expectation;
        it.each(ways.map((way) => [told(way), way] as const))(
          `${what ?? 'loaded'}: %s`,
          async (_, way) => {
            const catalog = catalogOf(one, expectation);
            const place = await open(one, expectation, { catalog, way });
            expect(await answersOf(place.dest, expectation)).toEqual(answers);
            const documents = verified.map((name) => one.files.get(name)!);
            const said = await verifyAll(place.dest, documents, { catalog, timezone });
            expect(said).toEqual(documents.map(() => SAME));
            await place.drop();
          },
        );
      }
    });
  }
}

describe('on DuckDB', () => cases(duckdb()));
describe('on Postgres', () => cases(postgres()));
