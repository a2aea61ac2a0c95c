/**
 * The messages of the Postgres protocol (version 3), as far as a gate must know them: where one
 * ends, and the statement that it holds.
 */

export interface Message {
  /** The type byte as a letter; '' for the first message of a client, which has none. */
  readonly type: string;
  /** All of it, as it goes over the wire. */
  readonly bytes: Buffer;
}

/** A type byte and a length that counts itself; a client's first message has no type. */
const LENGTH_BYTES = 4;

/** Cuts a stream of bytes into messages. */
export class Splitter {
  private rest: Buffer = Buffer.alloc(0);
  private headless: boolean;

  constructor(side: 'client' | 'server') {
    this.headless = side === 'client';
  }

  push(chunk: Buffer): Message[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const messages: Message[] = [];
    for (;;) {
      const typed = this.headless ? 0 : 1;
      if (this.rest.length < typed + LENGTH_BYTES) return messages;
      const length = typed + this.rest.readInt32BE(typed);
      if (this.rest.length < length) return messages;
      const bytes = this.rest.subarray(0, length);
      messages.push({ type: typed === 0 ? '' : String.fromCharCode(bytes[0]!), bytes });
      this.rest = this.rest.subarray(length);
      this.headless = false;
    }
  }
}

/** The SQL of a Query or Parse message. */
export function statementOf({ type, bytes }: Message): string | undefined {
  if (type === 'Q') return bytes.toString('utf8', 5, bytes.length - 1);
  if (type !== 'P') return undefined;
  // The name of the prepared statement, then the SQL, each ended by a zero byte.
  const begin = bytes.indexOf(0, 5) + 1;
  return bytes.toString('utf8', begin, bytes.indexOf(0, begin));
}

/** What a server says when it refuses. */
export interface Refusal {
  readonly sqlstate: string;
  readonly message: string;
}

/** An ErrorResponse. */
export function errorMessage(severity: string, { sqlstate, message }: Refusal): Buffer {
  const fields = { S: severity, V: severity, C: sqlstate, M: message };
  const body = Buffer.from(
    `${Object.entries(fields)
      .map(([field, text]) => `${field}${text}\0`)
      .join('')}\0`,
  );
  const head = Buffer.alloc(1 + LENGTH_BYTES);
  head.write('E');
  head.writeInt32BE(LENGTH_BYTES + body.length, 1);
  return Buffer.concat([head, body]);
}
