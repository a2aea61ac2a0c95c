/** The dates of views where a warehouse was loaded in several zones; one zone at a time is in fixtures/loads. */
import { describe, expect, it } from 'vitest';
import { ENGINES, openWarehouse, section, statement } from './warehouse.js';

const paid = (account: string, id: string): string =>
  statement({
    account,
    from: '20250601',
    to: '20250630',
    sections: section('CashTransactions', 'CashTransaction', [
      {
        currency: 'EUR',
        symbol: 'ALFA',
        dateTime: '20250602',
        amount: '1',
        type: 'Dividends',
        transactionID: id,
      },
    ]),
  });

describe.each(ENGINES)('dates of views in %s', (engine) => {
  const days = 'SELECT day FROM dividends_net ORDER BY account_id';

  it('are those that the broker wrote, whatever zones the loads had', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([paid('U1000001', '1')], { timezone: 'Asia/Tokyo' });
    await warehouse.load([paid('U1000002', '2')], { timezone: 'Europe/Zurich' });
    await warehouse.load([paid('U1000003', '3')]);
    expect(await warehouse.rows(days)).toEqual([['2025-06-02'], ['2025-06-02'], ['2025-06-02']]);
    // Read again in another zone, the same.
    await warehouse.load([paid('U1000001', '1')], { timezone: 'Pacific/Auckland' });
    await warehouse.load([paid('U1000002', '2')], { timezone: 'America/Los_Angeles', force: true });
    expect(await warehouse.rows(days)).toEqual([['2025-06-02'], ['2025-06-02'], ['2025-06-02']]);
  });

  it('are so where the same statement stands beside itself in another zone', async () => {
    const warehouse = await openWarehouse(engine);
    await warehouse.load([paid('U1000001', '1')], { timezone: 'Asia/Tokyo' });
    await warehouse.load([paid('U1000001', '1')], { timezone: 'Europe/Zurich', mode: 'append' });
    expect(
      await warehouse.rows('SELECT report_date, movements FROM cash_by_currency_and_day'),
    ).toEqual([['2025-06-02', '2']]);
  });
});
