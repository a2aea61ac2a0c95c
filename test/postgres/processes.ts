/**
 * Processes and packages that the tests of the harness need: clusters started by another process,
 * and packages of Postgres in another state than the installed one.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import ts from 'typescript-api';
import { onTestFinished } from 'vitest';
import type { Account } from './account.js';
import type { RunningCluster } from './cluster-process.js';
import { installedPackage } from './native.js';

/** This directory's modules as JavaScript, inside of the checkout, so that they find packages. */
function compiled(): string {
  const parent = resolve(import.meta.dirname, '../../.tmp');
  mkdirSync(parent, { recursive: true });
  const directory = mkdtempSync(join(parent, 'postgres-processes-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }\n');
  const compilerOptions = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2023 };
  for (const name of readdirSync(import.meta.dirname)) {
    if (!name.endsWith('.ts') || name.endsWith('.test.ts')) continue;
    const source = readFileSync(join(import.meta.dirname, name), 'utf8');
    const { outputText } = ts.transpileModule(source, { compilerOptions, fileName: name });
    writeFileSync(join(directory, name.replace(/ts$/, 'js')), outputText);
  }
  return directory;
}

export interface ClusterProcess {
  readonly process: ChildProcess;
  readonly cluster: RunningCluster;
  /** Resolves when it and all that it started have ended. */
  readonly ended: Promise<unknown>;
}

/** A process that has started a cluster; as another account, where one is given. */
export async function clusterProcess(
  packageDirectory: string,
  account: Account = {},
): Promise<ClusterProcess> {
  const ids = [account.uid, account.gid].filter((id) => id !== undefined).map(String);
  const child = spawn(process.execPath, [join(compiled(), 'cluster-process.js'), ...ids], {
    env: { ...process.env, FLEXETL_TEST_POSTGRES_PACKAGE: packageDirectory },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // The guardian holds its stderr: `close` comes when it has ended too.
  const ended = once(child, 'close');
  onTestFinished(() => void child.kill('SIGKILL'));
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => (complaints += text.toString()));
  const lines = createInterface(child.stdout);
  const first = await Promise.race([once(lines, 'line'), ended.then(() => [])]);
  if (typeof first[0] !== 'string') throw new Error(`no cluster was started:\n${complaints}`);
  return { process: child, cluster: JSON.parse(first[0]) as RunningCluster, ended };
}

/** The package that the run tests with. */
export const testedPackage = (): string =>
  process.env['FLEXETL_TEST_POSTGRES_PACKAGE'] ?? installedPackage();

/** A copy of the package as npm leaves it when it runs no install scripts: without symlinks. */
export function packageWithoutLinks(mode: number): string {
  const directory = mkdtempSync(join(tmpdir(), 'flexetl-package-'));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  cpSync(testedPackage(), directory, { recursive: true, verbatimSymlinks: true });
  const list = readFileSync(join(directory, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { target } of JSON.parse(list) as { target: string }[]) {
    rmSync(join(directory, target), { force: true });
  }
  chmodSync(directory, mode);
  return directory;
}
