/**
 * The output formats of the commands that answer a question: the settings, and which one applies.
 */
import { FlexError } from '../errors.js';
import type { CallWith } from './command.js';
import { flag } from './settings.js';

export type AnswerForm = 'text' | 'json' | 'csv';

type FormSettings = Readonly<Record<'json' | 'csv', boolean>>;

/** @param document what JSON prints: `one JSON array of objects` */
export const formSettings = (document: string) => ({
  json: flag(`print ${document}`),
  csv: flag('print CSV (RFC 4180)'),
});

/**
 * The format that applies; the command line overrides the environment.
 * @throws FlexError FLEX_USAGE where two are asked for in one place
 */
export function answerForm(call: CallWith<FormSettings>): AnswerForm {
  const { settings } = call;
  const yields = (name: 'json' | 'csv', other: 'json' | 'csv'): boolean =>
    settings[other] &&
    call.sourceOf(name) === 'environment' &&
    call.sourceOf(other) === 'command line';
  const json = settings.json && !yields('json', 'csv');
  const csv = settings.csv && !yields('csv', 'json');
  if (json && csv) {
    throw new FlexError('FLEX_USAGE', '--json and --csv cannot both be given.', {
      advice: 'Give one of them.',
    });
  }
  return json ? 'json' : csv ? 'csv' : 'text';
}
