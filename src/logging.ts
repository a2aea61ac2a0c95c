/**
 * The log: lines on stderr, written before the call returns, without secrets.
 * What is logged, and when, is decided by the commands.
 */
import { pino, type Logger } from 'pino';
import { conceal, concealAll } from './conceal.js';
import type { FlexError } from './errors.js';
import { oneLine, printable } from './printable.js';

export type { Logger } from 'pino';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

export const LOG_FORMATS = ['pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export interface LogOptions {
  /** Default: info on a terminal; elsewhere warn, because some schedulers do not drain stderr. */
  readonly level?: LogLevel | undefined;
  /** Default: pretty on a terminal, JSON lines elsewhere. */
  readonly format?: LogFormat | undefined;
  readonly terminal: boolean;
  /** Takes one line with its line end, and has written it when it returns. */
  readonly write: (line: string) => void;
}

/** A log whose messages and fields are concealed before they are written. */
export function createLog({ level, format, terminal, write }: LogOptions): Logger {
  const pretty = (format ?? (terminal ? 'pretty' : 'json')) === 'pretty';
  return pino(
    {
      level: level ?? (terminal ? 'info' : 'warn'),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => concealAll(fields) as Record<string, unknown>,
      },
      hooks: {
        logMethod(parts, method) {
          const open = parts.map((part: unknown) =>
            typeof part === 'string' ? conceal(part) : part,
          );
          method.apply(this, open as typeof parts);
        },
      },
    },
    { write: (line: string) => write(pretty ? prettyLine(line) : line) },
  );
}

/** Logs an error as one line; its code and place are fields. The stack is for debugging only. */
export function logError(log: Logger, error: FlexError): void {
  const fields = { code: error.code, retry: error.retry, ...error.at };
  if (log.isLevelEnabled('debug'))
    log.error({ ...fields, stack: stackOf(error) }, error.describe());
  else log.error(fields, oneLine(error.describe()));
}

/** The stack of an error and of what caused it. */
export function stackOf(error: Error): string {
  const { stack, message, cause } = error;
  const own = stack ?? message;
  return cause instanceof Error ? `${own}\ncaused by: ${stackOf(cause)}` : own;
}

/** A JSON line as a person reads it. The message says it all: fields are for machines. */
export function prettyLine(line: string): string {
  const { level, msg, stack } = JSON.parse(line) as Record<string, unknown>;
  const message = typeof msg === 'string' ? printable(msg) : '';
  const trace = typeof stack === 'string' ? `\n${stack}` : '';
  return `${String(level).padEnd(5)} ${message}${trace}\n`;
}
