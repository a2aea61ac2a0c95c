/** Inputs that are loaded at once: how many, in which order they are told, and how a call ends. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { FlexError, type ErrorCode } from '../../src/errors.js';
import { loadAtOnce } from '../../src/pipeline/load-at-once.js';
import type { InputOutcome } from '../../src/pipeline/load-input.js';
import { InputTracker } from '../../src/pipeline/outcome-queue.js';
import type { Committed, InputTransaction, Sink } from '../../src/sinks/sink.js';
import type { ExpandedInput } from '../../src/sources/inputs.js';
import { bytesSource } from '../../src/sources/stream.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';

const catalog = Catalog.load();
const report = (name: string): ExpandedInput =>
  bytesSource(
    name,
    Buffer.from(
      `<FlexQueryResponse queryName="${name}" type="AF"><FlexStatements count="1"><FlexStatement accountId="U1" fromDate="20240304" toDate="20240304" whenGenerated="20240305;080000"></FlexStatement></FlexStatements></FlexQueryResponse>`,
    ),
  );
const absent = (name: string): ExpandedInput => ({
  name,
  error: new FlexError('FLEX_INPUT_NOT_FOUND', 'There is no such file.'),
});

/** A destination of many sinks, whose commits end when they are told to. */
class Destination {
  readonly committing = new Map<string, (how: 'done' | ErrorCode) => void>();
  private changed: () => void = () => undefined;
  opened = 0;
  most = 0;

  open(): Sink {
    this.opened++;
    const begin = ({ name }: { readonly name: string }): Promise<InputTransaction> =>
      Promise.resolve({
        write: () => Promise.resolve(),
        rollback: () => Promise.resolve(),
        commit: () => this.commit(name),
      });
    const close = (): Promise<void> => Promise.resolve();
    return { name: 'many:', decimalLimit: undefined, ownsStdout: false, begin, close };
  }

  private commit(name: string): Promise<Committed> {
    return new Promise((resolve, reject) => {
      this.committing.set(name, (how) => {
        this.committing.delete(name);
        if (how === 'done') resolve({ tables: new Map() });
        else reject(new FlexError(how, `${name} fails.`));
      });
      this.most = Math.max(this.most, this.committing.size);
      this.changed();
    });
  }

  /** Ends the commit of an input, once it has come to it. */
  async end(name: string, how: 'done' | ErrorCode = 'done'): Promise<void> {
    while (!this.committing.has(name)) {
      await new Promise<void>((resolve) => (this.changed = resolve));
    }
    this.committing.get(name)!(how);
  }
}

function started(inputs: readonly ExpandedInput[], jobs: number, most = Infinity) {
  const destination = new Destination();
  const account = new InputTracker();
  const told: string[] = [];
  const controller = new AbortController();
  const done = loadAtOnce(
    inputs,
    account,
    {
      ...{ catalog, timezone: BROKER_TIMEZONE, dateOrder: 'auto', strict: false, loadId: 'load' },
      signal: controller.signal,
      openSink: () =>
        destination.opened < most
          ? Promise.resolve(destination.open())
          : Promise.reject(new FlexError('FLEX_DEST_REFUSED', 'Too many connections.')),
      onOutcome: (outcome) => told.push(said(outcome)),
    },
    jobs,
  );
  return { destination, account, told, done, controller };
}

const said = ({ name, status, error }: InputOutcome): string => `${name} ${error?.code ?? status}`;

describe('inputs at once', () => {
  it('are told in their order, whatever the order in which they end', async () => {
    const { destination, told, done, account } = started(['a', 'b', 'c', 'd'].map(report), 3);
    await destination.end('c');
    await destination.end('b');
    await destination.end('d');
    expect(told).toEqual([]);
    await destination.end('a');
    await done;
    expect(told).toEqual(['a loaded', 'b loaded', 'c loaded', 'd loaded']);
    expect(account.outcomes.map(said)).toEqual(told);
    expect([destination.opened, destination.most]).toEqual([3, 3]);
  });

  it('are no more than there are jobs, over as many sinks', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `${index}`);
    const { destination, told, done } = started(names.map(report), 2);
    for (const name of names) await destination.end(name);
    await done;
    expect(told).toEqual(names.map((name) => `${name} loaded`));
    expect([destination.opened, destination.most]).toEqual([2, 2]);
  });

  it('go on after one that fails, or names nothing', async () => {
    const inputs = [report('a'), absent('b'), report('c'), absent('d')];
    const { destination, told, done, account } = started(inputs, 2);
    await destination.end('c');
    await destination.end('a', 'FLEX_QUERY_OVERLAP');
    await done;
    expect(told).toEqual([
      ...['a FLEX_QUERY_OVERLAP', 'b FLEX_INPUT_NOT_FOUND'],
      ...['c loaded', 'd FLEX_INPUT_NOT_FOUND'],
    ]);
    expect(account.notAttempted).toEqual([]);
  });

  it('of one account come one after the other, and others go before', async () => {
    const names = ['U1000001_a', 'U1000001_b', 'in/U1000001/c', 'U1000002_d', 'U1000002_e'];
    const { destination, told, done } = started(names.map(report), 2);
    await destination.end('U1000002_d');
    await destination.end('U1000002_e');
    expect([...destination.committing.keys()]).toEqual(['U1000001_a']);
    for (const name of names.slice(0, 3)) await destination.end(name);
    await done;
    expect(told).toEqual(names.map((name) => `${name} loaded`));
    expect(destination.most).toBe(2);
  });

  it('end with an error of the destination, but for those under way', async () => {
    const { destination, told, done, account } = started(['a', 'b', 'c', 'd'].map(report), 2);
    await destination.end('a', 'FLEX_DEST_FULL');
    await destination.end('b');
    await done;
    expect(told).toEqual(['a FLEX_DEST_FULL', 'b loaded']);
    expect(account.notAttempted).toEqual(['c', 'd']);
  });

  it('end with a sink that cannot be opened, but for those under way', async () => {
    const { destination, told, done, account } = started(['a', 'b', 'c'].map(report), 2, 1);
    await destination.end('a');
    await expect(done).rejects.toMatchObject({ code: 'FLEX_DEST_REFUSED' });
    expect(told).toEqual(['a loaded']);
    expect(account.notAttempted).toEqual(['b', 'c']);
  });
});
