/** The settings that every writing command takes, and what they mean to pipeline and sinks. */
import type { Catalog } from '../catalog/catalog.js';
import type { FlexError } from '../errors.js';
import type { Selection } from '../parser/statement.js';
import type { SinkOptions } from '../sinks/sink.js';
import { didYouMean } from '../text/did-you-mean.js';
import { jsonText } from '../text/printable.js';
import type { Call } from './command.js';
import { DESTINATION_SETTING, TIME_SETTINGS, SUMMARY_SETTINGS } from './general-settings.js';
import { choice, flag, list, text, type Values } from './settings.js';

export const WRITING_SETTINGS = {
  ...DESTINATION_SETTING,
  mode: choice(
    ['merge', 'append', 'replace'],
    'how to treat existing rows: merge (the newest statement wins), append (keep every' +
      " statement's rows), replace (clear these accounts' rows first)",
    'merge',
  ),
  only: list('SECTION', 'load these sections and no others'),
  skip: list('SECTION', 'leave these sections out'),
  ...TIME_SETTINGS,
  asQuery: text('NAME', 'load as statements of the query NAME'),
  allowOverlap: flag('load days that another query has delivered; _query tells the rows apart'),
  strict: flag('refuse a file with a literal that does not fit its column'),
  force: flag('load an input again even if the destination has it'),
  dryRun: flag('do everything but write nothing'),
  noDdl: flag(
    'create and alter no schema, table or view; `flexetl schema --format sql` prints the SQL',
  ),
  ...SUMMARY_SETTINGS,
} as const;

export type WritingSettings = typeof WRITING_SETTINGS;
export type WritingValues = Values<WritingSettings>;
export type WritingCall = Call<WritingSettings>;

export function sinkOptionsOf(values: WritingValues, catalog: Catalog): SinkOptions {
  const { mode, force, dryRun, allowOverlap, noDdl, timezone: zone } = values;
  return { catalog, mode, force, dryRun, allowOverlap, noDdl, timezone: zone };
}

/** A call of a command that takes --only and --skip. */
export interface SelectingCall {
  readonly settings: Pick<WritingValues, 'only' | 'skip'>;
  invalid(name: 'only' | 'skip', problem: string, advice?: string): FlexError;
}

/**
 * The sections that are wanted, by canonical name; aliases are accepted.
 * @throws FlexError for a name that is no section
 */
export function selectionOf(call: SelectingCall, catalog: Catalog): Selection {
  const { only, skip } = call.settings;
  const canonical = (setting: 'only' | 'skip', names: readonly string[]): Set<string> =>
    new Set(names.map((name) => sectionNamed(call, catalog, setting, name)));
  return {
    only: only.length === 0 ? undefined : canonical('only', only),
    skip: skip.length === 0 ? undefined : canonical('skip', skip),
  };
}

function sectionNamed(
  call: SelectingCall,
  catalog: Catalog,
  setting: 'only' | 'skip',
  name: string,
): string {
  const section = catalog.section(name);
  if (section !== undefined) return section.name;
  const problem = `names no section ${jsonText(name)}.`;
  throw call.invalid(setting, problem, sectionAdvice(catalog, name));
}

function sectionAdvice(catalog: Catalog, name: string): string {
  const { sections } = catalog;
  const holding = sections.filter((section) => catalog.row(section, name) !== undefined);
  if (holding.length > 0) {
    const names = holding.map(({ name }) => name).join(' and ');
    return `${name} is a row of ${names}, and sections are taken whole.`;
  }
  const known = sections.flatMap((each) => [each.name, ...each.aliases]);
  const form = 'Use section names as in the XML: `Trades`, `CashTransactions`.';
  return didYouMean(name, known, form);
}
