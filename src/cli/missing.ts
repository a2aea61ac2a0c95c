/** Files that may not be there. */

/** What `look` finds, or undefined where there is no such file. Other errors pass. */
export function unlessMissing<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw thrown;
  }
}
