/** What to do about a file in the archive that is no report, or a damaged one. Pure. */
import type { ArchivedReport } from '../../archive/archive.js';
import { FlexError, type ErrorCode } from '../../errors.js';

/** The file itself is at fault, and a retry cannot help. */
const DAMAGE: ReadonlySet<ErrorCode> = new Set([
  'FLEX_INPUT_UNREADABLE',
  'FLEX_EMPTY_INPUT',
  'FLEX_NOT_XML',
  'FLEX_HTML',
  'FLEX_CSV_REPORT',
  'FLEX_ENVELOPE',
  'FLEX_WRONG_ROOT',
  'FLEX_ENCODING',
  'FLEX_TRUNCATED',
  'FLEX_MALFORMED',
  'FLEX_DOCTYPE',
  'FLEX_TOO_LARGE',
]);

/**
 * The error of loading an archived report, with advice that resolves it: otherwise every run fails
 * on the file again. Errors that mean no damage stay as they are.
 * @param report undefined if the file was not filed by the archive
 */
export function adviseOnDamage(report: ArchivedReport | undefined, error: FlexError): FlexError {
  if (report === undefined || !DAMAGE.has(error.code) || isOfSystem(error.cause)) return error;
  const advice = `It is in the archive, and every run tries it again: ${whatToDo(report)}`;
  return error.with({ advice });
}

function whatToDo({ provenance }: ArchivedReport): string {
  if (provenance === undefined) {
    return 'move it out of the archive. If days are missing then, fetch them with --from and --until.';
  }
  const from = provenance.asked.from ?? provenance.from;
  const to = provenance.asked.to ?? provenance.to;
  const days = from === null || to === null ? '' : ` (${from} to ${to})`;
  return `move it out of the archive, with the .json beside it, and fetch its days again${days}.`;
}

/** A permission or a drive is missing, and the file may be intact. */
function isOfSystem(cause: unknown): boolean {
  const { code } = (cause ?? {}) as { code?: unknown };
  return typeof code === 'string' && /^E[A-Z]+$/.test(code);
}
