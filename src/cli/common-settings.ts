/** Settings that every command takes. */
import { choice, mask, text, type Values } from './settings.js';

/** The same words as in ../logging.ts, which is not loaded for help. */
const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export const GLOBAL_SETTINGS = {
  schemas: text('DIR', 'schema files that add to, or take the place of, those of flexetl'),
  logLevel: choice(LEVELS, 'least severe lines on stderr (default: info on a terminal, else warn)'),
  logFormat: choice(
    ['pretty', 'json'],
    'form of the lines on stderr (default: pretty on a terminal, else json)',
  ),
  umask: mask(
    'rights withheld from the files and directories that are made (default: 077, all but the' +
      " owner's)",
  ),
} as const;

export type GlobalValues = Values<typeof GLOBAL_SETTINGS>;
