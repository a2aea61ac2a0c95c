/**
 * Errors of the file system as FlexErrors that name the path. How to react is decided elsewhere.
 */
import { dirname } from 'node:path';
import { FlexError, type ErrorCode } from '../errors.js';

/** The code of a system error, and its words. */
const REASONS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOSPC: ['FLEX_DEST_FULL', 'no space is left'],
  EDQUOT: ['FLEX_DEST_FULL', 'the quota is used up'],
  EFBIG: ['FLEX_DEST_FULL', 'the file is too large'],
  EACCES: ['FLEX_DEST_REFUSED', 'permission is denied'],
  EPERM: ['FLEX_DEST_REFUSED', 'permission is denied'],
  EROFS: ['FLEX_DEST_REFUSED', 'the file system is read-only'],
  ENOTDIR: ['FLEX_CONFIG', 'a part of the path is not a directory'],
  EISDIR: ['FLEX_CONFIG', 'it is a directory'],
  ENAMETOOLONG: ['FLEX_CONFIG', 'the name is too long'],
  ELOOP: ['FLEX_CONFIG', 'its symbolic links form a loop'],
};

/** The same error as a FlexError that names the path; FLEX_DEST_FAILED if no code fits better. */
export function destinationError(thrown: unknown, path: string): FlexError {
  if (thrown instanceof FlexError) return thrown;
  const errno = (thrown as NodeJS.ErrnoException).code ?? '';
  const known = REASONS[errno];
  if (known === undefined) {
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new FlexError('FLEX_DEST_FAILED', `${path}: ${message}.`, { cause: thrown });
  }
  const [code, reason] = known;
  const advice = `Make ${dirname(path)} readable and writable, or choose another place.`;
  return new FlexError(code, `${path} cannot be used: ${reason} (${errno}).`, {
    cause: thrown,
    ...(code === 'FLEX_DEST_REFUSED' ? { advice } : {}),
  });
}

/** Runs it; what the file system throws comes out as a FlexError that names the path. */
export async function mapErrors<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    throw destinationError(thrown, path);
  }
}

/** Errors of a file system that has no hard links: FAT, some network shares. */
const WITHOUT_LINKS: ReadonlySet<string> = new Set([
  ...['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK', 'EINVAL'],
]);

/** Whether a hard link failed because the file system has none, and not because of the file. */
export function lacksHardLinks(thrown: unknown): boolean {
  return WITHOUT_LINKS.has((thrown as NodeJS.ErrnoException).code ?? '');
}
