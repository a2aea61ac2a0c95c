/**
 * The settings of the commands that fetch, and what they ask for: queries and
 * days become targets. Nothing is asked here.
 */
import type { Target } from '../archive/fetch-reports.js';
import { dayInNewYork, daysBetween, isDay } from '../time/days.js';
import { isQueryId } from '../archive/paths.js';
import { FlexError } from '../errors.js';
import { jsonText } from '../text/printable.js';
import { flag, integer, list, text, type Setting } from './settings.js';
import { MAX_DAYS, splitSpan } from '../flex-service/client/spans.js';
import type { Call } from './command.js';

/** How long a report is waited for where nobody says. */
export const DEFAULT_WAIT_SECONDS = 900;

/** Days; what is longer is a slip of the finger, and would be hundreds of requests. */
const LONGEST_SPAN = 36_500;

/** A day; `20240131` is taken too. */
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
  archive: text('DIR', 'directory that the raw XML is filed in'),
  from: day('first day, such as 2024-01-31, in place of the period that is saved in the query'),
  until: {
    ...day('last day; default: yesterday in New York'),
    alias: 'toDate',
  },
  days: integer('N', 'the last so many days, in place of the saved period', {
    min: 1,
    max: LONGEST_SPAN,
  }),
  allowShort: flag('take a report although it is about fewer days than were asked for'),
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
  throw new FlexError('FLEX_USAGE', 'No archive is named.', {
    advice: 'Give --archive DIR, or set FLEXETL_ARCHIVE: every report is kept there as it came.',
  });
}

/**
 * The IDs, each once. Those of the service are numbers: it is not bothered with others, since it
 * locks a token after too many mistakes. A test service knows queries by name, too; what an
 * archive could not keep is refused in any case.
 * @throws FlexError where there is none, or one that is none
 */
export function queriesOf({
  settings,
  invalid,
}: Pick<Call<typeof QUERY_SETTING & typeof ENDPOINT_SETTINGS>, 'settings' | 'invalid'>): string[] {
  const queries = [...new Set(settings.query)];
  const ofBroker = settings.endpoint === 'current' || settings.endpoint === 'legacy';
  const wrong = queries.find((query) => !(ofBroker ? /^\d{1,20}$/.test(query) : isQueryId(query)));
  if (wrong !== undefined) {
    throw invalid('query', `names ${jsonText(wrong)}, which is no query ID.`, QUERY_ADVICE);
  }
  if (queries.length > 0) return queries;
  throw new FlexError('FLEX_USAGE', 'No query is named.', {
    advice: `Give --query ID, or set FLEXETL_QUERY. ${QUERY_ADVICE}`,
  });
}

const QUERY_ADVICE = 'The ID is the number that Client Portal shows beside the name of a query.';

/**
 * What is to be fetched: for each query in turn its windows, the newest first.
 * @throws FlexError FLEX_USAGE or FLEX_CONFIG for settings that do not go together
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
  if (to > today) throw call.invalid('until', `is ${to}, and in New York it is ${today}.`);
  if (from > to) throw call.invalid('from', `is ${from}, which is after the last day, ${to}.`);
  if (daysBetween(from, to) >= LONGEST_SPAN) {
    throw call.invalid('from', `is ${from}, and a span has at most ${LONGEST_SPAN} days.`);
  }
  return splitSpan({ from, to });
}
