/** `flexetl status` at work: asks the ledger, and prints what it says. */
import type { CallWith } from '../../cli/command.js';
import { guardPassword } from '../../cli/leak-guards.js';
import { isNotMadeYet, openForReading } from '../../sinks/destinations.js';
import { Reader } from '../../sinks/sql/ledger/reader.js';
import { emptyStatus, readStatus } from '../../sinks/sql/ledger/status.js';
import { jsonText } from '../../text/printable.js';
import { redactAll } from '../../text/redact.js';
import { statusText } from './print.js';

/** @returns the exit status */
export async function run(
  call: CallWith<{ readonly to: string; readonly json: boolean; readonly timezone: string }>,
): Promise<number> {
  const { settings, stdout } = call;
  guardPassword(call);
  const found = await (async () => {
    if (isNotMadeYet(settings.to)) return emptyStatus(settings.to);
    const destination = await openForReading(settings.to, settings.timezone, {
      onWait: (sentence: string) => call.log.info(sentence),
    });
    try {
      return await readStatus(new Reader(destination));
    } finally {
      await destination.close();
    }
  })();
  await stdout.write(
    settings.json
      ? `${jsonText(redactAll(found))}\n`
      : statusText(found, stdout.isTerminal ? stdout.columns : undefined),
  );
  return 0;
}
