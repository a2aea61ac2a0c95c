/** The pace of a token: in one process by a clock of the test, in eight for real. */
import { execFile, spawn } from 'node:child_process';
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createPacer,
  memoryPacer,
  WALL_CLOCK,
  type Pacer,
} from '../../../src/flex-service/client/pacing.js';
import { SERVICE_PACE, type Pace } from '../../../src/flex-service/client/pace.js';
import { Secret } from '../../../src/flex-service/client/token.js';
import { ManualClock } from './manual-clock.js';
import { folderOf, TOKEN } from './talk.js';

const token = new Secret(TOKEN);

/** Whether no two requests are closer than allowed, and no window holds more. */
function violations(times: readonly number[], { spacing, most, window }: Pace): string[] {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted.flatMap((time, at) => {
    const last = at < 1 ? Infinity : time - sorted[at - 1]!;
    const tenth = at < most ? Infinity : time - sorted[at - most]!;
    return [
      ...(last < spacing ? [`${last} ms after the one before`] : []),
      ...(tenth < window ? [`${most + 1} in ${tenth} ms`] : []),
    ];
  });
}

describe('the pace', () => {
  it('is kept whatever the pauses of those who ask', async () => {
    const pauses = fc.array(fc.nat(20_000), { minLength: 15, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(pauses, async (given) => {
        const clock = new ManualClock();
        const pacer = memoryPacer(clock);
        const times: number[] = [];
        for (const pause of given) {
          clock.pass(pause);
          times.push(await pacer.turn());
        }
        expect(violations(times, SERVICE_PACE)).toEqual([]);
        expect(violations(times, { spacing: 1000, most: 10, window: 60_000 })).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('costs the first requests no more than the spacing', async () => {
    const clock = new ManualClock();
    const pacer = memoryPacer(clock);
    const start = clock.now();
    for (let at = 0; at < 10; at++) expect((await pacer.turn()) - start).toBe(at * 1_200);
    expect((await pacer.turn()) - start).toBe(62_000);
  });

  it('that a request cannot wait for is told', async () => {
    const clock = new ManualClock();
    const pacer = memoryPacer(clock);
    await pacer.slowDown(60_000);
    await expect(pacer.turn({ within: 59_000 })).rejects.toMatchObject({
      code: 'FLEX_SERVICE_BUSY',
    });
    expect(clock.waits).toEqual([]);
    await pacer.turn({ within: 60_000 });
  });

  it('pauses for a quarter of an hour where the service asks for more', async () => {
    const clock = new ManualClock();
    const pacer = memoryPacer(clock);
    await pacer.slowDown(3_600_000);
    const start = clock.now();
    expect((await pacer.turn()) - start).toBe(900_000);
  });

  it('is not waited for when the signal comes', async () => {
    const controller = new AbortController();
    const pacer = memoryPacer({
      now: () => 0,
      wait: (_, signal) => {
        controller.abort(new Error('enough'));
        return WALL_CLOCK.wait(1e6, signal);
      },
    });
    await pacer.turn();
    await expect(pacer.turn({ signal: controller.signal })).rejects.toThrow('enough');
  });
});

/** Two pacers are as two processes: they share only the folder. */
async function inFolder(
  clock: ManualClock,
  home = folderOf({}),
): Promise<{ pacer: Pacer; other: Pacer; folder: string }> {
  const env = { XDG_STATE_HOME: home };
  const options = { token, clock, env };
  return {
    pacer: await createPacer(options),
    other: await createPacer(options),
    folder: join(home, 'flexetl'),
  };
}

describe('the folder of a pace', () => {
  it('tells others of requests, pauses and locks', async () => {
    const clock = new ManualClock(Date.now());
    const { pacer, other } = await inFolder(clock);
    const times: number[] = [];
    for (let at = 0; at < 15; at++) times.push(await pacer.turn(), await other.turn());
    expect(violations(times, SERVICE_PACE)).toEqual([]);
    const before = clock.now();
    await pacer.slowDown(90_000);
    expect((await other.turn()) - before).toBeGreaterThanOrEqual(90_000);
    await other.stop();
    await expect(pacer.turn()).rejects.toMatchObject({ code: 'FLEX_SERVICE_LOCKED' });
  });

  it('keeps tokens apart, names none, and is ours alone', async () => {
    const clock = new ManualClock(Date.now());
    const { pacer, folder } = await inFolder(clock);
    for (let at = 0; at < 30; at++) await pacer.turn();
    const another = await createPacer({
      token: new Secret('31415926535'),
      clock,
      env: { XDG_STATE_HOME: join(folder, '..') },
    });
    const before = clock.now();
    expect(await another.turn()).toBe(before);
    const files = readdirSync(folder);
    expect(files.length).toBeLessThan(8);
    const all = files.map((file) => file + readFileSync(join(folder, file), 'utf8')).join('\n');
    expect(all).not.toContain(TOKEN);
    if (process.platform !== 'win32') expect(statSync(folder).mode & 0o777).toBe(0o700);
  });

  it('is in the home directory where no other is named', async () => {
    const home = folderOf({});
    await (await createPacer({ token, env: { HOME: home } })).turn();
    expect(readdirSync(join(home, '.local', 'state', 'flexetl'))).toHaveLength(1);
  });

  it('that cannot be made is done without, or made elsewhere', async () => {
    const home = folderOf({ taken: 'a file' });
    const warnings: string[] = [];
    const env = { XDG_STATE_HOME: join(home, 'taken'), HOME: join(home, 'taken') };
    const temporary = process.env['TMPDIR'];
    process.env['TMPDIR'] = join(home, 'taken');
    try {
      const clock = new ManualClock(Date.now());
      const warn = (message: string) => warnings.push(message);
      const pacer = await createPacer({ token, env, clock, warn });
      const times = [await pacer.turn(), await pacer.turn()];
      expect(violations(times, SERVICE_PACE)).toEqual([]);
    } finally {
      if (temporary === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = temporary;
    }
    expect(warnings).toHaveLength(1);
  });

  it('that goes away is done without', async () => {
    const { rmSync } = await import('node:fs');
    const warnings: string[] = [];
    const home = folderOf({});
    const clock = new ManualClock(Date.now());
    const pacer = await createPacer({
      ...{ token, clock, env: { XDG_STATE_HOME: home } },
      warn: (message) => warnings.push(message),
    });
    await pacer.turn();
    rmSync(home, { recursive: true });
    await pacer.turn();
    expect(warnings.join()).toContain('ENOENT');
  });

  it('that is damaged counts as used up, and mends itself', async () => {
    const clock = new ManualClock(Date.now());
    for (const damage of ['', '{"requests":[1', '[]', '{"requests":["x"]}']) {
      const { pacer, folder } = await inFolder(clock);
      await pacer.turn();
      const path = join(folder, readdirSync(folder)[0]!);
      writeFileSync(path, damage);
      const made = statSync(path).mtimeMs;
      expect(await pacer.turn()).toBeGreaterThanOrEqual(made + SERVICE_PACE.window);
      const next = await pacer.turn();
      expect(next).toBeGreaterThan(made);
    }
  });

  it('does not stop anybody when the clock is set back', async () => {
    const late = new ManualClock(Date.now() + 86_400_000);
    const { pacer, folder } = await inFolder(late);
    await pacer.turn();
    await pacer.slowDown(3_000);
    const clock = new ManualClock(Date.now());
    const { other } = await inFolder(clock, join(folder, '..'));
    expect(await other.turn()).toBe(clock.now());
    expect(clock.waits).toEqual([]);
  });

  it('is swept of what killed processes left', async () => {
    const clock = new ManualClock(Date.now());
    const { pacer, folder } = await inFolder(clock);
    await pacer.turn();
    const name = readdirSync(folder)[0]!.replace(/\d+$/, 'draft-of-the-dead');
    writeFileSync(join(folder, name), '{');
    await pacer.turn();
    expect(existsSync(join(folder, name))).toBe(true);
    utimesSync(join(folder, name), new Date(0), new Date(0));
    await pacer.turn();
    expect(existsSync(join(folder, name))).toBe(false);
  });
});

const COMPILED = pathToFileURL(resolve(import.meta.dirname, '../../../dist/flex-service/client'));

/** A process that takes turns and prints the time of each. */
const PROGRAM = `
const [, state, turns, pace] = process.argv;
const { createPacer } = await import('${COMPILED.href}/pacing.js');
const { Secret } = await import('${COMPILED.href}/token.js');
const token = new Secret(process.env.TOKEN_OF_TEST);
const pacer = await createPacer({ token, env: { XDG_STATE_HOME: state }, pace: JSON.parse(pace) });
for (let at = 0; at < Number(turns); at++) process.stdout.write((await pacer.turn()) + '\\n');
`;

const programArguments = (state: string, turns: number, pace: Pace): string[] => [
  ...['--input-type=module', '-e', PROGRAM],
  ...[state, String(turns), JSON.stringify(pace)],
];
const env = { ...process.env, TOKEN_OF_TEST: TOKEN };
const times = (printed: string): number[] => printed.split('\n').filter(Boolean).map(Number);

function takeTurns(state: string, turns: number, pace: Pace): Promise<number[]> {
  return new Promise((done, failed) => {
    const args = programArguments(state, turns, pace);
    execFile(process.execPath, args, { env }, (error, stdout, stderr) => {
      if (error === null) done(times(stdout));
      else failed(new Error(`the process failed: ${stderr}`));
    });
  });
}

describe('eight processes with one token', () => {
  it('keep the pace together', async () => {
    const state = folderOf({});
    // The pace of the service, forty times as fast.
    const pace = { spacing: 25, most: 10, window: 1_500 };
    const all = await Promise.all(Array.from({ length: 8 }, () => takeTurns(state, 5, pace)));
    expect(all.map((each) => each.length)).toEqual(Array(8).fill(5));
    expect(violations(all.flat(), pace)).toEqual([]);
    expect(new Set(all.flat()).size).toBe(40);
  });

  it('go on when some of them are killed at work', async () => {
    const state = folderOf({});
    const pace = { spacing: 2, most: 10, window: 20 };
    const survivors = [takeTurns(state, 60, pace), takeTurns(state, 60, pace)];
    const killed = await Promise.all(
      Array.from({ length: 6 }, (_, at) => killedAtWork(state, pace, 3 + at * 7)),
    );
    const rest = (await Promise.all(survivors)).flat();
    expect(rest).toHaveLength(120);
    expect(violations([...killed.flat(), ...rest], pace)).toEqual([]);
    expect(await takeTurns(state, 1, pace)).toHaveLength(1);
  });
});

/** The turns that a process took before it was killed, after so many of them. */
function killedAtWork(state: string, pace: Pace, after: number): Promise<number[]> {
  return new Promise((done, failed) => {
    const child = spawn(process.execPath, programArguments(state, 1e6, pace), { env });
    let printed = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
      if (times(printed).length > after) child.kill('SIGKILL');
    });
    child.on('error', failed);
    child.on('close', (_, signal) => {
      expect(signal).toBe('SIGKILL');
      // The last line may have been cut off.
      done(times(printed.slice(0, printed.lastIndexOf('\n') + 1)));
    });
  });
}
