/** `flexetl fake-service`: a Flex Web Service on this machine, for testing pipelines. */
import { defineCommand } from '../cli/command.js';
import { flag, integer, list, text } from '../cli/settings.js';

const SCRIPT_HELP = `Script: a JSON list of steps. A step is used up by the first call that it is for;
calls without a step are served as usual. Fields, all of them optional:

  on          SendRequest or GetStatement; default: either
  path        only for paths that contain this text
  times       for so many calls; default 1
  delay       milliseconds before the answer
  code        an error code of the service, such as "1018"; with message, word (Warn, Fail)
  status      HTTP status; headers: an object
  redirect    address to redirect to; the parameters go along
  body        report (at once), empty, html, csv, text, huge (with megabytes)
  gzip        true packs the body
  cutAfter    cuts the connection after so many bytes of the body
  endAfter    ends the body there, as if it were whole
  stallAfter  sends so many bytes, and nothing more
  reset       true resets the connection without an answer
  url         address in the answer to SendRequest; urlElement: Url or url

  [{ "on": "SendRequest", "code": "1001" },
   { "on": "GetStatement", "code": "1019", "times": 3 },
   { "on": "GetStatement", "body": "report", "cutAfter": 1000 }]
`;

const SETTINGS = {
  port: integer('N', 'port to listen on, on this machine only (default: any free port)', {
    min: 0,
    max: 65_535,
  }),
  script: text('FILE', 'JSON list of faults, one for each call; see below'),
  token: list('TOKEN', 'accept only these tokens (default: any)'),
  generating: integer(
    'N',
    'how many times to answer "not ready" before delivering a report (default: 1)',
    {
      min: 0,
      max: 1_000_000,
    },
  ),
  throttle: flag('answer 1018 to more than 1 request a second or 10 a minute'),
  rebase: flag('serve any period: move the dates of the newest report to the requested days'),
  json: flag('print the address as JSON, even on a terminal'),
} as const;

const HELP = `Reports are the .xml and .xml.gz files of the directory, at any depth. A report answers
the query IDs that are names of its directories, and its queryName. One in no directory
named by a number (of five digits or more) answers any other number. Of several the newest
is sent; fd and td choose the one of these days, p one of so many days.

With --rebase the newest report of a query serves all other days, too. A request without
days gets as many as the report has, up to the last business day. A day has the same rows
in every window, and the same request gets the same report: dates are moved, and ids
changed, so that each day has its own. Past its own days the report repeats in whole weeks.
Amounts, text and what is said of a whole window stay as they are.

With FLEXETL_HASTY=1 in its environment, a client of this service (and of no other) keeps
no pace and pauses for nothing.
`;

export const fakeService = defineCommand({
  name: 'fake-service',
  summary: 'serve the reports of a directory as the Flex Web Service would, for tests',
  operands: '<DIR>',
  settings: SETTINGS,
  examples: [
    'flexetl fake-service archive/ --port 8080',
    'flexetl fake-service reports/ --rebase',
    'flexetl fake-service reports/ --script faults.json --token 123456',
  ],
  epilogue: `${HELP}\n${SCRIPT_HELP}`,
  run: () => import('./fake-service/run.js'),
});
