/** Runs a program in a process of its own and says what it took. */
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import { join } from 'node:path';
import type { Meter } from './meter.js';

export interface Measured extends Meter {
  /** From start to end, the start of Node included, in seconds. */
  readonly seconds: number;
  readonly stdout: string;
}

const METER = join(import.meta.dirname, 'meter.js');

/** @throws Error where it does not end with status 0 */
export async function measure(
  script: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Measured> {
  const begun = process.hrtime.bigint();
  const child = spawn(process.execPath, ['--import', METER, script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    env: { ...process.env, ...env },
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', resolve);
  });
  const [stdout, meter, status] = await Promise.all([
    text(child.stdout!),
    text(child.stdio[3] as Readable),
    ended.then((code) => ({ code, seconds: Number(process.hrtime.bigint() - begun) / 1e9 })),
  ]);
  if (status.code !== 0)
    throw new Error(`${[script, ...args].join(' ')} ended with ${status.code}.`);
  return { ...(JSON.parse(meter) as Meter), seconds: status.seconds, stdout };
}

/**
 * A program that is not Node's. What it took beside its time it does not tell, so that is NaN.
 * @returns undefined where it is not installed
 * @throws Error where it does not end with status 0
 */
export function measureProgram(program: string, args: readonly string[]): Measured | undefined {
  const begun = process.hrtime.bigint();
  const { error, status } = spawnSync(program, args, { stdio: ['ignore', 'ignore', 'inherit'] });
  const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
  if (error !== undefined) return undefined;
  if (status !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${status}.`);
  return { seconds, stdout: '', peak: NaN, cpu: NaN };
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
