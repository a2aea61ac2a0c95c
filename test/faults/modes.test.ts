/**
 * Append and replace under the faults that the other tests try on merge: killed, several at
 * once, tables that falsify what is put in. And files that two processes write at once.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder, run } from '../commands/run.js';
import { freshDatabase, sharedDatabase } from '../postgres/database.js';
import { copyOf } from './databases.js';
import { openGate, type Point } from './gate.js';
import { BEFORE, NEXT, writeInputs } from './inputs.js';
import { kill, load, startLoad, untilAlone } from './processes.js';
import { storedIn, type Stored } from './stored.js';

const [week, next] = writeInputs(freshFolder(), [BEFORE, NEXT]) as [string, string];

/** Rows of append go straight into their tables, and its ledger and COMMIT are one message. */
const POINTS: Readonly<Record<'append' | 'replace', readonly (readonly [string, Point])[]>> = {
  append: [
    ['is in the midst of a COPY', { copied: 100_000 }],
    ['has its rows in their tables', { after: /^COPY "flex"/ }],
    ['is about to commit', { before: /^INSERT INTO "flex"\.flexetl_loads/ }],
  ],
  replace: [
    ['is in the midst of a COPY', { copied: 100_000 }],
    ['is between two tables', { before: /^INSERT INTO "flex"\."trade_lots"/ }],
    ['is about to commit', { before: /^COMMIT/ }],
  ],
};

/** Tables of rows; replace does not forget statements that it has emptied. */
const ofRows = (stored: Stored): Stored =>
  Object.fromEntries(Object.entries(stored).filter(([name]) => !name.startsWith('flexetl_')));

describe.each(['append', 'replace'] as const)('mode %s in Postgres', (mode) => {
  const template = sharedDatabase();
  const args = ['--mode', mode];
  let before: Stored;
  let whole: Stored;

  beforeAll(async () => {
    expect(await load([week, ...args], template().url)).toMatchObject({ status: 0 });
    before = await storedIn(template());
  });

  it('(what it is compared with: a load that nobody disturbs)', async () => {
    const database = await copyOf(template());
    expect(await load([next, ...args], database.url)).toMatchObject({ status: 0 });
    whole = await storedIn(database);
    expect(ofRows(whole)).not.toEqual(ofRows(before));
  });

  it.each(POINTS[mode])('leaves the file out where SIGKILL comes while it %s', async (_, point) => {
    const database = await copyOf(template());
    const gate = await openGate(database.url);
    const reached = gate.hold(point);
    const running = startLoad([next, ...args], gate.through(database.url));
    const first = await Promise.race([reached, running.ended]);
    expect(first, 'the load ended before it came to the point').not.toHaveProperty('stdout');
    expect((await kill(running)).signal).toBe('SIGKILL');
    await untilAlone(database);
    expect(await storedIn(database)).toEqual(before);
    expect(await load([next, ...args], database.url)).toMatchObject({ status: 0 });
    expect(await storedIn(database)).toEqual(whole);
    await untilAlone(database);
  });

  it('is rolled back where a trigger changes an amount', async () => {
    const database = await copyOf(template());
    await database.query(
      `CREATE FUNCTION flex.round() RETURNS trigger LANGUAGE plpgsql
         AS 'BEGIN NEW.amount := round(NEW.amount) + 1; RETURN NEW; END';
       CREATE TRIGGER round BEFORE INSERT ON flex.cash_transactions
         FOR EACH ROW EXECUTE FUNCTION flex.round()`,
    );
    const { status, summary } = await load([next, ...args], database.url);
    expect([status, summary.error?.code]).toEqual([70, 'FLEX_CONTROL_TOTAL']);
    expect(await storedIn(database)).toEqual(before);
  });
});

describe('processes at once', () => {
  it('append into Postgres: what one would have appended', async () => {
    const serial = await freshDatabase();
    await load([week, next, '--mode', 'append'], serial.url);
    const database = await freshDatabase();
    const all = await Promise.all(
      [week, next, week, next].map((path) => load([path, '--mode', 'append'], database.url)),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 0));
    await untilAlone(database);
    expect(await storedIn(database, { orderMatters: false })).toEqual(
      await storedIn(serial, { orderMatters: false }),
    );
  });

  it('replace in Postgres: the rows of the later one', async () => {
    const alone = await Promise.all(
      [week, next].map(async (path) => {
        const database = await freshDatabase();
        await load([path, '--mode', 'replace'], database.url);
        return ofRows(await storedIn(database));
      }),
    );
    const database = await freshDatabase();
    const all = await Promise.all(
      [week, next, week].map((path) => load([path, '--mode', 'replace'], database.url)),
    );
    expect(all.map(({ status }) => status)).toEqual(all.map(() => 0));
    await untilAlone(database);
    expect(alone).toContainEqual(ofRows(await storedIn(database)));
  });

  it.each([
    ['append', [true, true]],
    ['replace', [true, false]],
  ] as const)('%s in one DuckDB file', async (mode, theirs) => {
    const to = `duckdb:${join(freshFolder(), 'w.duckdb')}`;
    const all = await Promise.all([week, next].map((path) => load([path, '--mode', mode], to)));
    expect(all.map(({ status }) => status)).toEqual([0, 0]);
    const env = { FLEXETL_TO: to };
    const { stdout } = await run(['verify', week, next, '--json'], { env });
    const { inputs } = JSON.parse(stdout) as { inputs: { status: string }[] };
    // Replaced is what the first of them brought, whichever that was.
    expect(inputs.map(({ status }) => status === 'same').toSorted()).toEqual(theirs.toSorted());
    expect(inputs.filter(({ status }) => status === 'differs')).toEqual([]);
  });

  it.each([
    ['csv', 'out'],
    ['ndjson', 'rows.ndjson'],
  ])('write %s: all of one of them, which says so', async (scheme, place) => {
    const written = async (paths: readonly string[]) => {
      const folder = freshFolder();
      const to = `${scheme}:${join(folder, place)}`;
      const all = await Promise.all(paths.map((path) => load([path], to)));
      expect(readdirSync(folder)).toEqual([place]);
      const text = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => `${name}\n${readFileSync(join(parentPath, name), 'utf8')}`)
        .sort()
        .join('\n')
        .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '');
      return { all, text };
    };
    const alone = [(await written([week])).text, (await written([next])).text];
    const { all, text } = await written([week, next]);
    const there = alone.indexOf(text);
    expect(all[there]).toMatchObject({ status: 0, summary: { status: 'loaded' } });
    // The other one was before it, or had to give way.
    const other = all[1 - there]!;
    if (other.status !== 0) {
      expect([other.status, other.summary.error?.code]).toEqual([75, 'FLEX_DEST_BUSY']);
    }
  });
});
