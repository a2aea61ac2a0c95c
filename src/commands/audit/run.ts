/** `flexetl audit` at work: asks a destination what can be proved of its data, and prints it. */
import { auditBooks, emptyAudit } from '../../audit/audit.js';
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { logError } from '../../cli/log.js';
import { isNotMadeYet, openForReading } from '../../sinks/destinations.js';
import { Reader } from '../../sinks/sql/ledger/reader.js';
import * as print from './print.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{ readonly to: string; readonly json: boolean }>,
): Promise<number> {
  const { settings, stdout, log } = call;
  guardPassword(call);
  const found = await (async () => {
    if (await isNotMadeYet(settings.to)) return emptyAudit(settings.to);
    // No figure depends on a time zone: days are dates as the broker wrote them.
    const destination = await openForReading(settings.to, 'UTC', {
      onWait: (sentence: string) => call.log.info(sentence),
    });
    try {
      return await auditBooks(new Reader(destination));
    } finally {
      await destination.close();
    }
  })();
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
