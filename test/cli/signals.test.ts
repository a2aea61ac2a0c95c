import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Interruption } from '../../src/cli/signals.js';
import type { FlexError } from '../../src/errors.js';
import { interruptible, unlessAborted } from '../../src/pipeline/abort.js';
import type { Source } from '../../src/sources/source.js';

describe('a signal', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  function listening() {
    const process = new EventEmitter();
    const givenUp: FlexError[] = [];
    const interruption = new Interruption({
      process,
      patience: 8000,
      giveUp: (reason) => givenUp.push(reason),
    });
    return { process, givenUp, interruption };
  }

  it('aborts with its reason, the first one only', () => {
    const { process, interruption } = listening();
    expect(interruption.reason).toBeUndefined();
    process.emit('SIGTERM');
    process.emit('SIGINT');
    process.emit('SIGTERM');
    expect(interruption.signal.aborted).toBe(true);
    expect(interruption.reason).toMatchObject({ code: 'FLEX_TERMINATED', exitStatus: 143 });
  });

  it('gives up what does not end', () => {
    const { process, givenUp } = listening();
    process.emit('SIGINT');
    vi.advanceTimersByTime(7999);
    process.emit('SIGINT');
    expect(givenUp).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(givenUp).toMatchObject([{ code: 'FLEX_INTERRUPTED' }]);
  });

  it('gives up nothing that has ended', () => {
    const { process, givenUp, interruption } = listening();
    process.emit('SIGINT');
    interruption.end();
    vi.advanceTimersByTime(20_000);
    expect(givenUp).toEqual([]);
  });
});

describe('work that can be aborted', () => {
  const never = new Promise<never>(() => undefined);

  it('is waited for until the signal comes', async () => {
    const controller = new AbortController();
    const waiting = unlessAborted(never, controller.signal);
    controller.abort(new Error('stop'));
    await expect(waiting).rejects.toThrow('stop');
    await expect(unlessAborted(Promise.resolve(1), controller.signal)).rejects.toThrow('stop');
    await expect(unlessAborted(Promise.resolve(1), new AbortController().signal)).resolves.toBe(1);
  });

  it('is a source that nobody feeds', async () => {
    const controller = new AbortController();
    async function* chunks(): AsyncGenerator<Buffer> {
      yield Buffer.from('a');
      await never;
    }
    const source: Source = {
      name: 'a',
      size: 1,
      open: chunks,
      close: () => Promise.resolve(),
    };
    const read: string[] = [];
    const reading = (async () => {
      for await (const chunk of interruptible(source, controller.signal).open()) {
        read.push(chunk.toString());
        queueMicrotask(() => controller.abort(new Error('stop')));
      }
    })();
    await expect(reading).rejects.toThrow('stop');
    expect(read).toEqual(['a']);
  });

  it('is a source that is closed when its reader stops early', async () => {
    let closed = false;
    // oxlint-disable-next-line typescript/require-await -- a source gives async chunks
    async function* chunks(): AsyncGenerator<Buffer> {
      try {
        yield Buffer.from('a');
        yield Buffer.from('b');
      } finally {
        closed = true;
      }
    }
    const source = { name: 'a', size: 1, open: chunks, close: () => Promise.resolve() };
    for await (const chunk of interruptible(source, new AbortController().signal).open()) {
      expect(chunk.toString()).toBe('a');
      break;
    }
    expect(closed).toBe(true);
  });
});
