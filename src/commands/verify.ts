/** `flexetl verify`: proves that a destination holds what files say, or names what differs. */
import { defineCommand } from '../cli/command.js';
import { guardPassword } from '../cli/leak-guards.js';
import { VERIFYING_SETTINGS } from './verify/settings.js';

export const verify = defineCommand({
  name: 'verify',
  summary: 'compare a destination with the files it was loaded from, row by row',
  operands: '<INPUT...>',
  settings: VERIFYING_SETTINGS,
  examples: [
    'flexetl verify archive/',
    'flexetl verify statement.xml --json --to duckdb:warehouse.duckdb',
  ],
  async run(call) {
    const { operands, settings, stdout, log } = call;
    await guardPassword(call);
    const [{ Interruption, unlessAborted }, { expandInputs }, { Comparing }, print] =
      await Promise.all([
        import('../cli/signals.js'),
        import('../sources/inputs.js'),
        import('./verify/compare.js'),
        import('./verify/print.js'),
      ]);
    const { logError } = await import('../cli/log.js');
    const interruption = new Interruption({
      giveUp: (reason) => {
        logError(log, reason);
        process.exit(reason.exitStatus);
      },
    });
    const inputs = await unlessAborted(expandInputs(operands), interruption.signal);
    const comparing = new Comparing(call, interruption.signal);
    const found = await comparing.compare(inputs);
    interruption.end();
    await stdout.write(
      settings.json ? print.verificationJson(found) : print.verificationText(found),
    );
    const error = comparing.error();
    if (error !== undefined && !comparing.told(error)) logError(log, error);
    return error?.exitStatus ?? 0;
  },
});
