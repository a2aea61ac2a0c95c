/**
 * Telling a person what is waited for, once it takes so long that one wonders. What is done with
 * the words is decided by the commands.
 */

/** Takes one sentence that says what is waited for, and until when if that is known. */
export type TellWait = (sentence: string) => void;

/** Milliseconds after which one wonders. */
const LONG = 2_000;

/** The promise, and one word to `tell` where it is not settled after two seconds. */
export async function tellIfLong<T>(work: Promise<T>, tell: (() => void) | undefined): Promise<T> {
  if (tell === undefined) return work;
  const timer = setTimeout(tell, LONG);
  // It keeps no process alive whose work has ended.
  timer.unref();
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

/** The time of day in so many milliseconds, by the clock on the wall: `14:30:05`. */
export function timeIn(milliseconds: number): string {
  return new Date(Date.now() + milliseconds).toLocaleTimeString('en-GB');
}
