import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/all.js';
import { logLines, freshFolder, run } from './run.js';

const NAMES = COMMANDS.map(({ name }) => name);

describe('flexetl completion bash', () => {
  const folder = freshFolder({ 'statement.xml': '' });
  const script = join(folder, 'flexetl.bash');

  beforeAll(async () => {
    const { status, stdout, stderr } = await run(['completion', 'bash']);
    expect([status, stderr]).toEqual([0, '']);
    writeFileSync(script, stdout);
  });

  /** What bash offers for the last of the words. */
  function offered(...words: string[]): string[] {
    const program = `source ${script}
      COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
      _flexetl
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    const output = execFileSync('bash', ['-c', program, 'bash', ...words], { cwd: folder });
    return output.toString().split('\n').filter(Boolean);
  }

  it('registers itself', () => {
    const told = execFileSync('bash', ['-c', `source ${script}; complete -p flexetl`]).toString();
    expect(told).toBe('complete -o default -F _flexetl flexetl\n');
  });

  it('completes commands', () => {
    expect(offered('flexetl', '')).toEqual(NAMES);
    expect(offered('flexetl', 'sta')).toEqual(['status']);
    expect(offered('flexetl', '--v')).toEqual(['--version']);
  });

  it('completes the options of the command', () => {
    expect(offered('flexetl', 'load', '--dr')).toEqual(['--dry-run']);
    expect(offered('flexetl', 'status', '--dr')).toEqual([]);
    expect(offered('flexetl', 'status', '--log-')).toEqual(['--log-level', '--log-format']);
  });

  it('completes the words that a value or an operand can be', () => {
    expect(offered('flexetl', 'load', '--mode', '')).toEqual(['merge', 'append', 'replace']);
    expect(offered('flexetl', 'load', '--mode', 're')).toEqual(['replace']);
    expect(offered('flexetl', 'completion', 'f')).toEqual(['fish']);
  });

  it('leaves operands and free values to bash, which completes names of files', () => {
    expect(offered('flexetl', 'load', 'st')).toEqual([]);
    expect(offered('flexetl', 'load', '--to', 'st')).toEqual([]);
  });
});

it.each([
  ['zsh', /^#compdef flexetl\n/, "'--mode[", ':WORD:(merge append replace)'],
  ['fish', /^# .*\n/, '-l mode -d', "-x -a 'merge append replace'"],
])(
  'flexetl completion %s tells commands, options and words',
  async (shell, head, option, words) => {
    const { status, stdout } = await run(['completion', shell]);
    expect(status).toBe(0);
    expect(stdout).toMatch(head);
    for (const name of NAMES) expect(stdout).toContain(name);
    expect(stdout).toContain(option);
    expect(stdout).toContain(words);
    // A quote that is not closed would spoil all that follows.
    expect(
      stdout
        .replaceAll(String.raw`'\''`, '')
        .replaceAll(String.raw`\'`, '')
        .split("'").length % 2,
    ).toBe(1);
  },
);

it('knows no other shell', async () => {
  const { status, stderr } = await run(['completion', 'tcsh']);
  expect(status).toBe(2);
  expect(logLines(stderr)).toMatchObject([
    { code: 'FLEX_USAGE', msg: expect.stringMatching(/"tcsh".*bash, zsh, fish\.$/) as string },
  ]);
});
