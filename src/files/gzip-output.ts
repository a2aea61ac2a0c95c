/**
 * A compressing file output: each input is one gzip member, so that it can be cut off again. No
 * other format here.
 */
import { once } from 'node:events';
import { createGzip, type Gzip } from 'node:zlib';
import { mapErrors } from './fs-errors.js';
import { createFile, FileOutput } from './output.js';

export class GzipOutput extends FileOutput {
  private member: Gzip | undefined;
  private packed: Buffer[] = [];

  static override async create(path: string, mode?: number): Promise<GzipOutput> {
    return new GzipOutput(path, await createFile(path, mode));
  }

  protected override async store(bytes: Uint8Array): Promise<void> {
    const member = (this.member ??= this.begin());
    await mapErrors(
      this.path,
      () =>
        new Promise<void>((resolve, reject) => {
          member.write(bytes, (error) => (error ? reject(error) : resolve()));
        }),
    );
    await this.drain();
  }

  protected override async seal(): Promise<void> {
    const member = this.member;
    if (member === undefined) return;
    this.member = undefined;
    const ended = once(member, 'end');
    member.end();
    await mapErrors(this.path, () => ended);
    await this.drain();
  }

  protected override forget(): void {
    this.member?.destroy();
    this.member = undefined;
    this.packed = [];
  }

  /** At most one piece is on its way into a member, so what gathers here is bounded by it. */
  private begin(): Gzip {
    const member = createGzip();
    member.on('data', (packed: Buffer) => this.packed.push(packed));
    return member;
  }

  private async drain(): Promise<void> {
    const packed = this.packed;
    this.packed = [];
    for (const piece of packed) await this.put(piece);
  }
}
