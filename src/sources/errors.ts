/**
 * Errors of reading an input, in words a person can act on. Every error that leaves src/sources
 * passes through here; nothing else is decided here.
 */
import { FlexError } from '../errors.js';

/** Why the system refuses to read it, and the advice if that of the code does not fit. */
const REASONS: Readonly<Record<string, readonly [reason: string, advice?: string]>> = {
  EACCES: ['permission is denied', 'Make it readable for the user that runs flexetl.'],
  EPERM: ['permission is denied', 'Make it readable for the user that runs flexetl.'],
  EISDIR: ['it is a directory', 'Choose the files in it.'],
  ELOOP: ['its symbolic links form a loop', 'Choose the target file.'],
  EIO: ['the disk or the network drive reported an error', 'Check the drive, then run again.'],
  ESTALE: ['the network drive has lost it', 'Check the drive, then run again.'],
  EMFILE: ['too many files are open', 'Raise the limit of open files, or run fewer processes.'],
  ENFILE: ['too many files are open', 'Raise the limit of open files, or run fewer processes.'],
  ENAMETOOLONG: ['the name is too long', 'Check the path.'],
};

const GZIP_ADVICE = 'Copy the file again, or fetch the report again.';

/** The `code` of errors of the system and of zlib. */
export function systemCode(thrown: unknown): string | undefined {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Any failure of reading `name`, as FLEX_INPUT_NOT_FOUND or FLEX_INPUT_UNREADABLE. */
export function inputError(name: string, thrown: unknown): FlexError {
  const at = { file: name };
  if (thrown instanceof FlexError) return thrown.within(at);
  const code = systemCode(thrown);
  if (code === 'ENOENT' || code === 'ENOTDIR') return noSuchFile(name, thrown);
  if (code === 'Z_BUF_ERROR') {
    return unreadable('Its gzip data is cut off before its end.', GZIP_ADVICE);
  }
  if (code?.startsWith('Z_') === true) {
    return unreadable(`Its gzip data is damaged (${code}).`, GZIP_ADVICE);
  }
  const told = code ?? (thrown instanceof Error ? thrown.message : String(thrown));
  const [reason, advice] = REASONS[told] ?? [];
  if (reason === undefined) return unreadable(`It cannot be read (${told}).`);
  return unreadable(`It cannot be read: ${reason} (${told}).`, advice);

  function unreadable(message: string, advice?: string): FlexError {
    const options = { at, cause: thrown, ...(advice === undefined ? {} : { advice }) };
    return new FlexError('FLEX_INPUT_UNREADABLE', message, options);
  }
}

/** Node shows bytes that are not UTF-8 as U+FFFD, and finds nothing under that name. */
export function noSuchFile(name: string, cause?: unknown): FlexError {
  const advice = name.includes('\uFFFD')
    ? 'If its name has bytes that are not UTF-8, shown as \uFFFD, rename it; else check the path.'
    : 'Check the path.';
  const at = { file: name };
  return new FlexError('FLEX_INPUT_NOT_FOUND', 'There is no such file.', { at, advice, cause });
}

/** The same chunks, with errors reported as those of the input `name`. */
export async function* withInputErrors(
  name: string,
  chunks: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  try {
    yield* chunks;
  } catch (thrown) {
    throw inputError(name, thrown);
  }
}
