/**
 * Where Node caches compiled code between calls, so that the next one starts faster. Needs Node 22
 * or later.
 */
import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** The part of `node:module` used here; absent before Node 22.1. */
export interface CompileCache {
  /** Does not throw if it cannot write. */
  readonly enableCompileCache?: (directory: string) => unknown;
}

/**
 * Turns on the compile cache in the user's own cache folder, if there is one. Never in the
 * temporary directory, Node's default: others can write there, and this is code that runs.
 */
export function keepCompiledCode(env: Environment, { enableCompileCache }: CompileCache): void {
  if (enableCompileCache === undefined) return;
  const folder = foldersOf(env).find(isOurs);
  if (folder === undefined) return;
  const kept = join(folder, 'flexetl');
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
  } catch {
    // A full or read-only disk: no cache then.
    return;
  }
  if (isOurs(kept)) enableCompileCache(kept);
}

/** In the order in which they are tried. */
function foldersOf(env: Environment): string[] {
  const home = env['HOME'] ?? homedir();
  return [
    env['XDG_CACHE_HOME'] ?? '',
    join(home, '.cache'),
    join(home, 'Library', 'Caches'),
    env['LOCALAPPDATA'] ?? '',
  ].filter((folder) => isAbsolute(folder));
}

/**
 * Whether no other user can put code there. With `sudo`, the home directory may be another user's;
 * a folder that cannot be examined counts as foreign.
 */
function isOurs(folder: string): boolean {
  try {
    const { uid, mode } = statSync(folder);
    // Windows knows neither; there the folder is below the user's own.
    return process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
  } catch {
    return false;
  }
}
