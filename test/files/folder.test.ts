/** That the directories of an archive are made, or that what is in the way is told. */
import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeDirectoryDurably } from '../../src/files/directories.js';
import { freshFolder } from '../commands/run.js';

describe('a directory of an archive', () => {
  it('is made with those above it, and may be there', async () => {
    const folder = join(freshFolder(), 'a', 'b', 'c');
    await makeDirectoryDurably(folder);
    expect(statSync(folder).isDirectory()).toBe(true);
    await expect(makeDirectoryDurably(folder)).resolves.toBeUndefined();
  });

  it('is made once by several at once', async () => {
    const folder = join(freshFolder(), 'a', 'b');
    await Promise.all(Array.from({ length: 8 }, () => makeDirectoryDurably(folder)));
    expect(statSync(folder).isDirectory()).toBe(true);
  });

  it('may be behind a symbolic link', async () => {
    const folder = freshFolder();
    mkdirSync(join(folder, 'disk'));
    symlinkSync(join(folder, 'disk'), join(folder, 'archive'));
    await makeDirectoryDurably(join(folder, 'archive', '123456'));
    expect(existsSync(join(folder, 'disk', '123456'))).toBe(true);
  });

  it.each([
    ['a file has its name', 'file'],
    ['a file is above it', 'file/123456/2024-03-04'],
    ['its name leads nowhere', 'link'],
  ])('cannot be made where %s', async (_, path) => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'nothing'), join(folder, 'link'));
    await expect(makeDirectoryDurably(join(folder, path))).rejects.toMatchObject({
      code: 'FLEX_CONFIG',
      message: expect.stringContaining('is not a directory') as string,
      advice: expect.stringContaining('another archive') as string,
    });
  });

  it.runIf(existsSync('/proc/self'))(
    'is given up where the file system denies what is there',
    async () => {
      await expect(makeDirectoryDurably('/proc/flexetl/123456')).rejects.toMatchObject({
        code: 'FLEX_DEST_FAILED',
        message: expect.stringContaining('/proc/flexetl') as string,
      });
    },
  );
});
