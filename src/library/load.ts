/**
 * `load` of the library: sources into a destination or a sink, with an outcome for each input. The loop
 * over inputs is pipeline/load-inputs.ts.
 */
import { randomUUID } from 'node:crypto';
import { Catalog } from '../catalog/catalog.js';
import { FlexError } from '../errors.js';
import { loadInput, type InputOutcome } from '../pipeline/load-input.js';
import { openDestination } from '../sinks/destinations.js';
import type { Mode, Sink, SinkOptions } from '../sinks/sink.js';
import { VERSION } from '../version.js';
import { type Input, type ReadOptions, sourceOf, readingOptions } from './report.js';

export interface LoadOptions extends ReadOptions {
  readonly source: Input | readonly Input[];
  /** A DEST as on the command line, or a sink of one's own; the latter is not closed. */
  readonly sink: string | Sink;
  /** Default merge. */
  readonly mode?: Mode;
  readonly strict?: boolean;
  readonly force?: boolean;
  readonly dryRun?: boolean;
  readonly allowOverlap?: boolean;
}

/**
 * Loads reports, each wholly or not at all.
 * @returns what became of each input, in order; errors of inputs are in there
 * @throws FlexError where the destination cannot be opened or closed, FLEX_CONFIG where `only` or
 *   `skip` names no section
 */
export async function load(options: LoadOptions): Promise<InputOutcome[]> {
  const catalog = options.catalog ?? Catalog.load();
  const reading = readingOptions(options, catalog);
  const sinkOptions: SinkOptions = {
    catalog,
    timezone: reading.timezone,
    mode: options.mode ?? 'merge',
    force: options.force ?? false,
    dryRun: options.dryRun ?? false,
    allowOverlap: options.allowOverlap ?? false,
  };
  const own = typeof options.sink === 'string';
  const sink = own ? await openDestination(options.sink, sinkOptions, VERSION) : options.sink;
  const outcomes: InputOutcome[] = [];
  try {
    for (const input of inputsOf(options.source)) {
      const source = sourceOf(input);
      try {
        outcomes.push(
          await loadInput(source, sink, {
            ...reading,
            loadId: randomUUID(),
            strict: options.strict ?? false,
          }),
        );
      } finally {
        await source.close();
      }
    }
  } catch (thrown) {
    if (own) await sink.close('abandoned');
    throw thrown;
  }
  if (own) await sink.close('done');
  return outcomes;
}

function inputsOf(source: LoadOptions['source']): readonly Input[] {
  return Array.isArray(source) ? (source as readonly Input[]) : [source as Input];
}

/** Throws the error of the first input that failed, for those who want all or an exception. */
export function assertLoaded(outcomes: readonly InputOutcome[]): void {
  const failed = outcomes.find(({ error }) => error !== undefined);
  if (failed?.error !== undefined) throw failed.error;
  if (outcomes.length === 0) throw new FlexError('FLEX_INPUT_NOT_FOUND', 'There was no input.');
}
