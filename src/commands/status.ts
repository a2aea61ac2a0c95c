/** `flexetl status`: what the ledger of a destination says. */
import { jsonText } from '../text/printable.js';
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { guardPassword } from '../cli/leak-guards.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../cli/load-settings.js';

export const status = defineCommand({
  name: 'status',
  summary: 'tell what was loaded: the last load, days covered, gaps, problems',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    json: flag('print one JSON document'),
    timezone: { ...TIME_SETTINGS.timezone, summary: 'zone in which times are shown' },
  },
  examples: ['flexetl status', 'flexetl status --json --to duckdb:warehouse.duckdb'],
  async run(call) {
    const { settings, stdout } = call;
    await guardPassword(call);
    const [{ isNotMadeYet, openForReading, Reader }, { emptyStatus, readStatus }] =
      await Promise.all([import('../sinks/sql/ledger/reader.js'), import('../sinks/sql/ledger/status.js')]);
    const found = await (async () => {
      if (isNotMadeYet(settings.to)) return emptyStatus(settings.to);
      const destination = await openForReading(settings.to, settings.timezone);
      try {
        return await readStatus(new Reader(destination));
      } finally {
        await destination.close();
      }
    })();
    const { concealAll } = await import('../text/redact.js');
    const { statusText } = await import('./status/print.js');
    await stdout.write(
      settings.json
        ? `${jsonText(concealAll(found))}\n`
        : statusText(found, stdout.isTerminal ? stdout.columns : undefined),
    );
    return 0;
  },
});
