/** Settings that every command takes. */
import { choice, mask, text, type Values, flag, integer, timezone } from './settings.js';
import { DEFAULT_DESTINATION, DESTINATIONS } from '../sinks/destinations.js';
import { BROKER_TIMEZONE } from '../time/days.js';

/** From the least severe to none at all. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const LOG_FORMATS = ['pretty', 'json'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

export const GLOBAL_SETTINGS = {
  schemas: text('DIR', 'schema files that extend or replace those of flexetl'),
  logLevel: choice(
    LOG_LEVELS,
    'minimum level of the log on stderr (default: info on a terminal, else warn)',
  ),
  logFormat: choice(
    LOG_FORMATS,
    'format of the log on stderr (default: pretty on a terminal, else json)',
  ),
  umask: mask(
    'rights withheld from the files and directories that are made (default: 077, all but the' +
      " owner's)",
  ),
} as const;

export type GlobalValues = Values<typeof GLOBAL_SETTINGS>;

/** Which destination. */
export const DESTINATION_SETTING = {
  to: text(
    'DEST',
    `destination: ${DESTINATIONS.map(({ shortForm }) => shortForm).join(', ')}`,
    DEFAULT_DESTINATION,
  ),
} as const;

/** How times and dates are read. */
export const TIME_SETTINGS = {
  timezone: timezone('time zone assumed when a timestamp has none', BROKER_TIMEZONE),
  dateOrder: choice(['auto', 'mdy', 'dmy'], 'order of day and month in dates with slashes', 'auto'),
} as const;

/** Where the summary goes. */
export const SUMMARY_SETTINGS = {
  summaryFile: text('PATH', 'also write the summary to a file'),
  metricsFile: text('PATH', 'write metrics for Prometheus to a file, such as flexetl.prom'),
  skipExitCode: integer('N', 'exit with N instead of 0 when nothing new was loaded', {
    min: 0,
    max: 255,
  }),
  json: flag('print the summary as JSON, even on a terminal'),
} as const;
