/**
 * `ndjson:PATH` and `ndjson:-`: one JSON object for each row, in the order of the file. The format
 * of a row is in encoder.ts.
 */
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { FileOutput } from '../../files/output.js';
import type { Batch } from '../../parser/batch.js';
import { dryRunSink, InputsOfCall, AppendCounts } from '../append-only.js';
import { FileTarget, StdoutTarget, type Target } from '../line-target.js';
import type { Committed, InputFacts, InputTransaction, Sink, SinkOptions } from '../sink.js';
import { NdjsonEncoder } from './encoder.js';

/**
 * Opens `ndjson:PATH`, or `ndjson:-` for stdout.
 *
 * A file is written aside and replaces an older one at `close('done')` if anything was committed.
 * On stdout, the rows of an input appear when it is committed; until then they are in a temporary
 * file that no other user can read.
 * @throws FlexError FLEX_CONFIG if PATH is not a file, FLEX_DEST_REFUSED
 */
export async function openNdjson(
  path: string,
  options: SinkOptions,
  stdout: Writable = process.stdout,
): Promise<Sink> {
  const name = `ndjson:${path}`;
  if (path === '-') {
    return options.dryRun
      ? dryRunSink(name, options, true)
      : new NdjsonSink(name, options, await StdoutTarget.open(stdout));
  }
  const target = await FileTarget.open(resolve(path), options.dryRun);
  return options.dryRun ? dryRunSink(name, options) : new NdjsonSink(name, options, target);
}

class NdjsonSink implements Sink {
  readonly name: string;
  readonly decimalLimit = undefined;
  readonly ownsStdout: boolean;
  private readonly target: Target;
  private readonly inputs: InputsOfCall;
  private readonly encoder = new NdjsonEncoder();

  constructor(name: string, options: SinkOptions, target: Target) {
    this.name = name;
    this.ownsStdout = target.isStdout;
    this.target = target;
    this.inputs = new InputsOfCall(options);
  }

  async begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    if (this.inputs.has(input)) return 'already_loaded';
    const output = await this.target.output();
    return new NdjsonLoading(output, this.encoder, async () => {
      await output.settle();
      output.keep();
      await this.target.kept(output);
      this.inputs.add(input);
    });
  }

  async close(outcome: 'done' | 'abandoned'): Promise<void> {
    await this.target.close(outcome === 'done' && this.inputs.count > 0);
  }
}

class NdjsonLoading implements InputTransaction {
  private readonly file: FileOutput;
  private readonly encoder: NdjsonEncoder;
  private readonly keep: () => Promise<void>;
  private readonly counts = new AppendCounts();

  constructor(output: FileOutput, encoder: NdjsonEncoder, keep: () => Promise<void>) {
    this.file = output;
    this.encoder = encoder;
    this.keep = keep;
  }

  async write(batch: Batch): Promise<void> {
    this.counts.add(batch);
    let row = 0;
    while (row < batch.rowCount) {
      row = this.encoder.encode(batch, row, this.file.writer);
      await this.file.flushIfFull();
    }
  }

  async commit(): Promise<Committed> {
    await this.keep();
    return { tables: this.counts.tables };
  }

  async rollback(): Promise<void> {
    await this.file.undo();
  }
}
