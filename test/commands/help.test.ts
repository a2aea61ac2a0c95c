import { describe, expect, it } from 'vitest';
import { VERSION } from '../../src/version.js';
import { run } from './run.js';

const GLOBAL = ['schemas', 'umask', 'log-level', 'log-format'];
const WRITING = [
  'to',
  'mode',
  'no-ddl',
  'only',
  'skip',
  'timezone',
  'date-order',
  'as-query',
  'allow-overlap',
  'strict',
  'force',
  'dry-run',
  'summary-file',
  'metrics-file',
  'skip-exit-code',
  'json',
];
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  load: [...WRITING, 'files-from', 'jobs', 'shard'],
  inspect: ['files-from', 'shard', 'timezone', 'date-order', 'json'],
  schema: ['distributed', 'format', 'dialect', 'to'],
  init: ['to'],
  status: ['to', 'json', 'csv', 'max-age', 'timezone'],
  verify: [
    'files-from',
    'shard',
    'to',
    'only',
    'skip',
    'timezone',
    'date-order',
    'as-query',
    'json',
  ],
  audit: ['to', 'json'],
  report: ['to', 'out'],
  query: ['to', 'json', 'csv', 'timezone'],
};

/** The paragraph of each option, by name. */
function options(help: string): Map<string, string> {
  const paragraphs = help.split(/\n(?=\s{0,4}(?:-\w, )?--?[a-z])/).slice(1);
  return new Map(
    paragraphs.map((paragraph) => {
      const name = /--([a-z-]+)/.exec(paragraph)![1]!;
      return [name, paragraph.split(/\n\s*\n/)[0]!.replace(/\s+/g, ' ')];
    }),
  );
}

describe('help', () => {
  it('lists every command', async () => {
    const { status, stdout, stderr } = await run(['--help']);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    for (const command of Object.keys(OPTIONS)) {
      expect(stdout).toMatch(new RegExp(`^  ${command} .*\\w`, 'm'));
    }
  });

  it.each(Object.keys(OPTIONS))('of %s lists every option with its variable', async (command) => {
    const { status, stdout } = await run([command, '--help']);
    expect(status).toBe(0);
    const listed = options(stdout);
    const expected = [...OPTIONS[command]!, ...GLOBAL];
    const own = [...listed.keys()].filter((name) => name !== 'help' && name !== 'version');
    expect(own.sort()).toEqual([...expected].sort());
    for (const name of expected) {
      const variable = `FLEXETL_${name.toUpperCase().replaceAll('-', '_')}`;
      expect(listed.get(name)).toMatch(new RegExp(`env: ${variable}\\)`));
    }
    expect(stdout).toMatch(/\nExamples:\n {2}\$ flexetl /);
  });

  it('is what a command line without a word gets', async () => {
    const bare = await run([]);
    expect(bare).toEqual(await run(['--help']));
    expect(bare).toMatchObject({ status: 0, stderr: '' });
  });

  it.each(['--version', 'version'])('%s tells the version', async (word) => {
    expect(await run([word])).toMatchObject({ status: 0, stdout: `${VERSION}\n`, stderr: '' });
  });
});
