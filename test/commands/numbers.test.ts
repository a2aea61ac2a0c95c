/** What is counted is told in the words of a person: one row, two rows. */
import { describe, expect, it } from 'vitest';
import { report } from './reports.js';
import { freshFolder, logLines, run } from './run.js';

const ODD = 'ibCommission="none" marketMakerRebate="1"';

async function messages(trades: number, ...args: readonly string[]): Promise<string[]> {
  const cwd = freshFolder({ 'a.xml': report({ trades, extra: ODD }) });
  const { stderr } = await run(['load', 'a.xml', '--log-level', 'info', ...args], { cwd });
  return logLines(stderr).map(({ msg }) => String(msg));
}

describe('a load', () => {
  it('tells of one', async () => {
    const told = (await messages(1)).join('\n');
    expect(told).toContain('a.xml: 1 row.');
    expect(told).toContain(
      'a.xml: 1 literal does not fit its column and is kept in _extra; it, on line 5, is "none"',
    );
    expect(told).toContain('a.xml: 1 name is not in the catalogue; what it holds is kept.');
  });

  it('tells of several', async () => {
    const told = (await messages(2)).join('\n');
    expect(told).toContain('a.xml: 2 rows.');
    expect(told).toContain('2 literals do not fit their columns and are kept in _extra; the first');
  });

  it.each([
    [1, '1 literal does not fit its column: "none", '],
    [2, '2 literals do not fit their column; the first is "none", '],
  ])('refuses %d where it is strict', async (trades, said) => {
    expect((await messages(trades, '--strict')).join('\n')).toContain(said);
  });
});

describe('verify', () => {
  it.each([
    [1, '1 file was never loaded in this way.'],
    [2, '2 files were never loaded in this way.'],
  ])('tells of %d that was never loaded', async (count, said) => {
    const loaded = report({ day: '20240306' });
    const cwd = freshFolder({ 'x.xml': loaded, '1.xml': report(), '2.xml': report({ trades: 3 }) });
    await run(['load', 'x.xml'], { cwd });
    const names = ['1.xml', '2.xml'].slice(0, count);
    expect((await run(['verify', ...names], { cwd })).stderr).toContain(said);
  });
});
