/** A file that grows by whole inputs, and the errors of the file system. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { destinationError } from '../../src/files/fs-errors.js';
import { FileOutput } from '../../src/files/output.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'flexetl-output-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test.each([
  ['ENOSPC', 'FLEX_DEST_FULL'],
  ['EDQUOT', 'FLEX_DEST_FULL'],
  ['EACCES', 'FLEX_DEST_REFUSED'],
  ['EROFS', 'FLEX_DEST_REFUSED'],
  ['ENOTDIR', 'FLEX_CONFIG'],
  ['EIO', 'FLEX_DEST_FAILED'],
])('%s is %s, and the message names the path', (errno, code) => {
  const error = destinationError(Object.assign(new Error(`${errno}: x`), { code: errno }), '/a/b');
  expect(error.code).toBe(code);
  expect(error.message).toMatch(new RegExp(`^/a/b.*: .*${errno}.*\\.$`));
});

test('what is refused is told with the directory that refuses', () => {
  const refused = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
  expect(destinationError(refused, '/warehouse/.out.1-abc.tmp').describe()).toBe(
    'FLEX_DEST_REFUSED: /warehouse/.out.1-abc.tmp cannot be used: permission is denied (EACCES). ' +
      'Make /warehouse readable and writable, or choose another place.',
  );
});

test('a path below a file is told as a setting to correct', async () => {
  const file = await FileOutput.create(join(folder, 'a'));
  const below = FileOutput.create(join(folder, 'a', 'b'));
  await expect(below).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
  await file.abandon();
});

test('only what was kept is in a finished file, however much came after', async () => {
  const path = join(folder, 'out');
  const file = await FileOutput.create(path);
  const write = async (text: string): Promise<void> => {
    file.writer.append(Buffer.from(text));
    await file.settle();
  };
  await write('first;');
  file.keep();
  await write('dropped, though it is long;');
  await file.undo();
  await write('second;');
  file.keep();
  await write('settled and never kept;');
  await file.finish();
  expect(await readFile(path, 'utf8')).toBe('first;second;');
});
