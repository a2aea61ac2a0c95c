/**
 * `singer:-` and `singer:PATH`: a stream of SCHEMA, RECORD and STATE. The format of the messages is
 * in the files beside this one.
 */
import { resolve } from 'node:path';
import type { Writable } from 'node:stream';
import type { RowElement } from '../../catalog/section.js';
import type { FileOutput } from '../../files/output.js';
import type { Batch } from '../../parser/batch.js';
import { AppendCounts, dryRunSink, InputsOfCall } from '../append-only.js';
import { FileTarget, StdoutTarget, type Target } from '../line-target.js';
import type { Committed, InputFacts, InputTransaction, Sink, SinkOptions } from '../sink.js';
import { SingerEncoder } from './encoder.js';
import { DECIMALS } from './schema-message.js';
import { readState, stateMessage } from './state.js';

/**
 * Opens the stream. The messages of an input appear when it is committed.
 * @param state file with the STATE that an earlier call has sent, whose inputs are not sent again
 * @throws FlexError FLEX_CONFIG for a file that holds no state, or if PATH is not a file
 */
export async function openSinger(
  path: string,
  state: string | undefined,
  options: SinkOptions,
  stdout: Writable = process.stdout,
): Promise<Sink> {
  const name = `singer:${path}`;
  const inputs = new InputsOfCall(options, state === undefined ? [] : readState(state));
  const isStdout = path === '-';
  if (options.dryRun) {
    if (!isStdout) await FileTarget.open(resolve(path), true);
    return dryRunSink(name, options, isStdout, { inputs, decimalLimit: DECIMALS });
  }
  const target = isStdout
    ? await StdoutTarget.open(stdout)
    : await FileTarget.open(resolve(path), false);
  return new SingerSink(name, inputs, target);
}

class SingerSink implements Sink {
  readonly decimalLimit = DECIMALS;
  readonly ownsStdout: boolean;
  private readonly known = new Set<RowElement>();
  /** Bytes of messages since the last STATE. */
  private unmarked = 0;
  private failed = false;

  constructor(
    readonly name: string,
    private readonly inputs: InputsOfCall,
    private readonly target: Target,
  ) {
    this.ownsStdout = target.isStdout;
  }

  async begin(input: InputFacts): Promise<InputTransaction | 'already_loaded'> {
    if (this.inputs.has(input)) return 'already_loaded';
    const output = await this.target.output();
    const encoder = new SingerEncoder(input.loadId, this.known);
    return new SingerLoading(output, encoder, async (bytes) => {
      this.unmarked += bytes;
      await this.send(output, stateMessage(this.inputs.names(input)));
      this.inputs.add(input);
      for (const element of encoder.announced) this.known.add(element);
    });
  }

  /**
   * A STATE lists all inputs, so one after each of ten thousand small ones would be most of the
   * stream: it comes when what was sent since the last one outweighs it, and at the end.
   */
  private async send(output: FileOutput, state: string): Promise<void> {
    const due = this.unmarked >= state.length;
    if (due) output.writer.append(Buffer.from(state));
    await this.publish(output);
    if (due) this.unmarked = 0;
  }

  private async publish(output: FileOutput): Promise<void> {
    await output.settle();
    output.keep();
    try {
      await this.target.kept(output);
    } catch (thrown) {
      this.failed = true;
      throw thrown;
    }
  }

  /**
   * On stdout the last STATE is there even if nothing was sent, so that a target has one to give
   * back. A file to which nothing came stays as it was.
   */
  async close(outcome: 'done' | 'abandoned'): Promise<void> {
    const published = outcome === 'done' && this.inputs.count > 0;
    try {
      if ((published || this.ownsStdout) && !this.failed) {
        const output = await this.target.output();
        output.writer.append(Buffer.from(stateMessage(this.inputs.names())));
        await this.publish(output);
      }
    } finally {
      await this.target.close(published);
    }
  }
}

class SingerLoading implements InputTransaction {
  private readonly counts = new AppendCounts();
  private bytes = 0;

  constructor(
    private readonly file: FileOutput,
    private readonly encoder: SingerEncoder,
    private readonly keep: (bytes: number) => Promise<void>,
  ) {}

  async write(batch: Batch): Promise<void> {
    this.counts.add(batch);
    let row = 0;
    while (row < batch.rowCount) {
      const before = this.file.writer.length;
      row = this.encoder.encode(batch, row, this.file.writer);
      this.bytes += this.file.writer.length - before;
      await this.file.flushIfFull();
    }
  }

  async commit(): Promise<Committed> {
    await this.keep(this.bytes);
    return { tables: this.counts.tables };
  }

  async rollback(): Promise<void> {
    await this.file.undo();
  }
}
