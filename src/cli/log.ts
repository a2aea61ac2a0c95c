/**
 * The log: lines on stderr, written before the call returns, without secrets.
 * What is logged, and when, is decided by the commands.
 */
import { LOG_LEVELS, type LogFormat, type LogLevel } from './general-settings.js';
import { FlexError } from '../errors.js';
import { PLAIN, type Paint } from '../text/paint.js';
import {
  beginning,
  jsonText,
  MESSAGE_KEPT,
  oneLine,
  printable,
  printableLines,
} from '../text/printable.js';
import { redact, redactAll } from '../text/redact.js';
import { wrap } from '../text/wrap.js';

export interface LogOptions {
  /** Default: info on a terminal; elsewhere warn, because some schedulers do not drain stderr. */
  readonly level?: LogLevel | undefined;
  /** Default: pretty on a terminal, JSON lines elsewhere. */
  readonly format?: LogFormat | undefined;
  readonly terminal: boolean;
  /** Width of the terminal, read for each line because a window can be resized. */
  readonly columns?: () => number;
  readonly paint?: Paint;
  /** Writes one line, line end included, before it returns. */
  readonly write: (line: string) => void;
  /** Hears of every line, whatever the level, without secrets. */
  readonly hear?: (level: LogLevel, message: string) => void;
}

/** Room for the advice that follows the message of an error. */
const LINE_KEPT = 2 * MESSAGE_KEPT;

type Fields = Readonly<Record<string, unknown>>;

interface LogMethod {
  (message: string): void;
  (fields: Fields, message: string): void;
}

/** One method for each level; lines below the log's level are dropped. */
export interface Logger {
  level: LogLevel;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  isLevelEnabled(level: LogLevel): boolean;
}

/** A log that redacts and truncates messages and fields before they are written. */
export function createLog(options: LogOptions): Logger {
  const { format, terminal, write, paint = PLAIN } = options;
  const pretty = (format ?? (terminal ? 'pretty' : 'json')) === 'pretty';
  const at =
    (level: LogLevel): LogMethod =>
    (...given: [string] | [Fields, string]): void => {
      const [fields, message] = given.length === 1 ? [{}, given[0]] : given;
      options.hear?.(level, beginning(redact(message), LINE_KEPT));
      if (!log.isLevelEnabled(level)) return;
      const line = jsonLine(level, fields, message);
      const width = terminal ? options.columns?.() : undefined;
      write(pretty ? prettyLine(line, { paint, width }) : line);
    };
  const log: Logger = {
    level: options.level ?? (terminal ? 'info' : 'warn'),
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    isLevelEnabled: (level) => LOG_LEVELS.indexOf(level) >= LOG_LEVELS.indexOf(log.level),
  };
  return log;
}

function jsonLine(level: LogLevel, fields: Fields, message: string): string {
  const line = {
    level,
    time: new Date().toISOString(),
    ...shortFields(redactAll(fields) as Fields),
    msg: beginning(redact(message), LINE_KEPT),
  };
  return `${jsonText(line)}\n`;
}

/** Logs an error as one line, with code and position as fields. The stack is for debugging only. */
export function logError(log: Logger, error: FlexError): void {
  const fields = { code: error.code, retry: error.retry, ...error.at };
  // Redacted before it is cut: half a secret would not be recognised.
  const said = error.with({ message: beginning(redact(error.message)) }).describe();
  if (log.isLevelEnabled('debug')) log.error({ ...fields, stack: stackOf(error) }, said);
  else log.error(fields, oneLine(said));
}

/** Names of files and attributes can be long, too. The stack stays whole. */
function shortFields(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' && name !== 'stack' ? beginning(value) : value,
    ]),
  );
}

/** The stack of an error and of its causes. */
export function stackOf(error: Error): string {
  const { stack, message, cause } = error;
  const own = stack ?? message;
  return cause instanceof Error ? `${own}\ncaused by: ${stackOf(cause)}` : own;
}

/** Width of the label, and the indent of continuation lines. */
const LABEL = 6;

/**
 * A JSON line for people. The message is enough: the fields are for machines.
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
