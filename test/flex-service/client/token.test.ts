/** Where the token comes from, and that it shows itself to nobody. */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough, Writable } from 'node:stream';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { redact } from '../../../src/text/redact.js';
import { tokenPrompt, type TerminalInput } from '../../../src/flex-service/client/token-prompt.js';
import { readToken, Secret } from '../../../src/flex-service/client/token.js';
import { folderOf, TOKEN } from './talk.js';

const refusal = (code = 'FLEX_TOKEN') => expect.objectContaining({ code }) as Error;

describe('the token', () => {
  it('comes from the environment, without the white space around it', async () => {
    const token = await readToken({ FLEXETL_TOKEN: ` ${TOKEN}\r\n` });
    expect(token.reveal()).toBe(TOKEN);
  });

  it('comes from a file where the variable is empty', async () => {
    const folder = folderOf({ token: `\uFEFF${TOKEN}\n` });
    const path = join(folder, 'token');
    chmodSync(path, 0o600);
    const warnings: string[] = [];
    const warn = (message: string) => warnings.push(message);
    const env = { FLEXETL_TOKEN: ' ', FLEXETL_TOKEN_FILE: path };
    expect((await readToken(env, { warn })).reveal()).toBe(TOKEN);
    expect(warnings).toEqual([]);
  });

  it.runIf(process.platform !== 'win32').each([0o644, 0o640, 0o604])(
    'in a file of mode %o is read with a warning',
    async (mode) => {
      const path = join(folderOf({ token: TOKEN }), 'token');
      chmodSync(path, mode);
      const warnings: string[] = [];
      const warn = (message: string) => warnings.push(message);
      await readToken({ FLEXETL_TOKEN_FILE: path }, { warn });
      expect(warnings).toHaveLength(1);
      expect(warnings[0]).toContain(path);
      expect(warnings[0]).toContain('chmod 600');
    },
  );

  it('comes from a person last', async () => {
    const prompt = () => Promise.resolve(`${TOKEN} `);
    expect((await readToken({}, { prompt })).reveal()).toBe(TOKEN);
    const given = await readToken({ FLEXETL_TOKEN: '31415926' }, { prompt });
    expect(given.reveal()).toBe('31415926');
  });

  it.each([
    ['is nowhere', {}, 'No token'],
    ['is empty in its file', { FLEXETL_TOKEN_FILE: 'empty' }, 'is empty'],
    ['has a file that is not there', { FLEXETL_TOKEN_FILE: 'nothing' }, 'ENOENT'],
    ['has a directory for a file', { FLEXETL_TOKEN_FILE: '.' }, 'EISDIR'],
    ['has a file that is another one', { FLEXETL_TOKEN_FILE: 'large' }, 'more than'],
    ['has two lines', { FLEXETL_TOKEN: `${TOKEN}\n${TOKEN}` }, 'white space'],
    ['has letters of another script', { FLEXETL_TOKEN: `${TOKEN}ü` }, 'ASCII'],
  ])('that %s is refused without being shown', async (_, env, says) => {
    const folder = folderOf({ empty: ' \n', large: TOKEN.repeat(1000) });
    const file = (env as Record<string, string>)['FLEXETL_TOKEN_FILE'];
    const whole = file === undefined ? env : { FLEXETL_TOKEN_FILE: join(folder, file) };
    const reading = readToken(whole);
    await expect(reading).rejects.toThrow(refusal());
    await expect(reading).rejects.toThrow(says);
    const error = await reading.catch((thrown: unknown) => thrown);
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(TOKEN);
    // What takes secrets out of messages leaves its words alone.
    const { message } = error as Error;
    expect(redact(message)).toBe(message);
  });

  it('shows itself only where it is asked to', () => {
    const token = new Secret(TOKEN);
    expect(token.reveal()).toBe(TOKEN);
    const shown = [
      String(token),
      token.toString(),
      JSON.stringify({ token }),
      inspect(token, { showHidden: true, depth: 9 }),
      inspect({ deep: [token] }, { depth: 9 }),
      Object.values(token).join(),
      JSON.stringify(Object.assign({}, token)),
    ];
    expect(shown.join('\n')).not.toContain(TOKEN.slice(0, 8));
    expect(redact(`it is ${TOKEN}.`)).toBe('it is ***.');
  });
});

class Terminal extends PassThrough implements TerminalInput {
  readonly isTTY = true;
  readonly modes: boolean[] = [];
  setRawMode(raw: boolean): void {
    this.modes.push(raw);
  }
}

describe('the prompt', () => {
  const ask = async (typed: readonly string[]) => {
    const input = new Terminal();
    const output = new PassThrough();
    const answer = tokenPrompt(input, output)!();
    for (const text of typed) input.write(text);
    const settled = await answer.then(
      (value) => ({ value }),
      (error: unknown) => ({ error }),
    );
    return { ...settled, modes: input.modes, shown: String(output.read()) };
  };

  it('shows nothing of what is typed', async () => {
    const asked = await ask(['2718', '28', '9\u007f', '18\r']);
    expect(asked).toMatchObject({ value: '27182818', modes: [true, false] });
    expect(asked.shown).not.toMatch(/[0-9]/);
    expect(asked.shown).toContain('Token');
  });

  it('hides what is typed before it asks: some are quick', async () => {
    const input = new Terminal();
    const hidden: boolean[][] = [];
    const output = new Writable({
      write: (_, __, done) => {
        hidden.push([...input.modes]);
        done();
      },
    });
    const answer = tokenPrompt(input, output)!();
    input.write('27182818\r');
    await answer;
    expect(hidden[0]).toEqual([true]);
  });

  it('ends with Ctrl-C, and leaves the terminal as it was', async () => {
    const asked = await ask(['27', '\u0003']);
    expect(asked).toMatchObject({ error: { code: 'FLEX_INTERRUPTED' }, modes: [true, false] });
  });

  it('is only for terminals', () => {
    expect(tokenPrompt(new PassThrough(), new PassThrough())).toBeUndefined();
  });
});
