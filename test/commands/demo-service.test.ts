/** `npm run demo:service` as a process: what it shows, and that it leaves nothing behind. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Summary } from '../../src/summary/summary.js';

const ROOT = join(import.meta.dirname, '..', '..');

interface Demo {
  readonly process: ChildProcessWithoutNullStreams;
  /** Exit status or signal, when it has ended. */
  readonly ended: Promise<number | string | null>;
  text(): string;
  /** Resolves when it has printed this. */
  until(pattern: RegExp): Promise<RegExpExecArray>;
}

/** The script behind `npm run demo:service`, with settings that it must not heed. */
function start(): Demo {
  const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
  };
  const [program, path = ''] = scripts['demo:service']!.split(' ');
  expect(program).toBe('node');
  const child = spawn(process.execPath, [path], {
    cwd: ROOT,
    env: { ...process.env, FLEXETL_QUERY: '999', FLEXETL_ENDPOINT: 'http://127.0.0.1:1/' },
  });
  onTestFinished(() => void child.kill('SIGTERM'));
  let text = '';
  const looks = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      for (const look of looks) look();
    });
  }
  const ended = new Promise<number | string | null>((settle, failed) => {
    child.once('error', failed);
    child.once('close', (status, signal) => settle(status ?? signal));
  });
  const until = async (pattern: RegExp): Promise<RegExpExecArray> => {
    const found = new Promise<RegExpExecArray>((seen) => {
      const look = (): void => {
        const match = pattern.exec(text);
        if (match !== null) seen(match);
      };
      looks.add(look);
      look();
    });
    const over = ended.then(() => Promise.reject(new Error(`It ended:\n${text}`)));
    return Promise.race([found, over]);
  };
  return { process: child, ended, until, text: () => text };
}

const directoryOf = (text: string): string => /^In (\S+), where/m.exec(text)![1]!;
const urlOf = (text: string): string => /"url":"([^"]+)"/.exec(text)![1]!;

async function expectNothingLeft(text: string): Promise<void> {
  expect(existsSync(directoryOf(text))).toBe(false);
  await expect(fetch(urlOf(text))).rejects.toThrow('fetch failed');
}

describe('the demo of the fake service', () => {
  it('ends its service where a signal ends it', { timeout: 300_000 }, async () => {
    const demo = start();
    await demo.until(/^\$ export/m);
    demo.process.kill('SIGTERM');
    expect(await demo.ended).toBe(143);
    await expectNothingLeft(demo.text());
  });

  it('ends its service where what it prints is not read', { timeout: 300_000 }, async () => {
    const demo = start();
    await demo.until(/^\$ export/m);
    demo.process.stdout.destroy();
    expect(await demo.ended).toBe(1);
    await expectNothingLeft(demo.text());
  });

  it('shows a daily step, a backfill and what came of them', { timeout: 300_000 }, async () => {
    const demo = start();
    expect(await demo.ended, demo.text()).toBe(0);
    const text = demo.text();
    const summaries = text
      .split('\n')
      .filter((line) => line.startsWith('{"schema":"flexetl/summary@1"'))
      .map((line) => JSON.parse(line) as Summary);
    expect(summaries.map(({ status }) => status)).toEqual(['loaded', 'already_loaded', 'loaded']);
    const [daily, again, backfill] = summaries;
    expect(summaries.map(({ files }) => files![0]!.query)).toEqual(Array(3).fill('123456'));
    expect(daily!.tables['trades']!.inserted).toBeGreaterThan(0);
    expect(again!.inputs[0]!.sha256).toBe(daily!.inputs[0]!.sha256);
    expect(backfill!.inputs[0]!.from! < daily!.inputs[0]!.from!).toBe(true);
    // The days that both have are the same in both: nothing is restated.
    const { inserted, overruled, updated, deleted } = backfill!.tables['trades']!;
    expect([inserted > 0, overruled > 0, updated, deleted]).toEqual([true, true, 0, 0]);
    const covered = `${backfill!.inputs[0]!.from!}  ${daily!.inputs[0]!.to!}`;
    expect(text).toMatch(new RegExp(`U1000001 +Everything +${covered} +\\d+ +0 +0`));
    expect(text).toMatch(/files 2 same, 0 differing, 0 not loaded/);
    const months = [...text.matchAll(/^U100000\d +\d{4}-\d\d +(\d+) +(\d+) /gm)];
    expect(months.length).toBeGreaterThan(12);
    expect(months.filter(([, trades, transactions]) => trades !== transactions)).toEqual([]);
    await expectNothingLeft(text);
  });
});
