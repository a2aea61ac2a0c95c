/**
 * The recipes of CONTRIBUTING.md lead where they say: each is there, and the files
 * that it names hold what a newcomer is sent to look for.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, textOf } from '../repository/tree.js';

const text = textOf('CONTRIBUTING.md');

/** What some file that the recipe names has, by the heading of the recipe. */
const RECIPES: Readonly<Record<string, readonly RegExp[]>> = {
  'Add a section': [/"\$schema"/, /^## What a file says$/m],
  'Add a column type': [/^export const COLUMN_TYPES = \[/m, /^export const EVERY_TYPE/m],
  'Add a code of the service': [/^export const SERVICE_CODES/m, /^## Messages of the service$/m],
  'Add an error': [/^export const ERROR_CODES = \{/m],
  'Add a migration': [/^const MIGRATION = /m, /\bflexetl_coverage\b/],
  'Add a view': [/^const ORDER = \[/m, /^## Views$/m],
  'Add a field of the summary': [/^export interface Summary \{/m, /^export function fitSummary/m],
  'Add a destination': [
    /^export interface Sink /m,
    /^export const DESTINATIONS: /m,
    /describeSinkContract/,
  ],
  'Add a command': [/\bCOMMANDS\b[^=]*= \[/, /^export function defineCommand/m],
  'Add a fixture': [/\bDRAFT\b/],
  'Add a case of several files': [/\bverified\b/],
};

/** The text below a heading of the third level, up to the next heading. */
function recipe(heading: string): string {
  const start = text.indexOf(`\n### ${heading}\n`);
  if (start < 0) return '';
  const body = text.slice(start + heading.length + 6);
  const end = body.search(/^#{2,3} /m);
  return end < 0 ? body : body.slice(0, end);
}

/** Paths of the repository that a text names; those with a blank to fill in end at it. */
function pathsIn(part: string): string[] {
  const named = part.matchAll(/(?<![\w./<-])(?:src|test|sql|schemas|fixtures|docs)\/[\w./-]*/g);
  return [...new Set([...named].map(([path]) => path.replace(/[.-]+$/, '')))];
}

const isFile = (path: string): boolean =>
  existsSync(join(ROOT, path)) && statSync(join(ROOT, path)).isFile();

it('there is a recipe for each, and for nothing else', () => {
  const headings = [...text.matchAll(/^### (.+)$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(Object.keys(RECIPES));
});

describe.each(Object.entries(RECIPES))('%s', (heading, marks) => {
  const paths = pathsIn(recipe(heading));

  it('names files that exist', () => {
    expect(paths.length).toBeGreaterThan(0);
    const whole = paths.filter((path) => /\.\w+$/.test(path));
    expect(whole.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it.each(marks)('leads to a file with %s', (mark) => {
    expect(paths.filter((path) => isFile(path) && mark.test(textOf(path)))).not.toEqual([]);
  });
});

it('the table of recipes leads to each', () => {
  for (const heading of Object.keys(RECIPES)) {
    expect(text).toContain(`](#${heading.toLowerCase().replaceAll(' ', '-')})`);
  }
});
