/**
 * Tables that somebody has altered: what can be made good is made good, what cannot is refused
 * by name and with what to do, and then nothing of the file is there.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { freshFolder } from '../commands/run.js';
import { sharedDatabase, type FreshDatabase } from '../postgres/database.js';
import { copyOf, loadBefore } from './databases.js';
import { NEXT, writeInputs } from './inputs.js';
import { load } from './processes.js';
import { storedIn } from './stored.js';

const week = sharedDatabase();
const [next] = writeInputs(freshFolder(), [NEXT]);

beforeAll(() => loadBefore(week()));

/** The views stand on the columns; whoever alters those has dropped the views before. */
const WITHOUT_VIEWS = `DO $$ DECLARE name text; BEGIN
  FOR name IN SELECT viewname FROM pg_views WHERE schemaname = 'flex' LOOP
    EXECUTE format('DROP VIEW IF EXISTS flex.%I CASCADE', name);
  END LOOP; END $$;`;

async function altered(sql: string): Promise<FreshDatabase> {
  const database = await copyOf(week());
  await database.query(`${WITHOUT_VIEWS} ${sql}`);
  return database;
}

describe('a load into a schema in which somebody', () => {
  it.each<[string, string, string, number, RegExp, RegExp]>([
    [
      'has retyped a column',
      'ALTER TABLE flex.trades ALTER COLUMN multiplier TYPE text',
      'FLEX_DEST_ALTERED',
      78,
      /trades.*multiplier.*is text and should be numeric/,
      /schema/,
    ],
    [
      'has narrowed a column',
      'ALTER TABLE flex.trades ALTER COLUMN multiplier TYPE numeric(12,2)',
      'FLEX_DEST_ALTERED',
      78,
      /trades.*multiplier.*is numeric\(12,2\) and should be numeric/,
      /schema/,
    ],
    [
      'has added a column that must be filled',
      `ALTER TABLE flex.trades ADD COLUMN desk text NOT NULL DEFAULT 'x';
       ALTER TABLE flex.trades ALTER COLUMN desk DROP DEFAULT`,
      'FLEX_DEST_ALTERED',
      78,
      /trades.*desk.*NOT NULL/,
      /default/,
    ],
    [
      'has dropped the key of a table',
      'ALTER TABLE flex.trades DROP CONSTRAINT trades_key',
      'FLEX_DEST_ALTERED',
      78,
      /trades.*ON CONFLICT/,
      /schema/,
    ],
    [
      'has added a condition that rows do not meet',
      'ALTER TABLE flex.trades ADD CONSTRAINT few CHECK (quantity < 1) NOT VALID',
      'FLEX_DEST_ALTERED',
      78,
      /trades.*few/,
      /schema/,
    ],
    [
      'has made a column unique',
      'DELETE FROM flex.trades; CREATE UNIQUE INDEX lone ON flex.trades (account_id)',
      'FLEX_DEST_ALTERED',
      78,
      /The table trades.*lone/,
      /schema/,
    ],
    [
      'has put a trigger that drops rows',
      `CREATE FUNCTION flex.forget() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
       CREATE TRIGGER forget BEFORE INSERT ON flex.cash_transactions
         FOR EACH ROW EXECUTE FUNCTION flex.forget()`,
      'FLEX_CONTROL_TOTAL',
      70,
      /cash_transactions/,
      /triggers/,
    ],
    [
      'has put a trigger that changes an amount',
      `CREATE FUNCTION flex.round() RETURNS trigger LANGUAGE plpgsql
         AS 'BEGIN NEW.amount := round(NEW.amount) + 1; RETURN NEW; END';
       CREATE TRIGGER round BEFORE INSERT ON flex.cash_transactions
         FOR EACH ROW EXECUTE FUNCTION flex.round()`,
      'FLEX_CONTROL_TOTAL',
      70,
      /cash_transactions.*sum of amount/,
      /triggers/,
    ],
    [
      'has put a trigger that raises',
      `CREATE FUNCTION flex.refuse() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN RAISE EXCEPTION 'no trades today'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON flex.trades
         FOR EACH ROW EXECUTE FUNCTION flex.refuse()`,
      'FLEX_DEST_ALTERED',
      78,
      /no trades today/,
      /schema/,
    ],
    [
      'has put a rule that forgets what was loaded',
      'CREATE RULE forget AS ON INSERT TO flex.flexetl_loads DO INSTEAD NOTHING',
      'FLEX_DEST_ALTERED',
      78,
      /flexetl_loads/,
      /rules/,
    ],
    [
      'has renamed a table, whose index keeps its name',
      'ALTER TABLE flex.trades RENAME TO older_trades',
      'FLEX_DEST_ALTERED',
      78,
      /trades_key.*already exists/,
      /renamed/,
    ],
    [
      'has emptied the table that tells the version of the ledger',
      'TRUNCATE flex.flexetl_migrations',
      'FLEX_DEST_ALTERED',
      78,
      /flexetl_loads.*already exists/,
      /schema/,
    ],
    [
      'has used a newer flexetl',
      'INSERT INTO flex.flexetl_migrations VALUES (999, now())',
      'FLEX_CONFIG',
      78,
      /ledger.*version 999/,
      /newer/,
    ],
  ])('%s is refused', async (_, sql, code, exit, message, advice) => {
    const database = await altered(sql);
    const before = await storedIn(database);
    const { status, summary } = await load([next!], database.url);
    expect(summary.error).toMatchObject({
      code,
      message: expect.stringMatching(message) as string,
      advice: expect.stringMatching(advice) as string,
    });
    expect([status, summary.tables]).toEqual([exit, {}]);
    expect(await storedIn(database)).toEqual(before);
  });

  it('has dropped a column makes it again', async () => {
    const database = await altered('ALTER TABLE flex.trades DROP COLUMN multiplier');
    expect((await load([next!], database.url)).status).toBe(0);
    const [counts] = await database.query(
      'SELECT count(*)::int AS "all", count(multiplier)::int AS filled FROM flex.trades',
    );
    // The rows of the day before the file's window have lost it; the file says nothing of them.
    expect(counts).toMatchObject({ filled: expect.toSatisfy((n) => n > 0) as number });
    expect(Number(counts!['all'])).toBeGreaterThan(Number(counts!['filled']));
  });

  it('has added columns of his own leaves them alone', async () => {
    const database = await altered(`ALTER TABLE flex.trades ADD COLUMN desk text,
        ADD COLUMN number bigint GENERATED ALWAYS AS IDENTITY;
      UPDATE flex.trades SET desk = 'East'`);
    const desks = (): Promise<unknown> =>
      database.query(`SELECT count(*) FROM flex.trades WHERE desk = 'East'
        AND report_date = (SELECT min(report_date) FROM flex.trades)`);
    const before = await desks();
    expect((await load([next!], database.url)).status).toBe(0);
    expect(await desks()).toEqual(before);
    expect(before).not.toEqual([{ count: '0' }]);
  });
});
