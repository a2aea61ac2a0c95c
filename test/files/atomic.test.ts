import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { rename } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { asidePath, clearLeftovers } from '../../src/files/atomic.js';
import { freshFolder } from '../commands/run.js';
import { DEAD, ELSEWHERE, strangersMark } from '../marks.js';

vi.mock('node:fs/promises', { spy: true });

afterEach(() => {
  vi.mocked(rename).mockReset();
});

/** What a run left that was killed between its two renames: `out` is beside, and nothing in its place. */
function killed(of = strangersMark(DEAD)): { out: string; older: string } {
  const folder = freshFolder();
  const older = join(folder, `.out.${of}.old`);
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

describe('what is beside a destination', () => {
  const elsewhere = `.out.${strangersMark(process.pid, { place: ELSEWHERE })}.tmp`;

  it('is left where a process of another machine may be writing it, whatever its pid', async () => {
    const folder = freshFolder({ [elsewhere]: '' });
    await clearLeftovers(join(folder, 'out'));
    expect(readdirSync(folder)).toEqual([elsewhere]);
    const twoDaysAgo = Date.now() / 1000 - 48 * 60 * 60;
    utimesSync(join(folder, elsewhere), twoDaysAgo, twoDaysAgo);
    await clearLeftovers(join(folder, 'out'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is cleared where an earlier process of this machine had the same pid, and left where it is ours', async () => {
    const folder = freshFolder();
    const out = join(folder, 'out');
    const ours = asidePath(out);
    const earlier = join(folder, `.out.${strangersMark(process.pid, { start: '1' })}.tmp`);
    for (const path of [ours, earlier]) writeFileSync(path, '');
    expect(earlier).not.toBe(ours);
    await clearLeftovers(out);
    expect(readdirSync(folder)).toEqual([basename(ours)]);
  });

  it('is put back at once where a run on another machine was killed between its two renames', async () => {
    const { out } = killed(strangersMark(process.pid, { place: ELSEWHERE }));
    await clearLeftovers(out);
    expect(readFileSync(join(out, 'trades.csv'), 'utf8')).toBe('older');
  });
});
