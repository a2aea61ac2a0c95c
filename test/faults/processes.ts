/**
 * Loads as processes of their own, and what is asked of Postgres about them. Polling is bounded
 * by the test's own bound, and asks for a state that must come.
 */
import type { Summary } from '../../src/summary/summary.js';
import { freshFolder, lastLine, Running, type Ran, type RunOptions } from '../commands/run.js';
import type { FreshDatabase } from '../postgres/database.js';

/**
 * A load at work; nothing comes on its stdin.
 * @param to the destination, given as users do where it holds a password
 */
export function startLoad(
  args: readonly string[],
  to: string,
  { env, ...options }: RunOptions = {},
): Running {
  const running = new Running(['load', ...args], { ...options, env: { ...env, FLEXETL_TO: to } });
  running.process.stdin.end();
  return running;
}

export interface Loaded extends Ran {
  readonly summary: Summary;
}

/** Loads to the end, and reads the summary. */
export async function load(
  args: readonly string[],
  to: string,
  options: RunOptions = {},
): Promise<Loaded> {
  return summarised(await startLoad(args, to, options).ended);
}

export function summarised(ran: Ran): Loaded {
  if (ran.stdout === '') throw new Error(`no summary: ${ran.signal ?? ran.status} ${ran.stderr}`);
  return { ...ran, summary: JSON.parse(lastLine(ran.stdout)) as Summary };
}

/** Ends it as the kernel does when memory is short: nothing of it runs any more. */
export async function kill(running: Running): Promise<Ran> {
  running.process.kill('SIGKILL');
  return running.ended;
}

/** A directory for temporary files, so that a test sees what is left there. */
export const freshTemporary = (): string => freshFolder();

const POLLS = 2000;
const POLL_MILLISECONDS = 10;

/** Asks until it is so. @throws Error where it never becomes so */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  for (let polls = 0; polls < POLLS; polls += 1) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS));
  }
  throw new Error(`It never came about that ${what}.`);
}

/** No connection of flexetl is left, so no lock and no transaction of it. */
export function untilAlone(database: FreshDatabase): Promise<void> {
  return until('no connection is left', async () => (await database.connections()).length === 0);
}

/** Some connection of flexetl waits for a lock. */
export function untilBlocked(database: FreshDatabase, number = 1): Promise<void> {
  return until(`${number} connection(s) wait for a lock`, async () => {
    const [row] = await database.query(
      `SELECT count(*)::int AS n FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'flexetl'
         AND wait_event_type = 'Lock'`,
    );
    return Number(row?.['n']) >= number;
  });
}
