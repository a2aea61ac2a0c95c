/**
 * Where the summary of a writing command goes: the last line of stdout (of stderr if rows went to
 * stdout), a file, and the places where schedulers of containers look. What is in it is
 * src/summary/.
 */
import { accessSync, constants, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asFlexError, asSentence, FlexError } from '../errors.js';
import { behindLinks, replaceTextSync } from '../files/atomic.js';
import { fitSummary, summaryLine } from '../summary/limit.js';
import type { Summary } from '../summary/summary.js';
import { summaryText } from '../summary/text.js';
import { paintOf } from '../text/paint.js';
import { printable } from '../text/printable.js';
import type { CommandContext } from './context.js';
import type { Logger } from './log.js';

export interface SummaryPlaces {
  /** --summary-file */
  readonly summaryFile: string | undefined;
  /** The folder in which the sidecar of Airflow's Kubernetes operator expects `return.json`. */
  readonly airflowFolder: string;
  /** The file that Kubernetes shows as the termination message. */
  readonly terminationLog: string;
}

export const CONTAINER_PLACES = {
  airflowFolder: '/airflow/xcom',
  terminationLog: '/dev/termination-log',
} as const;

/**
 * Refuses a file that could not be written, before anything is loaded.
 * @param kind `summary` for --summary-file
 * @throws FlexError FLEX_CONFIG
 */
export function checkFile(kind: 'summary' | 'metrics', path: string): void {
  let folder = dirname(path);
  try {
    // A pipe or device would be replaced by a file, and reading the old metrics could wait forever.
    if (unlessMissing(() => statSync(path))?.isFile() !== false) {
      folder = dirname(behindLinks(path));
      accessSync(folder, constants.W_OK);
      return;
    }
  } catch (thrown) {
    if (thrown instanceof FlexError) throw thrown;
    throw new FlexError('FLEX_CONFIG', `The ${kind} file ${path} cannot be written.`, {
      advice: `Create the directory ${folder} and make it writable.`,
      cause: thrown,
    });
  }
  throw new FlexError('FLEX_CONFIG', `The ${kind} file ${path} is not a regular file.`, {
    advice: 'Name a file.',
  });
}

/**
 * Writes the summary to its files. Never throws: the work is done, and an unwritable file must not
 * make it look undone.
 */
export function writeSummaryFiles(summary: Summary, places: SummaryPlaces, log: Logger): void {
  const line = `${summaryLine(summary)}\n`;
  const attempt = (path: string, write: () => void): void => {
    try {
      write();
    } catch (thrown) {
      const reason = thrown instanceof Error ? thrown.message : String(thrown);
      log.error({ path }, `The summary could not be written to ${path}: ${reason}.`);
    }
  };
  const { summaryFile, airflowFolder, terminationLog } = places;
  if (summaryFile !== undefined) attempt(summaryFile, () => replaceFile(summaryFile, line));
  if (isWritable(airflowFolder, 'directory')) {
    const path = join(airflowFolder, 'return.json');
    // Another container reads it, perhaps as another user; the folder belongs to the pod alone.
    attempt(path, () => replaceFile(path, line, 0o644));
  }
  const { error } = summary;
  if (error !== undefined && isWritable(terminationLog, 'file')) {
    // The container runtime keeps it open: it is written in place, never replaced.
    const sentence = `${error.code}: ${asSentence(error.message)} ${error.advice}`;
    attempt(terminationLog, () => writeFileSync(terminationLog, `${printable(sentence)}\n`));
  }
}

/** Prints the summary, the last output of a command. Never throws, as above. */
export async function printSummary(
  summary: Summary,
  { stdout, stderr, log }: Pick<CommandContext, 'stdout' | 'stderr' | 'log'>,
  options: { readonly rowsOnStdout: boolean; readonly json: boolean },
): Promise<void> {
  const output = options.rowsOnStdout ? stderr : stdout;
  const { columns, hasColours } = output;
  try {
    await output.write(
      isReadable(output, options)
        ? summaryText(fitSummary(summary), columns, paintOf(hasColours))
        : `${summaryLine(summary)}\n`,
    );
  } catch (thrown) {
    const { message } = asFlexError(thrown);
    log.error(`The summary could not be printed: ${message}`);
  }
}

/** Whether the summary is for a person: on a terminal, unless JSON was asked for. */
function isReadable(
  { isTerminal }: Pick<CommandContext['stdout'], 'isTerminal'>,
  { json }: { readonly json: boolean },
): boolean {
  return isTerminal && !json;
}

/**
 * Whether the summary repeats on the same terminal what the log would say: it is then left to the
 * summary, unless a level was asked for.
 * @param output where the summary goes
 */
export function tellsAtTheEnd(
  settings: { readonly json: boolean; readonly logLevel?: unknown },
  output: Pick<CommandContext['stdout'], 'isTerminal'>,
  stderr: Pick<CommandContext['stderr'], 'isTerminal'>,
): boolean {
  return settings.logLevel === undefined && stderr.isTerminal && isReadable(output, settings);
}

/**
 * Replaces a file atomically: a reader sees the old one or the new one, whole.
 * @param mode default: that of the replaced file, else what the umask leaves
 */
export function replaceFile(path: string, content: string, mode = modeOf(path)): void {
  replaceTextSync(behindLinks(path), content, mode);
}

function modeOf(path: string): number | undefined {
  const stats = unlessMissing(() => statSync(path));
  return stats === undefined ? undefined : stats.mode & 0o777;
}

function isWritable(path: string, kind: 'directory' | 'file'): boolean {
  try {
    accessSync(path, constants.W_OK);
    const stats = statSync(path);
    return kind === 'directory' ? stats.isDirectory() : !stats.isDirectory();
  } catch {
    return false;
  }
}

/** Files that may not be there. */

/** What `look` finds, or undefined where there is no such file. Other errors pass. */
export function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
