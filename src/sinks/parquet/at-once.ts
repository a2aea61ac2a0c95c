/**
 * Work that waits for a disk or for a store, some of it at a time: files on their way, entries of
 * many logs. Nothing of it knows what it is.
 */

/** A disk and a store answer several at a time nearly as fast as one. */
const MOST = 8;

export class AtOnce {
  private readonly running = new Set<Promise<void>>();
  private failed: { readonly thrown: unknown } | undefined;

  /** @param most how many are under way at a time */
  constructor(private readonly most = MOST) {}

  /**
   * Begins once there is room for it, and does not wait for its end.
   * @throws what failed before it; it has not begun then
   */
  async begin(work: () => Promise<unknown>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    if (this.failed !== undefined) throw this.failed.thrown;
    const own: Promise<void> = work().then(
      () => void this.running.delete(own),
      (thrown: unknown) => {
        this.failed ??= { thrown };
        this.running.delete(own);
      },
    );
    this.running.add(own);
  }

  /** When nothing is under way any more. @throws what failed first */
  async end(): Promise<void> {
    await this.settled();
    if (this.failed !== undefined) throw this.failed.thrown;
  }

  /** The same where an error is under way already. */
  async settled(): Promise<void> {
    await Promise.all(this.running);
  }
}

/** Does the same with each of several. @throws what failed first */
export async function atOnce<T>(
  all: Iterable<T>,
  work: (one: T) => Promise<unknown>,
  most?: number,
): Promise<void> {
  const works = new AtOnce(most);
  try {
    for (const one of all) await works.begin(() => work(one));
  } finally {
    await works.settled();
  }
  await works.end();
}
