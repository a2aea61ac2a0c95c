/**
 * Where Node keeps compiled code between calls, so that the next one starts sooner. Only Node 22
 * and later can.
 */
import { mkdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** What is asked of `node:module`; absent before Node 22.1. */
export interface CompileCache {
  /** Throws nothing where it cannot write. */
  readonly enableCompileCache?: (directory: string) => unknown;
}

/**
 * Has Node keep compiled code in the user's own folder for caches, where there is one. Never in
 * the temporary directory, Node's default: others can write there, and this is code that runs.
 */
export function keepCompiledCode(env: Environment, { enableCompileCache }: CompileCache): void {
  if (enableCompileCache === undefined) return;
  const folder = foldersOf(env).find(isOurs);
  if (folder === undefined) return;
  const kept = join(folder, 'flexetl');
  try {
    mkdirSync(kept, { recursive: true, mode: 0o700 });
  } catch {
    // A disk that is full or only read: it goes without.
    return;
  }
  if (isOurs(kept)) enableCompileCache(kept);
}

/** In the order in which they are looked at. */
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
 * Whether nobody else can put code there. With `sudo` the home may be of somebody else; what cannot
 * be looked at is not ours.
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
