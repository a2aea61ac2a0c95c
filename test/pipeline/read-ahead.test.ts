/** Inputs that are read before their turn: which, how often, and that nothing else changes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Catalog } from '../../src/catalog/catalog.js';
import { FlexError } from '../../src/errors.js';
import type { InputOutcome } from '../../src/pipeline/load-input.js';
import { loadInputs } from '../../src/pipeline/load-inputs.js';
import { InputTracker } from '../../src/pipeline/outcome-queue.js';
import type { Progress } from '../../src/pipeline/read-input.js';
import { rowTexts, type Batch } from '../../src/parser/batch.js';
import type { InputTransaction, Sink } from '../../src/sinks/sink.js';
import type { ExpandedInput } from '../../src/sources/inputs.js';
import { bytesSource } from '../../src/sources/stream.js';
import type { Source } from '../../src/sources/source.js';
import { BROKER_TIMEZONE } from '../../src/time/days.js';
import { report } from '../commands/reports.js';

const catalog = Catalog.load();
const MIB = 1024 * 1024;

/** Readings of the inputs, and how many of them are open. */
class Readings {
  readonly begun: string[] = [];
  open = 0;

  source(name: string, text: string, size: number | undefined = text.length): Source {
    const bytes = bytesSource(name, Buffer.from(text));
    return {
      ...bytes,
      size,
      open: (onRead) => this.read(name, bytes.open(onRead)),
    };
  }

  private async *read(name: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    this.begun.push(name);
    this.open++;
    try {
      yield* chunks;
    } finally {
      this.open--;
    }
  }
}

/** Keeps what is written, and lets a test look in while an input is committed. */
class Watched implements Sink {
  readonly name = 'watched:';
  readonly decimalLimit = undefined;
  readonly ownsStdout = false;
  readonly written = new Map<string, string[]>();

  constructor(
    private readonly during: (name: string) => Promise<void> | void,
    private readonly known: ReadonlySet<string> = new Set(),
  ) {}

  async begin({ name }: { readonly name: string }): Promise<InputTransaction | 'already_loaded'> {
    if (this.known.has(name)) {
      await this.during(name);
      return 'already_loaded';
    }
    const rows: string[] = [];
    return {
      write: (batch: Batch) => {
        for (let row = 0; row < batch.rowCount; row++) {
          rows.push(JSON.stringify([batch.element.table, ...rowTexts(batch, row)]));
        }
        return Promise.resolve();
      },
      rollback: () => Promise.resolve(),
      commit: async () => {
        await this.during(name);
        this.written.set(name, rows.sort());
        return { tables: new Map() };
      },
    };
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

interface Given {
  readonly during?: (name: string) => Promise<void> | void;
  readonly known?: ReadonlySet<string>;
  readonly controller?: AbortController;
}

async function loaded(inputs: readonly ExpandedInput[], given: Given = {}) {
  const { during = () => undefined, controller = new AbortController() } = given;
  const sink = new Watched(during, given.known);
  const account = new InputTracker();
  const told: string[] = [];
  const progress: Progress[] = [];
  await loadInputs(inputs, account, {
    ...{ catalog, timezone: BROKER_TIMEZONE, dateOrder: 'auto', strict: false, loadId: 'load' },
    signal: controller.signal,
    openSink: () => Promise.resolve(sink),
    onOutcome: (outcome) => told.push(said(outcome)),
    onProgress: (step) => progress.push(step),
  });
  return { told, written: sink.written, left: account.notAttempted, progress };
}

const said = ({ name, status, error }: InputOutcome): string =>
  JSON.stringify([name, status, error?.code, error?.message, error?.at]);

/** Turns of the event loop in which what can be read is read. */
async function aWhile(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await new Promise(setImmediate);
}

const small = (day: number): string => report({ trades: 3 + day });

describe('reading ahead', () => {
  it('takes the rows of small inputs while the one before is committed', async () => {
    const readings = new Readings();
    const inputs = ['a', 'b', 'c'].map((name, day) => readings.source(name, small(day)));
    const during = new Map<string, string[]>();
    const { told, written } = await loaded(inputs, {
      during: async (name) => {
        await aWhile();
        during.set(name, [...readings.begun]);
      },
    });
    expect(told.map((one) => (JSON.parse(one) as unknown[])[1])).toEqual(Array(3).fill('loaded'));
    // Whether inputs are new is not known before the first is settled.
    expect(during.get('a')!.filter((name) => name !== 'a')).toEqual(['b', 'c']);
    expect(during.get('b')!.filter((name) => name === 'c')).toEqual(['c', 'c']);
    expect(during.get('c')).toEqual(readings.begun);
    expect([...written.values()].map((rows) => rows.length)).toEqual([4, 5, 6]);
  });

  it('reads no rows of inputs where those before were loaded already', async () => {
    const readings = new Readings();
    const names = ['a', 'b', 'c', 'd', 'e'];
    const inputs = names.map((name, day) => readings.source(name, small(day)));
    const { told } = await loaded(inputs, { known: new Set(names), during: aWhile });
    expect(told).toHaveLength(5);
    expect(readings.begun.sort()).toEqual(names);
  });

  it.each([
    ['large', MIB + 1],
    ['a pipe', undefined],
  ])('leaves an input alone that is %s, and those after it', async (_, size) => {
    const readings = new Readings();
    const inputs = [
      readings.source('a', small(0)),
      { ...readings.source('b', small(1)), size },
      readings.source('c', small(2)),
    ];
    const before: string[][] = [];
    const { told } = await loaded(inputs, {
      during: async (name) => {
        await aWhile();
        if (name === 'a') before.push([...readings.begun]);
      },
    });
    expect(before).toEqual([['a', 'a']]);
    expect(told).toHaveLength(3);
  });

  it('holds some megabytes of rows at most, and reads on when their turn has come', async () => {
    const readings = new Readings();
    const inputs = Array.from({ length: 24 }, (_, number) =>
      readings.source(`${number}`, report({ trades: 700 + number })),
    );
    const distances: number[] = [];
    const { written } = await loaded(inputs, {
      during: async (name) => {
        await aWhile();
        const twice = readings.begun.filter((one, at, all) => all.indexOf(one) < at).map(Number);
        distances.push(Math.max(...twice) - Number(name));
      },
    });
    const steady = distances.slice(1, 12);
    expect(Math.min(...steady)).toBeGreaterThan(2);
    expect(Math.max(...steady)).toBeLessThan(12);
    expect([...written.values()].map((rows) => rows.length)).toEqual(
      inputs.map((_, number) => 701 + number),
    );
  });

  it('reads an input again that has more rows than it holds', async () => {
    const readings = new Readings();
    // Rows of a few bytes each, which have cells for all columns.
    const rows = '<Trade symbol="X"/>'.repeat(20_000);
    const sparse = small(0).replace('<Trades>', `<Trades>${rows}`);
    const inputs = [
      readings.source('a', small(0)),
      readings.source('b', small(1)),
      readings.source('c', sparse),
    ];
    const { written } = await loaded(inputs, { during: aWhile });
    expect(written.get('c')).toHaveLength(20_000 + 4);
    expect(readings.begun.filter((name) => name === 'c')).toHaveLength(3);
  });

  it('tells what went wrong when the input has its turn', async () => {
    const spoilt = small(2).replace('</Trades>', '<Trade symbol="X" symbol="Y"/></Trades>');
    const inputs: ExpandedInput[] = [
      bytesSource('a', Buffer.from(small(0))),
      bytesSource('b', Buffer.from(small(1))),
      bytesSource('c', Buffer.from(spoilt)),
      bytesSource('d', Buffer.from('<html></html>')),
      { name: 'e', error: new FlexError('FLEX_INPUT_NOT_FOUND', 'There is no such file.') },
      bytesSource('f', Buffer.from(small(3))),
    ];
    const { told, written } = await loaded(inputs, { during: aWhile });
    const codes = told.map((one) => (JSON.parse(one) as unknown[])[2]);
    expect(codes).toEqual([
      null,
      null,
      'FLEX_MALFORMED',
      'FLEX_HTML',
      'FLEX_INPUT_NOT_FOUND',
      null,
    ]);
    expect([...written.keys()]).toEqual(['a', 'b', 'f']);
  });

  it('has closed all inputs when a signal has ended the call', async () => {
    const readings = new Readings();
    const inputs = Array.from({ length: 20 }, (_, day) => readings.source(`${day}`, small(day)));
    const controller = new AbortController();
    const stop = new FlexError('FLEX_INTERRUPTED', 'Interrupted.');
    const { left } = await loaded(inputs, {
      controller,
      during: (name) => {
        if (name === '1') controller.abort(stop);
      },
    });
    expect(readings.open).toBe(0);
    expect(left).toHaveLength(18);
    const { length } = readings.begun;
    await aWhile();
    expect(readings.begun).toHaveLength(length);
  });

  it('counts each byte and row of progress once', async () => {
    const texts = [0, 1, 2, 3].map(small);
    const inputs = texts.map((text, day) => bytesSource(`${day}`, Buffer.from(text)));
    const { progress } = await loaded(inputs, { during: aWhile });
    const sum = (phase: Progress['phase'], of: 'bytes' | 'rows'): number =>
      progress.filter((step) => step.phase === phase).reduce((all, step) => all + step[of], 0);
    const bytes = texts.reduce((all, text) => all + text.length, 0);
    expect([sum('survey', 'bytes'), sum('parse', 'bytes')]).toEqual([bytes, bytes]);
    expect(sum('parse', 'rows')).toBe(4 + 5 + 6 + 7);
  });

  it('changes nothing else', async () => {
    const kinds = fc.constantFrom('small', 'large', 'pipe', 'spoilt', 'html', 'known', 'absent');
    await fc.assert(
      fc.asyncProperty(fc.array(kinds, { maxLength: 9 }), fc.boolean(), async (all, slow) => {
        const known = new Set(all.map((kind, day) => `${kind} ${day}`).filter(isKnown));
        const inputs = all.map((kind, day) => inputOf(kind, day));
        const during = slow ? aWhile : (): void => undefined;
        const together = await loaded(inputs, { during, known });
        const told: string[] = [];
        const written = new Map<string, string[]>();
        for (const [day, kind] of all.entries()) {
          const alone = await loaded([inputOf(kind, day)], { known });
          told.push(...alone.told);
          for (const [name, rows] of alone.written) written.set(name, rows);
        }
        expect(together.told).toEqual(told);
        expect(together.written).toEqual(written);
      }),
      { numRuns: Number(process.env['FUZZ_RUNS'] ?? 60) },
    );
  });
});

const isKnown = (name: string): boolean => name.startsWith('known');

function inputOf(kind: string, day: number): ExpandedInput {
  const name = `${kind} ${day}`;
  if (kind === 'absent') return { name, error: new FlexError('FLEX_INPUT_NOT_FOUND', 'None.') };
  const text =
    kind === 'html'
      ? '<html></html>'
      : kind === 'spoilt'
        ? small(day).replace('</Trades>', '<Trade symbol="X" symbol="Y"/></Trades>')
        : small(day);
  const source = bytesSource(name, Buffer.from(text));
  const size = kind === 'pipe' ? undefined : kind === 'large' ? MIB + 1 : source.size;
  return { ...source, size };
}
