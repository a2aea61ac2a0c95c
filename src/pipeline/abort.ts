/**
 * Ends a wait or a reading when a signal is aborted. Signals of the operating system are
 * cli/signals.ts.
 */
import type { FlexError } from '../errors.js';
import type { Source } from '../sources/source.js';

/** The promise, unless the signal is aborted first: then its reason is thrown. */
export async function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  let listener: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    listener = (): void => reject(signal.reason as FlexError);
    signal.addEventListener('abort', listener);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    signal.removeEventListener('abort', listener!);
  }
}

/** The same source; a read of it ends at once when the signal is aborted. */
export function interruptible(source: Source, signal: AbortSignal): Source {
  return {
    name: source.name,
    size: source.size,
    open: (onRead) => untilAborted(source.open(onRead), signal),
    close: () => source.close(),
  };
}

async function* untilAborted(
  chunks: AsyncIterable<Buffer>,
  signal: AbortSignal,
): AsyncGenerator<Buffer, void, undefined> {
  const iterator = chunks[Symbol.asyncIterator]();
  let over = false;
  try {
    while (true) {
      const step = await unlessAborted(iterator.next(), signal);
      over = step.done === true;
      if (step.done === true) return;
      yield step.value;
    }
  } finally {
    // A source that waits for bytes would notice only when they come.
    const closing = over ? undefined : iterator.return?.();
    if (signal.aborted) closing?.catch(() => undefined);
    else await closing;
  }
}
