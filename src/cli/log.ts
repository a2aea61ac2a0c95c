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
  /** Of the terminal, asked for each line: its window can be made wider. */
  readonly columns?: () => number;
  readonly paint?: Paint;
  /** Takes one line with its line end, and has written it when it returns. */
  readonly write: (line: string) => void;
}

/** The advice of an error stands behind its message, and is not to be cut with it. */
const LINE_KEPT = 2 * MESSAGE_KEPT;

type Fields = Readonly<Record<string, unknown>>;

interface LogMethod {
  (message: string): void;
  (fields: Fields, message: string): void;
}

/** A level of severity each; a line below the log's level is not written. */
export interface Logger {
  level: LogLevel;
  readonly debug: LogMethod;
  readonly info: LogMethod;
  readonly warn: LogMethod;
  readonly error: LogMethod;
  isLevelEnabled(level: LogLevel): boolean;
}

/** A log whose messages and fields are concealed and bounded before they are written. */
export function createLog(options: LogOptions): Logger {
  const { format, terminal, write, paint = PLAIN } = options;
  const pretty = (format ?? (terminal ? 'pretty' : 'json')) === 'pretty';
  const at =
    (level: LogLevel): LogMethod =>
    (...given: [string] | [Fields, string]): void => {
      if (!log.isLevelEnabled(level)) return;
      const [fields, message] = given.length === 1 ? [{}, given[0]] : given;
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

/** Logs an error as one line; its code and place are fields. The stack is for debugging only. */
export function logError(log: Logger, error: FlexError): void {
  const fields = { code: error.code, retry: error.retry, ...error.at };
  // Concealed before it is cut: half a secret would not be found.
  const said = error.with({ message: beginning(redact(error.message)) }).describe();
  if (log.isLevelEnabled('debug')) log.error({ ...fields, stack: stackOf(error) }, said);
  else log.error(fields, oneLine(said));
}

/** Names of files and attributes may be long, too. The stack is for debugging, and stays whole. */
function shortFields(fields: Fields): Fields {
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
