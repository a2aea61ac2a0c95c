/** Whatever a load brings, its events have the form of the specification. */
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FlexError } from '../../../src/errors.js';
import {
  endEvent,
  eventJson,
  startEvent,
  type RunEvent,
} from '../../../src/orchestrators/openlineage/events.js';
import { newLoadId } from '../../../src/pipeline/load-id.js';
import { told, type Told } from '../dagster-pipes/summaries.js';
import { faultsOf } from './form.js';

const NOW = new Date('2024-03-05T12:00:00Z');
const identity = { namespace: 'tests', parent: undefined };

/** Counts of a load are whole numbers; those of these summaries may be anything. */
const sound = ({ ending }: Told): boolean =>
  Object.values(ending.summary?.tables ?? {}).every(({ inserted, updated }) =>
    [inserted, updated, inserted + updated].every(
      (each) => Number.isSafeInteger(each) && each >= 0,
    ),
  );

/** A question mark begins the settings of a destination. */
const anyPath = fc
  .string({
    unit: fc.oneof(
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom(...[' ', '%', '|', '^', '[', ']', '{', '\\', '"', '<', '#', '&', '/']),
    ),
    minLength: 1,
  })
  .filter((path) => !/[?\0]/.test(path) && path.trim() !== '');
const anyDestination = fc.oneof(
  fc.constantFrom('postgres://u:pw-1234@db/money', 'postgres://u:pw-1234@[::1]:5432/money'),
  anyPath.map((path) => `duckdb:${path}`),
  anyPath.map((path) => `csv:${path}`),
);

const asSent = (event: RunEvent): unknown => JSON.parse(eventJson(event));

describe('an event', () => {
  it('has the form of the specification', () => {
    fc.assert(
      fc.property(told.filter(sound), anyDestination, ({ beginning, ending }, to) => {
        const call = { ...beginning, loadId: newLoadId(), to };
        expect(faultsOf(asSent(startEvent(call, identity, NOW)))).toEqual([]);
        const end = endEvent(call, identity, ending, NOW);
        expect(faultsOf(asSent(end))).toEqual([]);
        expect(end.eventType).toBe(ending.error === undefined ? 'COMPLETE' : 'FAIL');
        expect(JSON.stringify(end)).not.toContain('pw-1234');
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['a b|c^[1]{ü}%zz#.duckdb', '/a%20b%7Cc%5E%5B1%5D%7B%C3%BC%7D%25zz%23.duckdb'],
    ['/data/flex.duckdb', '/data/flex.duckdb'],
  ])('has the path of %s in an address, as it is written there', (path, written) => {
    const [{ beginning, ending }] = fc.sample(told, { numRuns: 1, seed: 5 }) as [Told];
    const counts = { parsed: 1, inserted: 1, updated: 0, unchanged: 0, overruled: 0, deleted: 0 };
    const summary = { ...ending.summary!, status: 'loaded' as const, tables: { trades: counts } };
    const outcomes = [{ name: path, status: 'loaded' as const }];
    const call = { ...beginning, to: `duckdb:${path}` };
    const { inputs, outputs } = endEvent(call, identity, { ...ending, outcomes, summary }, NOW);
    const base = isAbsolute(path) ? '' : pathToFileURL(process.cwd()).pathname;
    expect([...inputs, ...outputs].map(({ facets }) => facets['dataSource']!['uri'])).toEqual([
      `file://${base}${written}`,
      `duckdb://${base}${written}`,
    ]);
  });

  it('says that a call was stopped', () => {
    const [{ beginning, ending }] = fc.sample(told, { numRuns: 1, seed: 3 }) as [Told];
    const error = new FlexError('FLEX_INTERRUPTED', 'Interrupted by SIGINT.');
    const end = endEvent(beginning, identity, { ...ending, error }, NOW);
    expect(end.eventType).toBe('ABORT');
    expect(end.run.facets['errorMessage']).toMatchObject({
      message: 'FLEX_INTERRUPTED: Interrupted by SIGINT.',
      programmingLanguage: 'JAVASCRIPT',
    });
  });

  it('has no lineage of columns where there are many files', () => {
    const [{ beginning, ending }] = fc.sample(told, { numRuns: 1, seed: 5 }) as [Told];
    const counts = { parsed: 1, inserted: 1, updated: 0, unchanged: 0, overruled: 0, deleted: 0 };
    const lineageOf = (files: number): unknown => {
      const outcomes = Array.from({ length: files }, (_, index) => {
        return { name: `${index}.xml`, status: 'loaded' as const };
      });
      const summary = { ...ending.summary!, status: 'loaded' as const, tables: { trades: counts } };
      const call = { ...beginning, to: 'csv:out' };
      const { outputs } = endEvent(call, identity, { ...ending, outcomes, summary }, NOW);
      return outputs[0]!.facets['columnLineage'];
    };
    expect(lineageOf(3)).toBeDefined();
    expect(lineageOf(4)).toBeUndefined();
  });

  it('that is wrong is seen', () => {
    const [{ beginning }] = fc.sample(told, { numRuns: 1, seed: 4 }) as [Told];
    const event = startEvent({ ...beginning, loadId: newLoadId() }, identity, NOW);
    expect(faultsOf({ ...event, eventTime: 'now' })).toHaveLength(1);
    expect(faultsOf({ ...event, more: 1 })).toEqual(['more is unknown']);
    expect(faultsOf({ ...event, run: { runId: 'x', facets: {} } })).toHaveLength(1);
  });
});
