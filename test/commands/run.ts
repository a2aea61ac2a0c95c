/**
 * Runs the command as users do: a process of its own, in a fresh directory,
 * with nothing of FLEXETL_… in its environment.
 */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

export const CLI = resolve(dirname(fileURLToPath(import.meta.url)), '../../dist/cli.js');

export interface Ran {
  /** null where a signal ended the process. */
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** Default: a fresh directory. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Default: nothing, at its end. */
  readonly stdin?: string | Buffer;
}

const folders: string[] = [];

/** An empty directory, gone when the tests of the file are over. */
export function freshFolder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'flexetl-test-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Environment of a process for which it is noon in New York on that day, `2024-03-12`. */
export function onDay(day: string): Readonly<Record<string, string>> {
  const code = `
    const Real = Date;
    const ahead = Real.parse('${day}T17:00:00Z') - Real.now();
    globalThis.Date = class extends Real {
      constructor(...given) {
        super(...(given.length === 0 ? [Real.now() + ahead] : given));
      }
      static now() {
        return Real.now() + ahead;
      }
    };`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Environment of a process whose stdout says that it is a terminal. */
export function onTerminal(columns = 100): Readonly<Record<string, string>> {
  const code = `Object.assign(process.stdout, { isTTY: true, columns: ${columns} });`;
  return { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` };
}

/** Runs to the end. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<Ran> {
  const running = new Running(args, options);
  running.process.stdin.end(options.stdin ?? '');
  return running.ended;
}

/** A process at work. */
export class Running {
  readonly process: ChildProcessWithoutNullStreams;
  readonly ended: Promise<Ran>;
  stdout = '';
  stderr = '';
  private readonly watchers = new Set<() => void>();

  constructor(args: readonly string[], { cwd = freshFolder(), env = {} }: RunOptions = {}) {
    this.process = spawn(process.execPath, [CLI, ...args], {
      cwd,
      env: { ...cleanEnvironment(), ...env },
    });
    const child = this.process;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.stdout += text;
      this.look();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.stderr += text;
      this.look();
    });
    // What it does not read is of no interest once it has ended.
    child.stdin.on('error', () => undefined);
    this.ended = new Promise((settle, reject) => {
      child.on('error', reject);
      child.on('close', (status, signal) => {
        this.look();
        settle({ status, signal, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  /** Resolves when stderr shows the pattern; rejects when the process ends without it. */
  async untilStderr(pattern: RegExp): Promise<void> {
    const seen = new Promise<void>((found) => {
      const look = (): void => {
        if (!pattern.test(this.stderr)) return;
        this.watchers.delete(look);
        found();
      };
      this.watchers.add(look);
      look();
    });
    const gone = this.ended.then(() => {
      if (!pattern.test(this.stderr)) throw new Error(`never said ${pattern}: ${this.stderr}`);
    });
    await Promise.race([seen, gone]);
  }

  private look(): void {
    for (const watcher of this.watchers) watcher();
  }
}

function cleanEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(FLEXETL_|AIRFLOW_|DAGSTER_|OPENLINEAGE_|NODE_OPTIONS$|FORCE_COLOR$)/.test(name),
  );
  return Object.fromEntries(kept);
}

/** The last line of a text, without its line end; there must be one. */
export function lastLine(text: string): string {
  if (!text.endsWith('\n')) throw new Error(`no line end: ${JSON.stringify(text)}`);
  return text.slice(0, -1).split('\n').at(-1)!;
}

/** The lines of a log. */
export function logLines(stderr: string): Record<string, unknown>[] {
  return stderr
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
}
