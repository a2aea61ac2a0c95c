/** Inputs that a sink puts off: their outcomes are told in order, and end a call where they must. */
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { FlexError, type ErrorCode } from '../../src/errors.js';
import { loadInputs } from '../../src/pipeline/load-inputs.js';
import { InputTracker } from '../../src/pipeline/outcome-queue.js';
import type { InputOutcome } from '../../src/pipeline/load-input.js';
import type { InputTransaction, Settled, Sink } from '../../src/sinks/sink.js';
import { bytesSource } from '../../src/sources/stream.js';
import type { ExpandedInput } from '../../src/sources/inputs.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';

const catalog = Catalog.load();
const text = (name: string): string =>
  `<FlexQueryResponse queryName="${name}" type="AF"><FlexStatements count="1"><FlexStatement accountId="U1" fromDate="20240304" toDate="20240304" whenGenerated="20240305;080000"></FlexStatement></FlexStatements></FlexQueryResponse>`;
const report = (name: string): ExpandedInput => bytesSource(name, Buffer.from(text(name)));
const broken = (name: string): ExpandedInput => bytesSource(name, Buffer.from('<html></html>'));
const piped = (name: string): ExpandedInput => ({
  ...bytesSource(name, Buffer.from(text(name))),
  size: undefined,
});

interface Script {
  /** Inputs that wait at most. */
  readonly most: number;
  /** What becomes of an input when it is committed. */
  readonly becomes?: Readonly<Record<string, ErrorCode>>;
  /** Inputs that cannot wait at all. */
  readonly alone?: readonly string[];
}

/** Puts inputs off, and writes down what is asked of it. */
class PatientSink implements Sink {
  readonly name = 'patient:';
  readonly decimalLimit = undefined;
  readonly ownsStdout = false;
  readonly calls: string[] = [];
  private waiting: string[] = [];

  constructor(private readonly script: Script) {}

  begin({ name }: { readonly name: string }): Promise<InputTransaction> {
    this.calls.push(`begin ${name}`);
    return Promise.resolve({
      write: () => Promise.resolve(),
      putOff: () => {
        const { most, alone = [] } = this.script;
        if (alone.includes(name) || this.waiting.length >= most) return false;
        this.waiting.push(name);
        return true;
      },
      commit: () => {
        this.calls.push(`commit ${name}`);
        const settled = this.outcomeOf(name);
        return settled instanceof FlexError ? Promise.reject(settled) : Promise.resolve(settled);
      },
      rollback: () => {
        this.calls.push(`roll back ${name}`);
        return Promise.resolve();
      },
    });
  }

  async *commitPutOff(): AsyncGenerator<Settled, void, undefined> {
    const { waiting } = this;
    this.calls.push(`settle ${waiting.join(' ')}`);
    try {
      for (const name of waiting) yield await Promise.resolve(this.outcomeOf(name));
    } finally {
      this.waiting = [];
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  private outcomeOf(name: string): Exclude<Settled, 'already_loaded'> {
    const code = this.script.becomes?.[name];
    return code === undefined ? { tables: new Map() } : new FlexError(code, `${name} fails.`);
  }
}

async function loaded(inputs: readonly ExpandedInput[], script: Script) {
  const sink = new PatientSink(script);
  const account = new InputTracker();
  const told: string[] = [];
  await loadInputs(inputs, account, {
    ...{ catalog, timezone: BROKER_TIMEZONE, dateOrder: 'auto', strict: false, loadId: 'load' },
    signal: new AbortController().signal,
    openSink: () => Promise.resolve(sink),
    onOutcome: (outcome) => told.push(said(outcome)),
  });
  expect(told).toEqual(account.outcomes.map(said));
  return { told, left: account.notAttempted, calls: sink.calls };
}

const said = ({ name, status, error }: InputOutcome): string => `${name} ${error?.code ?? status}`;

describe('inputs that are put off', () => {
  it('are settled when no more can wait, and at the end', async () => {
    const { told, calls } = await loaded(['a', 'b', 'c'].map(report), { most: 2 });
    expect(calls).toEqual(['begin a', 'begin b', 'begin c', 'settle a b', 'settle c']);
    expect(told).toEqual(['a loaded', 'b loaded', 'c loaded']);
  });

  it('are told of before an input that failed after them', async () => {
    const inputs = [report('a'), broken('b'), report('c'), broken('d')];
    const { told, calls } = await loaded(inputs, { most: 9 });
    expect(calls).toEqual(['begin a', 'begin c', 'settle a c']);
    expect(told).toEqual(['a loaded', 'b FLEX_HTML', 'c loaded', 'd FLEX_HTML']);
  });

  it('are settled before one that cannot wait', async () => {
    const { told, calls } = await loaded(['a', 'b', 'c'].map(report), { most: 9, alone: ['b'] });
    expect(calls).toEqual(['begin a', 'begin b', 'settle a', 'commit b', 'begin c', 'settle c']);
    expect(told).toEqual(['a loaded', 'b loaded', 'c loaded']);
  });

  it('do not wait for a pipe', async () => {
    const { calls } = await loaded([report('a'), piped('b')], { most: 9 });
    expect(calls).toEqual(['begin a', 'settle a', 'begin b', 'settle b']);
  });

  it('are not put off where there is no other input', async () => {
    const { calls } = await loaded([report('a')], { most: 9 });
    expect(calls).toEqual(['begin a', 'commit a']);
  });

  it('may fail one by one, and the others are loaded', async () => {
    const becomes = { b: 'FLEX_QUERY_OVERLAP' } as const;
    const { told, left } = await loaded(['a', 'b', 'c'].map(report), { most: 9, becomes });
    expect(told).toEqual(['a loaded', 'b FLEX_QUERY_OVERLAP', 'c loaded']);
    expect(left).toEqual([]);
  });

  it('end the call with the first error of the destination: those after it are not attempted', async () => {
    const becomes = { b: 'FLEX_DEST_FULL' } as const;
    const inputs = [...['a', 'b', 'c'].map(report), broken('d'), report('e')];
    const { told, left } = await loaded(inputs, { most: 9, becomes });
    expect(told).toEqual(['a loaded', 'b FLEX_DEST_FULL']);
    expect(left).toEqual(['c', 'd', 'e']);
  });

  it.each(['FLEX_STORE_UNAVAILABLE', 'FLEX_STORE_BUSY'] as const)(
    'end it with %s, which the next object would meet after as many tries',
    async (code) => {
      const failing = {
        ...bytesSource('b', Buffer.from('')),
        open: () => {
          throw new FlexError(code, 'The store does not answer.');
        },
      };
      const { told, left } = await loaded([report('a'), failing, report('c')], { most: 9 });
      expect(told).toEqual(['a loaded', `b ${code}`]);
      expect(left).toEqual(['c']);
    },
  );

  it('end it also where another input was in hand, of which nothing is left', async () => {
    const becomes = { a: 'FLEX_DEST_FULL' } as const;
    const inputs = ['a', 'b', 'c'].map(report);
    const { told, left, calls } = await loaded(inputs, { most: 1, becomes });
    expect(calls).toEqual(['begin a', 'begin b', 'settle a', 'roll back b']);
    expect(told).toEqual(['a FLEX_DEST_FULL']);
    expect(left).toEqual(['b', 'c']);
  });
});
