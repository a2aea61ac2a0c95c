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
  schemas: text('DIR', 'schema files that add to, or take the place of, those of flexetl'),
  logLevel: choice(
    LOG_LEVELS,
    'least severe lines on stderr (default: info on a terminal, else warn)',
  ),
  logFormat: choice(
    LOG_FORMATS,
    'form of the lines on stderr (default: pretty on a terminal, else json)',
  ),
  umask: mask(
    'rights withheld from the files and directories that are made (default: 077, all but the' +
      " owner's)",
  ),
} as const;

export type GlobalValues = Values<typeof GLOBAL_SETTINGS>;

/** Where rows are. */
export const DESTINATION_SETTING = {
  to: text(
    'DEST',
    `destination: ${DESTINATIONS.map(({ shortForm }) => shortForm).join(', ')}`,
    DEFAULT_DESTINATION,
  ),
} as const;

/** How times and dates are read. */
export const TIME_SETTINGS = {
  timezone: timezone('zone of times that name none', BROKER_TIMEZONE),
  dateOrder: choice(['auto', 'mdy', 'dmy'], 'order of day and month in dates with slashes', 'auto'),
} as const;

/** How the summary is delivered. */
export const SUMMARY_SETTINGS = {
  summaryFile: text('PATH', 'write the summary to a file too'),
  skipExitCode: integer('N', 'exit status where there was nothing new', { min: 0, max: 255 }),
  json: flag('print the summary as JSON also on a terminal'),
} as const;
