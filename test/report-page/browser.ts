/**
 * A real browser for the tests of the report: Chromium, as test/report-page/install-browser.sh
 * installs it. It is driven from outside, so the policy of the page holds for the page alone.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type axe from 'axe-core';
import { chromium, type Browser, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const PROGRAM = (process.env['PATH'] ?? '')
  .split(delimiter)
  .flatMap((folder) => NAMES.map((name) => join(folder, name)))
  .find(existsSync);

/** Why there are no tests with a browser; undefined where there are. */
export const NO_BROWSER =
  PROGRAM === undefined
    ? 'Chromium is not installed: run test/report-page/install-browser.sh'
    : undefined;

export interface Look {
  /** Pixels of the window. */
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

/** A page, and all that it has asked for and complained of. */
export interface Opened {
  readonly page: Page;
  readonly url: string;
  readonly requests: readonly string[];
  /** Messages of the console, errors of scripts. */
  readonly complaints: readonly string[];
}

export async function startBrowser(): Promise<Browser> {
  if (PROGRAM === undefined) throw new Error(NO_BROWSER);
  // Root cannot have the sandbox of Chromium; the page is ours.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({ executablePath: PROGRAM, args });
}

/** Opens a report from a file, for the test in hand. */
export async function openPage(browser: Browser, text: string, look: Look): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), 'flexetl-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'report.html');
  writeFileSync(path, text);
  const url = pathToFileURL(path).href;
  const page = await browser.newPage({
    viewport: { width: look.width, height: 800 },
    colorScheme: look.scheme,
  });
  onTestFinished(() => page.close());
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('dialog', (dialog) => {
    complaints.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.goto(url);
  return { page, url, requests, complaints };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds fault with, a line each: rule and element. */
export async function faultsOf(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: typeof axe }).axe.run(),
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html.slice(0, 120)} ${failureSummary}`),
  );
}
