/**
 * Several statements as one message of the simple protocol, COPY FROM STDIN among them with their
 * bytes: one round trip for all. What is in them is the business of others.
 *
 * The server takes the statements one after the other. When one fails, it passes over those after
 * it and over the bytes that were meant for them, says why, and is ready again.
 */
import type pg from 'pg';

/** What the server answered to one statement. */
export interface Answer {
  /** Its tag: `COPY 12`, `INSERT 0 12`, `COMMIT`. */
  readonly command: string;
  /** Rows that it changed, or gave. */
  readonly count: number;
  /** In the order of its columns, each value as text or null. */
  readonly rows: readonly (readonly (string | null)[])[];
}

/** A statement, and the bytes of its COPY in pieces. */
export interface Step {
  readonly sql: string;
  readonly bytes?: readonly Buffer[];
}

const HEADER_BYTES = 5;
const QUERY = 'Q'.charCodeAt(0);
const COPY_DATA = 'd'.charCodeAt(0);
const COPY_DONE = message('c'.charCodeAt(0), 0);

/** The beginning of a message: its kind, and how many bytes it has with this number. */
function message(kind: number, size: number): Buffer {
  const header = Buffer.allocUnsafe(HEADER_BYTES);
  header[0] = kind;
  header.writeInt32BE(size + 4, 1);
  return header;
}

interface Column {
  readonly fields: readonly (string | Buffer | null)[];
}

/**
 * What pg.Client calls a submittable: it hands the connection over, and the messages of the server
 * as they come.
 */
class Script {
  private readonly answers: Answer[] = [];
  private rows: (string | null)[][] = [];
  private failure: Error | undefined;
  private resolve!: (answers: readonly Answer[]) => void;
  private reject!: (error: Error) => void;
  readonly done = new Promise<readonly Answer[]>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });

  constructor(private readonly steps: readonly Step[]) {}

  submit(connection: pg.Connection): void {
    const { stream } = connection;
    stream.cork();
    const text = Buffer.from(`${this.steps.map(({ sql }) => sql).join(';\n')}\0`);
    stream.write(message(QUERY, text.length));
    stream.write(text);
    for (const { bytes } of this.steps) {
      if (bytes === undefined) continue;
      for (const piece of bytes) {
        stream.write(message(COPY_DATA, piece.length));
        stream.write(piece);
      }
      stream.write(COPY_DONE);
    }
    stream.uncork();
  }

  handleRowDescription(): void {
    this.rows = [];
  }

  handleDataRow({ fields }: Column): void {
    this.rows.push(fields.map((field) => (field === null ? null : field.toString())));
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    // Nothing is counted of `CREATE TABLE`.
    const count = Number(text.slice(text.lastIndexOf(' ') + 1));
    this.answers.push({ command: text, count: Number.isNaN(count) ? 0 : count, rows: this.rows });
    this.rows = [];
  }

  handleError(error: Error): void {
    this.failure ??= error;
    // A connection that ends says nothing more.
    this.reject(this.failure);
  }

  handleReadyForQuery(): void {
    if (this.failure === undefined) this.resolve(this.answers);
  }

  handleCopyInResponse(): void {}
  handleCopyData(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

/**
 * Runs the steps in their order, within the transaction that is under way.
 * @param steps SQL without semicolons at the end, and without parameters; the bytes must stay as
 *   they are until the answer
 * @returns an answer for each
 * @throws pg.DatabaseError of the first that fails; none after it was done
 */
export function runScript(client: pg.Client, steps: readonly Step[]): Promise<readonly Answer[]> {
  return client.query(new Script(steps) as unknown as pg.Submittable & Script).done;
}
