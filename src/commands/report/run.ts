/** `flexetl report` at work: reads a destination, and writes the page. */
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { reportPage } from '../../report-page/report-page.js';
import { readDestination } from '../../sinks/destinations.js';
import { VERSION } from '../../version.js';
import { mustBeReport, writeReport } from './output-file.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{ readonly to: string; readonly out: string }>,
): Promise<number> {
  const { settings, stdout, log } = call;
  const { to, out } = settings;
  guardPassword(call);
  // Before any question is asked: on a large database they take a while.
  if (out !== '-') await mustBeReport(out);
  const making = { now: new Date(), version: VERSION };
  const onWait = (sentence: string): void => log.info(sentence);
  // No figure depends on a time zone: days are dates as the broker wrote them.
  const page = await readDestination(to, 'UTC', { onWait }, (reader) => reportPage(reader, making));
  if (out === '-') await stdout.write(page);
  else {
    await writeReport(out, page);
    log.info({ path: out, bytes: Buffer.byteLength(page) }, `The report is ${out}.`);
  }
  return 0;
}
