/**
 * Whom the server's processes run as. Postgres refuses to run as root, so a run
 * of the tests as root hands them to an account that may do nothing else.
 */
import { execFileSync, spawnSync } from 'node:child_process';

/** The user and group of a process, in the form that spawn takes them; empty: as we are. */
export interface Account {
  readonly uid?: number;
  readonly gid?: number;
}

const CANDIDATES = ['postgres', 'nobody'];

const idOf = (flag: '-u' | '-g', name: string): number =>
  Number(
    execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }),
  );

/**
 * Our own account, or, where that is root, `postgres` if the machine has it, else `nobody`.
 * @throws Error where we are root and the machine has neither
 */
export function serverAccount(): Account {
  if (process.getuid?.() !== 0) return {};
  for (const name of CANDIDATES) {
    try {
      return { uid: idOf('-u', name), gid: idOf('-g', name) };
    } catch {
      // No such account; the next one may exist.
    }
  }
  throw new Error(
    `Postgres does not run as root, and there is no account ${CANDIDATES.join(' or ')} here ` +
      'to run it as. Run the tests as another user.',
  );
}

/** Whether the account may read (`-r`), write (`-w`) or enter (`-x`) a path, asked of the system. */
export function may(account: Account, right: '-r' | '-w' | '-x', path: string): boolean {
  return spawnSync('test', [right, path], { ...account, cwd: '/', stdio: 'ignore' }).status === 0;
}
