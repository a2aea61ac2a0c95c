/**
 * The one error class and the one table of codes.
 *
 * A code decides three things and nothing else does: the exit status, whether a
 * retry can help, and the paragraph of documentation. A message says what
 * happened and where; the advice says what to do next. No message, advice or
 * detail may hold a token or a password.
 */
/** Exit statuses, in the words of sysexits.h where it has one. */
export const EXIT = {
  done: 0,
  usage: 2,
  data: 65,
  unavailable: 69,
  bug: 70,
  cannotCreate: 73,
  tryLater: 75,
  refused: 77,
  configuration: 78,
  interrupted: 130,
  terminated: 143,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

interface CodeEntry {
  readonly exit: ExitStatus;
  /** Whether running the same command again, unchanged, can succeed. */
  readonly retry: boolean;
  /** Its meaning, for the reference in docs/reference/errors.md. */
  readonly meaning: string;
  /** Advice, if the place that throws has none of its own. */
  readonly advice: string;
}

const entry = (exit: ExitStatus, retry: boolean, meaning: string, advice: string): CodeEntry => ({
  exit,
  retry,
  meaning,
  advice,
});

/** Every code there is. A code, once released, keeps its meaning. */
export const ERROR_CODES = {
  FLEX_USAGE: entry(EXIT.usage, false, 'Invalid command line.', 'See `flexetl --help`.'),
  FLEX_CONFIG: entry(
    EXIT.configuration,
    false,
    'Invalid configuration: a setting, a destination or a schema file.',
    'Correct the setting that the message names.',
  ),
  FLEX_SCHEMA_INVALID: entry(
    EXIT.configuration,
    false,
    'A catalogue file does not match the meta-schema.',
    'Correct the file and field that the message names; `schemas/README.md` describes the form.',
  ),
  FLEX_FILE_EXISTS: entry(
    EXIT.usage,
    false,
    'A file that was to be written exists. Nothing was written.',
    'Name another directory, or move the file that the message names.',
  ),
  FLEX_INPUT_NOT_FOUND: entry(
    EXIT.data,
    false,
    'Input not found, or a directory or glob without files.',
    'Check the path.',
  ),
  FLEX_INPUT_UNREADABLE: entry(
    EXIT.data,
    false,
    'An input cannot be read, or its gzip data is damaged.',
    'Check its permissions, or fetch the report again.',
  ),
  FLEX_INPUT_CHANGED: entry(
    EXIT.tryLater,
    true,
    'An input changed while it was being read.',
    'Wait until the file is complete, then run again.',
  ),
  FLEX_EMPTY_INPUT: entry(
    EXIT.data,
    false,
    'The input is empty, or only white space.',
    'Fetch the report again.',
  ),
  FLEX_NOT_XML: entry(
    EXIT.data,
    false,
    'The input is not XML.',
    'Load the XML that the Flex query delivers.',
  ),
  FLEX_HTML: entry(
    EXIT.data,
    false,
    'The input is an HTML page, probably a login or error page saved in place of a report.',
    'Fetch the report again; in a browser, save the report itself and not the page around it.',
  ),
  FLEX_CSV_REPORT: entry(
    EXIT.data,
    false,
    'The input is a Flex report in CSV or text format.',
    'In Client Portal, edit the Flex query, set its format to XML, and fetch it again.',
  ),
  FLEX_ENVELOPE: entry(
    EXIT.data,
    false,
    'The input is a FlexStatementResponse: an answer of the Flex Web Service, not a statement.',
    'Fetch the report again; the code in the message gives the reason.',
  ),
  FLEX_WRONG_ROOT: entry(
    EXIT.data,
    false,
    'The input is XML of another kind: its root element is not FlexQueryResponse.',
    'Load the XML that a Flex query delivers.',
  ),
  FLEX_ENCODING: entry(
    EXIT.data,
    false,
    'The input is not UTF-8.',
    'Flex reports are UTF-8; fetch the report again, or convert the file that an editor re-saved.',
  ),
  FLEX_TRUNCATED: entry(
    EXIT.data,
    false,
    'The input is truncated. Nothing was loaded.',
    'Fetch the report again, or copy the file again.',
  ),
  FLEX_MALFORMED: entry(
    EXIT.data,
    false,
    'The input is not well-formed XML.',
    'Fetch the report again; if the service keeps sending it like this, report it to the broker.',
  ),
  FLEX_DOCTYPE: entry(
    EXIT.data,
    false,
    'The input has a document type declaration, which a Flex report never has.',
    'Fetch the report again from the broker.',
  ),
  FLEX_TOO_LARGE: entry(
    EXIT.data,
    false,
    'One element, or one piece of text or comment, is larger than a Flex report can have.',
    'Fetch the report again; the file is most likely damaged.',
  ),
  FLEX_DATE_ORDER: entry(
    EXIT.data,
    false,
    'The dates of the file are ambiguous: MM/dd or dd/MM.',
    'Choose one with `--date-order mdy` or `--date-order dmy`.',
  ),
  FLEX_STRICT: entry(
    EXIT.data,
    false,
    'A literal does not fit its column, and --strict was given. Nothing was loaded.',
    'Look at the problems listed, or load without --strict: the literals are then kept in _extra.',
  ),
  FLEX_LEDGER_OUTDATED: entry(
    EXIT.configuration,
    false,
    'The destination was filled by an earlier flexetl with other merge rules.',
    'Rebuild it from the archive: load all of it into another schema or file (`flexetl load ARCHIVE --to DEST`), then drop the old one.',
  ),
  FLEX_UNDATED_OVERLAP: entry(
    EXIT.data,
    false,
    'Rows without a report date overlap with another statement, and cannot be matched with its rows.',
    'Select Report Date in the query, then load a report that covers the days of both statements; or use --allow-overlap, which keeps both.',
  ),
  FLEX_QUERY_OVERLAP: entry(
    EXIT.data,
    false,
    'The file delivers days that another query has already delivered.',
    'Use --as-query NAME, another ?schema=, or --allow-overlap.',
  ),
  FLEX_VERIFY_DIFFERS: entry(
    EXIT.data,
    false,
    'The destination differs from the files.',
    'Load the named files again with --force.',
  ),
  FLEX_AUDIT_DIFFERS: entry(
    EXIT.data,
    false,
    'Figures of the broker that must be equal differ.',
    'Fetch and load the named days again; if the difference remains, ask the broker.',
  ),
  FLEX_STALE: entry(
    EXIT.data,
    false,
    'The newest covered day of an account is older than --max-age allows, or there is none.',
    'Fetch the days since: `flexetl run --catch-up`.',
  ),
  FLEX_INPUTS_FAILED: entry(
    EXIT.data,
    false,
    'Some of the inputs could not be loaded. A database has the others; csv and ndjson show nothing of the call.',
    'Correct or leave out the named inputs and run again; nothing is loaded twice.',
  ),
  FLEX_TOKEN: entry(
    EXIT.configuration,
    false,
    'No token of the Flex Web Service was given, or its file cannot be read.',
    'Set FLEXETL_TOKEN, or FLEXETL_TOKEN_FILE to a file that holds it; the token is made in Client Portal, under Settings, Flex Web Service.',
  ),
  FLEX_SERVICE_BUSY: entry(
    EXIT.tryLater,
    true,
    'The Flex Web Service throttles, or was still generating the report when --wait ran out.',
    'Wait some minutes, then run again.',
  ),
  FLEX_SERVICE_NO_REPORT: entry(
    EXIT.tryLater,
    true,
    'The Flex Web Service has no report for the requested period.',
    'Check the period: a window without activity, or one that ends on a day that is not over, can have none.',
  ),
  FLEX_SERVICE_UNAVAILABLE: entry(
    EXIT.unavailable,
    true,
    'The Flex Web Service cannot be reached, or did not deliver the report.',
    'Check the network, then run again in some minutes.',
  ),
  FLEX_SERVICE_REFUSED: entry(
    EXIT.refused,
    false,
    'The Flex Web Service refused the token, the address it is used from, or the request.',
    'Check token and query in Client Portal.',
  ),
  FLEX_SERVICE_QUERY: entry(
    EXIT.refused,
    false,
    'The Flex Web Service refused the query, or one of its accounts; other queries may be served.',
    'Check the query and its accounts in Client Portal.',
  ),
  FLEX_SERVICE_LOCKED: entry(
    EXIT.refused,
    false,
    'The Flex Web Service has locked the query or the token after too many failed attempts.',
    'Stop sending requests, which prolong the lock. Check token and query, and try again hours later.',
  ),
  FLEX_FOREIGN_HOST: entry(
    EXIT.refused,
    false,
    'An address or a redirect leads to a host that must not be given the token.',
    'Use https and an address of interactivebrokers.com; plain http is for a test service on this machine.',
  ),
  FLEX_SHORT_WINDOW: entry(
    EXIT.data,
    false,
    'The report covers fewer days than requested. It was not filed in the archive.',
    'Recreate the query in Client Portal, or request the days with --from and --until or --days; --allow-short accepts the report as it is.',
  ),
  FLEX_DEST_UNAVAILABLE: entry(
    EXIT.unavailable,
    true,
    'The destination cannot be reached or stopped answering.',
    'Check that it is running, then run again.',
  ),
  FLEX_DEST_BUSY: entry(
    EXIT.tryLater,
    true,
    'Another process holds the destination.',
    'Wait until that process has ended, then run again.',
  ),
  FLEX_DEST_REFUSED: entry(
    EXIT.refused,
    false,
    'The destination refused access or a right is missing.',
    'Grant the right that the message names.',
  ),
  FLEX_DEST_FULL: entry(
    EXIT.cannotCreate,
    false,
    'No space left for the data or its temporary files.',
    'Free space, then run again; nothing was left half written.',
  ),
  FLEX_VALUES_REFUSED: entry(
    EXIT.data,
    false,
    'The destination cannot hold a value or a row of the input. The input was rolled back.',
    'See the message of the destination; another destination may take the input.',
  ),
  FLEX_DEST_CONFLICT: entry(
    EXIT.tryLater,
    true,
    'Another transaction got in the way (a deadlock, a serialization failure), several times.',
    'Run again, with fewer processes at once if it happens often.',
  ),
  FLEX_DEST_ALTERED: entry(
    EXIT.configuration,
    false,
    'A table of the destination was altered and cannot take the rows.',
    'Undo the change that the message names, or load into another ?schema=.',
  ),
  FLEX_CONTROL_TOTAL: entry(
    EXIT.bug,
    false,
    'A count or a sum in the destination differs from the file. The input was rolled back.',
    'Look for triggers or rules on the table; if there are none, report it as a bug.',
  ),
  FLEX_DEST_FAILED: entry(
    EXIT.cannotCreate,
    false,
    'The destination reported an error; the input was rolled back.',
    'See the message of the destination.',
  ),
  FLEX_DEST_CLOSED: entry(
    EXIT.cannotCreate,
    false,
    'The reader of stdout ended before it had all rows.',
    'Give the rows to a program that reads them all, or write them to ndjson:PATH.',
  ),
  FLEX_STORE_UNAVAILABLE: entry(
    EXIT.unavailable,
    true,
    'The object store cannot be reached, or failed several times.',
    'Check the network and AWS_ENDPOINT_URL, then run again in a few minutes.',
  ),
  FLEX_STORE_BUSY: entry(
    EXIT.tryLater,
    true,
    'The object store throttles requests, or several processes write the same object.',
    'Run again, with fewer processes at once if it happens often.',
  ),
  FLEX_STORE_REFUSED: entry(
    EXIT.refused,
    false,
    'The object store refused the credentials, or a permission is missing.',
    'Check the access key, and grant s3:GetObject, s3:PutObject, s3:DeleteObject and s3:ListBucket.',
  ),
  FLEX_STORE_FAILED: entry(
    EXIT.cannotCreate,
    false,
    'The object store reported an error that a retry cannot cure.',
    'See the message of the store.',
  ),
  FLEX_QUERY_FAILED: entry(
    EXIT.data,
    false,
    'The destination refused the SQL of `flexetl query`.',
    'Correct the SQL.',
  ),
  FLEX_INTERRUPTED: entry(
    EXIT.interrupted,
    true,
    'Interrupted (SIGINT); the current input was rolled back.',
    'Run again; nothing is loaded twice.',
  ),
  FLEX_TERMINATED: entry(
    EXIT.terminated,
    true,
    'Terminated (SIGTERM); the current input was rolled back.',
    'Run again; nothing is loaded twice.',
  ),
  FLEX_BUG: entry(
    EXIT.bug,
    false,
    'flexetl itself failed; the current input was rolled back.',
    'Run with --log-level debug and report what it prints.',
  ),
} as const satisfies Record<string, CodeEntry>;

export type ErrorCode = keyof typeof ERROR_CODES;

/** Where in an input something was found. Lines and columns count from 1. */
export interface Position {
  readonly file?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
  readonly section?: string | undefined;
  readonly element?: string | undefined;
  readonly attribute?: string | undefined;
}

export interface FlexErrorOptions {
  readonly at?: Position;
  /** Advice; that of the code where this is absent. */
  readonly advice?: string;
  readonly cause?: unknown;
}

/** The only error that flexetl throws on purpose. Match on `code`. */
export class FlexError extends Error {
  override readonly name = 'FlexError';
  readonly code: ErrorCode;
  readonly at: Position;
  readonly advice: string;

  constructor(code: ErrorCode, message: string, options: FlexErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.at = options.at ?? {};
    this.advice = options.advice ?? ERROR_CODES[code].advice;
  }

  get exitStatus(): ExitStatus {
    return ERROR_CODES[this.code].exit;
  }

  get retry(): boolean {
    return ERROR_CODES[this.code].retry;
  }

  /** The same error in other words: what is not given stays. */
  with(other: Partial<Pick<FlexError, 'message' | 'advice' | 'at'>>): FlexError {
    const { message = this.message, advice = this.advice, at = this.at } = other;
    return new FlexError(this.code, message, { at, advice, cause: this.cause });
  }

  /** The same error, its position completed with what the place that caught it knows. */
  within(at: Position): FlexError {
    return this.with({ at: { ...at, ...this.at } });
  }

  /** One line for a person: code, place, what happened, what to do. */
  describe(): string {
    const place = describePosition(this.at);
    const message = asSentence(this.message);
    return `${this.code}: ${place === '' ? '' : `${place}: `}${message} ${this.advice}`;
  }
}

/** So that advice can follow: what a database or the system says ends as it likes. */
export function asSentence(message: string): string {
  return /[.!?…:"')]$/.test(message) ? message : `${message}.`;
}

/** `statement.xml:12:7, Trades, Trade@quantity`, as far as it is known. */
export function describePosition(at: Position): string {
  const spot = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  const name =
    at.element === undefined
      ? at.attribute
      : at.attribute === undefined
        ? at.element
        : `${at.element}@${at.attribute}`;
  return [spot, at.section, name].filter((part) => part !== undefined && part !== '').join(', ');
}

/** Any thrown value as a FlexError; what is not one already is a bug. */
export function asFlexError(thrown: unknown): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new FlexError('FLEX_BUG', message, { cause: thrown });
}

export function isInterruption({ code }: FlexError): boolean {
  return code === 'FLEX_INTERRUPTED' || code === 'FLEX_TERMINATED';
}
