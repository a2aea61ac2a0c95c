/**
 * A list of inputs in a file or on stdin: `find … -print0`, or a name a line. What each of them
 * stands for is decided in inputs.ts.
 */
import { readFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { FlexError } from '../errors.js';
import { inputError } from './errors.js';

/**
 * The names that a list holds, in its order, each as it would be given on the command line; empty
 * ones are left out. They are separated by NUL where there is one in the list, else by line breaks
 * (`\n` or `\r\n`). A name is taken as it stands, with any spaces. In a list `-` is a file of that
 * name and not stdin.
 * @param path of the list; `-` is stdin
 * @throws FlexError FLEX_INPUT_NOT_FOUND, FLEX_INPUT_UNREADABLE
 */
export async function readFileList(
  path: string,
  stdin: Readable = process.stdin,
): Promise<string[]> {
  let bytes: Buffer;
  try {
    bytes = path === '-' ? await allOf(stdin) : await readFile(path);
  } catch (thrown) {
    throw inputError(path, thrown);
  }
  return namesIn(textOf(path, bytes)).map((name) => (name === '-' ? './-' : name));
}

async function allOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function namesIn(text: string): string[] {
  const names = text.includes('\0') ? text.split('\0') : text.split(/\r?\n/);
  return names.filter((name) => name !== '');
}

function textOf(path: string, bytes: Buffer): string {
  const isGzip = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const text = isGzip ? undefined : utf8(bytes);
  const at = { file: path };
  if (text === undefined || /^\s*<[?!A-Za-z]/.test(text)) {
    const message =
      text === undefined && !isGzip
        ? 'The list of inputs is not UTF-8.'
        : 'It is to be a list of inputs, and looks like a report.';
    const advice =
      'Give --files-from a file with one path a line, or the output of find -print0; name a report as INPUT.';
    throw new FlexError('FLEX_INPUT_UNREADABLE', message, { at, advice });
  }
  return text;
}

/** Without a byte order mark; undefined where it is no UTF-8. */
function utf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
