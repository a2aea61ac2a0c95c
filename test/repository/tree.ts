/**
 * The files of the repository, as its own tests see them: everything that is
 * not made by a tool. No expectations here.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const ROOT = join(import.meta.dirname, '..', '..');

/** What .gitignore names, and git's own folder. */
const MADE = /^(?:\.git|node_modules|dist|coverage|\.tmp)$|\.duckdb(?:\.wal)?$/;

/** Paths from the root, with forward slashes, in order. */
export function filesOf(folder = '.'): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true })
    .filter(({ name }) => !MADE.test(name))
    .flatMap((entry) => {
      const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
      return entry.isDirectory() ? filesOf(path) : [path];
    })
    .sort();
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** Whether the path is written by `npm run generate`. */
export function isGenerated(path: string): boolean {
  return path.endsWith('.generated.ts');
}

/** The sources of src/, generated ones too. */
export const SOURCES: readonly string[] = filesOf('src').filter((path) => path.endsWith('.ts'));

/** The documents at the root. */
export const DOCUMENTS = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
] as const;
