/** `flexetl fake-service`: a Flex Web Service on this machine, for testing pipelines. */
import { FlexError } from '../errors.js';
import { SCRIPT_HELP } from '../flex-service/fake/script-help.js';
import { jsonText, printable } from '../text/printable.js';
import { flag, integer, list, text } from '../cli/settings.js';
import { defineCommand } from '../cli/command.js';

const SETTINGS = {
  port: integer('N', 'port to listen at, on this machine only (default: any that is free)', {
    min: 0,
    max: 65_535,
  }),
  script: text('FILE', 'JSON list of faults, one for each call; see below'),
  token: list('TOKEN', 'accept only these tokens (default: any)'),
  generating: integer('N', 'say so often that a report is not ready yet (default: 1)', {
    min: 0,
    max: 1_000_000,
  }),
  throttle: flag('answer more than 1 request a second or 10 a minute with 1018'),
  json: flag('print the address as JSON also on a terminal'),
} as const;

const HELP = `Reports are the .xml and .xml.gz files of the directory, at any depth. A report answers
the query IDs that are names of its directories, and its queryName. Of several the
newest is sent; fd and td choose the one of these days, p one of so many days.

With FLEXETL_HASTY=1 in its environment, a client of this service (and of no other) keeps
no pace and pauses for nothing.
`;

export const fakeService = defineCommand({
  name: 'fake-service',
  summary: 'serve the reports of a directory as the Flex Web Service would, for tests',
  operands: '<DIR>',
  settings: SETTINGS,
  examples: [
    'flexetl fake-service archive/ --port 8080',
    'flexetl fake-service reports/ --script faults.json --token 123456',
  ],
  epilogue: `${HELP}\n${SCRIPT_HELP}`,
  async run(call) {
    const { settings, stdout, log, operands } = call;
    const [{ startFakeService }, { readScript }, { Interruption }, { registerSecret }] =
      await Promise.all([
        import('../flex-service/fake/server.js'),
        import('../flex-service/fake/script.js'),
        import('../cli/signals.js'),
        import('../text/redact.js'),
      ]);
    const { port, token: tokens, throttle, generating, script, logLevel } = settings;
    for (const token of tokens) registerSecret(token);
    // Its requests are what one wants to see, also where stderr is no terminal.
    if (logLevel === undefined) log.level = 'info';
    const interruption = new Interruption({ giveUp: () => process.exit(0) });
    const service = await startFakeService({
      folder: operands[0]!,
      throttle,
      log: (line) => log.info(line),
      ...(port === undefined ? {} : { port }),
      ...(generating === undefined ? {} : { generating }),
      ...(tokens.length === 0 ? {} : { tokens }),
      ...(script === undefined ? {} : { script: await readScript(script) }),
    }).catch((thrown: unknown) => {
      throw portError(thrown, port);
    });
    const { url, reports } = service;
    const queries = [...new Set(reports.flatMap((report) => [...report.queries]))].sort();
    await stdout.write(
      settings.json || !stdout.isTerminal
        ? `${jsonText({ schema: 'flexetl/fake-service@1', url, reports: reports.length, queries })}\n`
        : `Serving ${reports.length} reports of the queries ${printable(queries.join(', '))} at ${url}\n`,
    );
    await new Promise((signalled) => {
      interruption.signal.addEventListener('abort', signalled);
      if (interruption.signal.aborted) signalled(undefined);
    });
    await service.stop();
    interruption.end();
    return 0;
  },
});

function portError(thrown: unknown, port: number | undefined): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return thrown;
  const why = code === 'EACCES' ? 'may not be used' : 'is in use';
  return new FlexError('FLEX_CONFIG', `The port ${port} ${why}.`, {
    advice: 'Choose another --port, or leave it away for any that is free.',
  });
}
