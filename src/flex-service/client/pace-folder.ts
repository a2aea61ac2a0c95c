/**
 * Remembers the pace of a token in a folder, for all processes of a user. Each state is a numbered
 * file; the next state is the next number. A file appears with its whole content under a free
 * number, or not at all (a hard link), so the process that creates it knows that no other came
 * between. There is no lock, so a killed process leaves nothing to break.
 *
 * The highest number only grows: an older file is removed when some newer ones exist. A process
 * that creates a number which had already been removed sees a higher one afterwards, deletes its
 * file, and starts again.
 */
import { createHash, randomUUID } from 'node:crypto';
import { link, lstat, readdir, readFile, stat, unlink, writeFile } from 'node:fs/promises';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { makeDirectories } from '../../files/directories.js';
import { NO_REQUESTS, type Pace, type PaceState, type PaceStore } from './pace.js';
import type { Secret } from './token.js';

/**
 * How many older states are kept; one would be enough if directories were always listed atomically.
 */
const KEPT = 4;
/** Milliseconds after which unfinished files of killed processes are removed. */
const ABANDONED = 60_000;

/** The store of a token; undefined if no folder is writable. */
export async function openPaceFolder(
  token: Secret,
  pace: Pace,
  env: Readonly<Record<string, string | undefined>>,
): Promise<PaceStore | undefined> {
  const name = `pace-${fingerprint(token)}`;
  for (const folder of candidates(env)) {
    if (await isOurs(folder)) return new PaceFolder(folder, name, pace);
  }
  return undefined;
}

/** Identifies a token without revealing it. */
function fingerprint(token: Secret): string {
  return createHash('sha256').update(`flexetl pace ${token.reveal()}`).digest('hex').slice(0, 16);
}

function candidates(env: Readonly<Record<string, string | undefined>>): string[] {
  const state = env['XDG_STATE_HOME'] ?? '';
  const home = env['HOME'] ?? homedir();
  return [
    ...(isAbsolute(state) ? [join(state, 'flexetl')] : []),
    ...(isAbsolute(home) ? [join(home, '.local', 'state', 'flexetl')] : []),
    join(tmpdir(), `flexetl-${process.getuid?.() ?? 'state'}`),
  ];
}

/**
 * Creates the folder if needed, for this user alone. In /tmp, another user may have created one.
 */
async function isOurs(folder: string): Promise<boolean> {
  try {
    await makeDirectories(folder, { mode: 0o700 });
    const stats = await lstat(folder);
    if (!stats.isDirectory()) return false;
    if (process.getuid !== undefined && stats.uid !== process.getuid()) return false;
    const probe = join(folder, `.probe-${randomUUID()}`);
    await writeFile(probe, '', { flag: 'wx', mode: 0o600 });
    await unlink(probe);
    return true;
  } catch {
    return false;
  }
}

class PaceFolder implements PaceStore {
  constructor(
    private readonly folder: string,
    private readonly name: string,
    private readonly pace: Pace,
  ) {}

  async update<T>(change: (state: PaceState) => { next?: PaceState; result: T }): Promise<T> {
    for (;;) {
      const newest = (await this.numbers()).at(-1) ?? 0;
      const state = newest === 0 ? NO_REQUESTS : await this.read(newest);
      if (state === undefined) continue;
      const { next, result } = change(state);
      if (next === undefined) return result;
      if (!(await this.make(newest + 1, next))) continue;
      const numbers = await this.numbers();
      if (numbers.at(-1)! > newest + 1) {
        await unlinkIfThere(this.path(newest + 1));
        continue;
      }
      await this.sweep(numbers);
      return result;
    }
  }

  private path(number: number): string {
    return join(this.folder, `${this.name}.${number}`);
  }

  /** In ascending order. */
  private async numbers(): Promise<number[]> {
    return (await readdir(this.folder))
      .filter((file) => file.startsWith(`${this.name}.`))
      .map((file) => file.slice(this.name.length + 1))
      .filter((rest) => /^\d{1,15}$/.test(rest))
      .map(Number)
      .sort((a, b) => a - b);
  }

  /** @returns undefined if it has been removed in the meantime */
  private async read(number: number): Promise<PaceState | undefined> {
    const path = this.path(number);
    try {
      const state = asState(await readFile(path, 'utf8'));
      if (state !== undefined) return state;
      // Damaged or incomplete: treated as if the pace had been used up at its creation.
      return { ...NO_REQUESTS, notBefore: (await stat(path)).mtimeMs + this.pace.window };
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw thrown;
    }
  }

  /** @returns false if another process has created that number */
  private async make(number: number, state: PaceState): Promise<boolean> {
    const text = JSON.stringify(state);
    const draft = join(this.folder, `${this.name}.draft-${randomUUID()}`);
    try {
      await writeFile(draft, text, { flag: 'wx', mode: 0o600 });
      await link(draft, this.path(number)).catch(async (thrown: unknown) => {
        // Without hard links, a reader may see a file that is only half written.
        if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') throw thrown;
        await writeFile(this.path(number), text, { flag: 'wx', mode: 0o600 });
      });
      return true;
    } catch (thrown) {
      if ((thrown as NodeJS.ErrnoException).code === 'EEXIST') return false;
      throw thrown;
    } finally {
      await unlinkIfThere(draft);
    }
  }

  private async sweep(numbers: readonly number[]): Promise<void> {
    for (const number of numbers.slice(0, -KEPT)) await unlinkIfThere(this.path(number));
    for (const file of await readdir(this.folder)) {
      if (!file.startsWith(`${this.name}.draft-`)) continue;
      const path = join(this.folder, file);
      const made = await stat(path).then(
        ({ mtimeMs }) => mtimeMs,
        () => Infinity,
      );
      if (Date.now() - made > ABANDONED) await unlinkIfThere(path);
    }
  }
}

async function unlinkIfThere(path: string): Promise<void> {
  await unlink(path).catch((thrown: unknown) => {
    if ((thrown as NodeJS.ErrnoException).code !== 'ENOENT') throw thrown;
  });
}

function asState(text: string): PaceState | undefined {
  try {
    const { requests, notBefore, stoppedUntil } = JSON.parse(text) as Record<string, unknown>;
    if (!Array.isArray(requests)) return undefined;
    if (![...(requests as unknown[]), notBefore, stoppedUntil].every(Number.isFinite))
      return undefined;
    return { requests, notBefore, stoppedUntil } as PaceState;
  } catch {
    return undefined;
  }
}
