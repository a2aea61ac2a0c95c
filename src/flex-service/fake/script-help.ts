/** The form of a script for people. Imports nothing: help is there at once. */

/** The form of a script, for the help of the command. */
export const SCRIPT_HELP = `Script: a JSON list of steps. A step is used up by the first call that it is for;
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
