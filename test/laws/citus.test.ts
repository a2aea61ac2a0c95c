/**
 * The laws on Citus itself, its tables distributed by account and the ledger local. It needs a
 * cluster, which no package of a registry brings: FLEXETL_TEST_CITUS is the URL of a database with
 * the extension, on a coordinator that knows itself (citus_set_coordinator_host), as a superuser.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDestination } from '../../src/commands/check/destination.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';
import { CATALOG } from './catalog.js';
import { citus } from './destinations.js';
import { histories } from './histories.js';
import { callsOf, loadAll, play } from './play.js';
import { LONG, runs } from './runs.js';
import { SAME, verifyAll } from './verifying.js';

const URL = process.env['FLEXETL_TEST_CITUS'];

if (URL === undefined) {
  it('is tested with Citus', ({ skip }) =>
    skip(
      'FLEXETL_TEST_CITUS names no server with Citus: docs/many-workers.md says how to run one.',
    ));
}

describe.skipIf(URL === undefined)('on Citus', () => {
  const engine = citus(URL ?? '');

  it(
    'every history leaves what the model says, in every mode, and dry runs leave nothing',
    async () => {
      const property = fc.asyncProperty(histories, async (history) => {
        const place = await engine.place();
        for (const call of callsOf(history)) {
          const before = await place.read();
          await loadAll(place, { ...call, dryRun: true });
          expect(await place.read()).toEqual(before);
        }
        await play(place, callsOf(history));
        await place.drop();
      });
      await fc.assert(property, runs(20, 5));
    },
    LONG,
  );

  it(
    'what was merged is found by verify',
    async () => {
      const property = fc.asyncProperty(histories, async (history) => {
        const place = await engine.place();
        const calls = callsOf(history).map(({ documents }) => {
          return { documents, mode: 'merge', allowOverlap: true } as const;
        });
        await play(place, calls);
        const documents = calls.flatMap((call) => call.documents);
        const options = { catalog: CATALOG, timezone: BROKER_TIMEZONE };
        const said = await verifyAll(place.dest, documents, options);
        expect(said).toEqual(documents.map(() => SAME));
        await place.drop();
      });
      await fc.assert(property, runs(5, 2));
    },
    LONG,
  );

  it('check says how the tables are distributed, and that a merge works', async () => {
    const place = await engine.place();
    const findings = await checkDestination(place.dest, CATALOG);
    expect(findings.map(({ name, status }) => `${name} ${status}`)).toEqual([
      'destination ok',
      'distribution ok',
      'rights ok',
    ]);
    await place.drop();
  });
});
