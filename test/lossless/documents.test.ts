/** Whatever a report holds, nothing of it is lost: random documents, by property. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { PATIENCE, runs } from '../fuzz/runs.js';
import { reports } from './documents.js';
import { catalog, lost } from './witness.js';

it('loses nothing of a random report', { timeout: PATIENCE }, async () => {
  await fc.assert(
    fc.asyncProperty(reports(catalog), async (report) => {
      expect(await lost(Buffer.from(report))).toEqual([]);
    }),
    runs(150),
  );
});
