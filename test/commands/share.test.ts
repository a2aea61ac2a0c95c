/** Which inputs a call takes: from a list, and of all of them the share of one worker. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, lastLine, logLines, run, type RunOptions } from './run.js';

interface Input {
  readonly name: string;
  readonly status: string;
}

async function json(
  args: readonly string[],
  options: RunOptions,
): Promise<{ status: number | null; document: { status: string; inputs: readonly Input[] } }> {
  const { status, stdout } = await run(args, options);
  return { status, document: JSON.parse(lastLine(stdout)) as never };
}

const named = ({ inputs }: { readonly inputs: readonly Input[] }): string[] =>
  inputs.map(({ name }) => name);

/** Nine files of three accounts. */
function archive(): string {
  const cwd = freshFolder();
  for (const account of ['U1000001', 'U1000002', 'U1000003']) {
    for (const day of ['20240304', '20240305', '20240306']) {
      writeFileSync(join(cwd, `${account}_${day}.xml`), report({ account, day }));
    }
  }
  return cwd;
}

describe('--files-from', () => {
  it('takes the inputs of a list after the operands, each once', async () => {
    const cwd = archive();
    const list = 'U1000002_20240304.xml\nU1000001_20240304.xml\n';
    writeFileSync(join(cwd, 'list'), list);
    const args = ['load', 'U1000001_20240304.xml', '--files-from', 'list'];
    const { status, document } = await json(args, { cwd });
    expect(status).toBe(0);
    expect(named(document)).toEqual(['U1000001_20240304.xml', 'U1000002_20240304.xml']);
    const verified = await json(['verify', '--files-from', 'list', '--json'], { cwd });
    expect([verified.status, verified.document.status]).toEqual([0, 'same']);
  });

  it('reads names separated by NUL from stdin', async () => {
    const cwd = freshFolder({ 'a\nb.xml': report() });
    const { stdout, status } = await run(['inspect', '--files-from', '-', '--json'], {
      cwd,
      stdin: 'a\nb.xml\0',
    });
    expect(status).toBe(0);
    expect(stdout).toContain('"a\\nb.xml"');
  });

  it('with an empty list finds nothing new', async () => {
    const args = ['load', '--files-from', '-', '--skip-exit-code', '99'];
    const { status, document } = await json(args, { stdin: '' });
    expect([status, document.inputs]).toEqual([99, []]);
  });

  it('names what a list names and is not there', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { status, document } = await json(['load', '--files-from', '-'], {
      cwd,
      stdin: 'a.xml\nb.xml\n',
    });
    expect(status).toBe(65);
    expect(document.inputs.map(({ name, status: each }) => [name, each])).toEqual([
      ['a.xml', 'loaded'],
      ['b.xml', 'failed'],
    ]);
  });

  it('refuses a report in the place of a list', async () => {
    const cwd = freshFolder({ 'a.xml': report() });
    const { status, stderr } = await run(['load', '--files-from', 'a.xml'], { cwd });
    expect(status).toBe(65);
    expect(String(logLines(stderr)[0]!['msg'])).toMatch(/FLEX_INPUT_UNREADABLE.*a report/);
  });
});

describe('--shard', () => {
  it('parts the inputs among workers, an account to each, and all come to the same tables', async () => {
    const cwd = archive();
    const to = ['--to', 'duckdb:parts.duckdb'];
    const shares: string[][] = [];
    for (const shard of ['1/3', '2/3', '3/3']) {
      const { status, document } = await json(['load', '.', '--shard', shard, ...to], { cwd });
      expect(status).toBe(0);
      shares.push(named(document));
      const verified = await json(['verify', '.', '--shard', shard, '--json', ...to], { cwd });
      expect(verified.document.status).toBe('same');
      expect(named(verified.document)).toEqual(named(document));
    }
    await run(['load', '.', '--to', 'duckdb:whole.duckdb'], { cwd });
    const all = await json(['load', '.', ...to], { cwd });
    expect(shares.flat().toSorted()).toEqual(named(all.document).toSorted());
    expect(all.document.status).toBe('already_loaded');
    for (const own of ['U1000001', 'U1000002', 'U1000003']) {
      const holding = shares.filter((share) => share.some((name) => name.includes(own)));
      expect(holding).toHaveLength(1);
    }
    const rows = (db: string) =>
      run(['query', 'SELECT * EXCLUDE (_load_id) FROM trades ORDER BY ALL', '--csv', '--to', db], {
        cwd,
      });
    const [parts, whole] = [await rows('duckdb:parts.duckdb'), await rows('duckdb:whole.duckdb')];
    expect(parts.stdout.split('\n').length).toBeGreaterThan(9);
    expect(parts.stdout).toBe(whole.stdout);
  });

  it('shows the share with inspect', async () => {
    const cwd = archive();
    const shares = await Promise.all(
      ['1/2', '2/2'].map((shard) => run(['inspect', '.', '--json', '--shard', shard], { cwd })),
    );
    const documents = shares.map(({ stdout }) => JSON.parse(stdout) as { inputs: Input[] });
    expect(new Set(documents.flatMap(named)).size).toBe(9);
    expect(documents.flatMap(named)).toHaveLength(9);
  });

  it('keeps from no worker that an operand names nothing', async () => {
    for (const shard of ['1/2', '2/2']) {
      const { status, document } = await json(['load', 'absent', '--shard', shard], {});
      expect([status, named(document)]).toEqual([65, ['absent']]);
    }
  });
});

describe('what cannot be meant', () => {
  it.each([
    ['--shard 0/3', ['load', 'x', '--shard', '0/3'], /Invalid --shard "[^"]*": expected I\/N/],
    ['--shard 4/3', ['load', 'x', '--shard', '4/3'], /Invalid --shard "[^"]*": expected I\/N/],
    ['--shard 1', ['inspect', 'x', '--shard', '1'], /Invalid --shard "[^"]*": expected I\/N/],
    ['stdin as both', ['load', '-', '--files-from', '-'], /Stdin cannot be both/],
    ['a share of stdin', ['verify', '-', '--shard', '1/2'], /stdin has none/],
    ['no input', ['verify'], /Missing required argument 'INPUT'/],
  ])('%s is a mistake of usage', async (_, args, message) => {
    const { status, stderr, stdout } = await run(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(String(logLines(stderr)[0]!['msg'])).toMatch(message);
  });
});
