/**
 * The environments that install.sh makes. A test of a program that is not installed is skipped, and
 * says so.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** The Python of a group. */
export const pythonOf = (group: string): string =>
  join(ROOT, '.tmp/ecosystem', group, 'bin/python');

/** The reason to skip, for a title. */
export const notRun = (group: string): string =>
  ` (skipped: test/ecosystem/install.sh ${group} was not run)`;

/** Nothing where the program is there; else the reason to skip, for a title. */
export const missing = (group: string): string =>
  existsSync(pythonOf(group)) ? '' : notRun(group);

export interface Ran {
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a script of this folder to its end. @throws where it fails */
export function python(
  group: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env?: Readonly<Record<string, string>> },
): Promise<Ran> {
  const { cwd, env = {} } = options;
  return promisify(execFile)(pythonOf(group), args, {
    cwd,
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1', ...env },
    maxBuffer: 64 * 1024 * 1024,
  });
}
