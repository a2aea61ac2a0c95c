/**
 * Random loads, as they could be told to Dagster: summaries of any size, with any text and any
 * count. Everything is invented.
 */
import fc from 'fast-check';
import { Catalog } from '../../../src/catalog/catalog.js';
import { FlexError } from '../../../src/errors.js';
import type { Beginning, Ending } from '../../../src/orchestrators/listener.js';
import type { PipesContext } from '../../../src/orchestrators/dagster-pipes/context.js';
import { CHECKS } from '../../../src/orchestrators/dagster-pipes/checks.js';
import { pathOf } from '../../../src/orchestrators/dagster-pipes/context.js';
import type { InputOutcome } from '../../../src/pipeline/load-input.js';
import { OUTCOMES, type TableCounts } from '../../../src/sinks/sink.js';
import type { Summary } from '../../../src/summary/summary.js';

/** Counterexamples show it by its name. */
export const catalog = Object.assign(Catalog.load({}), {
  [fc.toStringMethod]: () => 'catalog',
});
const TABLES = catalog.elements.map(({ table }) => table);

/** Any text, also what no terminal, encoding or reader of lines likes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('\ud800', 'a\u2028b\u0085c', '\0', '\r\n', 'NaN', '{"a":1}', 'x'.repeat(5000)),
);
/** Counts, also those that no double holds exactly, and what is no count. */
const anyCount = fc.oneof(
  fc.nat(),
  fc.constantFrom(0, 2 ** 31, 2 ** 53 - 1, 2 ** 53, 1e21, 1.5, NaN, Infinity, -1),
);
const day = fc.constantFrom('2024-03-04', '2024-12-31', null);

const counts: fc.Arbitrary<TableCounts> = fc.record(
  Object.fromEntries(OUTCOMES.map((name) => [name, anyCount])) as Record<
    (typeof OUTCOMES)[number],
    fc.Arbitrary<number>
  >,
);

const outcome = fc.record({
  name: anyText,
  status: fc.constant('loaded' as const),
  survey: fc.option(fc.record({ sha256: fc.stringMatching(/^[0-9a-f]{64}$/), bytes: fc.nat() }), {
    nil: undefined,
  }),
  report: fc.option(
    fc.record({
      statements: fc.array(fc.record({ account: anyText, query: anyText, from: day, to: day }), {
        maxLength: 5,
      }),
      rows: fc
        .dictionary(fc.constantFrom(...TABLES), fc.nat())
        .map((rows) => new Map(Object.entries(rows))),
      problems: fc.array(
        fc.record({
          at: fc.constant({}),
          table: fc.constantFrom(...TABLES),
          literal: anyText,
          reason: anyText,
        }),
        { maxLength: 3 },
      ),
      problemCount: fc.nat(10),
    }),
    { nil: undefined },
  ),
  committed: fc.option(fc.constant({ tables: new Map() }), { nil: undefined }),
}) as unknown as fc.Arbitrary<InputOutcome>;

const summary = fc.record({
  schema: fc.constant('flexetl/summary@1'),
  status: fc.constantFrom('loaded', 'already_loaded', 'empty', 'planned'),
  loadId: anyText,
  inputs: fc.array(fc.record({ name: anyText, status: fc.constant('loaded') }), { maxLength: 5 }),
  tables: fc.dictionary(fc.constantFrom(...TABLES), counts, { maxKeys: 5 }),
  problems: fc.record({ count: anyCount, first: fc.constant([]) }),
  drift: fc.record({
    attributes: fc.array(fc.oneof(anyText, fc.constant('Trade@newName')), { maxLength: 80 }),
    sections: fc.array(anyText, { maxLength: 3 }),
  }),
  notices: fc.array(anyText, { maxLength: 60 }),
  durationMs: anyCount,
  exitCode: fc.constant(0),
}) as unknown as fc.Arbitrary<Summary>;

/** Keys of assets as Dagster writes them: parts joined by slashes, those within them escaped. */
const assetKey = fc
  .tuple(
    fc.stringMatching(/^[a-z_]{1,8}$/),
    fc.oneof(fc.constantFrom(...TABLES), fc.stringMatching(/^[a-z_]{1,8}$/)),
  )
  .map((parts) => parts.join('/'));

const context: fc.Arbitrary<PipesContext> = fc.record({
  run_id: anyText,
  job_name: fc.option(anyText),
  partition_key: fc.option(anyText),
  retry_number: fc.nat(),
  assets: fc
    .uniqueArray(assetKey, { minLength: 1, maxLength: 4 })
    .map((keys) => keys.map((key) => ({ key, path: pathOf(key) }))),
  extras: fc.oneof(
    fc.constant({ flexetl_checks: CHECKS }),
    fc.record({
      flexetl_checks: fc.array(fc.oneof(fc.constantFrom(...CHECKS), anyText, fc.jsonValue())),
    }),
    fc.constant({}),
  ) as fc.Arbitrary<PipesContext['extras']>,
});

const failure = fc.option(
  anyText.map((message) => new FlexError('FLEX_DEST_FAILED', message)),
  { nil: undefined, freq: 5 },
);

export interface Told {
  readonly context: PipesContext;
  readonly beginning: Beginning;
  readonly ending: Ending;
  readonly lines: readonly string[];
}

/** A destination without a ledger, so that what a check cannot know is among the cases. */
export const told: fc.Arbitrary<Told> = fc.record({
  context,
  beginning: fc.record({
    fetches: fc.boolean(),
    loadId: fc.constant('0192'),
    to: fc.constantFrom('csv:out', 'ndjson:-'),
    timezone: fc.constant('UTC'),
    catalog: fc.constant(catalog),
    env: fc.constant({}),
    print: fc.constant(() => undefined),
  }),
  ending: fc.record({
    summary,
    outcomes: fc.array(outcome, { maxLength: 4 }),
    error: failure,
    hurried: fc.constant(false),
  }),
  lines: fc.array(anyText, { maxLength: 3 }),
});
