/** Where compiled code is kept, and where it never is. */
import { chmodSync, chownSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { keepCompiledCode } from '../src/compile-cache.js';
import { freshFolder } from './commands/run.js';

function chosen(env: Readonly<Record<string, string>>): string[] {
  const folders: string[] = [];
  keepCompiledCode(env, { enableCompileCache: (folder) => folders.push(folder) });
  return folders;
}

/** A home with these folders in it. */
function homeWith(...folders: readonly string[]): string {
  const home = freshFolder();
  for (const folder of folders) mkdirSync(join(home, folder), { recursive: true });
  return home;
}

describe('compiled code', () => {
  it('is kept in the folder for caches that the user has', () => {
    const home = homeWith('.cache', 'elsewhere');
    expect(chosen({ HOME: home })).toEqual([join(home, '.cache', 'flexetl')]);
    expect(statSync(join(home, '.cache', 'flexetl')).mode & 0o777).toBe(0o700);
    const XDG_CACHE_HOME = join(home, 'elsewhere');
    expect(chosen({ HOME: home, XDG_CACHE_HOME })).toEqual([join(XDG_CACHE_HOME, 'flexetl')]);
    const mac = homeWith('Library/Caches');
    expect(chosen({ HOME: mac })).toEqual([join(mac, 'Library', 'Caches', 'flexetl')]);
  });

  it('is not kept where there is none, and none is made', () => {
    const home = homeWith();
    expect(chosen({ HOME: home })).toEqual([]);
    expect(chosen({ HOME: home, XDG_CACHE_HOME: 'relative' })).toEqual([]);
    expect(chosen({ HOME: '', XDG_CACHE_HOME: '' })).toEqual([]);
    expect(existsSync(join(home, '.cache'))).toBe(false);
  });

  it('is not kept where others can put code', () => {
    const home = homeWith('.cache');
    chmodSync(join(home, '.cache'), 0o777);
    expect(chosen({ HOME: home })).toEqual([]);
    const kept = join(homeWith('.cache/flexetl'), '.cache');
    chmodSync(join(kept, 'flexetl'), 0o777);
    expect(chosen({ XDG_CACHE_HOME: kept, HOME: '' })).toEqual([]);
  });

  it.skipIf(process.getuid?.() !== 0)('is not kept in the home of somebody else', () => {
    const home = homeWith('.cache');
    chownSync(join(home, '.cache'), 12345, 12345);
    expect(chosen({ HOME: home })).toEqual([]);
  });

  it('is not kept by a Node that cannot', () => {
    const home = homeWith('.cache');
    keepCompiledCode({ HOME: home }, {});
    expect(existsSync(join(home, '.cache', 'flexetl'))).toBe(false);
  });
});
