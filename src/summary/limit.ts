/**
 * Keeps a summary small, since schedulers store it in their database. Long texts and long lists are
 * truncated, and the omitted entries are counted. Pure.
 */
import { beginning, jsonText } from '../text/printable.js';
import type {
  Summary,
  SummaryError,
  SummaryFile,
  SummaryInput,
  SummaryProblem,
} from './summary.js';

/** The most bytes of UTF-8 that the summary may have. */
export const SUMMARY_BYTES = 16 * 1024;

/** How many characters of a name are kept; one takes at most 6 bytes in JSON. */
const NAME_KEPT = 300;
const TEXT_KEPT = 500;
const LITERAL_KEPT = 100;
const ACCOUNTS_KEPT = 20;

/** The summary on one line, without a line end, in at most SUMMARY_BYTES. */
export function summaryLine(summary: Summary): string {
  return jsonText(fitSummary(summary));
}

/** The summary with as much of each list as fits. */
export function fitSummary(summary: Summary, limit = SUMMARY_BYTES): Summary {
  const lists = listsOf(summary);
  const rest = bytes(assemble(summary, emptied(lists)));
  // Room for the counts of omitted entries; their names are short and few.
  let room = limit - rest - COUNTS_BYTES;
  const sizes = Object.fromEntries(
    LIST_NAMES.map((name) => [name, lists[name].map((item) => bytes(item) + 1)]),
  ) as Record<ListName, number[]>;
  const kept = { ...emptied(lists) } as Record<ListName, unknown[]>;
  for (const [index, name] of LIST_NAMES.entries()) {
    // A later list may take what the earlier ones leave, up to half of the room.
    const later = LIST_NAMES.slice(index + 1).reduce((sum, next) => sum + total(sizes[next]), 0);
    const share = Math.max(room - later, Math.floor(room / 2));
    const count = countWithin(sizes[name], share);
    kept[name] = lists[name].slice(0, count);
    room -= total(sizes[name].slice(0, count));
  }
  return assemble(summary, kept as Lists);
}

/** In order of importance. Tables are pairs of name and counts. */
const LIST_NAMES = [
  'tables',
  'files',
  'inputs',
  'problems',
  'notices',
  'driftSections',
  'driftAttributes',
] as const;
type ListName = (typeof LIST_NAMES)[number];

interface Lists {
  readonly tables: readonly (readonly [string, Summary['tables'][string]])[];
  readonly files: readonly SummaryFile[];
  readonly inputs: readonly SummaryInput[];
  readonly problems: readonly SummaryProblem[];
  readonly notices: readonly string[];
  readonly driftSections: readonly string[];
  readonly driftAttributes: readonly string[];
}

/** `"tablesOmitted":1234567890,` and the like, for every list. */
const COUNTS_BYTES = 7 * 40;

function listsOf(summary: Summary): Lists {
  return {
    tables: Object.entries(summary.tables),
    files: failedFirst((summary.files ?? []).map(shortEntry)),
    inputs: failedFirst(
      summary.inputs.map((input) => ({
        ...shortEntry(input),
        name: cutStart(input.name, NAME_KEPT),
      })),
    ),
    problems: summary.problems.first.map(shortProblem),
    notices: summary.notices.map((notice) => beginning(notice, TEXT_KEPT)),
    driftSections: summary.drift.sections.map((name) => beginning(name, NAME_KEPT)),
    driftAttributes: summary.drift.attributes.map((name) => beginning(name, NAME_KEPT)),
  };
}

/** Failures matter most: if not everything fits, they come first. */
function failedFirst<Entry extends { readonly error?: SummaryError }>(
  entries: readonly Entry[],
): readonly Entry[] {
  if (bytes(entries) <= SUMMARY_BYTES / 2) return entries;
  const failed = entries.filter(({ error }) => error !== undefined);
  return [...failed, ...entries.filter(({ error }) => error === undefined)];
}

function emptied(lists: Lists): Lists {
  return Object.fromEntries(Object.keys(lists).map((name) => [name, []])) as unknown as Lists;
}

function assemble(summary: Summary, lists: Lists): Summary {
  const { schema, status, loadId, durationMs, exitCode, error, problems, drift } = summary;
  return {
    schema,
    status,
    loadId: beginning(loadId, LITERAL_KEPT),
    ...(summary.files === undefined ? {} : { files: lists.files }),
    ...omitted('filesOmitted', (summary.files?.length ?? 0) - lists.files.length),
    inputs: lists.inputs,
    ...omitted('inputsOmitted', summary.inputs.length - lists.inputs.length),
    tables: Object.fromEntries(lists.tables),
    ...omitted('tablesOmitted', Object.keys(summary.tables).length - lists.tables.length),
    problems: { count: problems.count, first: lists.problems },
    drift: {
      attributes: lists.driftAttributes,
      ...omitted('attributesOmitted', drift.attributes.length - lists.driftAttributes.length),
      sections: lists.driftSections,
      ...omitted('sectionsOmitted', drift.sections.length - lists.driftSections.length),
    },
    notices: lists.notices,
    ...omitted('noticesOmitted', summary.notices.length - lists.notices.length),
    durationMs,
    exitCode,
    ...(error === undefined ? {} : { error: shortError(error) }),
  };
}

function omitted<Name extends string>(name: Name, count: number): { [Key in Name]?: number } {
  return count > 0 ? ({ [name]: count } as { [Key in Name]?: number }) : {};
}

/** An input or a file. */
function shortEntry<Entry extends SummaryInput | SummaryFile>(entry: Entry): Entry {
  const { accounts = [], error } = entry;
  return {
    ...entry,
    ...(entry.accounts === undefined
      ? {}
      : {
          accounts: accounts
            .slice(0, ACCOUNTS_KEPT)
            .map((account) => beginning(account, LITERAL_KEPT)),
          ...omitted('accountsOmitted', accounts.length - ACCOUNTS_KEPT),
        }),
    ...(error === undefined ? {} : { error: shortError(error) }),
    ...('path' in entry ? { path: cutStart(entry.path, NAME_KEPT) } : {}),
  };
}

function shortProblem(problem: SummaryProblem): SummaryProblem {
  const { literal, reason, table, file } = problem;
  const named = Object.fromEntries(
    (['section', 'element', 'attribute'] as const).flatMap((part) => {
      const name = problem[part];
      return name === undefined ? [] : [[part, beginning(name, NAME_KEPT)]];
    }),
  );
  return {
    ...problem,
    ...named,
    ...(file === undefined ? {} : { file: cutStart(file, NAME_KEPT) }),
    table: beginning(table, NAME_KEPT),
    literal: beginning(literal, LITERAL_KEPT),
    reason: beginning(reason, NAME_KEPT),
  };
}

function shortError({ code, message, advice }: SummaryError): SummaryError {
  return { code, message: beginning(message, TEXT_KEPT), advice: beginning(advice, TEXT_KEPT) };
}

/** The end of a text: the end of a path is the informative part. */
function cutStart(text: string, length: number): string {
  if (text.length <= length) return text;
  return `…${text.slice(-length).replace(/^[\uDC00-\uDFFF]/, '')}`;
}

function bytes(value: unknown): number {
  return Buffer.byteLength(jsonText(value));
}

function total(sizes: readonly number[]): number {
  return sizes.reduce((sum, size) => sum + size, 0);
}

function countWithin(sizes: readonly number[], room: number): number {
  let left = room;
  let count = 0;
  while (count < sizes.length && sizes[count]! <= left) left -= sizes[count++]!;
  return count;
}
