/**
 * The digests of the statements of a file, 32 bytes each: there may be a hundred thousand of
 * them. Who reckons them is survey.ts.
 */

/** SHA-256 of each statement, in hex, in the order of the file; an array will do. */
export interface DigestList extends Iterable<string> {
  readonly length: number;
  at(index: number): string | undefined;
}

const DIGEST_BYTES = 32;
const FIRST_DIGESTS = 32;

export class Digests implements DigestList {
  private bytes = Buffer.allocUnsafeSlow(FIRST_DIGESTS * DIGEST_BYTES);
  private count = 0;

  get length(): number {
    return this.count;
  }

  /** @param digest 32 bytes, which are copied */
  push(digest: Buffer): void {
    const start = this.count * DIGEST_BYTES;
    if (start === this.bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * start);
      this.bytes.copy(larger);
      this.bytes = larger;
    }
    digest.copy(this.bytes, start, 0, DIGEST_BYTES);
    this.count++;
  }

  /** @returns undefined where there are not so many */
  at(index: number): string | undefined {
    if (index < 0 || index >= this.count) return undefined;
    return this.bytes.toString('hex', index * DIGEST_BYTES, (index + 1) * DIGEST_BYTES);
  }

  *[Symbol.iterator](): Generator<string, void, undefined> {
    for (let index = 0; index < this.count; index++) yield this.at(index)!;
  }
}
