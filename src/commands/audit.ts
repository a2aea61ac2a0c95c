/** `flexetl audit`: proves the books of a destination from its own data, or names what does not tie. */
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { guardPassword } from '../cli/leak-guards.js';
import { DESTINATION_SETTING } from '../cli/load-settings.js';

export const audit = defineCommand({
  name: 'audit',
  summary: 'prove the books from the data itself, or name the day that does not tie',
  operands: '',
  settings: {
    ...DESTINATION_SETTING,
    json: flag('print one JSON document'),
  },
  examples: ['flexetl audit', 'flexetl audit --json --to duckdb:warehouse.duckdb'],
  epilogue:
    'Exit status 0 where all that can be proved ties, 65 where something does not. Where nothing\n' +
    'can be proved it is 0, too: the last line says so, and --json has "status":"nothing_proved".\n',
  async run(call) {
    const { settings, stdout, log } = call;
    await guardPassword(call);
    const [{ isNotMadeYet, openForReading, Reader }, { auditBooks, emptyAudit }, print] =
      await Promise.all([
        import('../sinks/sql/ledger/reader.js'),
        import('../audit/audit.js'),
        import('./audit/print.js'),
      ]);
    const found = await (async () => {
      if (isNotMadeYet(settings.to)) return emptyAudit(settings.to);
      // No figure depends on a zone: days are dates as the broker wrote them.
      const destination = await openForReading(settings.to, 'UTC');
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
    const { logError } = await import('../cli/log.js');
    logError(log, error);
    return error.exitStatus;
  },
});
