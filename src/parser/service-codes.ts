/**
 * What the error codes of the Flex Web Service mean, and what to do about each.
 *
 * There is no 1002. 1025 is not in the service's own list, and is sent.
 */

export interface ServiceCode {
  /** What it means: the end of a sentence that begins with the code. */
  readonly meaning: string;
  /** What to do next: sentences. */
  readonly advice: string;
}

const code = (meaning: string, advice: string): ServiceCode => ({ meaning, advice });

const NOT_READY = 'Wait until the broker has closed its day, then fetch the report again.';
const NEW_TOKEN =
  'In Client Portal, under Settings, Flex Web Service, make a new token (the old one ends with ' +
  'it) and fetch the report again.';

/** By the code as the service sends it. */
export const SERVICE_CODES: ReadonlyMap<string, ServiceCode> = new Map([
  [
    '1001',
    code(
      'the service did not manage to make the report',
      'Wait some minutes, then fetch the report again. If it never succeeds: old addresses of ' +
        'the service and version 2 of its protocol answer like this for good.',
    ),
  ],
  [
    '1003',
    code(
      'there is no such report',
      'Check the period: a window without activity, or one that ends on a day that is not ' +
        'over, can have none.',
    ),
  ],
  ['1004', code('the report is not complete yet', NOT_READY)],
  ['1005', code('the figures of settlement are not ready yet', NOT_READY)],
  ['1006', code('the FIFO profit and loss is not ready yet', NOT_READY)],
  ['1007', code('the mark-to-market profit and loss is not ready yet', NOT_READY)],
  ['1008', code('neither FIFO nor mark-to-market profit and loss is ready yet', NOT_READY)],
  ['1009', code('the service is overloaded', 'Wait some minutes, then fetch the report again.')],
  [
    '1010',
    code(
      'the query is of a kind that the service has given up',
      'In Client Portal, make an Activity Flex query that selects the same sections.',
    ),
  ],
  [
    '1011',
    code(
      'the service is switched off for this user',
      'In Client Portal, under Settings, Flex Web Service, switch it on.',
    ),
  ],
  ['1012', code('the token has expired', NEW_TOKEN)],
  [
    '1013',
    code(
      'the token may not be used from this IP address',
      'Fetch from the address that the token was made for, or make a token without one.',
    ),
  ],
  [
    '1014',
    code(
      'the query is not valid',
      'Check the query ID in Client Portal: it belongs to the user who made the query.',
    ),
  ],
  ['1015', code('the token is not valid', NEW_TOKEN)],
  [
    '1016',
    code(
      'an account of the query is not valid',
      'In Client Portal, edit the query and choose its accounts again.',
    ),
  ],
  [
    '1017',
    code(
      'the reference to the report is not valid',
      'Ask for the report again: a reference serves one report and does not last.',
    ),
  ],
  [
    '1018',
    code(
      'too many requests were made with this token',
      'Wait ten minutes, then fetch the report again; one request a second and ten a minute ' +
        'are allowed, and asking whether a report is ready counts.',
    ),
  ],
  [
    '1019',
    code(
      'the report is still being generated',
      'This was saved in place of the report: fetch the report again, and wait until it is ready.',
    ),
  ],
  [
    '1020',
    code(
      'the service did not accept the request',
      'Check token and query ID. A query that was just made can be refused like this for some ' +
        'minutes.',
    ),
  ],
  [
    '1021',
    code('the report could not be handed over', 'Wait some minutes, then fetch the report again.'),
  ],
  [
    '1025',
    code(
      'the query or the token is locked after too many failed attempts',
      'Stop asking, which prolongs the lock. Check token and query, and try again hours later.',
    ),
  ],
]);
