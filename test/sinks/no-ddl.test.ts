import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { load } from '../../src/library/load.js';
import { openPostgres } from '../../src/sinks/postgres/engine.js';
import { FIXTURES } from '../fixtures.js';
import { freshDatabase } from '../postgres/database.js';

const CLI = join(import.meta.dirname, '..', '..', 'dist', 'cli.js');
const source = join(FIXTURES, 'trades-levels-of-detail', 'input.xml');

test('--no-ddl makes nothing, and loads where somebody else has made the tables', async () => {
  const database = await freshDatabase();
  const loaded = async (): Promise<string> => {
    const options = {
      catalog: Catalog.load(),
      mode: 'merge',
      force: false,
      dryRun: false,
      allowOverlap: false,
      timezone: 'America/New_York',
      noDdl: true,
    } as const;
    const sink = await openPostgres(database.url, options, '0.0.0');
    const [outcome] = await load({ source, sink });
    await sink.close('done');
    return outcome?.error?.describe() ?? outcome!.status;
  };
  expect(await loaded()).toMatch(
    /FLEX_CONFIG: .* lacks the ledger and the tables .*--no-ddl forbids.*schema --format sql/,
  );
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CLI, 'schema', '--format', 'sql'],
    {
      maxBuffer: 2 ** 26,
    },
  );
  await database.query(stdout);
  // Whoever has an older flexetl's tables runs all of it again.
  await database.query(stdout);
  expect(await loaded()).toBe('loaded');
  expect(await database.query('SELECT count(*)::text AS n FROM flex.trades')).not.toEqual([
    { n: '0' },
  ]);
  expect(await loaded()).toBe('already_loaded');
});
