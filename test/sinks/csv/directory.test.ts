/** `csv:DIR` where another process puts its own DIR there in the same moment. */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RowElement } from '../../../src/catalog/section.js';
import { CsvFolder } from '../../../src/sinks/csv/directory.js';
import { freshFolder } from '../../commands/run.js';
import { PARCEL, SHELF } from '../batches.js';

vi.mock('node:fs/promises', { spy: true });

afterEach(() => {
  vi.mocked(rename).mockReset();
  vi.mocked(readdir).mockReset();
});

/** A directory of one table, ready to be put in the place of `dir`. */
async function prepared(dir: string, element: RowElement): Promise<CsvFolder> {
  const folder = await CsvFolder.open(dir, false, false);
  await folder.file(element);
  await folder.keep();
  return folder;
}

/** `out`, with parcels in it. */
async function written(): Promise<string> {
  const dir = join(freshFolder(), 'out');
  const folder = await prepared(dir, PARCEL);
  await folder.publish();
  await folder.discard();
  return dir;
}

/** What another process does: its directory is whole before it takes the place. */
function replaceByShelves(dir: string): void {
  const aside = `${dir}-theirs`;
  mkdirSync(aside);
  writeFileSync(join(aside, 'shelves.csv'), 'theirs');
  const tables = { shelves: { file: 'shelves.csv' } };
  writeFileSync(join(aside, '_schema.json'), JSON.stringify({ schema: 'flexetl/csv@1', tables }));
  rmSync(dir, { recursive: true, force: true });
  renameSync(aside, dir);
}

/** Does it before the renames after the first `after` ones. */
async function beforeRename(after: number, act: () => void): Promise<void> {
  const actual = await vi.importActual<{ rename: typeof rename }>('node:fs/promises');
  for (let n = 0; n < after; n++) vi.mocked(rename).mockImplementationOnce(actual.rename);
  vi.mocked(rename).mockImplementationOnce((from, to) => {
    act();
    return actual.rename(from, to);
  });
}

describe('a directory that another process writes', () => {
  it.each([
    ['has moved away', 0, (dir: string) => renameSync(dir, `${dir}-theirs`)],
    ['has put there', 1, replaceByShelves],
  ])('and %s: the call may be made again, and nothing of it is left', async (_, after, act) => {
    const dir = await written();
    const folder = await prepared(dir, SHELF);
    await beforeRename(after, () => act(dir));
    await expect(folder.publish()).rejects.toMatchObject({ code: 'FLEX_DEST_BUSY' });
    await folder.discard();
    expect(readdirSync(join(dir, '..')).filter((name) => name.startsWith('.'))).toEqual([]);
    if (after === 1) expect(readFileSync(join(dir, 'shelves.csv'), 'utf8')).toBe('theirs');
  });

  it.each([
    ['replaces', replaceByShelves],
    ['moves away', (dir: string) => renameSync(dir, `${dir}-theirs`)],
  ])('and %s while it is looked at, is no directory of somebody else', async (_, act) => {
    const dir = await written();
    const actual = await vi.importActual<{ readdir: typeof readdir }>('node:fs/promises');
    vi.mocked(readdir).mockImplementationOnce(async (...given) => {
      const names = await actual.readdir(...given);
      act(dir);
      return names;
    });
    await CsvFolder.open(dir, false, false);
    expect(vi.mocked(readdir).mock.calls.length).toBeGreaterThan(0);
  });

  it('is refused where it holds what flexetl did not write, however often it is looked at', async () => {
    const dir = await written();
    writeFileSync(join(dir, 'notes.txt'), '');
    await expect(CsvFolder.open(dir, false, false)).rejects.toMatchObject({ code: 'FLEX_CONFIG' });
  });
});
