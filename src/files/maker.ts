/**
 * The maker of a temporary file, as part of its name, and whether that process is still alive: only
 * files of dead processes may be removed. A process number means nothing outside of its container,
 * and containers share volumes and even host names. So the mark identifies the *place* in which the
 * number is valid: on Linux the boot of the kernel and the process namespace, which two running
 * containers never share. In the same place, a process is dead if no process has its number, or if
 * that one was started at another time. Nothing can be known about another place, so its files are
 * left for a day after the last write, and writing keeps them young. File locks would be better,
 * but Node has none.
 */
import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';

export interface Maker {
  /** Unique to this process, whatever its number. */
  readonly token: string;
  readonly place: string;
  readonly pid: number;
  /** Its start time, in ticks since the boot; `0` if the system does not say. */
  readonly start: string;
}

/** How long files of another place are left alone. */
const FOREIGN_MILLISECONDS = 24 * 60 * 60 * 1000;

let own: Maker | undefined;

function ourselves(): Maker {
  own ??= {
    token: randomBytes(6).toString('hex'),
    place: ourPlace(),
    pid: process.pid,
    start: startOf('self') ?? '0',
  };
  return own;
}

/** The mark of this process: `<token>-<place>-<pid>-<start>`. */
export function makerMark(): string {
  const { token, place, pid, start } = ourselves();
  return `${token}-${place}-${pid}-${start}`;
}

/** @returns undefined if it is not a mark */
export function parseMark(text: string): Maker | undefined {
  const [, token, place, pid, start] =
    /^([0-9a-f]{12})-([0-9a-f]{12})-(\d{1,10})-(\d{1,20})$/.exec(text) ?? [];
  if (token === undefined || place === undefined || start === undefined) return undefined;
  return { token, place, pid: Number(pid), start };
}

/** Whether it was made in our place, where process numbers are comparable. */
export function isOfOurPlace(maker: Maker): boolean {
  return maker.place === ourselves().place;
}

/**
 * Whether the process that made the file is gone.
 * @param now milliseconds since 1970
 */
export async function isAbandoned(maker: Maker, path: string, now: number): Promise<boolean> {
  if (maker.token === ourselves().token) return false;
  if (isOfOurPlace(maker)) return !isAlive(maker);
  return now - (await lastWritten(path)) > FOREIGN_MILLISECONDS;
}

function isAlive({ pid, start }: Maker): boolean {
  const us = ourselves();
  // Our own number: an earlier process had it, or another part of this one made the file.
  if (pid === us.pid) return start !== '0' && start === us.start;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return start === '0' || now === undefined || now === start;
}

/** Time of the last write to it, or to a file of the directory; Infinity if it is gone. */
async function lastWritten(path: string): Promise<number> {
  const inside = await readdir(path).catch(() => []);
  const times = await Promise.all(
    [path, ...inside.map((name) => join(path, name))].map((each) =>
      stat(each).then(
        ({ mtimeMs }) => mtimeMs,
        () => (each === path ? Infinity : 0),
      ),
    ),
  );
  return Math.max(...times);
}

/** Field 22 of its status; field 2 is its name, which may contain anything. */
function startOf(pid: number | 'self'): string | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return status
      .slice(status.lastIndexOf(')') + 2)
      .split(' ')
      .at(19);
  } catch {
    return undefined;
  }
}

/**
 * Systems without namespaces are told apart by their network, because host names are not unique. A
 * place that cannot be identified equals no other.
 */
function ourPlace(): string {
  const hash = createHash('sha256').update(hostname());
  if (process.platform === 'linux') {
    try {
      hash.update(readFileSync('/proc/sys/kernel/random/boot_id'));
      hash.update(readlinkSync('/proc/self/ns/pid'));
    } catch {
      hash.update(randomBytes(6));
    }
  } else {
    const addresses = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    hash.update(JSON.stringify([...new Set(addresses.map(({ mac }) => mac))].sort()));
  }
  return hash.digest('hex').slice(0, 12);
}
