import { describe, expect, it } from 'vitest';
import { assertLoaded, load } from '../../../../src/library/load.js';
import { openForReading } from '../../../../src/sinks/destinations.js';
import { Reader } from '../../../../src/sinks/sql/ledger/reader.js';
import { readStatus, type Status } from '../../../../src/sinks/sql/ledger/status.js';
import {
  ENGINES,
  openWarehouse,
  section,
  statement,
  type Warehouse,
} from '../../../views/warehouse.js';

async function statusOf({ dest }: Pick<Warehouse, 'dest'>): Promise<Status> {
  const destination = await openForReading(dest, 'UTC');
  try {
    return await readStatus(new Reader(destination));
  } finally {
    await destination.close();
  }
}

const day = (date: string, account: string, quantity = '1', more = ''): string =>
  statement({
    from: date,
    account,
    sections:
      section('Trades', 'Trade', [
        { transactionID: date, reportDate: date, quantity, brandNew: 'x' },
      ]) + more,
  });

describe.each(ENGINES)('the status of %s', (engine) => {
  it('is what the ledger says', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([day('20240304', 'U1000001'), day('20240306', 'U1000001')]);
    await warehouse.load([
      day('20240305', 'U1000002', 'many', '<NewSection><Row a="1"/></NewSection>'),
    ]);
    const status = await statusOf(warehouse);
    expect(status).toMatchObject({
      schema: 'flexetl/status@1',
      ledger: true,
      // Three trades, three statements, and a row of the section that is new.
      loads: { inputs: 3, statements: 3, rows: 7 },
      lastLoad: {
        input: 'bytes',
        mode: 'merge',
        asQuery: null,
        problems: 1,
        rows: 3,
        tables: {
          trades: { parsed: 1, inserted: 1, updated: 0, unchanged: 0, overruled: 0, deleted: 0 },
        },
      },
      withoutWindow: [],
      problems: {
        count: 1,
        newest: [
          {
            input: 'bytes',
            line: 5,
            section: 'Trades',
            element: 'Trade',
            attribute: 'quantity',
            table: 'trades',
            literal: 'many',
          },
        ],
      },
      drift: [
        { kind: 'attribute', name: 'Trade@brandNew', seen: 3, inputs: 3 },
        { kind: 'section', name: 'NewSection/Row', seen: 1, inputs: 1 },
        { kind: 'section', name: 'NewSection', seen: 0, inputs: 1 },
      ],
    });
    expect(status.lastLoad!.startedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.?\d*\+00:00$/);
    expect(status.coverage).toMatchObject([
      {
        account: 'U1000001',
        query: 'Daily',
        first: '2024-03-04',
        last: '2024-03-06',
        days: 2,
        gaps: [{ from: '2024-03-05', kind: 'missing' }],
      },
      { account: 'U1000002', query: 'Daily', first: '2024-03-05', days: 1, gaps: [] },
    ]);
  });

  it('counts a load that was done over once, and statements without dates apart', async () => {
    const warehouse = await openWarehouse(engine);
    const odd = day('20240304', 'U1000001', 'many');
    await warehouse.load([odd]);
    await warehouse.load([odd], { force: true });
    const undated = day('20240304', 'U1000003').replace(
      'fromDate="20240304" toDate="20240304" ',
      '',
    );
    await warehouse.load([undated]);
    expect(await statusOf(warehouse)).toMatchObject({
      loads: { inputs: 2, statements: 2 },
      problems: { count: 1, newest: [{ literal: 'many' }] },
      drift: [{ name: 'Trade@brandNew', seen: 2, inputs: 2 }],
      coverage: [{ account: 'U1000001', days: 1 }],
      withoutWindow: [{ account: 'U1000003', query: 'Daily', statements: 1 }],
    });
  });

  it('is refused where a newer flexetl has made the ledger', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([day('20240304', 'U1000001')]);
    await warehouse.change(
      `INSERT INTO ${warehouse.prefix}flexetl_migrations VALUES (999, CURRENT_TIMESTAMP)`,
    );
    await expect(statusOf(warehouse)).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      message: expect.stringMatching(/The ledger of .* has version 999; /) as string,
      advice: expect.stringMatching(/newer/) as string,
    });
  });

  it('says that the ledger was altered, and not that the SQL is wrong', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([day('20240304', 'U1000001')]);
    await warehouse.change(`ALTER TABLE ${warehouse.prefix}flexetl_drift RENAME COLUMN seen TO n`);
    await expect(statusOf(warehouse)).rejects.toMatchObject({
      code: 'FLEX_DEST_ALTERED',
      message: expect.stringMatching(/ledger cannot be read: .*seen/) as string,
      advice: expect.not.stringMatching(/SQL/) as string,
    });
  });

  it('names the newest ten problems, those of the newest load first', async () => {
    const warehouse = await openWarehouse(engine);
    const many = statement({
      from: '20240304',
      sections: section(
        'Trades',
        'Trade',
        Array.from({ length: 12 }, (_, index) => ({
          quantity: `a${index}`,
          reportDate: '20240304',
        })),
      ),
    });
    await warehouse.load([many]);
    await warehouse.load([day('20240305', 'U1000001', 'last')]);
    const { problems } = await statusOf(warehouse);
    expect(problems.count).toBe(13);
    expect(problems.newest.map(({ literal }) => literal)).toEqual([
      'last',
      ...Array.from({ length: 9 }, (_, index) => `a${index}`),
    ]);
  });
});

describe('the status of Postgres', () => {
  it.each(['$$', '$&', `o'"brien`, 'a;b', 'back\\slash'])(
    'is read of a schema with the name %s',
    async (name) => {
      const { dest } = await openWarehouse('postgres');
      const schema = { dest: `${dest}?schema=${encodeURIComponent(name)}` };
      assertLoaded(
        await load({ source: Buffer.from(day('20240304', 'U1000001')), sink: schema.dest }),
      );
      const status = await statusOf(schema);
      expect(status.loads).toMatchObject({ inputs: 1 });
      const reading = await openForReading(schema.dest, 'UTC');
      const reader = new Reader(reading);
      const views = await reader.rows(`SELECT quantity FROM ${reader.schema}.trades_net`);
      await reading.close();
      expect(views).toEqual([{ quantity: '1' }]);
    },
  );

  it('is empty where nothing was loaded', async () => {
    const warehouse = await openWarehouse('postgres');
    expect(await statusOf(warehouse)).toMatchObject({
      ledger: false,
      lastLoad: null,
      coverage: [],
      problems: { count: 0, newest: [] },
    });
  });
});
