/**
 * The token of the Flex Web Service: where it is read from, and the object that carries it without
 * showing it. It is never an argument of the command line, which every user of the machine can
 * read.
 */
import { open } from 'node:fs/promises';
import { inspect } from 'node:util';
import { REDACTED, registerSecret } from '../../text/redact.js';
import { FlexError } from '../../errors.js';

/** A value that only a method returns, and that prints as `***`. */
export class Secret {
  readonly #value: string;

  /** Redacts the value from now on in all text that passes text/redact.ts. */
  constructor(value: string) {
    this.#value = value;
    registerSecret(value);
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return REDACTED;
  }

  toJSON(): string {
    return REDACTED;
  }

  [inspect.custom](): string {
    return REDACTED;
  }
}

export interface TokenSources {
  /** Prompts a person, if there is one. */
  readonly prompt?: (() => Promise<string>) | undefined;
  /** Takes a sentence for the log. */
  readonly warn?: ((message: string) => void) | undefined;
}

/** Longer than any token; a larger file is something else. */
const MAX_BYTES = 4096;

/** Where container runtimes mount secrets: readable by all users of the container. */
const MOUNTED_SECRETS = /^\/(?:var\/)?run\/secrets\//;

/**
 * The token: FLEXETL_TOKEN, else the content of the file in FLEXETL_TOKEN_FILE, else the answer to
 * the prompt. White space around it is removed; an empty variable counts as unset.
 * @throws FlexError FLEX_TOKEN if there is none, or its file cannot be read
 */
export async function readToken(
  env: Readonly<Record<string, string | undefined>>,
  { prompt, warn }: TokenSources = {},
): Promise<Secret> {
  const given = trimmed(env['FLEXETL_TOKEN'] ?? '');
  if (given !== '') return asToken(given, 'FLEXETL_TOKEN');
  const path = env['FLEXETL_TOKEN_FILE'] ?? '';
  if (path !== '') {
    return asToken(trimmed(await readTokenFile(path, warn)), `The file ${path}`);
  }
  if (prompt !== undefined) return asToken(trimmed(await prompt()), 'The input');
  throw new FlexError('FLEX_TOKEN', 'No token of the Flex Web Service was given.');
}

/** Trims both ends, including the byte order mark of some editors. */
function trimmed(text: string): string {
  return text.replace(/^[\s\uFEFF]+|[\s\uFEFF]+$/g, '');
}

/**
 * No message here says "token: …": the words after it would be redacted as a token.
 * @param where the subject of an error message; never the value itself
 */
function asToken(value: string, where: string): Secret {
  if (value === '') throw new FlexError('FLEX_TOKEN', `${where} is empty.`);
  if (!/^[\x21-\x7e]+$/.test(value)) {
    throw new FlexError(
      'FLEX_TOKEN',
      `${where} has white space or a character that is not ASCII, so it is not a token.`,
    );
  }
  return new Secret(value);
}

async function readTokenFile(path: string, warn: TokenSources['warn']): Promise<string> {
  try {
    const handle = await open(path, 'r');
    try {
      const stats = await handle.stat();
      const others = stats.isFile() && process.platform !== 'win32' && (stats.mode & 0o044) !== 0;
      if (others && !MOUNTED_SECRETS.test(path)) {
        warn?.(`The token file ${path} can be read by other users; \`chmod 600\` prevents that.`);
      }
      const pieces: Buffer[] = [];
      let length = 0;
      for await (const piece of handle.createReadStream({ autoClose: false })) {
        pieces.push(piece as Buffer);
        length += (piece as Buffer).length;
        if (length > MAX_BYTES) throw new FlexError('FLEX_TOKEN', tooLong(path));
      }
      return Buffer.concat(pieces).toString('utf8');
    } finally {
      await handle.close();
    }
  } catch (thrown) {
    if (thrown instanceof FlexError) throw thrown;
    const code = (thrown as NodeJS.ErrnoException).code ?? 'unknown reason';
    throw new FlexError('FLEX_TOKEN', `The token file ${path} cannot be read (${code}).`, {
      cause: thrown,
    });
  }
}

function tooLong(path: string): string {
  return `The file ${path} has more than ${MAX_BYTES} bytes, so it is not a token.`;
}
