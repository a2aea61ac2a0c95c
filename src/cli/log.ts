/**
 * The log: lines on stderr, written before the call returns, without secrets.
 * What is logged, and when, is decided by the commands.
 */
import { pino, type Logger } from 'pino';
import type { LogFormat, LogLevel } from './general-settings.js';
import { FlexError } from '../errors.js';
import { PLAIN, type Paint } from '../text/paint.js';
import {
  beginning,
  escapeJson,
  MESSAGE_KEPT,
  oneLine,
  printable,
  printableLines,
} from '../text/printable.js';
import { redact, redactAll } from '../text/redact.js';
import { wrap } from '../text/wrap.js';

export type { Logger } from 'pino';

export interface LogOptions {
  /** Default: info on a terminal; elsewhere warn, because some schedulers do not drain stderr. */
  readonly level?: LogLevel | undefined;
  /** Default: pretty on a terminal, JSON lines elsewhere. */
  readonly format?: LogFormat | undefined;
  readonly terminal: boolean;
  /** Of the terminal, asked for each line: its window can be made wider. */
  readonly columns?: () => number;
  readonly paint?: Paint;
  /** Takes one line with its line end, and has written it when it returns. */
  readonly write: (line: string) => void;
}

/** The advice of an error stands behind its message, and is not to be cut with it. */
const LINE_KEPT = 2 * MESSAGE_KEPT;

/** A log whose messages and fields are concealed and bounded before they are written. */
export function createLog(options: LogOptions): Logger {
  const { level, format, terminal, write, paint = PLAIN } = options;
  const pretty = (format ?? (terminal ? 'pretty' : 'json')) === 'pretty';
  return pino(
    {
      level: level ?? (terminal ? 'info' : 'warn'),
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => shortFields(redactAll(fields) as Record<string, unknown>),
      },
      hooks: {
        logMethod(parts, method) {
          const open = parts.map((part: unknown) =>
            typeof part === 'string' ? beginning(redact(part), LINE_KEPT) : part,
          );
          method.apply(this, open as typeof parts);
        },
      },
    },
    {
      write: (line: string) =>
        write(
          pretty
            ? prettyLine(line, { paint, width: terminal ? options.columns?.() : undefined })
            : escapeJson(line),
        ),
    },
  );
}

/** Logs an error as one line; its code and place are fields. The stack is for debugging only. */
export function logError(log: Logger, error: FlexError): void {
  const fields = { code: error.code, retry: error.retry, ...error.at };
  // Concealed before it is cut: half a secret would not be found.
  const said = error.with({ message: beginning(redact(error.message)) }).describe();
  if (log.isLevelEnabled('debug')) log.error({ ...fields, stack: stackOf(error) }, said);
  else log.error(fields, oneLine(said));
}

/** Names of files and attributes may be long, too. The stack is for debugging, and stays whole. */
function shortFields(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'stack' ? beginning(value) : value,
    ]),
  );
}

/** The stack of an error and of what caused it. */
export function stackOf(error: Error): string {
  const { stack, message, cause } = error;
  const own = stack ?? message;
  return cause instanceof Error ? `${own}\ncaused by: ${stackOf(cause)}` : own;
}

/** Characters before a message, and blanks before the lines that it goes on in. */
const LABEL = 6;

/**
 * A JSON line as a person reads it. The message says it all: fields are for machines.
 * @param width of the terminal; undefined: the message stays on one line
 */
export function prettyLine(
  line: string,
  { paint = PLAIN, width }: { paint?: Paint; width?: number | undefined } = {},
): string {
  const { level, msg, stack } = JSON.parse(line) as Record<string, unknown>;
  const label = String(level).padEnd(LABEL - 1);
  const message = typeof msg === 'string' ? printable(msg) : '';
  const indent = ' '.repeat(LABEL);
  const lines = width === undefined ? [message] : wrap(message, width, indent);
  const trace = typeof stack === 'string' ? `\n${printableLines(stack)}` : '';
  return `${paintLabel(label, level, paint)} ${lines.join('\n')}${trace}\n`;
}

function paintLabel(label: string, level: unknown, paint: Paint): string {
  if (level === 'error' || level === 'fatal') return paint.bad(label);
  return level === 'warn' ? paint.caution(label) : label;
}
