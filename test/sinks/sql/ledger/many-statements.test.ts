/** Files of more statements than are told to a database at once, and the rows that tell them. */
import { describe, expect, it } from 'vitest';
import type { SqlValue } from '../../../../src/sinks/sql/engine.js';
import { insertRows } from '../../../../src/sinks/sql/ledger/insert-rows.js';
import { openForComparing } from '../../../../src/sinks/destinations.js';
import { makeTemporary } from '../../../../src/sinks/sql/engine.js';
import { ENGINES, openWarehouse, statement } from '../../../views/warehouse.js';

/** Seven tables of each are spoken of: more rows of coverage than are in hand at once. */
const ACCOUNTS = 400;

const one = (account: number): string =>
  `<FlexStatement accountId="U${1_000_000 + account}" fromDate="20240304" toDate="20240304"
    whenGenerated="20240305;070000"><Trades /><CashTransactions /></FlexStatement>\n`;

/** The first statement comes once more at the end; what stands around it differs. */
const FILE = `<FlexQueryResponse queryName="Daily" type="AF"><FlexStatements>
  ${one(0)}<Oddity a="1" />
  ${Array.from({ length: ACCOUNTS - 1 }, (_, i) => one(i + 1)).join('')}
  ${one(0)}<Oddity a="2" /><Oddity a="3" />
  </FlexStatements></FlexQueryResponse>`;

describe.each(ENGINES)('many statements in one file, in %s', (engine) => {
  it('are each recorded once, the one that comes twice as it came last', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([FILE]);
    const { prefix } = warehouse;
    const count = async (sql: string): Promise<number[]> =>
      (await warehouse.rows(sql)).flat().map(Number);
    const coverage = `FROM ${prefix}flexetl_coverage`;
    expect(
      await count(`SELECT count(*), count(DISTINCT statement_id), max(parsed) ${coverage}
        WHERE table_name IN ('trades', 'cash_transactions')`),
    ).toEqual([2 * ACCOUNTS, ACCOUNTS, 0]);
    const all = await count(`SELECT count(*), count(DISTINCT table_name) ${coverage}`);
    expect(all[0]).toBeGreaterThan(2_000);
    expect(
      await warehouse.rows(
        `SELECT account_id, parsed ${coverage} WHERE table_name = 'unmapped_rows/'`,
      ),
    ).toEqual([['U1000000', '2']]);
    expect(
      await count(`SELECT count(*), count(DISTINCT statement_id)
        FROM ${prefix}flexetl_load_statements`),
    ).toEqual([ACCOUNTS, ACCOUNTS]);
  });
});

/** Values that could be taken for something else on their way. */
const TEXTS: (string | null)[] = [
  null,
  '',
  '-',
  '=',
  '-=',
  '\\N',
  "'",
  '$1',
  'Ü\n\u{1f600}',
  '  ',
  '\t,"',
];

describe.each(ENGINES)('rows that are inserted, in %s', (engine) => {
  it.each([
    ['a few', 3, ''],
    ['more than are sent at once', 4_500, ''],
    ['with what parts values otherwise', 150, '\x1f'],
  ])('are there as they were: %s', async (_, count, mark) => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([statement({ from: '20240304', sections: '' })]);
    const database = await openForComparing(warehouse.dest);
    try {
      await database.begin('to compare');
      const types = ['bigint', 'text', 'boolean', 'date'];
      const columns = types.map((type, i) => `CAST(NULL AS ${type}) AS c${i}`).join(', ');
      await makeTemporary(database, 'flexetl_tried', `SELECT ${columns} WHERE FALSE`);
      const rows = Array.from({ length: count }, (__, i): SqlValue[] => {
        const text = TEXTS[i % TEXTS.length] ?? null;
        return [
          i,
          text === null ? null : text + mark,
          i % 3 === 0 ? null : i % 3 === 1,
          i % 5 === 0 ? null : '2024-02-29',
        ];
      });
      await insertRows(database, 'flexetl_tried', types, rows);
      const found = await database.rows(
        `SELECT c0, c1, CASE WHEN c2 THEN 'true' WHEN NOT c2 THEN 'false' END AS c2,
           CAST(c3 AS text) AS c3 FROM flexetl_tried ORDER BY c0`,
      );
      expect(found.map(Object.values)).toEqual(
        rows.map((row) => row.map((value) => (value === null ? null : String(value)))),
      );
    } finally {
      await database.rollback();
      await database.close();
    }
  });
});
