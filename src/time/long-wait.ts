/**
 * Reports what a command is waiting for, once the wait is long enough to worry about. The commands
 * decide how it is shown.
 */

/** Takes a sentence that says what is waited for, and until when if that is known. */
export type TellWait = (sentence: string) => void;

/** Milliseconds after which a wait is reported. */
const LONG = 2_000;

/** The promise; `tell` is called if it is not settled after two seconds. */
export async function tellIfLong<T>(work: Promise<T>, tell: (() => void) | undefined): Promise<T> {
  if (tell === undefined) return work;
  const timer = setTimeout(tell, LONG);
  // The timer keeps no process alive whose work has ended.
  timer.unref();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** The local time N milliseconds from now: `14:30:05`. */
export function timeIn(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toLocaleTimeString('en-GB');
}
