/**
 * `--metrics-file`: where metrics go, and asking the destination which days it covers. What is in
 * the file is summary/metrics.ts.
 */
import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { asFlexError } from '../errors.js';
import { isNotMadeYet, parseDestination, readDestination } from '../sinks/destinations.js';
import { coverageOf, type Coverage } from '../sinks/sql/ledger/gaps.js';
import { readWindows } from '../sinks/sql/ledger/status.js';
import { metricsText } from '../summary/metrics.js';
import type { Summary } from '../summary/summary.js';
import { replaceFile, unlessMissing } from './deliver-summary.js';
import type { Logger } from './log.js';

/**
 * Writes the metrics; a reader sees the old file or the new one, whole. Never throws: the work is
 * done, and an unwritable file must not make it look undone.
 * @param coverage undefined where the destination was not asked
 */
export function writeMetricsFile(
  path: string,
  summary: Summary,
  coverage: readonly Coverage[] | undefined,
  log: Logger,
): void {
  try {
    const before = unlessMissing(() => readFileSync(path, 'utf8')) ?? '';
    const file = basename(path, extname(path));
    replaceFile(path, metricsText(summary, { file, now: Date.now(), before, coverage }));
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    log.error({ path }, `The metrics could not be written to ${path}: ${reason}.`);
  }
}

/**
 * The days that a destination covers. Never throws.
 * @returns undefined where it has no ledger, or cannot be asked
 */
export async function coverageAt(
  to: string,
  log: Logger,
): Promise<readonly Coverage[] | undefined> {
  if (!parseDestination(to).kind.hasLedger) return undefined;
  try {
    if (await isNotMadeYet(to)) return undefined;
    return await readDestination(to, 'UTC', {}, async (reader) =>
      (await reader.hasLedger()) ? coverageOf((await readWindows(reader)).windows) : [],
    );
  } catch (thrown) {
    const { message } = asFlexError(thrown);
    log.warn(`The metrics lack the days covered, which could not be read: ${message}`);
    return undefined;
  }
}
