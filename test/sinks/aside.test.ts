import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { clearLeftovers } from '../../src/sinks/aside.js';
import { freshFolder } from '../cli/run.js';

vi.mock('node:fs/promises', { spy: true });

afterEach(() => {
  vi.mocked(rename).mockReset();
});

/** No process has such a number: it is above what a kernel gives. */
const DEAD = 2 ** 30;

/** What a run left that was killed between its two renames: `out` is beside, and nothing in its place. */
function killed(): { out: string; older: string } {
  const folder = freshFolder();
  const older = join(folder, `.out.${DEAD}-0123456789ab.old`);
  mkdirSync(older);
  writeFileSync(join(older, 'trades.csv'), 'older');
  return { out: join(folder, 'out'), older };
}

describe('what a killed run left', () => {
  it('is put back, where nothing took its place', async () => {
    const { out } = killed();
    await clearLeftovers(out);
    expect(readdirSync(join(out, '..'))).toEqual(['out']);
    expect(readFileSync(join(out, 'trades.csv'), 'utf8')).toBe('older');
  });

  it('is left to another process that puts it back at the same time', async () => {
    const { out, older } = killed();
    vi.mocked(rename).mockImplementationOnce((from, to) => {
      renameSync(older, out);
      return rename(from, to);
    });
    await clearLeftovers(out);
    expect(readdirSync(join(out, '..'))).toEqual(['out']);
    expect(readFileSync(join(out, 'trades.csv'), 'utf8')).toBe('older');
  });

  it('is removed where another process has written anew in the same moment', async () => {
    const { out } = killed();
    vi.mocked(rename).mockImplementationOnce((from, to) => {
      mkdirSync(out);
      writeFileSync(join(out, 'trades.csv'), 'newer');
      return rename(from, to);
    });
    await clearLeftovers(out);
    expect(readdirSync(join(out, '..'))).toEqual(['out']);
    expect(readFileSync(join(out, 'trades.csv'), 'utf8')).toBe('newer');
  });
});
