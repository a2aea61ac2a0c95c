/** `flexetl inspect`: what is inside of reports. Writes nothing. */
import { asFlexError } from '../errors.js';
import { flag } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';
import { TIME_SETTINGS } from '../cli/load-settings.js';

export const inspect = defineCommand({
  name: 'inspect',
  summary: 'show what is inside of Flex reports: accounts, windows, sections, oddities',
  operands: '<INPUT...>',
  settings: { ...TIME_SETTINGS, json: flag('print one JSON document') },
  examples: ['flexetl inspect statement.xml', 'flexetl inspect archive/ --json'],
  async run(call) {
    const { operands, settings, stdout, log } = call;
    const [{ inspectInput }, { expandInputs, isSource }, { describeInspection }, print] =
      await Promise.all([
        import('../pipeline/load-input.js'),
        import('../sources/inputs.js'),
        import('./inspect/document.js'),
        import('./inspect/print.js'),
      ]);
    const { logError } = await import('../cli/log.js');
    const { overallError } = await import('../summary/summary.js');
    const catalog = await call.catalog();
    const failures = [];
    const document = settings.json ? new print.JsonDocument(stdout) : new print.Text(stdout);
    for (const input of await expandInputs(operands)) {
      const { name } = input;
      let told: Parameters<typeof document.add>[0];
      try {
        if (!isSource(input)) throw input.error;
        const { timezone, dateOrder } = settings;
        const options = { catalog, timezone, dateOrder, loadId: '', strict: false };
        const found = await inspectInput(input, options);
        told = describeInspection(name, catalog, dateOrder, found);
      } catch (thrown) {
        const error = asFlexError(thrown).within({ file: name });
        failures.push({ name, status: 'failed' as const, error });
        if (!stdout.isTerminal) logError(log, error);
        told = { name, error };
      } finally {
        if (isSource(input)) await input.close();
      }
      await document.add(told);
    }
    await document.end();
    const error = overallError({ outcomes: failures, notAttempted: [], error: undefined });
    return error?.exitStatus ?? 0;
  },
});
