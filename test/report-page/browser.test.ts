/** The report in a real browser: quiet, accessible, as wide as a phone, sorted by the keyboard. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openWarehouse, section, statement } from '../views/warehouse.js';
import { faultsOf, NO_BROWSER, openPage, startBrowser } from './browser.js';
import { DEMO, hostileReport, pageOf } from './reports.js';

const LOOKS = [
  { width: 1280, scheme: 'light' },
  { width: 360, scheme: 'dark' },
] as const;

/** Of an account with gaps, possible holidays and a day that was restated. */
function gapped(day: string, pnl: string, generated: string): string {
  const sections = section('Trades', 'Trade', [
    {
      ...{ symbol: 'X', currency: 'USD', transactionID: day, reportDate: day },
      fifoPnlRealized: pnl,
    },
  ]);
  return statement({ account: 'U1000003', from: day, generated, sections });
}

const GAPS = [
  gapped('20240304', '1', '20240305;010000'),
  gapped('20240304', '2', '20240306;010000'),
  gapped('20240308', '-3', '20240309;010000'),
];

if (NO_BROWSER !== undefined) {
  it('is looked at by a browser', ({ skip }) => skip(NO_BROWSER));
}

describe.skipIf(NO_BROWSER !== undefined)('the report in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser();
  });
  afterAll(() => browser.close());

  it.each(LOOKS)('is quiet, accessible and narrow enough: %o', async (look) => {
    const warehouse = await openWarehouse('duckdb');
    await warehouse.load([DEMO, ...GAPS]);
    const text = await pageOf(warehouse);
    const { page, url, requests, complaints } = await openPage(browser, text, look);
    expect(await faultsOf(page)).toEqual([]);
    // Wider than all else is what is folded.
    await page.evaluate(
      `document.querySelectorAll('details').forEach((each) => { each.open = true; })`,
    );
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
  });

  it('shows hostile names as text', async () => {
    const warehouse = await openWarehouse('duckdb');
    await warehouse.load([hostileReport()]);
    const text = await pageOf(warehouse);
    const look = { width: 360, scheme: 'light' } as const;
    const { page, url, requests, complaints } = await openPage(browser, text, look);
    expect(await page.locator('img, iframe, object, [onerror]').count()).toBe(0);
    expect(await page.locator('script').count()).toBe(1);
    expect(await page.locator('main').textContent()).toContain('</script><img src=x onerror=');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    expect(requests).toEqual([url]);
    expect(complaints).toEqual([]);
    expect(await faultsOf(page)).toEqual([]);
  });

  it('sorts a table by the keyboard, numbers as numbers', async () => {
    const warehouse = await openWarehouse('duckdb');
    await warehouse.load([DEMO]);
    const look = { width: 1280, scheme: 'light' } as const;
    const { page } = await openPage(browser, await pageOf(warehouse), look);
    const table = page.getByRole('table', { name: 'Positions' });
    const column = (): Promise<string[]> =>
      table.locator('tbody tr td:nth-child(8)').allTextContents();
    const head = table.getByRole('columnheader', { name: 'Value' });
    await head.getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await column();
    const numbers = ascending.map((value) => Number(value.replaceAll(',', '').replace('−', '-')));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set(numbers).size).toBeGreaterThan(5);
    await page.keyboard.press('Space');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect(await column()).toEqual(ascending.toReversed());
    await table.getByRole('button', { name: 'Symbol' }).press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('none');
    expect(await page.locator('th[aria-sort=ascending]').allTextContents()).toEqual(['Symbol']);
  });

  it('goes on paper: black on white, tables at full width, within the page', async () => {
    const warehouse = await openWarehouse('duckdb');
    await warehouse.load([DEMO]);
    const look = { width: 700, scheme: 'dark' } as const;
    const { page } = await openPage(browser, await pageOf(warehouse), look);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const looks = `(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return [color, backgroundColor, document.documentElement.scrollWidth,
        getComputedStyle(document.querySelector('nav')).display];
    })()`;
    expect(await page.evaluate(looks)).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)', 700, 'none']);
    const pdf = await page.pdf({ format: 'A4', printBackground: false });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  });
});
