/** `flexetl fake-service` at work: serves reports until a signal comes. */
import type { CallWith } from '../../cli/command.js';
import { Interruption } from '../../cli/signals.js';
import { FlexError } from '../../errors.js';
import { readScript } from '../../flex-service/fake/script.js';
import { startFakeService } from '../../flex-service/fake/server.js';
import { plural } from '../../text/numbers.js';
import { jsonText, printable } from '../../text/printable.js';
import { registerSecret } from '../../text/redact.js';

interface FakeServiceValues {
  readonly port: number | undefined;
  readonly script: string | undefined;
  readonly token: readonly string[];
  readonly generating: number | undefined;
  readonly throttle: boolean;
  readonly rebase: boolean;
  readonly json: boolean;
}

/** @returns the exit status */
export async function run(call: CallWith<FakeServiceValues>): Promise<number> {
  const { settings, stdout, log, operands } = call;
  const { port, token: tokens, throttle, rebase, generating, script, logLevel } = settings;
  for (const token of tokens) registerSecret(token);
  // The request log is the point of this command, even when stderr is no terminal.
  if (logLevel === undefined) log.level = 'info';
  const interruption = new Interruption({ giveUp: () => process.exit(0) });
  const service = await startFakeService({
    folder: operands[0]!,
    throttle,
    rebase,
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
  const anyNumber = reports.some((report) => report.anyNumber);
  const told = { schema: 'flexetl/fake-service@1', url, reports: reports.length, queries };
  const named = `${printable(queries.join(', '))}${anyNumber ? ' and any number' : ''}`;
  await stdout.write(
    settings.json || !stdout.isTerminal
      ? `${jsonText({ ...told, anyNumber })}\n`
      : `Serving ${plural(reports.length, 'report')} for query IDs ${named} at ${url}\n`,
  );
  await new Promise((signalled) => {
    interruption.signal.addEventListener('abort', signalled);
    if (interruption.signal.aborted) signalled(undefined);
  });
  await service.stop();
  interruption.end();
  return 0;
}

function portError(thrown: unknown, port: number | undefined): unknown {
  const { code } = thrown as NodeJS.ErrnoException;
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return thrown;
  const why = code === 'EACCES' ? 'may not be used' : 'is in use';
  return new FlexError('FLEX_CONFIG', `The port ${port} ${why}.`, {
    advice: 'Choose another --port, or omit it to use any free port.',
  });
}
