/**
 * Processes that share a volume, a host name and a number, as in containers: each is a process
 * of its own, told that it is in another namespace.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { freshFolder } from '../commands/run.js';

const DIST = pathToFileURL(resolve(import.meta.dirname, '../../dist/'));
/** Every container has the number 1 in it, and sees no process of another. */
const CONTAINER = `
  import { syncBuiltinESMExports } from 'node:module';
  import fs from 'node:fs';
  import os from 'node:os';
  const [, namespace, start] = process.argv;
  Object.defineProperty(process, 'pid', { value: 1 });
  Object.defineProperty(process, 'platform', { value: 'linux' });
  process.kill = (pid) => {
    if (pid !== 1) throw Object.assign(new Error('kill ESRCH'), { code: 'ESRCH' });
  };
  os.hostname = () => 'flexetl';
  const { readFileSync } = fs;
  fs.readlinkSync = () => namespace;
  fs.readFileSync = (path, ...options) =>
    path === '/proc/sys/kernel/random/boot_id' ? 'one boot' :
    /^[/]proc[/](self|1)[/]stat$/.test(path) ? '1 (no) de) ' + 'x '.repeat(19) + start + ' x' :
    readFileSync(path, ...options);
  syncBuiltinESMExports();
  const { asidePath, clearLeftovers } = await import('${DIST.href}/files/atomic.js');
  const { clearTemporary, temporaryPath } = await import('${DIST.href}/files/atomic.js');
`;
const MAKES = `${CONTAINER}
  const folder = process.argv[3];
  const aside = asidePath(folder + '/out');
  fs.mkdirSync(aside);
  fs.writeFileSync(aside + '/trades.csv', 'half');
  fs.writeFileSync(temporaryPath(folder), 'half');
  fs.writeFileSync(asidePath(folder + '/out.ndjson'), 'half');
  process.stdout.write('made');
  setInterval(() => undefined, 1000);`;
const CLEARS = `${CONTAINER}
  const folder = process.argv[3];
  await clearLeftovers(folder + '/out');
  await clearLeftovers(folder + '/out.ndjson');
  await clearTemporary(folder, new Date());`;

interface Container {
  readonly namespace: string;
  /** When its process 1 was started. */
  readonly start: string;
}

function start(program: string, { namespace, start }: Container, folder: string): ChildProcess {
  const flags = ['--input-type=module', '-e', program, namespace, start, folder];
  return spawn(process.execPath, flags, { stdio: ['ignore', 'pipe', 'inherit'] });
}

/** A container that has files half written. */
async function atWork(container: Container, folder: string): Promise<ChildProcess> {
  const process = start(MAKES, container, folder);
  onTestFinished(() => void process.kill('SIGKILL'));
  await once(process.stdout!, 'data');
  return process;
}

async function clear(container: Container, folder: string): Promise<void> {
  const [status] = (await once(start(CLEARS, container, folder), 'exit')) as [number | null];
  expect(status).toBe(0);
}

const ONE = { namespace: 'pid:[1]', start: '100' };
const OTHER = { namespace: 'pid:[2]', start: '100' };

it('another container with the same host name and number leaves what one writes', async () => {
  const folder = freshFolder();
  await atWork(ONE, folder);
  expect(readdirSync(folder)).toHaveLength(3);
  await clear(OTHER, folder);
  expect(readdirSync(folder)).toHaveLength(3);
  // The same process, by number and time of start: another part of it.
  await clear(ONE, folder);
  expect(readdirSync(folder)).toHaveLength(3);
});

it('a process that was started later in the same container clears what an earlier one left', async () => {
  const folder = freshFolder();
  const killed = await atWork(ONE, folder);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  await clear({ ...ONE, start: '200' }, folder);
  expect(readdirSync(folder)).toEqual([]);
});

it('what another container left is cleared a day after the last byte', async () => {
  const folder = freshFolder();
  const killed = await atWork(ONE, folder);
  killed.kill('SIGKILL');
  await once(killed, 'exit');
  const twoDaysAgo = Date.now() / 1000 - 48 * 60 * 60;
  for (const name of readdirSync(folder)) utimesSync(join(folder, name), twoDaysAgo, twoDaysAgo);
  await clear(OTHER, folder);
  // A file in the directory was written since, though the directory itself did not change.
  const [left, ...others] = readdirSync(folder);
  expect(others).toEqual([]);
  utimesSync(join(folder, left!, 'trades.csv'), twoDaysAgo, twoDaysAgo);
  await clear(OTHER, folder);
  expect(readdirSync(folder)).toEqual([]);
});

it('names that bear no mark are not touched', async () => {
  const folder = freshFolder();
  mkdirSync(join(folder, '.out.tmp'));
  for (const name of ['.out.1-0123456789ab-flexetl.tmp', '.flexetl.flexetl.1.tmp', '.out.x.old']) {
    writeFileSync(join(folder, name), '');
  }
  const before = readdirSync(folder);
  await clear(ONE, folder);
  expect(readdirSync(folder)).toEqual(before);
});
