/**
 * The contract of an object store, against the Versity S3 gateway: above all, that nothing is ever
 * overwritten. Also the commands, with an archive in it.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';
import { freshFolder, lastLine, run } from '../commands/run.js';
import { reportOf, serve, start } from '../commands/service.js';
import { openStore } from '../../src/object-store/open.js';
import { HASTY, keysBelow, objectStoreContract } from './contract.js';
import { NO_STORE, startRealStore, type RealStore } from './real-store.js';

describe.skipIf(NO_STORE !== undefined)(`a real store${NO_STORE ? ` (${NO_STORE})` : ''}`, () => {
  let store: RealStore;
  beforeAll(async () => {
    store = await startRealStore();
  });
  afterAll(() => store.stop());

  objectStoreContract(() => store);

  it('returns a long listing in pages', async () => {
    const { bucket, env } = store;
    const opened = await openStore(bucket, { env, clock: HASTY });
    const names = Array.from({ length: 1203 }, (_, n) => `long/${String(n).padStart(5, '0')}`);
    for (let from = 0; from < names.length; from += 50) {
      const some = names.slice(from, from + 50);
      await Promise.all(some.map((name) => opened.put(name, Buffer.from('x'))));
    }
    const sizes: number[] = [];
    for await (const page of opened.pages('long/')) sizes.push(page.length);
    expect(sizes).toEqual([1000, 203]);
    expect(await keysBelow(opened, 'long/')).toEqual(names);
  });

  it('holds an archive, from which a replay fills a new destination', async () => {
    const { env } = store;
    const archive = 's3://reports/flex';
    const checked = await run(['check', '--to', 'duckdb:a.duckdb', '--archive', archive], { env });
    expect(checked.stdout).toContain('refuses to overwrite');
    const service = await serve();
    for (const status of ['filed', 'already_filed']) {
      const args = ['--archive', archive, '--to', 'duckdb:a.duckdb', '--force'];
      const ran = await start('run', freshFolder(), service, args, env).ended;
      expect(ran.status).toBe(0);
      const { files } = JSON.parse(lastLine(ran.stdout)) as Summary;
      expect(files).toMatchObject([{ status }]);
    }
    const other = await serve({ '123456/b.xml': reportOf({ from: '20240305' }) });
    const cwd = freshFolder();
    await start('fetch', cwd, other, ['--archive', archive], env).ended;
    const replayed = await run(['load', archive, '--to', 'duckdb:b.duckdb'], { cwd, env });
    const { tables } = JSON.parse(lastLine(replayed.stdout)) as Summary;
    expect(tables).toMatchObject({ trades: { inserted: 2 } });
    const verified = await run(['verify', archive, '--to', 'duckdb:b.duckdb'], { cwd, env });
    expect(verified.status).toBe(0);
  });
});
