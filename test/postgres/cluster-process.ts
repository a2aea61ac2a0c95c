/**
 * A program, for tests that kill it: starts a cluster, prints what it is in one line of JSON, and
 * stops it when stdin ends. Arguments: a uid and a gid to become first, where there are any.
 */
import { once } from 'node:events';
import { startCluster } from './cluster.js';

/** What the program prints. */
export interface RunningCluster {
  readonly url: string;
  readonly room: string;
  readonly guardianPid: number | undefined;
  /** Who started it. */
  readonly uid: number | undefined;
}

const [uid, gid] = process.argv.slice(2).map(Number);
if (uid !== undefined && gid !== undefined) {
  process.setgroups?.([]);
  process.setgid?.(gid);
  process.setuid?.(uid);
}
const cluster = await startCluster();
const running: RunningCluster = {
  url: cluster.url(),
  room: cluster.socketDirectory,
  guardianPid: cluster.guardianPid,
  uid: process.getuid?.(),
};
process.stdout.write(`${JSON.stringify(running)}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await cluster.stop();
