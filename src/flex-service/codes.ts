/**
 * The error codes of the Flex Web Service, and what to do about each: one table for the client, for
 * the parser when it gets such an answer instead of a report, and for the fake service. No requests
 * here.
 *
 * There is no 1002. 1025 is not in the service's own list, but it is sent.
 */
import type { ErrorCode } from '../errors.js';

/**
 * How a client reacts to an answer:
 * - `poll`: not ready; the same request again, as long as the user waits;
 * - `slow`: too many requests; the same request again, after a pause for every request with this
 *   token;
 * - `retry`: perhaps temporary; the same request a few times more, then `error`;
 * - `stop`: no retry helps: `error` at once.
 */
export type ServiceAction = 'poll' | 'slow' | 'retry' | 'stop';

export interface ServiceCode {
  /** Its meaning: the end of a sentence that begins with the code. */
  readonly meaning: string;
  /** Advice: sentences. */
  readonly advice: string;
  readonly action: ServiceAction;
  /** Pauses before the second call, the third …, in seconds; `poll` and `slow` repeat the last. */
  readonly pauses: readonly number[];
  /** The code of flexetl if there is no report in the end. */
  readonly error: ErrorCode;
  /** The service's own words, from its documentation; for 1025, in the style of the others. */
  readonly message: string;
}

/** Small reports are ready in a second or two; large ones take minutes. */
const SOON = [2, 3, 5, 10, 20, 30];
/** Ten requests a minute are allowed, in practice fewer. */
const SLOWLY = [20, 40, 60, 120, 180];
const A_FEW_TIMES = [5, 15, 45];

type Told = Pick<ServiceCode, 'message' | 'meaning' | 'advice'>;

const poll = (told: Told): ServiceCode => ({
  ...told,
  action: 'poll',
  pauses: SOON,
  error: 'FLEX_SERVICE_BUSY',
});
const slow = (told: Told): ServiceCode => ({
  ...told,
  action: 'slow',
  pauses: SLOWLY,
  error: 'FLEX_SERVICE_BUSY',
});
const retry = (told: Told): ServiceCode => ({
  ...told,
  action: 'retry',
  pauses: A_FEW_TIMES,
  error: 'FLEX_SERVICE_UNAVAILABLE',
});
const stop = (told: Told, error: ErrorCode = 'FLEX_SERVICE_REFUSED'): ServiceCode => ({
  ...told,
  action: 'stop',
  pauses: [],
  error,
});

const SHORTLY = 'Please try again shortly.';
const NOT_READY = 'Wait until the broker has closed its day, then fetch the report again.';
const NEW_TOKEN =
  'In Client Portal, under Settings, Flex Web Service, make a new token (the old one ends with ' +
  'it) and fetch the report again.';

/** By the code that the service sends. */
export const SERVICE_CODES: ReadonlyMap<string, ServiceCode> = new Map([
  [
    '1001',
    retry({
      message: `Statement could not be generated at this time. ${SHORTLY}`,
      meaning: 'the service could not generate the report',
      advice:
        'Wait some minutes, then fetch the report again. If that never helps: old addresses of ' +
        'the service and version 2 of its protocol answer like this for good.',
    }),
  ],
  [
    '1003',
    stop(
      {
        message: 'Statement is not available.',
        meaning: 'there is no such report',
        advice:
          'Check the period: a window without activity, or one that ends on a day that is not ' +
          'over, can have none.',
      },
      'FLEX_SERVICE_NO_REPORT',
    ),
  ],
  [
    '1004',
    poll({
      message: `Statement is incomplete at this time. ${SHORTLY}`,
      meaning: 'the report is not complete yet',
      advice: NOT_READY,
    }),
  ],
  [
    '1005',
    poll({
      message: `Settlement data is not ready at this time. ${SHORTLY}`,
      meaning: 'the settlement data is not ready yet',
      advice: NOT_READY,
    }),
  ],
  [
    '1006',
    poll({
      message: `FIFO P/L data is not ready at this time. ${SHORTLY}`,
      meaning: 'the FIFO profit and loss is not ready yet',
      advice: NOT_READY,
    }),
  ],
  [
    '1007',
    poll({
      message: `MTM P/L data is not ready at this time. ${SHORTLY}`,
      meaning: 'the mark-to-market profit and loss is not ready yet',
      advice: NOT_READY,
    }),
  ],
  [
    '1008',
    poll({
      message: `MTM and FIFO P/L data is not ready at this time. ${SHORTLY}`,
      meaning: 'neither FIFO nor mark-to-market profit and loss is ready yet',
      advice: NOT_READY,
    }),
  ],
  [
    '1009',
    poll({
      message: `The server is under heavy load. Statement could not be generated at this time. ${SHORTLY}`,
      meaning: 'the service is overloaded',
      advice: 'Wait some minutes, then fetch the report again.',
    }),
  ],
  [
    '1010',
    stop(
      {
        message:
          'Legacy Flex Queries are no longer supported. Please convert over to Activity Flex.',
        meaning: 'the query is of a kind that the service no longer supports',
        advice: 'In Client Portal, make an Activity Flex query that selects the same sections.',
      },
      'FLEX_SERVICE_QUERY',
    ),
  ],
  [
    '1011',
    stop({
      message: 'Service account is inactive.',
      meaning: 'the Flex Web Service is disabled for this user',
      advice: 'In Client Portal, under Settings, Flex Web Service, enable it.',
    }),
  ],
  [
    '1012',
    stop({
      message: 'Token has expired.',
      meaning: 'the token has expired',
      advice: NEW_TOKEN,
    }),
  ],
  [
    '1013',
    stop({
      message: 'IP restriction.',
      meaning: 'the token may not be used from this IP address',
      advice:
        'Fetch from the address that the token was made for, or make a token without one in ' +
        'Client Portal, under Settings, Flex Web Service.',
    }),
  ],
  [
    '1014',
    stop(
      {
        message: 'Query is invalid.',
        meaning: 'the query is not valid',
        advice: 'Check the query ID in Client Portal: it belongs to the user who made the query.',
      },
      'FLEX_SERVICE_QUERY',
    ),
  ],
  [
    '1015',
    stop({
      message: 'Token is invalid.',
      meaning: 'the token is not valid',
      advice: NEW_TOKEN,
    }),
  ],
  [
    '1016',
    stop(
      {
        message: 'Account in invalid.',
        meaning: 'an account of the query is not valid',
        advice: 'In Client Portal, edit the query and choose its accounts again.',
      },
      'FLEX_SERVICE_QUERY',
    ),
  ],
  [
    '1017',
    stop(
      {
        message: 'Reference code is invalid.',
        meaning: 'the reference to the report is not valid',
        advice: 'Request the report again: a reference code is for one report and expires.',
      },
      'FLEX_SERVICE_UNAVAILABLE',
    ),
  ],
  [
    '1018',
    slow({
      message:
        'Too many requests have been made from this token. Please try again shortly. Limited to ' +
        'one request per second, 10 requests per minute (per token).',
      meaning: 'too many requests were made with this token',
      advice:
        'Wait ten minutes, then fetch the report again; one request a second and ten a minute ' +
        'are allowed, including polls for a report.',
    }),
  ],
  [
    '1019',
    poll({
      message: `Statement generation in progress. ${SHORTLY}`,
      meaning: 'the report is still being generated',
      advice: 'Wait a minute, then fetch the report again.',
    }),
  ],
  [
    '1020',
    stop({
      message: 'Invalid request or unable to validate request.',
      meaning: 'the service did not accept the request',
      advice:
        'Check token and query ID in Client Portal. A query that was just made can be refused like ' +
        'this for some minutes.',
    }),
  ],
  [
    '1021',
    poll({
      message: `Statement could not be retrieved at this time. ${SHORTLY}`,
      meaning: 'the report could not be delivered',
      advice: 'Wait some minutes, then fetch the report again.',
    }),
  ],
  [
    '1025',
    stop(
      {
        message: 'Too many failed attempts.',
        meaning: 'the query or the token is locked after too many failed attempts',
        advice:
          'Stop sending requests, which prolong the lock. Check token and query, and try again hours later.',
      },
      'FLEX_SERVICE_LOCKED',
    ),
  ],
]);

const UNKNOWN = retry({
  message: '',
  meaning: 'the service did not deliver the report, for a reason that is not documented',
  advice: 'Wait some minutes, then fetch the report again.',
});

/**
 * The entry of a code. An unknown code is retried a few times, unless the message mentions a lock,
 * which more requests would prolong.
 */
export function serviceCode(code: string | undefined, message = ''): ServiceCode {
  const known = code === undefined ? undefined : SERVICE_CODES.get(code);
  if (known !== undefined) return known;
  const locked = /too many (?:failed|invalid)|\block(?:ed)?\b/i.test(message);
  return locked ? SERVICE_CODES.get('1025')! : UNKNOWN;
}
