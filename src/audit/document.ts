/**
 * The document of an audit, and what keeps it small: lists are cut at their end,
 * and what was left out is counted. Pure.
 */

/** The document of `flexetl audit --json`. Amounts are exact decimals, as text. */
export interface Audit {
  readonly schema: 'flexetl/audit@1';
  /** Name of the destination, without password. */
  readonly destination: string;
  /** nothing_proved: there were no two figures to compare, which is no proof of anything. */
  readonly status: 'ties' | 'differs' | 'nothing_proved';
  readonly totals: Counts;
  /** Every identity there is, in the order of the documentation. */
  readonly identities: readonly AuditedIdentity[];
  /** Differences by identity, the earliest days first. */
  readonly differences: readonly Difference[];
  readonly differencesOmitted?: number;
  /** What could not be proved, and what lacks. */
  readonly notProvable: readonly NotProvable[];
  readonly notProvableOmitted?: number;
  readonly exitCode: 0 | 65;
}

/** Checks by what came of them. */
export interface Counts {
  /** Equal to the last digit. */
  readonly exact: number;
  /** Equal but for the broker's rounding. */
  readonly rounded: number;
  readonly differing: number;
  /** Checks of which a figure, or a reason for the difference, is not in the data. */
  readonly notProvable: number;
}

export interface AuditedIdentity extends Counts {
  readonly identity: string;
  readonly equation: string;
  /** proved: at least one check, and none that differs. */
  readonly status: 'proved' | 'differs' | 'not_provable';
  /** The largest difference that is taken for rounding, and the largest that was. */
  readonly tolerance: string;
  readonly largestRounding: string;
}

export interface Difference {
  readonly identity: string;
  readonly account: string;
  readonly query: string;
  /** Of rows that stand side by side, the statement. */
  readonly statement?: string;
  /** First day of the window, where the check is about more than one day. */
  readonly since?: string;
  readonly day: string | null;
  /** What it is about on that day: a currency, an instrument, a line. */
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
  /** Sections, attributes, days: what would have to be there. */
  readonly lacking: string;
  /** Checks that are concerned; 0 where the book has none at all. */
  readonly checks: number;
  readonly first: string | null;
  readonly last: string | null;
}

/** Entries that a list of the document keeps. */
export const LIST_KEPT = 100;
/** Characters that a text keeps. */
const TEXT_KEPT = 200;

/** The document, cut to some 100 kB; counts of what was left out are exact. */
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
