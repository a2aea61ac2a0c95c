/**
 * One COPY into a table, as a stream of bytes with the socket's back-pressure. What the bytes
 * are is copy-encoder.ts.
 */
import type pg from 'pg';
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams';

export class CopyIn {
  readonly table: string;
  private readonly stream: CopyStreamQuery;
  /** It may come at any time, also when nobody waits for it. */
  private error: Error | undefined;

  /** @param table quoted */
  constructor(client: pg.Client, table: string) {
    this.table = table;
    this.stream = client.query(copyFrom(`COPY ${table} FROM STDIN`));
    this.stream.on('error', (error: Error) => {
      this.error ??= error;
    });
  }

  /** Resolves when the next bytes may come; these must stay as they are. */
  write(bytes: Buffer): Promise<void> {
    return this.outcome((settle) => this.stream.write(bytes, settle));
  }

  /** Resolves when the server has taken all. */
  end(): Promise<void> {
    return this.outcome((settle) => {
      this.stream.once('finish', () => settle());
      this.stream.end();
    });
  }

  /** Tells the server that the rest will not come. */
  giveUp(): void {
    this.stream.destroy();
  }

  /** Waits for one step, or for the error of the COPY, whichever comes first. */
  private async outcome(begin: (settle: (error?: Error | null) => void) => void): Promise<void> {
    let failed: ((error: Error) => void) | undefined;
    try {
      if (this.error !== undefined) throw this.error;
      await new Promise<void>((resolve, reject) => {
        failed = reject;
        this.stream.once('error', failed);
        begin((error) => {
          if (error) reject(error);
          else resolve();
        });
      });
    } catch (thrown) {
      throw this.error ?? thrown;
    } finally {
      if (failed !== undefined) this.stream.off('error', failed);
    }
  }
}
