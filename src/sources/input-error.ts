/**
 * What goes wrong while an input is read, in words a person can act on.
 *
 * Every error that leaves src/sources passes here; nothing else is decided here.
 */
import { FlexError } from '../errors.js';

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission is denied',
  EPERM: 'permission is denied',
  EISDIR: 'it is a directory',
  ELOOP: 'its symbolic links go round in a circle',
  EIO: 'the disk or the network drive reported an error',
  ESTALE: 'the network drive has lost it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
};

const GZIP_ADVICE = 'Copy the file again, or fetch the report again.';

/** The `code` that Node puts on the errors of the system and of zlib. */
export function systemCode(thrown: unknown): string | undefined {
  const code = (thrown as { code?: unknown } | null | undefined)?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Any failure of reading `name`, as FLEX_INPUT_NOT_FOUND or FLEX_INPUT_UNREADABLE. */
export function inputError(name: string, thrown: unknown): FlexError {
  const at = { file: name };
  if (thrown instanceof FlexError) return thrown.within(at);
  const code = systemCode(thrown);
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new FlexError('FLEX_INPUT_NOT_FOUND', 'There is no such file.', { at, cause: thrown });
  }
  if (code === 'Z_BUF_ERROR') {
    return unreadable('Its gzip data is cut off before its end.', GZIP_ADVICE);
  }
  if (code?.startsWith('Z_') === true) {
    return unreadable(`Its gzip data is damaged (${code}).`, GZIP_ADVICE);
  }
  const reason = REASONS[code ?? ''];
  const told = code ?? (thrown instanceof Error ? thrown.message : String(thrown));
  return unreadable(reason === undefined ? `It cannot be read (${told}).` : sentence(reason, told));

  function unreadable(message: string, advice?: string): FlexError {
    const options = { at, cause: thrown, ...(advice === undefined ? {} : { advice }) };
    return new FlexError('FLEX_INPUT_UNREADABLE', message, options);
  }
}

function sentence(reason: string, code: string): string {
  return `It cannot be read: ${reason} (${code}).`;
}

/** The same chunks; what goes wrong with them is told as an error of the input `name`. */
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
