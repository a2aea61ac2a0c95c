/**
 * The document of an audit. To keep it small, lists are truncated and the omitted entries are
 * counted. Pure.
 */

/** The document of `flexetl audit --json`. Amounts are exact decimals, as text. */
export interface Audit {
  readonly schema: 'flexetl/audit@1';
  /** Name of the destination, without password. */
  readonly destination: string;
  /** nothing_proved: there were no two figures to compare, so nothing is proved. */
  readonly status: 'ties' | 'differs' | 'nothing_proved';
  readonly totals: Counts;
  /** All identities, in the order of the documentation. */
  readonly identities: readonly AuditedIdentity[];
  /** Differences by identity, the earliest days first. */
  readonly differences: readonly Difference[];
  readonly differencesOmitted?: number;
  /** The checks that could not be made, and the missing data. */
  readonly notProvable: readonly NotProvable[];
  readonly notProvableOmitted?: number;
  readonly exitCode: 0 | 65;
}

/** Checks by result. */
export interface Counts {
  /** Equal to the last digit. */
  readonly exact: number;
  /** Equal but for the broker's rounding. */
  readonly rounded: number;
  readonly differing: number;
  /** Checks for which a figure, or the reason for a difference, is not in the data. */
  readonly notProvable: number;
}

export interface AuditedIdentity extends Counts {
  readonly identity: string;
  readonly equation: string;
  /** proved: at least one check, and none that differs. */
  readonly status: 'proved' | 'differs' | 'not_provable';
  /** The largest difference that counts as rounding, and the largest that occurred. */
  readonly tolerance: string;
  readonly largestRounding: string;
}

export interface Difference {
  readonly identity: string;
  readonly account: string;
  readonly query: string;
  /** The statement, for rows of mode append. */
  readonly statement?: string;
  /** First day of the window, if the check covers more than one day. */
  readonly since?: string;
  readonly day: string | null;
  /** The subject on that day: a currency, an instrument, a line. */
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  /** found − expected. */
  readonly difference: string;
  readonly note?: string;
}

export interface NotProvable {
  readonly identity: string;
  readonly account: string;
  readonly query: string;
  /** Sections, attributes, days: the data that would be needed. */
  readonly lacking: string;
  /** Number of such checks; 0 if the book has none at all. */
  readonly checks: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** How many entries of a list are kept. */
export const LIST_KEPT = 100;
/** How many characters of a text are kept. */
const TEXT_KEPT = 200;

/** The document, truncated to about 100 kB; the counts of omitted entries are exact. */
export function fitAudit(audit: Required<Audit>): Audit {
  const { differencesOmitted, notProvableOmitted, exitCode, ...rest } = audit;
  const differences = audit.differences.slice(0, LIST_KEPT);
  const notProvable = audit.notProvable.slice(0, LIST_KEPT);
  const omitted = {
    differences: differencesOmitted + audit.differences.length - differences.length,
    notProvable: notProvableOmitted + audit.notProvable.length - notProvable.length,
  };
  return {
    ...rest,
    differences: differences.map(cutTexts<Difference>),
    ...(omitted.differences > 0 ? { differencesOmitted: omitted.differences } : {}),
    notProvable: notProvable.map(cutTexts<NotProvable>),
    ...(omitted.notProvable > 0 ? { notProvableOmitted: omitted.notProvable } : {}),
    exitCode,
  };
}

function cutTexts<Entry extends object>(entry: Entry): Entry {
  return Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [
      name,
      typeof value === 'string' ? cut(value) : (value as unknown),
    ]),
  ) as Entry;
}

/** The beginning of a text; a character is never cut in two. */
function cut(text: string): string {
  if (text.length <= TEXT_KEPT) return text;
  return `${text.slice(0, TEXT_KEPT).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
