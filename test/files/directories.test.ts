import { mkdirSync, writeFileSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { makeDirectories } from '../../src/files/directories.js';
import { freshFolder } from '../commands/run.js';

vi.mock('node:fs/promises', { spy: true });

afterEach(() => {
  vi.mocked(mkdir).mockReset();
});

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then((stats) => stats.isDirectory());

describe('folders', () => {
  it('are made with those above, told of from the top', async () => {
    const top = freshFolder();
    const made: string[] = [];
    await makeDirectories(join(top, 'a', 'b', 'c'), { made: (each) => void made.push(each) });
    expect(made).toEqual([join(top, 'a'), join(top, 'a', 'b'), join(top, 'a', 'b', 'c')]);
    await makeDirectories(join(top, 'a', 'b', 'c'), { made: (each) => void made.push(each) });
    expect(made).toHaveLength(3);
  });

  it('are made where another makes the one above just after it was missed', async () => {
    const inner = join(freshFolder(), 'a', 'b');
    vi.mocked(mkdir).mockImplementationOnce(() => {
      mkdirSync(join(inner, '..'));
      return Promise.reject(Object.assign(new Error('ENOENT'), { code: 'ENOENT' }));
    });
    await makeDirectories(inner);
    expect(await isFolder(inner)).toBe(true);
  });

  it('are given up where the file system goes on to say that the one above is not there', async () => {
    const denied = join(freshFolder(), 'b');
    const failed = Object.assign(new Error('ENOENT'), { code: 'ENOENT' });
    vi.mocked(mkdir).mockImplementation(() => Promise.reject(failed));
    await expect(makeDirectories(denied)).rejects.toBe(failed);
  });

  it('are not made in place of a file', async () => {
    const top = freshFolder();
    writeFileSync(join(top, 'a'), '');
    await expect(makeDirectories(join(top, 'a'))).rejects.toMatchObject({ code: 'EEXIST' });
    await expect(makeDirectories(join(top, 'a', 'b'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });
});
