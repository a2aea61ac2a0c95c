/**
 * The settings of the commands that fetch, and how they become targets (queries and days). Nothing
 * is requested here.
 */
import type { Target } from '../archive/fetch-reports.js';
import { dayInNewYork, daysBetween, isDay } from '../time/days.js';
import { isQueryId } from '../archive/paths.js';
import { FlexError } from '../errors.js';
import { jsonText } from '../text/printable.js';
import { flag, integer, list, text, type Setting } from './settings.js';
import { MAX_DAYS, splitSpan } from '../flex-service/client/spans.js';
import type { Call } from './command.js';

/** How long to wait for a report by default. */
export const DEFAULT_WAIT_SECONDS = 900;

/** Days; a longer span is a typing error, and would be hundreds of requests. */
const LONGEST_SPAN = 36_500;

/** A day; `20240131` is accepted too. */
function day(summary: string): Setting<string | undefined> {
  return {
    ...text('D', summary),
    expected: 'a day, such as 2024-01-31',
    read: (texts) => {
      const given = texts.at(-1)?.trim() ?? '';
      const written = given.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
      return isDay(written) ? written : undefined;
    },
  };
}

export const ENDPOINT_SETTINGS = {
  endpoint: text(
    'WHERE',
    'the Flex Web Service: current, legacy, or the address of a test service',
    'current',
  ),
} as const;

export const QUERY_SETTING = {
  query: list('ID', 'query IDs, as Client Portal shows them'),
} as const;

export const FETCH_SETTINGS = {
  ...QUERY_SETTING,
  archive: text('PLACE', 'directory or s3://BUCKET/PREFIX for the raw XML'),
  from: day('first day, such as 2024-01-31, instead of the period saved in the query'),
  until: {
    ...day('last day; default: yesterday in New York'),
    alias: 'toDate',
  },
  days: integer('N', 'the last N days, instead of the saved period', {
    min: 1,
    max: LONGEST_SPAN,
  }),
  allowShort: flag('accept a report that covers fewer days than requested'),
  ...ENDPOINT_SETTINGS,
  wait: integer('SECONDS', `longest wait for a report (default: ${DEFAULT_WAIT_SECONDS})`, {
    min: 1,
    max: 86_400,
  }),
} as const;

export type FetchCall = Pick<
  Call<typeof FETCH_SETTINGS>,
  'settings' | 'log' | 'stderr' | 'sourceOf' | 'invalid'
>;

/** @returns milliseconds */
export function waitOf({ wait = DEFAULT_WAIT_SECONDS }: FetchCall['settings']): number {
  return wait * 1000;
}

/** @throws FlexError where no archive is named */
export function archiveOf({ settings }: FetchCall): string {
  if (settings.archive !== undefined && settings.archive !== '') return settings.archive;
  throw new FlexError('FLEX_USAGE', 'No archive was given.', {
    advice:
      'Give --archive DIR or s3://BUCKET/PREFIX, or set FLEXETL_ARCHIVE: it keeps every report as received.',
  });
}

/**
 * The IDs, without duplicates. The real service has numbers: it is not sent anything else, since it
 * locks a token after too many mistakes. A test service also has names; a name that an archive
 * cannot use as a directory is always refused.
 * @throws FlexError without a query, or for an invalid one
 */
export function queriesOf({
  settings,
  invalid,
}: Pick<Call<typeof QUERY_SETTING & typeof ENDPOINT_SETTINGS>, 'settings' | 'invalid'>): string[] {
  const queries = [...new Set(settings.query)];
  const ofBroker = settings.endpoint === 'current' || settings.endpoint === 'legacy';
  const wrong = queries.find((query) => !(ofBroker ? /^\d{1,20}$/.test(query) : isQueryId(query)));
  if (wrong !== undefined) {
    throw invalid('query', `names ${jsonText(wrong)}, which is not a query ID.`, QUERY_ADVICE);
  }
  if (queries.length > 0) return queries;
  throw new FlexError('FLEX_USAGE', 'No query was given.', {
    advice: `Give --query ID, or set FLEXETL_QUERY. ${QUERY_ADVICE}`,
  });
}

const QUERY_ADVICE = 'The ID is the number that Client Portal shows beside the name of a query.';

/**
 * The targets: for each query in turn its windows, the newest first.
 * @throws FlexError FLEX_USAGE or FLEX_CONFIG for settings that exclude each other
 */
export function targetsOf(call: FetchCall, now: Date): Target[] {
  const queries = queriesOf(call);
  const windows = windowsOf(call, dayInNewYork(now));
  const partOfSpan = windows.length > 1;
  return queries.flatMap((query) => windows.map((asked) => ({ query, asked, partOfSpan })));
}

function windowsOf(call: FetchCall, today: string): readonly Target['asked'][] {
  const { from, until, days } = call.settings;
  if (days !== undefined) {
    if (from !== undefined) throw call.invalid('days', 'cannot be given with --from.');
    if (until !== undefined) throw call.invalid('days', 'cannot be given with --until.');
    return days <= MAX_DAYS ? [{ days }] : splitSpan({ days, today });
  }
  if (from === undefined) {
    if (until !== undefined) throw call.invalid('until', 'needs --from beside it.');
    return [{}];
  }
  const yesterday = splitSpan({ days: 1, today })[0]!.to;
  const to = until ?? yesterday;
  if (to > today) throw call.invalid('until', `is ${to}, but today in New York is ${today}.`);
  if (from > to) throw call.invalid('from', `is ${from}, which is after the last day, ${to}.`);
  if (daysBetween(from, to) >= LONGEST_SPAN) {
    throw call.invalid('from', `is ${from}, but a period can have at most ${LONGEST_SPAN} days.`);
  }
  return splitSpan({ from, to });
}
