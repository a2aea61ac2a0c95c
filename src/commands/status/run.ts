/** `flexetl status` at work: asks the ledger, and prints what it says. */
import { answerForm } from '../../cli/answer-form.js';
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { logError } from '../../cli/log.js';
import { isNotMadeYet, readDestination } from '../../sinks/destinations.js';
import { emptyStatus, readStatus } from '../../sinks/sql/ledger/status.js';
import { jsonText } from '../../text/printable.js';
import { redactAll } from '../../text/redact.js';
import { dayInNewYork } from '../../time/days.js';
import { freshnessError, freshnessOf } from './freshness.js';
import { coverageCsv, statusText } from './print.js';

type StatusCall = CallWith<{
  readonly to: string;
  readonly json: boolean;
  readonly csv: boolean;
  readonly timezone: string;
  readonly maxAge: number | undefined;
}>;

/** @returns the exit status */
export async function run(call: StatusCall): Promise<number> {
  const { settings, stdout, log } = call;
  const form = answerForm(call);
  guardPassword(call);
  const onWait = (sentence: string): void => log.info(sentence);
  const status = (await isNotMadeYet(settings.to))
    ? emptyStatus(settings.to)
    : await readDestination(settings.to, settings.timezone, { onWait }, readStatus);
  const { maxAge } = settings;
  const freshness =
    maxAge === undefined ? undefined : freshnessOf(status, maxAge, dayInNewYork(new Date()));
  const found = freshness === undefined ? status : { ...status, freshness };
  await stdout.write(
    {
      json: () => `${jsonText(redactAll(found))}\n`,
      csv: () => coverageCsv(found),
      text: () => statusText(found, stdout.isTerminal ? stdout.columns : undefined),
    }[form](),
  );
  const error = freshness === undefined ? undefined : freshnessError(status.destination, freshness);
  if (error === undefined) return 0;
  logError(log, error);
  return error.exitStatus;
}
