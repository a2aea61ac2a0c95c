import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { dropPending, keepPending, readPending } from '../../src/archive/pending.js';
import { FolderShelf } from '../../src/archive/folder-shelf.js';
import { freshFolder } from '../commands/run.js';

const NOW = new Date('2024-03-05T13:00:00Z');
const later = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const PENDING = { referenceCode: '1000000001', url: 'https://gdcdyn.example.com/GetStatement' };

describe('a report that is waited for', () => {
  it('is known to the next process, for what was asked', async () => {
    const folder = freshFolder();
    const shelf = new FolderShelf(folder);
    await keepPending(shelf, '123456', { days: 30 }, PENDING, NOW);
    expect(await readPending(shelf, '123456', { days: 30 }, later(5))).toMatchObject(PENDING);
    expect(await readPending(shelf, '123456', {}, later(5))).toBeUndefined();
    expect(await readPending(shelf, '654321', { days: 30 }, later(5))).toBeUndefined();
    expect(readdirSync(join(folder, '123456'))).toEqual(['.pending-days-30.json']);
  });

  it('is forgotten when it is filed, and after hours', async () => {
    const folder = freshFolder();
    const shelf = new FolderShelf(folder);
    await keepPending(shelf, '123456', {}, PENDING, NOW);
    await dropPending(shelf, '123456', {});
    expect(await readPending(shelf, '123456', {}, NOW)).toBeUndefined();
    await dropPending(shelf, '123456', {});
    await keepPending(shelf, '123456', {}, PENDING, NOW);
    expect(await readPending(shelf, '123456', {}, later(121))).toBeUndefined();
    expect(readdirSync(join(folder, '123456'))).toEqual([]);
    // A clock that was set back would keep it for ever.
    await keepPending(shelf, '123456', {}, PENDING, later(60));
    expect(await readPending(shelf, '123456', {}, NOW)).toBeUndefined();
  });

  it('is taken up where another process noted it after this one had looked at the clock', async () => {
    const folder = freshFolder();
    const shelf = new FolderShelf(folder);
    await keepPending(shelf, '123456', {}, PENDING, new Date(NOW.getTime() + 5));
    expect(await readPending(shelf, '123456', {}, NOW)).toMatchObject(PENDING);
    expect(readdirSync(join(folder, '123456'))).toEqual(['.pending-saved.json']);
  });

  it('keeps nothing of an address that could be a secret', async () => {
    const folder = freshFolder();
    const shelf = new FolderShelf(folder);
    const url = 'https://user:secret@gdcdyn.example.com/GetStatement?t=123456789012';
    await keepPending(shelf, '123456', {}, { ...PENDING, url }, NOW);
    const kept = readFileSync(join(folder, '123456', '.pending-saved.json'), 'utf8');
    expect(JSON.parse(kept)).toEqual({ ...PENDING, at: NOW.toISOString() });
    await keepPending(shelf, '123456', {}, { ...PENDING, url: 'no address' }, NOW);
    expect((await readPending(shelf, '123456', {}, NOW))?.url).toBeUndefined();
  });

  it('is none where the file is damaged', async () => {
    const folder = freshFolder();
    const shelf = new FolderShelf(folder);
    await keepPending(shelf, '123456', {}, PENDING, NOW);
    for (const text of ['', '{', 'null', '{"referenceCode":1}', '{"referenceCode":"1"}']) {
      writeFileSync(join(folder, '123456', '.pending-saved.json'), text);
      expect(await readPending(shelf, '123456', {}, NOW)).toBeUndefined();
    }
  });
});
