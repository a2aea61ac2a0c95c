/**
 * What a command sees of the process it runs in: stdout, stderr, the log, the
 * catalogue it was given. The only place, beside
 * signals.ts, that touches the process's streams.
 */
import type { Catalog } from '../catalog/catalog.js';
import type { FlexError } from '../errors.js';
import type { GlobalValues, LogLevel } from './general-settings.js';
import { paintOf } from '../text/paint.js';
import { createLog, type Logger } from './log.js';
import { type Output, standardOutput, standardError } from './output.js';

export interface CommandContext {
  readonly log: Logger;
  readonly stdout: Output;
  /** For what is neither log nor result: the progress line, a summary beside rows. */
  readonly stderr: Output;
  /** Called before the log writes, so that a progress line can be erased. */
  readonly beforeLog: { call: () => void };
  /** Called with every line of the log, also those below its level. */
  readonly onLine: { call: (level: LogLevel, message: string) => void };
  /** Reports a crash outside the command's own error handling. */
  readonly lastWords: { call: (error: FlexError) => Promise<void> };
  /** Reads the catalogue, including the files of --schemas. */
  catalog(): Promise<Catalog>;
}

/** @param values log level and format, and the schema files */
export function openContext(values: Partial<GlobalValues>): CommandContext {
  const stderr = standardError();
  const beforeLog = { call: (): void => undefined };
  const onLine = { call: (): void => undefined } as CommandContext['onLine'];
  const log = createLog({
    level: values.logLevel,
    format: values.logFormat,
    terminal: stderr.isTerminal,
    columns: () => stderr.columns,
    paint: paintOf(stderr.hasColours),
    write: (line) => {
      beforeLog.call();
      stderr.writeNow(line);
    },
    hear: (level, message) => onLine.call(level, message),
  });
  return {
    log,
    stdout: standardOutput(),
    stderr,
    beforeLog,
    onLine,
    lastWords: { call: () => Promise.resolve() },
    catalog: async () => {
      const { Catalog } = await import('../catalog/catalog.js');
      return Catalog.load({ overlay: values.schemas });
    },
  };
}
