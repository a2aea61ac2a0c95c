/** A command line that is wrong for a command points to the help of that command. */
import { expect, it } from 'vitest';
import { logLines, run } from './run.js';

const said = async (args: readonly string[]): Promise<unknown> =>
  logLines((await run(args)).stderr)[0]!['msg'];

it.each([
  ['a missing argument', ['load'], 'flexetl load --help'],
  ['an unknown option', ['fetch', '--nothing-like-it'], 'flexetl fetch --help'],
  ['an option without its value', ['status', '--to'], 'flexetl status --help'],
  ['too many arguments', ['query', 'SELECT 1', 'SELECT 2'], 'flexetl query --help'],
  ['a value that is none', ['load', 'x', '--mode', 'upsert'], 'flexetl load --help'],
  ['an option of the program before it', ['--log-level', 'info', 'run', '--no'], 'flexetl run --'],
  ['a global value that is none', ['verify', 'x', '--log-level', 'x'], 'flexetl verify --help'],
])('%s', async (_, args, help) => {
  expect(await said(args)).toMatch(new RegExp(`See \`${help}.*\`\\.$`));
});

it.each([
  ['no command', ['--log-level', 'info']],
  ['an unknown command', ['nothing-like-it']],
  ['an unknown option of none', ['--nothing-like-it']],
])('%s points to the help of all', async (_, args) => {
  expect(await said(args)).toMatch(/See `flexetl --help`\.$/);
});

it('keeps better advice', async () => {
  expect(await said(['load', 'x', '--only', 'Tradez'])).toMatch(/Did you mean Trades\?$/);
  expect(await said(['fetch', '--query', '1'])).toMatch(/FLEXETL_ARCHIVE/);
});
