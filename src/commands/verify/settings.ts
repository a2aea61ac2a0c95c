/**
 * The settings of `flexetl verify`: those of a load that shape the rows, because
 * a file is compared as it was loaded.
 */
import { INPUT_SETTINGS } from '../../cli/input-settings.js';
import { DESTINATION_SETTING, TIME_SETTINGS } from '../../cli/general-settings.js';
import { flag, list, text } from '../../cli/settings.js';

export const VERIFYING_SETTINGS = {
  ...INPUT_SETTINGS,
  ...DESTINATION_SETTING,
  only: list('SECTION', 'the files were loaded with these sections and no others'),
  skip: list('SECTION', 'the files were loaded without these sections'),
  ...TIME_SETTINGS,
  asQuery: text('NAME', 'the files were loaded as statements of the query NAME'),
  json: flag('print one JSON document'),
} as const;
