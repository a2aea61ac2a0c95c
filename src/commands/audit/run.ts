/** `flexetl audit` at work: asks a destination what can be proved of its data, and prints it. */
import { auditBooks, emptyAudit } from '../../audit/audit.js';
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { logError } from '../../cli/log.js';
import { isNotMadeYet, readDestination } from '../../sinks/destinations.js';
import * as print from './print.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{ readonly to: string; readonly json: boolean }>,
): Promise<number> {
  const { settings, stdout, log } = call;
  guardPassword(call);
  const onWait = (sentence: string): void => log.info(sentence);
  // No figure depends on a time zone: days are dates as the broker wrote them.
  const found = (await isNotMadeYet(settings.to))
    ? emptyAudit(settings.to)
    : await readDestination(settings.to, 'UTC', { onWait }, auditBooks);
  await stdout.write(
    settings.json
      ? print.auditJson(found)
      : print.auditText(found, stdout.isTerminal ? stdout.columns : undefined),
  );
  const error = print.auditError(found);
  if (error === undefined) return 0;
  logError(log, error);
  return error.exitStatus;
}
